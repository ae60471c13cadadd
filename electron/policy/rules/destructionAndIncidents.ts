import { isStateSecret } from '#shared/levels.ts';
import { mediumClassOf } from '#shared/registers/carriers.ts';
import { personStatuses } from '#shared/registers/people.ts';
import { enterRecord } from '../change.ts';
import { keyOfLevel } from '../parameters.ts';
import { deny, LAW, needsApproval, needsSecond, REG, warn } from '../question.ts';
import type { Question, Rule } from '../question.ts';
import { approverOf, called, classified, subjects } from './subject.ts';

const propose = ['carrier.destroy.propose'] as const;
const execute = ['carrier.destroy.execute'] as const;
const methodZh: Readonly<Record<string, string>> = { shred: '粉碎', pulp: '化浆', degauss: '消磁', physical: '物理销毁', chemical: '化学处理' };
const classZh: Readonly<Record<string, string>> = { paper: '纸介质', magnetic: '磁介质', optical: '光介质', solidState: '半导体介质', object: '密品' };

/** The supervisors by name; one field may name several, 甲、乙, where a unit demands more than two. */
export const witnessNames = (input: Readonly<Record<string, unknown>>): readonly string[] =>
  [input['witness1'], input['witness2']].filter((w): w is string => typeof w === 'string').flatMap((w) => w.split('、')).map((w) => w.trim()).filter((w) => w !== '');

const witnessesOf = (q: Question): readonly string[] => witnessNames(q.input);

/** Groups 2.9 and 2.12: destruction; missing items, leaks, reporting. */
export const destructionAndIncidentRules: readonly Rule[] = [
  {
    id: 'P123', titleZh: '销毁须造册并经批准', matrix: ['P123', 'P131'], outcome: 'needs_approval', source: { seed: '000-1M 35；003-6 二', law: `${REG}第二十八条` }, parameters: ['destruction.approver.topSecret', 'destruction.approver.secret', 'destruction.approver.confidential'], commands: propose,
    sentenceZh: '销毁逐件造册，事先经主管领导批准，单位定为主要负责人的由其批准。', approverZh: '主管领导',
    judge: (q) => {
      if (!subjects(q).some((c) => classified(c) || c.level === 'internal' || c.source === 'printed' || c.receipt !== null)) return null;
      // One list, one approval: the highest approver that any of the items wants.
      const wanted = subjects(q).flatMap((c) => (isStateSecret(c.level) ? [approverOf(q, `destruction.approver.${keyOfLevel(c.level)}`)] : []));
      const by = wanted.find((w) => w !== '主管领导') ?? '主管领导';
      return needsApproval(`需审批。销毁涉密载体须清点、登记并经${by}批准，依据${REG}第二十八条（规则 P123）。`, '按 Ctrl+S 送审，或按 F8 打印销毁审批表。', by);
    },
  },
  {
    id: 'P124', titleZh: '两人以上监销', matrix: ['P124'], outcome: 'needs_second_person', source: { seed: '003-6 二；003-10 33（五）', law: '二人监销（二手）' }, parameters: ['destruction.supervisors'], commands: execute,
    sentenceZh: '销毁由两名监销人到场，逐件核对并签字；登记时其中一人当场输入口令。',
    judge: (q) => {
      const witnesses = witnessesOf(q);
      const need = q.profile.number('destruction.supervisors');
      if (new Set(witnesses).size < witnesses.length) return deny('监销人不符。同一人填了两次（规则 P124）。', `请另选一人，共须 ${need} 人。`);
      if (witnesses.length < need) return needsSecond(`监销人不足。须有 ${need} 名监销人到场，依据本单位制度（规则 P124）。`, `请填写 ${need} 名监销人；同一栏填几人的，用顿号分开。`);
      // Names alone could be typed by anybody: one of the supervisors confirms on the spot, by password.
      return q.second !== null && q.second.account !== q.actor.account && witnesses.includes(q.second.name) ? null : needsSecond('需第二人在场。须有一名监销人当场输入口令，依据本单位制度（规则 P124）。', '请监销人之一输入账户和口令；监销人都没有账户的，请有账户的人员监销。');
    },
  },
  {
    id: 'P125', titleZh: '保管人不得监销，批准人不得执行', matrix: ['P125', 'P128'], outcome: 'deny', source: { seed: '004-4（三）' }, parameters: ['destruction.keeperMayWitness'], commands: execute,
    sentenceZh: '保管人不兼监销人，批准人不兼销毁人，销毁人不兼监销人。',
    judge: (q) => {
      const keepers = new Set(subjects(q).map((c) => c.custodian));
      const witnesses = witnessesOf(q);
      const bad = witnesses.find((w) => keepers.has(w));
      if (bad !== undefined) return deny(`监销人不符。${bad}是本批保管人，不能兼任监销人（规则 P125）。`, '请另选一人，共须两人。');
      const executor = q.input['executor'] as string;
      if (witnesses.includes(executor)) return deny(`监销人不符。${executor}是销毁人，不能兼任监销人（规则 P125）。`, '请另选一人，共须两人。');
      if (q.facts.destruction?.approvedBy === executor) return deny(`销毁人不符。${executor}是本批批准人，不能兼任销毁人（规则 P125）。`, '请另选销毁人。');
      return null;
    },
  },
  {
    id: 'P124-R', titleZh: '监销人在册在岗', matrix: ['P124', 'P125'], outcome: 'deny', source: { seed: '003-6 二；003-10 33（五）', law: `${LAW}第四十三条` }, parameters: [], commands: execute,
    sentenceZh: '监销人须是在涉密人员台账登记的在岗人员。',
    judge: (q) => {
      const bad = (q.facts.witnesses ?? []).find((w) => w.status !== 'on_post');
      if (bad === undefined) return null;
      return deny(`监销人不符。${bad.name}${bad.status === null ? '没有在涉密人员台账登记' : `现为“${personStatuses[bad.status]}”，不在岗`}，依据${LAW}第四十三条（规则 P124）。`, '请另选在岗的涉密人员，或先办理登记、上岗。');
    },
  },
  {
    id: 'P126', titleZh: '销毁方式与介质相配', matrix: ['P126'], outcome: 'deny', source: { seed: '000-1M 35；000-3a 六', law: `${REG}第二十八条` }, commands: propose,
    parameters: ['destruction.method.paper', 'destruction.method.magnetic', 'destruction.method.optical', 'destruction.method.solidState', 'destruction.method.object'],
    sentenceZh: '纸介质粉碎或化浆，磁、光、半导体介质以物理等方法销毁，确保不可还原。',
    judge: (q) => {
      const method = q.input['method'] as string;
      const wrong = subjects(q).find((c) => !q.profile.list(`destruction.method.${mediumClassOf[c.carrierKind ?? 'other']}`).includes(method));
      if (wrong === undefined) return null;
      return deny(`不得列入销毁。${called(wrong)} 是${classZh[mediumClassOf[wrong.carrierKind ?? 'other']] ?? ''}，${methodZh[method] ?? method}不能确保不可还原，依据${REG}第二十八条（规则 P126）。`, '请分批造册，按介质选择销毁方式。');
    },
  },
  {
    id: 'P127', titleZh: '在规定的地点销毁', matrix: ['P127', 'P202'], outcome: 'deny', source: { seed: '000-1M 35；002-Q 13（二）', law: `${REG}第二十八条` }, parameters: ['destruction.places', 'destruction.ownMaxItems'], commands: propose,
    sentenceZh: '送保密行政管理部门的销毁机构或指定单位；自行销毁限少量并用合规设备。',
    judge: (q) => {
      const place = q.input['place'] as string;
      if (place === 'scrap_sale') return null;
      if (!q.profile.list('destruction.places').includes(place)) return deny(`不得列入销毁。该地点不是规定的销毁地点，依据${REG}第二十八条（规则 P127）。`, '请改送保密行政管理部门的销毁机构或指定单位。');
      const max = q.profile.number('destruction.ownMaxItems');
      if (place === 'own_equipment' && subjects(q).length > max) return deny(`不得自行销毁。本批 ${subjects(q).length} 件，超过自行销毁每批 ${max} 件，依据${REG}第二十八条（规则 P127）。`, '请减少件数，或改送销毁机构。');
      if (place === 'own_equipment' && q.input['placeName'] === undefined) return deny('不得自行销毁。没有写明合规设备的台账编号（规则 P127）。', '请填写设备编号。');
      return null;
    },
  },
  {
    id: 'P128', titleZh: '不得变卖或挪作他用', matrix: ['P128'], outcome: 'deny', source: { seed: '000-3a 六；003-12 5', law: `${LAW}第二十八条` }, parameters: [], commands: propose,
    sentenceZh: '涉密载体不得私自销毁、当废品出售或挪作他用。',
    judge: (q) => (q.input['place'] === 'scrap_sale' ? deny(`不得出售。涉密载体不得作为废品出售，依据${LAW}第二十八条（规则 P128）。`, '请改送销毁机构。') : null),
  },
  {
    id: 'P129', titleZh: '销毁前后数量一致', matrix: ['P129'], outcome: 'deny', source: { seed: '003-12 4；000-1M 35' }, parameters: [], commands: execute,
    sentenceZh: '出库清点、销毁清点与清册件数三者相同才能办结。',
    judge: (q) => {
      const listed = q.facts.destruction?.itemCount ?? 0;
      const before = q.input['countBefore'] as number;
      const after = q.input['countAfter'] as number;
      if (before === listed && after === listed) return null;
      return deny(`不得办结。清册 ${listed} 件，出库清点 ${before} 件，销毁清点 ${after} 件，三数不符（规则 P129）。`, '请停止销毁，逐件查对；短缺的立即报失。');
    },
  },
  {
    id: 'P130', titleZh: '在用的须先办手续', matrix: ['P130'], outcome: 'warn', source: { seed: '002-S 四3' }, parameters: [], commands: propose,
    sentenceZh: '仍在使用的文件和光盘，先在办公室登记停用再销毁。',
    judge: (q) => (q.input['inForce'] === true || subjects(q).some((c) => c.state === 'in_use') ? warn('本批有仍在使用的载体（规则 P130）。', '请写明停用手续。') : null),
  },
  {
    id: 'P132', titleZh: '在外、查找中的不得列入销毁', matrix: ['P132'], outcome: 'deny', source: { seed: '000-6 八' }, parameters: [], commands: propose,
    sentenceZh: '借出、查找中、在办案件中的载体不得列入销毁。',
    judge: (q) => {
      const out = subjects(q).find((c) => c.state !== 'in_custody' && c.state !== 'in_use');
      if (out === undefined) {
        const open = q.facts.openCases?.[0];
        const evidence = subjects(q).find((c) => c.id === open?.carrier);
        return open === undefined || evidence === undefined ? null : deny(`不得列入销毁。${called(evidence)} 涉及在办事件 ${open.number ?? ''}（规则 P132）。`, '请先结案，再列入清册。');
      }
      const where = out.state === 'missing' ? '下落不明，正在查找' : out.holderName === null ? '不在库' : `正在${out.holderName}处`;
      return deny(`不得列入销毁。${called(out)} ${where}（规则 P132）。`, '请先收回，再列入清册。');
    },
  },
  {
    id: 'L023', titleZh: '须清退的不得销毁', matrix: ['P112', 'P113'], outcome: 'deny', source: { law: `${REG}第二十七条第九项` }, parameters: [], commands: propose,
    sentenceZh: '制发机关要求清退的载体按要求清退，不得自行销毁。',
    judge: (q) => {
      const c = subjects(q).find((s) => s.returnRequired === 1);
      return c === undefined || q.input['issuerLeave'] !== undefined ? null : deny(`不得列入销毁。${called(c)} 须清退制发机关，依据${REG}第二十七条第九项（规则 L023）。`, '请办清退；制发机关书面同意销毁的，填写文号。');
    },
  },
  { id: 'P133', titleZh: '销毁后台账仍在', matrix: ['P133'], outcome: 'computed', source: { seed: '001-A 三5' }, parameters: [], commands: [], sentenceZh: '销毁只改变状态，登记永久保存；库内触发器拒绝任何删除。' },
  { id: 'P150', titleZh: '绝密下落不明十日', matrix: ['P150'], outcome: 'due', source: { seed: '000-6 八；001-K 六', law: '自发现之日起（二手）' }, parameters: ['missing.days.topSecret'], commands: [], sentenceZh: '绝密载体自发现下落不明之日起十日未找到的，按泄密事件处理。' },
  { id: 'P151', titleZh: '机密、秘密下落不明六十日', matrix: ['P151'], outcome: 'due', source: { seed: '000-6 八；001-K 六', law: '自发现之日起（二手）' }, parameters: ['missing.days.secret', 'missing.days.confidential', 'missing.remindAtPercent'], commands: [], sentenceZh: '机密、秘密载体自发现下落不明之日起六十日未找到的，按泄密事件处理。' },
  {
    id: 'P152', titleZh: '发现即报，时钟自发现起算', matrix: ['P152'], outcome: 'warn', source: { seed: '000-6 八；003-15 六9', law: `${LAW}第四十七条` }, parameters: ['missing.remindAtPercent'], commands: ['carrier.reportMissing'],
    sentenceZh: '发现下落不明立即报告；查找期限不影响报告义务。',
    judge: (q) => (q.input['reportedTo'] === undefined ? warn(`尚未填写已向谁报告。应当立即报告，依据${LAW}第四十七条（规则 P152）。`, '请写明未报告的原因；登记后二十四小时内补报告。') : null),
  },
  { id: 'P153', titleZh: '二十四小时内报告', matrix: ['P153'], outcome: 'due', source: { seed: '000-6 八；003-7 五2', law: `${REG}第六十一条第一款` }, parameters: ['incident.reportWithinHours', 'incident.recipients'], commands: [], sentenceZh: '泄密或可能泄密，二十四小时内向同级保密行政管理部门和上级主管部门报告。' },
  {
    id: 'P153-R', titleZh: '报告对象齐全', matrix: ['P153'], outcome: 'warn', source: { seed: 'C29', law: `${REG}第六十一条第一款` }, parameters: ['incident.recipients'], commands: ['incident.report'],
    sentenceZh: '报告对象包括同级保密行政管理部门和上级主管部门。',
    judge: (q) => {
      const to = [q.facts.incident?.reportedTo ?? '', ...(q.input['reportedTo'] as string[])].join('、');
      const left = q.profile.list('incident.recipients').filter((r) => !to.includes(r));
      return left.length === 0 ? null : warn(`报告对象还缺${left.join('、')}，依据${REG}第六十一条第一款（规则 P153）。`, '请写明何时补报。');
    },
  },
  {
    id: 'P154', titleZh: '报告写明补救措施', matrix: ['P154'], outcome: 'record', source: { seed: '001-E 4；003-6 十三', law: `${LAW}第四十七条` }, parameters: [], commands: ['incident.report'],
    sentenceZh: '报告时写明已采取的补救措施。',
    require: (q) => (q.input['remedy'] === undefined && q.facts.incident?.remedy == null ? [{ path: 'remedy', messageZh: '请填写补救措施。发现泄密或可能泄密应当立即采取补救措施（规则 P154）。' }] : []),
  },
  { id: 'P155', titleZh: '事件不得删除、不得倒填', matrix: ['P155'], outcome: 'computed', source: { seed: '003-15 六9' }, parameters: [], commands: [], sentenceZh: '事件登记不能删除；发生时间与登记时间分开记录，补登有标记。' },
  {
    id: 'P158', titleZh: '四不放过才能结案', matrix: ['P158'], outcome: 'deny', source: { seed: '000-6 九' }, parameters: ['incident.closeTests'], commands: ['incident.close'],
    sentenceZh: '原因查明、责任人处理、整改落实、人员受教育，四项齐全才能结案。',
    judge: (q) => {
      const gaps = ([['cause', '原因'], ['handled', '责任人处理'], ['corrected', '整改措施'], ['educated', '教育情况']] as const).filter(([k]) => q.input[k] === undefined && q.facts.incident?.[k] == null);
      if (gaps.length === 0) return null;
      return deny(`不得结案。还缺${gaps.map(([, t]) => t).join('、')}（四不放过，规则 P158）。`, '请补齐后结案。');
    },
  },
  {
    id: 'P162', titleZh: '任何载体下落不明都立案', matrix: ['P162', 'P163'], outcome: 'effect', source: { seed: '000-1M 12' }, parameters: [], commands: ['carrier.reportMissing'],
    sentenceZh: '下落不明随报失立案，写明最后持有人和知悉情况。',
    effect: (q, planned) => {
      const c = q.facts.carrier;
      if (c === undefined) return planned;
      const found = (q.input['discoveredAt'] as string | undefined) ?? q.happenedAt;
      const reported = q.input['reportedTo'] !== undefined;
      return [...planned, enterRecord('incident', 'incidents', {
        kind: 'missing', carrier: c.id, carrierNumber: c.number, title: c.title, level: c.level, discoveredAt: found, discoveredBy: q.input['discoveredBy'], lastHolder: c.holderName ?? c.custodian, account: q.input['account'],
        chain: `最后持有人 ${c.holderName ?? c.custodian ?? '不详'}，原存 ${c.home ?? '不详'}。`, reportedAt: reported ? ((q.input['reportedAt'] as string | undefined) ?? q.now) : null, reportedTo: reported ? q.input['reportedTo'] : null, state: 'searching',
      })];
    },
  },
  {
    id: 'DISCOVERED', titleZh: '发现时间不晚于现在', matrix: ['P152', 'P155'], outcome: 'deny', source: { seed: '000-6 八' }, parameters: [], commands: ['carrier.reportMissing'],
    sentenceZh: '发现时间不得晚于登记时间。',
    judge: (q) => {
      const at = q.input['discoveredAt'] as string | undefined;
      return at !== undefined && at > q.now ? deny('不得登记。发现时间晚于现在（规则 P155）。', '请核对发现时间。') : null;
    },
  },
];
