import { carrierKinds, mediumClassOf } from '#shared/registers/carriers.ts';
import { isStateSecret } from '#shared/levels.ts';
import { personStatuses } from '#shared/registers/people.ts';
import { keyOfLevel } from '../parameters.ts';
import { missingRules } from './missing.ts';
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

/** Groups 2.9 and 2.12: destruction; what is missing and reported stands in its own file. */
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
    id: 'P129-K', titleZh: '分类件数与清册相同', matrix: ['P129'], outcome: 'deny', source: { seed: '003-12 4', law: `${REG}第二十八条` }, parameters: [], commands: execute,
    sentenceZh: '一批有几类载体的，销毁时分类清点，每类都与清册相同。',
    judge: (q) => {
      const listed = (q.facts.destruction?.tally as Record<string, number> | null | undefined) ?? null;
      const counted = q.input['tally'] as Record<string, number> | undefined;
      if (listed === null) return null;
      const kinds = [...new Set([...Object.keys(listed), ...Object.keys(counted ?? {})])];
      if (counted === undefined) return kinds.length < 2 ? null : deny(`不得办结。本批有 ${kinds.length} 类载体，没有分类清点（规则 P129）。`, '请按类填写清点件数。');
      const wrong = kinds.find((k) => (listed[k] ?? 0) !== (counted[k] ?? 0));
      return wrong === undefined ? null : deny(`不得办结。${carrierKinds[wrong as keyof typeof carrierKinds] ?? wrong}清册 ${listed[wrong] ?? 0} 件，清点 ${counted[wrong] ?? 0} 件，两数不符（规则 P129）。`, '请停止销毁，逐件查对；短缺的立即报失。');
    },
  },
  {
    id: 'P126-U', titleZh: '确认不可还原', matrix: ['P126'], outcome: 'record', source: { seed: '000-1M 35', law: `${REG}第二十八条` }, parameters: [], commands: execute,
    sentenceZh: '销毁后由监销人查看残余，确认信息不可还原。',
    require: (q) => (q.input['unrecoverable'] === true ? [] : [{ path: 'unrecoverable', messageZh: '请监销人查看残余，确认信息不可还原后勾选。没有确认的不能办结（规则 P126）。' }]),
  },
  {
    id: 'L025', titleZh: '送出销毁须两人押运并取回执', matrix: ['P124', 'P127'], outcome: 'needs_second_person', source: { law: `${REG}第二十八条；《国家秘密载体销毁管理规定》（二手）` }, parameters: [], commands: execute,
    sentenceZh: '送销毁机构或承销单位的，两人以上押运，随附清册，取得承销方回执。',
    judge: (q) => {
      const place = q.facts.destruction?.place;
      if (place !== 'authority_facility' && place !== 'designated_unit') return null;
      const escorts = [...new Set((q.input['escorts'] as string[] | undefined) ?? [])];
      if (escorts.length < 2) return needsSecond(`押运人不足。送出销毁须两人以上押运，现有 ${escorts.length} 人，依据${REG}第二十八条（规则 L025）。`, '请填写两名押运人。');
      return q.input['receiptNumber'] === undefined ? deny(`不得办结。没有承销方的回执，依据${REG}第二十八条（规则 L025）。`, '请取得回执，填写回执号。') : null;
    },
  },
  {
    id: 'L024-D', titleZh: '承销单位须有资质和协议', matrix: ['P127'], outcome: 'deny', source: { law: `${LAW}第四十一条、第四十二条` }, parameters: [], commands: propose,
    sentenceZh: '送指定承销单位的，写明保密资质证书、有效期和保密协议；过期的不得送。',
    judge: (q) => {
      if (q.input['place'] !== 'designated_unit') return null;
      const gaps = ([['placeName', '承销单位'], ['certificate', '资质证书号'], ['certificateUntil', '资质有效期'], ['agreement', '保密协议号']] as const).filter(([k]) => q.input[k] === undefined).map(([, zh]) => zh);
      if (gaps.length > 0) return deny(`不得列入销毁。送指定承销单位而没有${gaps.join('、')}，依据${LAW}第四十一条、第四十二条（规则 L024）。`, '请查验后填写；没有资质和协议的，改送保密行政管理部门的销毁机构。');
      const until = q.input['certificateUntil'] as string;
      return until < q.today ? deny(`不得列入销毁。承销单位资质已于 ${until} 到期，依据${LAW}第四十二条（规则 L024）。`, '请改送有资质的单位，或保密行政管理部门的销毁机构。') : null;
    },
  },
  { id: 'L026', titleZh: '登记不随载体销毁', matrix: ['P133'], outcome: 'computed', source: { law: '《国家秘密载体销毁管理规定》（二手）' }, parameters: ['destruction.longTermRecords'], commands: [], sentenceZh: '收发、使用、清退、销毁的登记永久保存，不随载体销毁。' },
  {
    id: 'P130', titleZh: '在用的须先办手续', matrix: ['P130'], outcome: 'warn', source: { seed: '002-S 四3' }, parameters: [], commands: propose,
    sentenceZh: '仍在使用的文件和光盘，先在办公室登记停用再销毁。',
    judge: (q) => (q.input['inForce'] === true || subjects(q).some((c) => c.state === 'in_use') ? warn('本批有仍在使用的载体（规则 P130）。', '请写明停用手续。') : null),
  },
  {
    id: 'P132', titleZh: '在外、查找中的不得列入销毁', matrix: ['P132'], outcome: 'deny', source: { seed: '000-6 八' }, parameters: [], commands: propose,
    sentenceZh: '借出、查找中、在办案件中的载体不得列入销毁。',
    judge: (q) => {
      const out = subjects(q).find((c) => c.state !== 'in_custody' && c.state !== 'in_use' && c.state !== 'archived');
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
  ...missingRules,
];
