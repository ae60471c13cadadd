import { isStateSecret } from '#shared/levels.ts';
import { carrierKinds } from '#shared/registers/carriers.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import type { Change } from '../change.ts';
import { keyOfLevel } from '../parameters.ts';
import { periodEnd, periodFrom } from '../period.ts';
import { deny, LAW, REG, warn } from '../question.ts';
import type { Question, Rule } from '../question.ts';
import { cabinetRanks, cabinetKindZh } from './storage.ts';
import { called, zh } from './subject.ts';

type Carrier = RecordOf<'carriers'>;
const correcting = ['carrier.correct', 'record.correct'] as const;

/** The carrier a correction is about with the new values; null for the other registers. */
function corrected(q: Question): { carrier: Carrier; set: Readonly<Record<string, unknown>> } | null {
  const { carrier } = q.facts;
  return carrier === undefined ? null : { carrier, set: q.input['set'] as Readonly<Record<string, unknown>> };
}
const off = (value: unknown): boolean => value === 0 || value === false || value === null;

/** A correction puts a slip of the pen right. What the acts and the law have made of a carrier is not undone that way. */
export const correctionRules: readonly Rule[] = [
  {
    id: 'P133-C', titleZh: '销毁后的登记锁定', matrix: ['P133'], outcome: 'deny', source: { seed: '001-A 三5', law: '《国家秘密载体销毁管理规定》（二手）' }, parameters: ['destruction.longTermRecords'], commands: correcting,
    sentenceZh: '载体销毁后，登记锁定备查，只能补写备注。',
    judge: (q) => {
      const c = corrected(q);
      if (c === null || c.carrier.state !== 'destroyed' || Object.keys(c.set).every((k) => k === 'note')) return null;
      return deny(`不得更正。${called(c.carrier)} 已销毁，登记锁定，与销毁清册一致（规则 P133）。`, '需要说明的写在备注里。');
    },
  },
  {
    id: 'P009-C', titleZh: '来文不改作本单位制发', matrix: ['P009', 'P005'], outcome: 'deny', source: { seed: '002-B3 3', law: `${LAW}第二十三条、第二十四条` }, parameters: [], commands: correcting,
    sentenceZh: '收到的和旧台账所列别单位的国家秘密，制发机关不能更正为本单位；密级由原定密机关变更。',
    judge: (q) => {
      const c = corrected(q);
      if (c === null || c.set['issuer'] !== q.terminal.organisation || c.carrier.issuer === q.terminal.organisation || (c.carrier.source !== 'received' && c.carrier.source !== 'imported') || !isStateSecret(c.carrier.level)) return null;
      return deny(`不得更正。${called(c.carrier)} 是来文，制发机关改为本单位就成了由本单位定密，依据${LAW}第二十三条（规则 P009）。`, '请按来文填写制发机关；本单位制发的退回件，另行登记。');
    },
  },
  {
    id: 'P011-C', titleZh: '更正后文号份号不重', matrix: ['P011', 'P037'], outcome: 'deny', source: { seed: '000-1M 30', law: `${REG}第二十七条第二项` }, parameters: [], commands: correcting,
    sentenceZh: '更正文号后，不得与另一件的文号、份号都相同。',
    judge: (q) => {
      const same = corrected(q) === null ? undefined : q.facts.duplicates?.[0];
      return same === undefined ? null : deny(`不得更正。文号 ${String((q.input['set'] as Record<string, unknown>)['docNumber'])} 份号 ${same.copySerial ?? ''} 已登记为 ${same.number}，依据${REG}第二十七条第二项（规则 P011）。`, '请核对文号；两件确是一件的，按 F9 违规登记说明重复登记。');
    },
  },
  {
    id: 'P120-K', titleZh: '更正后的柜具够得上密级', matrix: ['P120'], outcome: 'deny', source: { seed: 'C09；002-B2 9', law: '密码柜（二手）' }, parameters: ['storage.cabinetFor.topSecret', 'storage.cabinetFor.secret', 'storage.cabinetFor.confidential'], commands: correcting,
    sentenceZh: '柜具更正后仍须与密级相配；放错了柜的，先移存再登记。',
    judge: (q) => {
      const c = corrected(q);
      const kind = c?.set['cabinetKind'];
      if (c === null || typeof kind !== 'string' || kind === '' || !isStateSecret(c.carrier.level)) return null;
      const need = q.profile.text(`storage.cabinetFor.${keyOfLevel(c.carrier.level)}`);
      if (cabinetRanks.indexOf(kind) >= cabinetRanks.indexOf(need)) return null;
      return deny(`不得更正。${called(c.carrier)} 是${zh(c.carrier.level)}，须用${cabinetKindZh[need] ?? need}（规则 P120）。`, '请先移存到相配的柜具；已经放错的，按 F9 违规登记。');
    },
  },
  {
    id: 'P071-K', titleZh: '文件不改作保密本', matrix: ['P071', 'P045'], outcome: 'deny', source: { seed: '004-3M 5（九）；000-1M 33' }, parameters: [], commands: correcting,
    sentenceZh: '有文号、份号或办过手续的，载体类别不改为保密本，保密本也不改为别的类别。',
    judge: (q) => {
      const c = corrected(q);
      const kind = c?.set['carrierKind'];
      if (c === null || typeof kind !== 'string' || kind === c.carrier.carrierKind || (kind !== 'notebook' && c.carrier.carrierKind !== 'notebook')) return null;
      if (c.carrier.revision === 1 && c.carrier.docNumber === null && c.carrier.copySerial === null) return null;
      return deny(`不得更正。${called(c.carrier)} ${c.carrier.carrierKind === 'notebook' ? '已按保密本办过手续' : '有文号、份号或已办过手续'}，领用保密本不审知悉范围，两类不能互改（规则 P071）。`, '请另行登记，原登记在备注里说明。');
    },
  },
  {
    id: 'P126-C', titleZh: '在外、待销毁的不改类别', matrix: ['P126', 'P129'], outcome: 'deny', source: { seed: '003-12 4' }, parameters: [], commands: correcting,
    sentenceZh: '载体类别只在库时更正；已造册待销毁的，分类件数不得再变。',
    judge: (q) => {
      const c = corrected(q);
      const kind = c?.set['carrierKind'];
      if (c === null || typeof kind !== 'string' || kind === c.carrier.carrierKind || c.carrier.state === 'in_custody' || c.carrier.state === 'archived' || c.carrier.state === 'destroyed') return null;
      return deny(`不得更正。${called(c.carrier)} 不在库或已造册待销毁，不能改为${carrierKinds[kind as keyof typeof carrierKinds] ?? '这一类别'}（规则 P126）。`, c.carrier.state === 'destroy_pending' ? '请先撤销造册，更正后重新造册。' : '请先收回，当面核对后更正。');
    },
  },
  {
    id: 'P045-L', titleZh: '放宽制发机关的限制须有凭据', matrix: ['P045', 'P086', 'P113'], outcome: 'warn', source: { seed: '003-15 一2', law: `${LAW}第二十一条第三款；${REG}第二十七条第五项、第九项` }, parameters: [], commands: correcting,
    sentenceZh: '把“不准复制”“限定范围”“须清退”更正为没有的，写明凭据。',
    judge: (q) => {
      const c = corrected(q);
      if (c === null) return null;
      const lifted = ([['copyingForbidden', '制发机关不准复制'], ['wideningForbidden', '制发机关限定范围'], ['returnRequired', '须清退制发机关']] as const).filter(([k]) => k in c.set && off(c.set[k]) && c.carrier[k] === 1).map(([, zhName]) => zhName);
      return lifted.length === 0 ? null : warn(`更正后不再有“${lifted.join('”“')}”的限制，依据${LAW}第二十一条第三款（规则 P045）。`, '请写明凭据：来文原件所标，或制发机关同意的文号。');
    },
  },
  {
    id: 'P005-C', titleZh: '更正制发日期随改届满日期', matrix: ['P005', 'P002'], outcome: 'effect', source: { seed: '002-B2 11', law: `${LAW}第二十条` }, parameters: [], commands: correcting,
    sentenceZh: '保密期限自制发之日起算，更正制发日期的，届满日期随之重算。',
    effect: (q, planned) => {
      const c = corrected(q)?.carrier;
      if (c === undefined || c.secrecyPeriod === null || c.periodEndsOn === null || (c.periodForm !== 'years' && c.periodForm !== 'months')) return planned;
      return planned.map((change): Change => {
        if (change.kind !== 'move' || change.register !== 'carriers' || change.record !== c.id || !('issuedOn' in change.set)) return change;
        const from = (change.set['issuedOn'] as string | null) ?? c.receivedOn;
        return { ...change, set: { ...change.set, periodEndsOn: periodEnd(periodFrom(c.secrecyPeriod ?? ''), from, q.today) } };
      });
    },
  },
];
