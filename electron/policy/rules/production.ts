import { isStateSecret, levelZh, rankOf } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { addDays, dayOf } from '#shared/time.ts';
import { enterRecord, fromKey } from '../change.ts';
import type { Change } from '../change.ts';
import { periodEnd, periodForm, periodFrom } from '../period.ts';
import { deny, LAW, needsApproval, needsSecond, REG, warn } from '../question.ts';
import type { Finding, Question, Rule } from '../question.ts';
import { dispatchRules } from './dispatch.ts';
import { ineligible } from './knowledge.ts';
import { zh } from './subject.ts';

const request = ['production.request'] as const;
const complete = ['production.complete'] as const;
type Signed = readonly { role: string; name: string }[];
type Lines = readonly { recipient: string; copies: number }[];

const levelOf = (q: Question): Level | null => q.facts.production?.level ?? (q.input['level'] as Level | undefined) ?? null;
const run = (q: Question): RecordOf<'productions'> => q.facts.production as RecordOf<'productions'>;
const outside = (q: Question): boolean => q.input['madeWhere'] === 'outside';
const made = (q: Question): number => q.input['copiesMade'] as number;
/** Sheets that came out of the run beside the copies and have to be accounted for. */
const wasteOf = (of: Readonly<Record<string, unknown>>): number => ((of['wasteSheets'] as number | null | undefined) ?? 0) + ((of['proofs'] as number | null | undefined) ?? 0);
const gap = (path: string, messageZh: string) => ({ path, messageZh });

const fieldZh: Readonly<Record<string, string>> = { level: '密级', period: '保密期限', scope: '知悉范围或分发表', copies: '份数', retention: '留存要求', returnBy: '清退日期（不清退的勾选“不要求清退”）', basis: '定密依据', secretPoints: '密点' };
function isGiven(q: Question, field: string): boolean {
  const i = q.input;
  switch (field) {
    case 'period': return i['period'] !== undefined && !('unmarked' in (i['period'] as object));
    case 'scope': return i['accessScope'] !== undefined || i['scopeUnit'] !== undefined || i['distribution'] !== undefined;
    case 'returnBy': return i['returnBy'] !== undefined || i['noReturn'] === true;
    case 'basis': return i['basis'] !== undefined || i['basisDocument'] !== undefined;
    default: return i[field] !== undefined;
  }
}

/** What is wrong with the serials that were written down for the copies; null when nothing is. */
function serialProblem(q: Question): Finding | null {
  const given = q.input['copySerials'] as string[] | undefined;
  if (given === undefined) return null;
  const repeated = given.find((s, i) => given.indexOf(s) !== i);
  if (repeated !== undefined) return deny(`不得登记。份号 ${repeated} 重复，两份不得用同一个号（规则 P011）。`, '请逐份核对份号。');
  return given.length === made(q) ? null : deny(`不得登记。实印 ${made(q)} 份，份号填了 ${given.length} 个（规则 P011）。`, '请逐份填写份号，或留空由程序从 000001 起编。');
}

/** The copies of a run as carriers, each with its own number and serial (P033). */
function copiesOf(q: Question): readonly Change[] {
  const p = run(q);
  const i = q.input;
  const on = dayOf(q.happenedAt);
  const period = p.secrecyPeriod === null ? null : periodFrom(p.secrecyPeriod);
  const serials = i['copySerials'] as string[] | undefined;
  return Array.from({ length: made(q) }, (_, n) => enterRecord(`child${n}`, 'carriers', {
    title: p.title, carrierKind: p.documentKind === 'disc' ? 'optical' : 'paper', regime: isStateSecret(p.level) ? 'state_secret' : 'internal', level: p.level, secrecyPeriod: isStateSecret(p.level) ? p.secrecyPeriod : null, periodForm: period === null || !isStateSecret(p.level) ? null : periodForm(period),
    periodEndsOn: period === null || !isStateSecret(p.level) ? null : periodEnd(period, on, q.today), issuer: q.terminal.organisation, docNumber: p.docNumber, copySerial: serials?.[n] ?? String(n + 1).padStart(6, '0'), copies: 1, pages: i['pages'] ?? null, issuedOn: on, receivedOn: on, source: 'produced',
    accessScope: p.accessScope, scopeUnit: p.scopeUnit, custodian: i['custodian'], home: i['place'], place: i['place'], cabinetKind: i['cabinetKind'] ?? null, returnBy: p.returnBy, production: p.id, state: 'in_custody',
  }));
}

/** Group 2.2: drafting, printing and producing carriers; then dispatch and conveyance. */
export const productionRules: readonly Rule[] = [
  {
    id: 'P010', titleZh: '送印前定好密级、期限、范围和份数', matrix: ['P010'], outcome: 'deny', source: { seed: '000-1M 30；003-6 二；003-10 27', law: `${LAW}第十九条` }, parameters: ['production.requiredFields'], commands: request,
    sentenceZh: '涉密文件资料送印前确定密级、保密期限、知悉范围、份数、留存要求和清退日期，缺一不得送印。',
    judge: (q) => {
      if (!isStateSecret(levelOf(q))) return null;
      const left = q.profile.list('production.requiredFields').filter((f) => !isGiven(q, f)).map((f) => fieldZh[f] ?? f);
      return left.length === 0 ? null : deny(`不得送印。还没有确定${left.join('、')}，依据${LAW}第十九条（规则 P010）。`, '请退拟稿人补齐后再登记。');
    },
  },
  {
    id: 'L021', titleZh: '绝密印制须原定密机关同意', matrix: ['P022', 'P085'], outcome: 'deny', source: { law: `${REG}第二十九条第四项` }, parameters: [], commands: request,
    sentenceZh: '印制绝密级内容须经原定密机关、单位或者其上级机关批准。',
    judge: (q) => (levelOf(q) === 'top_secret' && q.input['originatorConsent'] === undefined ? deny(`不得送印。绝密级内容未经原定密机关、单位或其上级机关批准，依据${REG}第二十九条第四项（规则 L021）。`, '请取得书面同意，填写文号和日期；本单位定密的，填定密责任人批准的文号。') : null),
  },
  {
    id: 'P026', titleZh: '由指定人员在涉密计算机上制作', matrix: ['P026'], outcome: 'deny', source: { seed: '003-15 四1；000-1M 32', law: `${LAW}第三十一条` }, parameters: ['eligibility.checks'], commands: [...request, ...complete],
    sentenceZh: '涉密文件由指定的在岗涉密人员在台账内、密级足够、已启用的涉密计算机上制作。',
    judge: (q) => {
      const level = levelOf(q);
      if (!isStateSecret(level) || outside(q) || q.facts.production?.madeWhere === 'outside') return null;
      const c = q.facts.computer;
      if (c === undefined) return deny(`不得送印。没有写明在哪台涉密计算机上制作，依据${LAW}第三十一条（规则 P026）。`, '请填写台账内的涉密计算机。');
      if (c.state !== 'in_use') return deny(`不得送印。${c.assetNumber ?? ''} 没有启用或已停用，依据${LAW}第三十一条（规则 P026）。`, '请换用在用的涉密计算机。');
      if (rankOf(c.level) < rankOf(level)) return deny(`不得送印。${c.assetNumber ?? ''} 为${zh(c.level)}级，不得制作${levelZh[level]}文件，依据${LAW}第三十一条（规则 P026）。`, '请换用相应密级的计算机；已经制作的，按 F9 违规登记。');
      if (q.command !== 'production.request') return null;
      const p = q.facts.person;
      if (p === undefined) return deny('不得送印。没有写明由谁制作，涉密文件只由指定人员制作，依据本单位制度（规则 P026）。', '请填写制作人。');
      const gaps = ineligible(q, p);
      return gaps.length === 0 ? null : deny(`不得送印。${p.name ?? ''}${gaps.join('，')}，不能制作涉密文件，依据${LAW}第四十三条（规则 P026）。`, '请另派一位在岗涉密人员。');
    },
  },
  {
    id: 'P026-W', titleZh: '打字校对人员具备接触条件', matrix: ['P026', 'P025'], outcome: 'warn', source: { seed: '003-15 四1', law: `${LAW}第四十三条` }, parameters: ['eligibility.checks'], commands: complete,
    sentenceZh: '打字、校对、印制人员都在涉密人员台账并具备接触条件；不具备的照实登记并说明。',
    judge: (q) => {
      if (!isStateSecret(levelOf(q))) return null;
      const known = q.facts.people ?? [];
      const names = [q.input['typist'], q.input['proofreader'], q.input['printedBy'] ?? run(q).printedBy].filter((n): n is string => typeof n === 'string');
      const wrong = [...new Set(names)].flatMap((name) => {
        const p = known.find((k) => k.name === name || k.number === name);
        const gaps = p === undefined ? ['不在涉密人员台账'] : ineligible(q, p);
        return gaps.length === 0 ? [] : [`${name}${gaps.join('，')}`];
      });
      return wrong.length === 0 ? null : warn(`${wrong.join('；')}，不应接触本件，依据${LAW}第四十三条（规则 P026）。`, '请写明情况；登记后按 F9 作违规登记。');
    },
  },
  {
    id: 'P027', titleZh: '不到社会上印制', matrix: ['P027'], outcome: 'deny', source: { seed: '000-1M 32；003-6 四', law: `${REG}第二十七条第一项` }, parameters: ['production.outsidePartner'], commands: request,
    sentenceZh: '涉密载体在本单位制作；确需外单位承制的，须是写明名称的有资质单位，不得到打印店。',
    judge: (q) => {
      if (!isStateSecret(levelOf(q)) || !outside(q)) return null;
      if (q.profile.text('production.outsidePartner') === 'forbidden') return deny('不得送印。本单位规定涉密载体一律不在外单位印制（规则 P027）。', '请改在本单位文印室印制。');
      const partner = q.input['partner'] as string | undefined;
      if (partner === undefined) return deny(`不得送印。没有写明承制单位，依据${REG}第二十七条第一项（规则 P027）。`, '请填写承制单位。');
      return /(打印店|复印店|图文|快印|社会)/.test(partner) ? deny(`不得送印。${partner}是社会上的打印店，依据${REG}第二十七条第一项（规则 P027）。`, '请改在本单位文印室，或有保密资质的单位印制。') : null;
    },
  },
  {
    id: 'L024', titleZh: '外单位有保密资质并签协议', matrix: ['P027', 'P092'], outcome: 'deny', source: { law: `${LAW}第四十一条、第四十二条；${REG}第二十七条第一项` }, parameters: ['production.outsidePartner'], commands: request,
    sentenceZh: '承制单位的保密资质在有效期内，并与其签订保密协议。',
    judge: (q) => {
      if (!isStateSecret(levelOf(q)) || !outside(q)) return null;
      const i = q.input;
      const until = i['certificateUntil'] as string | undefined;
      const gaps = [i['certificate'] === undefined ? '没有保密资质证书号' : '', until === undefined ? '没有资质有效期' : until < q.today ? `资质已于 ${until} 到期` : '', i['agreement'] === undefined ? '没有保密协议' : ''].filter((s) => s !== '');
      return gaps.length === 0 ? null : deny(`不得送印。承制单位${gaps.join('，')}，依据${LAW}第四十一条、第四十二条（规则 L024）。`, '请补齐资质和协议，或改在本单位印制。');
    },
  },
  {
    id: 'P032-L', titleZh: '分发表合计不超过份数', matrix: ['P032'], outcome: 'deny', source: { seed: '003-7（三）1' }, parameters: ['production.countTolerance'], commands: request,
    sentenceZh: '分发表各单位份数合计不得超过送印份数，同一单位只列一行。',
    judge: (q) => {
      const lines = (q.input['distribution'] as Lines | undefined) ?? [];
      const twice = lines.find((l, i) => lines.findIndex((o) => o.recipient === l.recipient) !== i);
      if (twice !== undefined) return deny(`不得送印。分发表中${twice.recipient}列了两行，核对不清（规则 P032）。`, '请合并为一行。');
      const total = lines.reduce((n, l) => n + l.copies, 0);
      const copies = q.input['copies'] as number | undefined;
      return copies === undefined || total <= copies + q.profile.number('production.countTolerance') ? null : deny(`不得送印。分发表合计 ${total} 份，送印 ${copies} 份，依据本单位制度（规则 P032）。`, '请退拟稿人核对分发表和份数。');
    },
  },
  {
    id: 'P023', titleZh: '公文会签次序', matrix: ['P023'], outcome: 'needs_approval', source: { seed: '003-1 一（四）' }, parameters: ['production.signChain.ordinary', 'production.signChain.normative'], commands: request, approverZh: '会签各环节负责人',
    sentenceZh: '公文依次由科室负责人、主管领导核签，单位负责人签发；规范性文件并经办公室和法制机构会签。',
    judge: (q) => {
      const kind = q.input['documentKind'];
      if (kind !== 'ordinary' && kind !== 'normative') return null;
      const chain = q.profile.list(`production.signChain.${kind}`);
      const signed = (q.input['signed'] as Signed | undefined) ?? [];
      const places = signed.map((s) => chain.indexOf(s.role)).filter((n) => n >= 0);
      if (places.some((n, i) => i > 0 && n < (places[i - 1] ?? 0))) return deny(`不得送印。会签次序不对，应依次为${chain.join('、')}，依据本单位制度（规则 P023）。`, '请按次序重新会签。');
      const left = chain.filter((role) => !signed.some((s) => s.role === role));
      return left.length === 0 ? null : needsApproval(`需审批。还没有${left.join('、')}会签，依据本单位制度（规则 P023）。`, '请补记会签人；在审批单上一并签的，按 Ctrl+S 送审，或按 F8 打印审批单。');
    },
  },
  {
    id: 'P022', titleZh: '印制涉密文件须经批准', matrix: ['P022'], outcome: 'needs_approval', source: { seed: '003-6 二；003-7（二）1；003-10 27（一）', law: `${REG}第二十七条第一项` }, parameters: ['production.approver'], commands: request, approverZh: '主管领导',
    sentenceZh: '制作、印制涉密载体须经主管领导批准，写明密级、分发范围和份数。',
    judge: (q) => {
      const level = levelOf(q);
      if (!isStateSecret(level)) return null;
      const who = q.profile.text('production.approver') === 'principalLeader' ? '主要负责人' : '主管领导';
      return needsApproval(`需审批。印制${levelZh[level]}文件 ${String(q.input['copies'] ?? '')} 份须经${who}批准，依据本单位制度（规则 P022）。`, '按 Ctrl+S 送审，或按 F8 打印印制审批表。');
    },
  },
  {
    id: 'P028', titleZh: '外印须经单位负责人批准', matrix: ['P028'], outcome: 'needs_approval', source: { seed: '003-1 二（二）' }, parameters: ['production.outsideApprover'], commands: request, approverZh: '单位负责人',
    sentenceZh: '送外单位印制的，由主办部门书面申请，单位负责人批准，办公室统一送印。',
    judge: (q) => {
      if (!outside(q)) return null;
      if (q.input['department'] === undefined) return deny('不得送印。外印由主办部门书面申请，没有写明主办部门，依据本单位制度（规则 P028）。', '请填写主办部门。');
      return needsApproval(`需审批。送外单位印制须经${q.profile.text('production.outsideApprover') === 'leaderInCharge' ? '主管领导' : '单位负责人'}批准，依据本单位制度（规则 P028）。`, '按 Ctrl+S 送审，或按 F8 打印印制审批表。');
    },
  },
  {
    id: 'P022-N', titleZh: '印制份数以批准的为准', matrix: ['P022', 'P024'], outcome: 'deny', source: { seed: '003-7（二）1；003-10 27（一）' }, parameters: [], commands: request,
    sentenceZh: '登记的份数不得超过审批单上批准的份数。',
    judge: (q) => {
      const agreed = q.approval?.record.quantity;
      const copies = (q.input['copies'] as number | undefined) ?? 0;
      return agreed == null || copies <= agreed ? null : deny(`不得送印。批准 ${agreed} 份，登记 ${copies} 份，依据本单位制度（规则 P022）。`, '请按批准份数登记；确需增加的另行送审。');
    },
  },
  {
    id: 'P024', titleZh: '实印份数与批准份数相同', matrix: ['P024'], outcome: 'deny', source: { seed: '003-11（一）3(3)；003-15 四2、4；000-9.2' }, parameters: ['production.countTolerance'], commands: complete,
    sentenceZh: '按批准份数印制，不得多印、私留；少印的写明原因。',
    judge: (q) => {
      const approved = run(q).copiesApproved;
      const filed = q.input['filedCopies'] as number;
      if (filed > made(q)) return deny(`不得登记。存档 ${filed} 份，多于实印 ${made(q)} 份（规则 P024）。`, '请核对份数。');
      if (approved === null) return null;
      if (made(q) > approved + q.profile.number('production.countTolerance')) return deny(`不得登记。批准 ${approved} 份，实印 ${made(q)} 份，多印 ${made(q) - approved} 份，依据本单位制度（规则 P024）。`, '多印的当场作废页销毁，按批准份数登记；另按 F9 违规登记。');
      return made(q) < approved ? warn(`批准 ${approved} 份，实印 ${made(q)} 份，少印 ${approved - made(q)} 份（规则 P024）。`, '请写明少印的原因。') : null;
    },
  },
  {
    id: 'P011-M', titleZh: '印制件逐份编号', matrix: ['P011'], outcome: 'deny', source: { seed: '000-1M 30' }, parameters: [], commands: complete,
    sentenceZh: '每份印制件有自己的份号，不得重复、不得缺号。', judge: serialProblem,
  },
  {
    id: 'P032-M', titleZh: '印成份数够分发', matrix: ['P032'], outcome: 'deny', source: { seed: '003-7（三）1' }, parameters: ['production.countTolerance'], commands: complete,
    sentenceZh: '存档份与分发表合计不得超过实印份数。',
    judge: (q) => {
      const listed = run(q).distributed ?? 0;
      const filed = q.input['filedCopies'] as number;
      return listed + filed <= made(q) + q.profile.number('production.countTolerance') || filed > made(q) ? null : deny(`不得登记。分发 ${listed} 份、存档 ${filed} 份，合计多于实印 ${made(q)} 份，依据本单位制度（规则 P032）。`, '请核对存档份数；印数确实不够的，退拟稿人改分发表，另办印制。');
    },
  },
  {
    id: 'P025', titleZh: '记明打字、校对和印制人', matrix: ['P025'], outcome: 'record', source: { seed: '003-10 27（二）' }, parameters: [], commands: complete,
    sentenceZh: '涉密文件记明打字员、校对人和印制人。',
    require: (q) => {
      if (!isStateSecret(levelOf(q))) return [];
      const gaps = [];
      if (q.input['typist'] === undefined) gaps.push(gap('typist', '请填写打字员。印制涉密文件须记明经手人（规则 P025）。'));
      if (q.input['proofreader'] === undefined) gaps.push(gap('proofreader', '请填写校对人。印制涉密文件须记明经手人（规则 P025）。'));
      if (q.input['printedBy'] === undefined && run(q).printedBy === null) gaps.push(gap('printedBy', '请填写印制人。印制涉密文件须记明经手人（规则 P025）。'));
      return gaps;
    },
  },
  {
    id: 'P029', titleZh: '废页清点、按期销毁', matrix: ['P029'], outcome: 'record', source: { seed: '000-1M 32；003-7（二）2；C10', law: '及时销毁（二手）' }, parameters: ['production.wasteMode', 'production.wasteWithinDays'], commands: complete,
    sentenceZh: '清样、校样、蜡纸、衬页和废页逐页清点登记，当日销毁；本单位规定封存的，封存并按期销毁。',
    require: (q) => (isStateSecret(levelOf(q)) ? [...(q.input['wasteSheets'] === undefined ? [gap('wasteSheets', '请填写废页数，没有的填 0。废页须清点登记（规则 P029）。')] : []), ...(q.input['proofs'] === undefined ? [gap('proofs', '请填写清样校样页数，没有的填 0。清样校样须清点登记（规则 P029）。')] : [])] : []),
    effect: (q, planned) => {
      const mode = q.profile.text('production.wasteMode');
      if (wasteOf(q.input) === 0) return planned;
      const dueOn = addDays(dayOf(q.happenedAt), mode === 'sealedContainer' ? q.profile.number('production.wasteWithinDays') : 0);
      return planned.map((c): Change => (c.kind === 'move' && c.register === 'productions' ? { ...c, set: { ...c.set, wasteMode: mode, wasteDueOn: dueOn } } : c));
    },
  },
  {
    id: 'P029-C', titleZh: '废页销毁数与登记数相符', matrix: ['P029'], outcome: 'deny', source: { seed: '003-11（一）3(3)；003-15 四2' }, parameters: [], commands: ['production.destroyWaste'],
    sentenceZh: '销毁的废页、清样数与印制登记的页数相同。',
    judge: (q) => {
      const due = wasteOf(run(q));
      const sheets = q.input['sheets'] as number;
      return sheets === due ? null : deny(`不得登记。印制登记废页、清样共 ${due} 页，销毁 ${sheets} 页，依据本单位制度（规则 P029）。`, '请重新清点；确有短缺的，立即查找，并按 F9 违规登记。');
    },
  },
  {
    id: 'P029-T', titleZh: '废页销毁两人在场', matrix: ['P029', 'P124'], outcome: 'needs_second_person', source: { seed: '003-10 27（三）', law: '二人监销（二手）' }, parameters: [], commands: ['production.destroyWaste'],
    sentenceZh: '涉密废页由一人销毁、一人监销。',
    judge: (q) => {
      if (!isStateSecret(levelOf(q))) return null;
      const witness = q.input['witness'] as string | undefined;
      if (witness === undefined) return needsSecond('需第二人在场。销毁涉密废页须有监销人，依据本单位制度（规则 P029）。', '请填写监销人。');
      return witness === q.input['executor'] ? deny(`监销人不符。${witness}是销毁人，不能兼任监销人（规则 P029）。`, '请另选一人监销。') : null;
    },
  },
  {
    id: 'P030', titleZh: '电子底稿清除或加密留存', matrix: ['P030'], outcome: 'record', source: { seed: '003-10 27（三）' }, parameters: ['production.masterDisposition'], commands: complete,
    sentenceZh: '印制完毕，电子底稿清除或加密留存，并记明。',
    require: (q) => (isStateSecret(levelOf(q)) && q.input['master'] === undefined ? [gap('master', '请选定电子底稿是已清除还是加密留存（规则 P030）。')] : []),
  },
  {
    id: 'P033', titleZh: '印成的每一份都入台账', matrix: ['P033'], outcome: 'effect', source: { seed: '003-10 28（四）；003-7（一）6', law: `${REG}第二十七条第二项` }, parameters: [], commands: complete,
    sentenceZh: '印成的每一份（分发、存档、余存）随即登记为载体，有编号、份号和责任人，直到归档或销毁。',
    effect: (q, planned) => {
      const copies = copiesOf(q);
      return [...copies, ...planned.map((c): Change => (c.kind === 'move' && c.register === 'productions' ? { ...c, set: { ...c.set, children: copies.map((_, n) => fromKey(`child${n}`, 'id')) } } : c))];
    },
  },
  {
    id: 'L027', titleZh: '打字、校对、印制人员计入知悉人', matrix: ['P025', 'P061'], outcome: 'effect', source: { law: `${REG}第二十条` }, parameters: ['reading.recordFrom'], commands: complete,
    sentenceZh: '打字、校对、印制人员都知悉内容，机密级以上随即写入知悉登记，记在本次印制的第一份上。',
    effect: (q, planned) => {
      const p = run(q);
      if (!planned.some((c) => c.kind === 'enter' && c.key === 'child0') || rankOf(p.level) < rankOf(q.profile.text('reading.recordFrom') as Level)) return planned;
      const names = [...new Set([q.input['typist'], q.input['proofreader'], q.input['printedBy'] ?? p.printedBy].filter((n): n is string => typeof n === 'string'))];
      return [...planned, ...names.map((name, n) => {
        const person = (q.facts.people ?? []).find((k) => k.name === name || k.number === name);
        return enterRecord(`typed${n}`, 'readings', {
          carrier: fromKey('child0', 'id'), carrierNumber: fromKey('child0', 'number'), title: p.title, level: p.level, secrecyPeriod: p.secrecyPeriod, reader: person?.id ?? null, readerName: person?.name ?? name, department: person?.department ?? null, personnelClass: person?.personnelClass ?? null,
          how: 'typed', startedAt: q.happenedAt, endedAt: q.happenedAt, place: p.machineNumber, purpose: `印制 ${p.number ?? ''}`, inScope: (p.accessScope ?? []).includes(name) ? 1 : 0, signature: 'pending', state: 'closed',
        });
      })];
    },
  },
  {
    id: 'FILE-RETURN', titleZh: '须清退的不得归档留存', matrix: ['P112', 'P113', 'P035'], outcome: 'deny', source: { law: `${REG}第二十七条第九项` }, parameters: [], commands: ['carrier.file'],
    sentenceZh: '制发机关要求清退的载体按要求清退，不得归档留存。',
    judge: (q) => {
      const c = [...(q.facts.carriers ?? []), ...(q.facts.carrier === undefined ? [] : [q.facts.carrier])].find((x) => x.returnRequired === 1);
      return c === undefined ? null : deny(`不得归档。${c.number ?? ''} 须清退制发机关，依据${REG}第二十七条第九项（规则 P112）。`, '请办理清退。');
    },
  },
  { id: 'P035', titleZh: '原稿按期归档', matrix: ['P035'], outcome: 'due', source: { seed: '003-1 三；003-15 三3' }, parameters: ['production.fileOriginalWithinDays'], commands: [], sentenceZh: '分发完毕，原稿在规定期限内整理归档。' },
  ...dispatchRules,
];
