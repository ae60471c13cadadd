import { rankOf } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { addDays } from '#shared/time.ts';
import { enterRecord, fromKey } from '../change.ts';
import type { Change } from '../change.ts';
import { deny, LAW, needsApproval, REG } from '../question.ts';
import type { Question, Rule } from '../question.ts';
import { extractRules } from './extracts.ts';
import { readingValues } from './knowledge.ts';
import type { Knower } from './knowledge.ts';
import { called, classified, inScope, subjects, zh } from './subject.ts';
import { tripRules } from './trips.ts';

const consult = ['archive.consult'] as const;
const lendOut = ['archive.lendOut'] as const;
const opening = ['archive.consult', 'archive.lendOut'] as const;

const approverOf: Readonly<Record<string, string>> = { officeDirector: '办公室负责人', leaderInCharge: '主管领导', generalOffice: '党政办公室' };
/** Files of the archive: a volume by kind, or a paper that was filed. */
export const isArchive = (c: RecordOf<'carriers'>): boolean => c.carrierKind === 'archive' || c.archivedOn !== null;
/** Who does not stand in the ledger of persons is an outsider too, whatever was ticked. */
const outsider = (q: Question): boolean => q.input['outsider'] === true || (q.facts.person === undefined && q.input['readerName'] !== undefined);
const readerZh = (q: Question): string => q.facts.person?.name ?? (q.input['readerName'] as string | undefined) ?? '查阅人';
const ask = '按 Ctrl+S 送审，或按 F8 打印申请借阅单。';
const gap = (path: string, messageZh: string) => ({ path, messageZh });

/** Group 2.5: the archive. Then extracts and compilations (2.6), then carrying out (2.7). */
export const archiveRules: readonly Rule[] = [
  {
    id: 'P083-A', titleZh: '档案手续只用于档案', matrix: ['P083'], outcome: 'deny', source: { seed: '001-T 档案员 2–6' }, parameters: [], commands: ['archive.consult', 'archive.lendOut', 'archive.move'],
    sentenceZh: '查阅、借出、移动手续用于档案卷宗和已归档的文件；每件同时只在一次查阅借出中。',
    judge: (q) => {
      const other = subjects(q).find((c) => !isArchive(c));
      if (other !== undefined) return deny(`不得办理。${called(other)} 没有归档，不是档案（规则 P083）。`, '请按现场阅读或借阅办理，或先办归档。');
      const use = q.facts.archiveUse;
      return use === undefined ? null : deny(`不得办理。所列档案有的在 ${use.number ?? ''}（${use.readerName ?? ''}）中，还没有归还（规则 P083）。`, '请先办档案归还。');
    },
  },
  {
    id: 'P078', titleZh: '外单位查阅凭介绍信', matrix: ['P078'], outcome: 'needs_approval', source: { seed: '003-15 二2', law: `${LAW}第二十一条第三款` }, parameters: ['archive.consultApprover'], commands: consult,
    sentenceZh: '外单位人员查阅档案，持写明查阅内容的介绍信，经批准并登记。', approverZh: '办公室负责人',
    judge: (q) => {
      if (!outsider(q)) return null;
      if (q.input['letter'] === undefined) return deny(`不得查阅。${readerZh(q)}没有介绍信，依据本单位制度（规则 P078）。`, '请填写介绍信编号；没有的，请对方单位开具，写明查阅内容。');
      const secret = subjects(q).find(classified);
      if (secret?.level === 'top_secret' && q.facts.person === undefined) return deny(`不得查阅。绝密档案只给指定的人员，${readerZh(q)}不在人员台账，依据${REG}第二十九条第一项（规则 P078）。`, '请对方单位与原定密机关联系。');
      const scope = secret === undefined ? '' : '，涉密的并经主要负责人或其指定的人批准';
      const approverZh = approverOf[q.profile.text('archive.consultApprover')] ?? '';
      return { ...needsApproval(`需审批。外单位人员${readerZh(q)}查阅档案须经${approverZh}批准${scope}，依据本单位制度（规则 P078）。`, ask), approverZh: secret === undefined ? approverZh : `${approverZh}、主要负责人或其指定的人` };
    },
  },
  {
    id: 'P078-R', titleZh: '查阅写明查阅人和单位', matrix: ['P078'], outcome: 'record', source: { seed: '003-15 二2' }, parameters: [], commands: consult,
    sentenceZh: '查阅档案登记查阅人；外单位人员写明单位。',
    require: (q) => {
      const gaps = [];
      if (q.facts.person === undefined && q.input['readerName'] === undefined) gaps.push(gap('reader', '请选定查阅人；外单位人员填写姓名（规则 P078）。'));
      if (outsider(q) && q.input['unit'] === undefined) gaps.push(gap('unit', '请填写查阅人单位（规则 P078）。'));
      return gaps;
    },
  },
  {
    id: 'P079', titleZh: '只开准予查阅的范围，摘抄审查盖章', matrix: ['P079'], outcome: 'record', source: { seed: '003-15 二3' }, parameters: [], commands: ['archive.consult', 'archive.close'],
    sentenceZh: '查阅前写明准予查阅的范围；有摘抄的，归还时审查盖章。',
    require: (q) => {
      if (q.command === 'archive.consult') return q.input['range'] === undefined ? [gap('range', '请填写准予查阅的范围，范围以外的不得开卷（规则 P079）。')] : [];
      return q.input['extracts'] !== undefined && q.input['extractChecked'] !== true ? [gap('extractChecked', '有摘抄的，请审查盖章后勾选“摘抄已审查盖章”（规则 P079）。')] : [];
    },
  },
  {
    id: 'P080', titleZh: '查阅涉密档案和会议记录须经批准', matrix: ['P080'], outcome: 'needs_approval', source: { seed: '003-15 二4、三4；003-7（一）5' }, parameters: ['archive.consultApprover'], commands: consult,
    sentenceZh: '查阅涉密档案、会议记录，须经办公室负责人批准。', approverZh: '办公室负责人',
    judge: (q) => {
      const c = subjects(q).find((s) => classified(s) || /会议(记录|纪要)/.test(s.title ?? ''));
      // An outsider's approval is asked for by P078, with everything it has to cover.
      if (c === undefined || outsider(q)) return null;
      const approverZh = approverOf[q.profile.text('archive.consultApprover')] ?? '';
      return { ...needsApproval(`需审批。查阅${classified(c) ? `${zh(c.level)}档案` : '会议记录'}须经${approverZh}批准，依据本单位制度（规则 P080）。`, ask), approverZh };
    },
  },
  {
    id: 'P082', titleZh: '干部人事、案件档案另有专人', matrix: ['P082'], outcome: 'deny', source: { seed: '003-15 二6' }, parameters: [], commands: ['archive.consult', 'archive.lendOut', 'carrier.lend', 'carrier.read', 'carrier.circulate', 'carrier.copy', 'carrier.extract', 'carrier.compile', 'carrier.carryOut'],
    sentenceZh: '干部人事档案、案件检查档案由专人按专门手续管理，不作一般查阅。',
    judge: (q) => {
      const c = subjects(q).find((s) => (s.archiveClass === 'personnel' || s.archiveClass === 'case') && s.custodian !== q.actor.name);
      return c === undefined ? null : deny(`不得办理。${called(c)} 是${c.archiveClass === 'case' ? '案件检查档案' : '干部人事档案'}，由${c.custodian ?? '专人'}按专门手续管理，依据本单位制度（规则 P082）。`, `请由${c.custodian ?? '专管人员'}办理。`);
    },
  },
  {
    id: 'P084', titleZh: '档案不给无关人员', matrix: ['P084'], outcome: 'deny', source: { seed: '003-10 33（一）（六）' }, parameters: [], commands: opening,
    sentenceZh: '档案不得借给、不得出示给与工作无关的人员。',
    judge: (q) => (q.input['related'] === false ? deny(`不得办理。查阅内容与${readerZh(q)}的工作无关，依据本单位制度（规则 P084）。`, '请谢绝；对方坚持的，登记拒绝办理。') : null),
  },
  {
    id: 'P081', titleZh: '档案在室内查阅', matrix: ['P081'], outcome: 'needs_approval', source: { seed: 'C21；003-15 二5；003-10 33（二）', law: `${REG}第二十九条第三项` }, parameters: ['archive.loanOut'], commands: ['archive.lendOut', 'carrier.lend'],
    sentenceZh: '档案在档案室查阅；借出档案室是例外，须经主管领导批准，绝密档案不借出。', approverZh: '主管领导',
    judge: (q) => {
      const items = subjects(q).filter(isArchive);
      if (items.length === 0) return null;
      if (q.command === 'carrier.lend') return deny(`不得办理。${called(items[0] as RecordOf<'carriers'>)} 是档案，借出须按档案手续（规则 P081）。`, '请办理档案查阅；确需借出的办理档案借出。');
      const mode = q.profile.text('archive.loanOut');
      if (mode === 'never') return deny('不得借出。本单位规定档案只在室内查阅（规则 P081）。', '请办理档案查阅。');
      if (items.some((c) => c.level === 'top_secret')) return deny(`不得借出。绝密档案只能在指定场所查阅，依据${REG}第二十九条第三项（规则 P081）。`, '请办理档案查阅。');
      if (mode === 'ordinary' && !items.some(classified)) return null;
      return needsApproval(`需审批。档案借出档案室${mode === 'exception' ? '是例外，' : ''}须经主管领导批准，依据本单位制度（规则 P081）。`, `${ask}能在室内看的，改办档案查阅。`);
    },
  },
  {
    id: 'P077', titleZh: '涉密档案只借给原分发范围内的人', matrix: ['P077'], outcome: 'needs_approval', source: { seed: '003-10 33（三）', law: `${LAW}第二十一条第三款` }, parameters: ['archive.outOfListApprover'], commands: lendOut,
    sentenceZh: '涉密档案只借给原分发范围内的人；例外的须经党政办公室批准，知悉范围另按规定扩大。', approverZh: '党政办公室、主要负责人或其指定的人',
    judge: (q) => {
      const p = q.facts.person;
      const c = p === undefined ? undefined : subjects(q).find((s) => classified(s) && !inScope(s, p) && s.wideningForbidden !== 1);
      if (c === undefined) return null;
      const who = approverOf[q.profile.text('archive.outOfListApprover')] ?? '';
      return { ...needsApproval(`需审批。${readerZh(q)}不在 ${called(c)} 原分发范围内，例外借出须经${who}批准，依据本单位制度（规则 P077）。`, ask), approverZh: `${who}、主要负责人或其指定的人` };
    },
  },
  {
    id: 'P075-A', titleZh: '借出档案有应还日期', matrix: ['P075'], outcome: 'effect', source: { seed: '000-3a 二；003-12 3' }, parameters: ['loan.days'], commands: lendOut,
    sentenceZh: '借出的档案按规定借期归还，到期提醒，超期列入今日。',
    effect: (q, planned) => {
      const dueOn = (q.input['dueOn'] as string | undefined) ?? addDays(q.today, q.profile.number('loan.days'));
      return planned.map((c): Change => {
        if (c.kind === 'enter' && c.register === 'archiveUses') return { ...c, values: { ...c.values, dueOn } };
        if (c.kind === 'enter' && c.register === 'loans') return { ...c, values: { ...c.values, dueOn, promisedDueOn: dueOn } };
        return c.kind === 'move' && c.event === 'lent' ? { ...c, set: { ...c.set, dueOn } } : c;
      });
    },
  },
  {
    id: 'P075-B', titleZh: '档案借期不超过规定', matrix: ['P075'], outcome: 'deny', source: { seed: '000-3a 二' }, parameters: ['loan.days'], commands: lendOut,
    sentenceZh: '档案应还日期不早于今天，不超过规定借期。',
    judge: (q) => {
      const due = q.input['dueOn'] as string | undefined;
      const last = addDays(q.today, q.profile.number('loan.days'));
      return due === undefined || (due >= q.today && due <= last) ? null : deny(`不得借出。应还日期 ${due} 不在今天至 ${last} 之间（规则 P075）。`, `请改为 ${last} 以前，到期再办续借。`);
    },
  },
  {
    id: 'P061-A', titleZh: '查阅、摘抄机密以上登记知悉人', matrix: ['P061', 'P079'], outcome: 'effect', source: { seed: '002-B2 15', law: `${REG}第二十条` }, parameters: ['reading.recordFrom'], commands: ['archive.consult', 'archive.lendOut', 'carrier.extract'],
    sentenceZh: '查阅、借出、摘抄机密级以上内容，随即逐件写入知悉登记，外单位人员也在内。',
    effect: (q, planned) => {
      const from = rankOf(q.profile.text('reading.recordFrom') as Level);
      const p: Knower = q.facts.person ?? { id: null, name: readerZh(q), department: (q.input['unit'] as string | undefined) ?? null, personnelClass: null };
      const known = subjects(q).filter((c) => rankOf(c.level) >= from);
      return [...planned, ...known.map((c) => enterRecord(`reading${c.id}`, 'readings', readingValues(q, c, p, planned.some((x) => x.kind === 'enter' && x.key === `loan${c.id}`) ? fromKey(`loan${c.id}`, 'id') : null)))];
    },
  },
  {
    id: 'P083', titleZh: '档案进出有交接，归还即清点归架', matrix: ['P083'], outcome: 'record', source: { seed: '001-T 档案员 2–6' }, parameters: [], commands: ['archive.close', 'archive.move'],
    sentenceZh: '档案移动写明卷数和接收人；归还时清点归架，破损的写明情况。',
    require: (q) => {
      const gaps = [];
      if (q.command === 'archive.move') {
        if (q.input['volumes'] === undefined) gaps.push(gap('volumes', '请填写卷数（规则 P083）。'));
        if (q.input['receivedBy'] === undefined) gaps.push(gap('receivedBy', '请填写接收人，进出都有交接（规则 P083）。'));
        return gaps;
      }
      if (q.input['reshelved'] !== true) gaps.push(gap('reshelved', '请归架后勾选“已归架”（规则 P083）。'));
      if (q.input['intact'] === undefined) gaps.push(gap('intact', '请逐卷清点，写明是否完好（规则 P083）。'));
      if (q.input['intact'] === false && q.input['damage'] === undefined) gaps.push(gap('damage', '有破损缺页的，请写明情况（规则 P083）。'));
      return gaps;
    },
  },
  {
    id: 'P097-E', titleZh: '档案摘抄先办摘抄审批', matrix: ['P097', 'P079'], outcome: 'deny', source: { seed: '003-10 33（七）；003-15 二3' }, parameters: [], commands: ['archive.close'],
    sentenceZh: '从涉密档案摘抄的，先办摘抄登记，归还时才能写明摘抄。',
    judge: (q) => {
      if (q.input['extracts'] === undefined || !subjects(q).some(classified) || (q.facts.extractsMade ?? []).length > 0) return null;
      return deny('不得登记。从涉密档案摘抄，没有摘抄登记，依据本单位制度（规则 P097）。', '请收回摘抄，先办摘抄审批；已经带走的，按 F9 违规登记。');
    },
  },
  ...extractRules,
  ...tripRules,
];
