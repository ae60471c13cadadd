import { isStateSecret, levelZh, rankOf } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';
import { outStates } from '#shared/registers/carriers.ts';
import type { CarrierState } from '#shared/registers/carriers.ts';
import { personStatuses } from '#shared/registers/people.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { keyOfLevel } from '../parameters.ts';
import { LAW, REG } from '../question.ts';
import type { Question } from '../question.ts';
import { ineligible } from '../rules/knowledge.ts';
import { inScope } from '../rules/subject.ts';
import { declare } from './declare.ts';
import type { StandingContext, StandingRule } from './declare.ts';
import { isHeld, secretHeld } from './levels.ts';

type Carrier = RecordOf<'carriers'>;
type Person = RecordOf<'persons'>;

const onCarriers = (rule: Omit<StandingRule<'carriers'>, 'register'>): StandingRule => declare({ register: 'carriers', ...rule });

/** Furniture from weak to strong, and as the office calls it. */
const strengths = ['other', 'iron_cabinet', 'archive_room', 'code_cabinet', 'code_safe'];
const kindZh: Readonly<Record<string, string>> = { code_safe: '密码保险柜', code_cabinet: '密码文件柜', iron_cabinet: '铁皮柜', archive_room: '档案库', other: '其他柜具' };

const lies = (c: Carrier): boolean => c.state === 'in_custody' || c.state === 'archived' || c.state === 'in_use';
const closed: readonly string[] = ['destroyed', 'returned', 'transferred', 'withdrawn'];
const gone = (p: Person | null): p is Person => p !== null && (p.status === 'left' || p.status === 'cooling_off' || p.status === 'suspended');
/** What stands against a person's access today; the same list that the desk asks when something is handed out. */
export const gapsOf = (p: Person, k: StandingContext): string[] => ineligible({ profile: k.profile, today: k.today } as Question, p);

/** Who has it; by name where an old ledger was taken over before the person stood in the list. */
const holderOf = (c: Carrier, k: StandingContext): Person | null => (c.holder === null ? k.personNamed(c.holderName) : k.person(c.holder));

/** The paper that a state rests on: without it nobody answers for where the item is. */
function unfounded(c: Carrier, k: StandingContext): string | null {
  switch (c.state) {
    case 'lent': return k.openLoan(c.id) === null && c.holdUntil === null && c.oldNumber === null ? '没有未还的借阅登记' : null;
    case 'circulating': return k.openCirculation(c.id) === null && c.holdUntil === null ? '没有进行中的传阅登记' : null;
    case 'carried_out': return k.isOnTrip(c.id) ? null : '没有未返回的携带外出登记';
    case 'in_transit': return k.isOnTheWay(c.id) || c.consignment === null ? null : '没有在途的投送登记';
    case 'destroy_pending': return k.isListedForDestruction(c.id) || c.oldNumber !== null ? null : '不在待销毁的清册上';
    default: return null;
  }
}

/** Custody: who answers for it, where it lies, who has it (2.2 to 2.9). */
export const keepingStandingRules: readonly StandingRule[] = [
  onCarriers({
    id: 'BOOK-CUSTODIAN', matrix: ['P119'], titleZh: '没有责任人', source: { law: `${REG}第二十七条` }, parameters: [],
    sentenceZh: '在册的涉密载体都有责任人。',
    look: (c) => (secretHeld(c) !== null && (c.custodian ?? '').trim() === '' ? `本件没有责任人，依据${REG}第二十七条。请办理移交，写明由谁保管。` : null),
  }),
  onCarriers({
    id: 'BOOK-KEEPER', matrix: ['P134', 'P137'], titleZh: '责任人不在岗', source: { law: `${LAW}第四十六条` }, parameters: [],
    sentenceZh: '责任人离岗、脱密或被暂停的，名下载体移交他人。',
    look: (c, k) => {
      if (secretHeld(c) === null) return null;
      const p = k.personNamed(c.custodian);
      return gone(p) ? `责任人${p.name ?? ''}${personStatuses[p.status ?? 'left']}，本件仍在其名下，依据${LAW}第四十六条。请清点后办理移交。` : null;
    },
  }),
  onCarriers({
    id: 'BOOK-PLACE', matrix: ['P119', 'P120'], titleZh: '没有存放位置', source: { seed: '002-B2 9', law: `${REG}第二十七条` }, parameters: [],
    sentenceZh: '在库和归档的涉密载体都写明存放位置。',
    look: (c) => (secretHeld(c) !== null && lies(c) && (c.place ?? '').trim() === '' ? `本件在库而没有存放位置，依据${REG}第二十七条。请找到实物，办理存放。` : null),
  }),
  onCarriers({
    id: 'BOOK-CABINET', matrix: ['P120'], titleZh: '柜具达不到要求', source: { seed: 'C09；002-B2 9', law: '密码柜（二手）' }, parameters: ['storage.cabinetFor.topSecret', 'storage.cabinetFor.secret', 'storage.cabinetFor.confidential'],
    sentenceZh: '涉密载体存放在与密级相配的密码柜中。',
    look: (c, k) => {
      const level = secretHeld(c);
      if (level === null || !lies(c) || c.cabinetKind === null) return null;
      const need = k.profile.text(`storage.cabinetFor.${keyOfLevel(level)}`);
      return strengths.indexOf(c.cabinetKind) >= strengths.indexOf(need) ? null : `${levelZh[level]}件存放在${kindZh[c.cabinetKind] ?? c.cabinetKind}，应存放在${kindZh[need] ?? need}（密码柜存放，二手）。请移存合格柜具，办理存放。`;
    },
  }),
  onCarriers({
    id: 'BOOK-CABINET-LEVEL', matrix: ['P120', 'P121'], titleZh: '存放在密级不够的柜中', source: { seed: 'C09；002-B2 9' }, parameters: [],
    sentenceZh: '柜具登记的存放密级不低于柜内载体。',
    look: (c, k) => {
      const level = secretHeld(c);
      const cabinet = level === null || !lies(c) ? null : k.cabinetAt(c.place);
      if (level === null || cabinet === null) return null;
      if (cabinet.ordinary === 1) return `${cabinet.place ?? ''}存放普通材料，本件${levelZh[level]}，依据本单位制度。请移存涉密柜具，办理存放。`;
      return cabinet.level !== null && rankOf(level) > rankOf(cabinet.level) ? `${cabinet.place ?? ''}最高存放${levelZh[cabinet.level]}，本件${levelZh[level]}，依据本单位制度。请移存合格柜具，办理存放。` : null;
    },
  }),
  onCarriers({
    id: 'BOOK-WHEREABOUTS', matrix: ['P075', 'P039', 'P102', 'P105', 'P123'], titleZh: '去向没有依据', source: { law: `${REG}第二十七条第二项` }, parameters: [],
    sentenceZh: '借出、传阅、携带外出、在途、待销毁的载体都有相应的登记。',
    look: (c, k) => {
      const lacks = unfounded(c, k);
      return lacks === null ? null : `台账记为不在库，却${lacks}，依据${REG}第二十七条第二项。请找到实物，补登去向；找不到的办理报失。`;
    },
  }),
  onCarriers({
    id: 'BOOK-MISSING', matrix: ['P152', 'P153'], titleZh: '查找中而没有立案', source: { law: `${LAW}第五十六条` }, parameters: [],
    sentenceZh: '下落不明的载体都有事件登记。',
    look: (c, k) => (c.state === 'missing' && k.casesOf(c.id).length === 0 ? `本件查找中，没有事件登记，依据${LAW}第五十六条。请立即办理报失。` : null),
  }),
  onCarriers({
    id: 'BOOK-GONE', matrix: ['P133', 'P075'], titleZh: '已结的载体仍有人持有', source: { law: `${REG}第二十八条` }, parameters: [],
    sentenceZh: '已销毁、清退、移交的载体没有未还的借阅。',
    look: (c, k) => {
      if (!closed.includes(c.state ?? '')) return null;
      const loan = k.openLoan(c.id);
      return loan === null ? null : `本件已结，借阅 ${loan.number ?? ''} 仍记${loan.borrowerName ?? ''}未还，依据${REG}第二十八条。请查明实物下落；实物仍在的，按违规登记。`;
    },
  }),
  onCarriers({
    id: 'BOOK-DUE', matrix: ['P075'], titleZh: '借出没有应还日期', source: { seed: '003-10 30' }, parameters: ['loan.days'],
    sentenceZh: '借出的载体都有应还日期。',
    look: (c) => (c.state === 'lent' && c.dueOn === null && c.holdUntil === null && secretHeld(c) !== null ? '本件借出而没有应还日期，依据本单位制度。请收回，或办理续借写明日期。' : null),
  }),
  onCarriers({
    id: 'BOOK-HOLDER', matrix: ['P065', 'P314'], titleZh: '持有人已不具备接触条件', source: { law: `${LAW}第四十三条、第四十六条` }, parameters: ['eligibility.checks', 'training.validMonths', 'screening.everyMonths.core', 'screening.everyMonths.important', 'screening.everyMonths.general'],
    sentenceZh: '手中有涉密载体的人具备接触条件。',
    look: (c, k) => {
      if (secretHeld(c) === null || !outStates.includes(c.state as CarrierState)) return null;
      const p = holderOf(c, k);
      const gaps = p === null ? [] : gapsOf(p, k);
      return p === null || gaps.length === 0 ? null : `${p.name ?? ''}${gaps.join('，')}，手中仍有本件，依据${LAW}第四十三条。请立即收回。`;
    },
  }),
  onCarriers({
    id: 'BOOK-TIER', matrix: ['P064'], titleZh: '持有人涉密等级不够', source: { seed: '002-H 35', law: `${LAW}第四十三条` }, parameters: ['reading.tierLevel.core', 'reading.tierLevel.important', 'reading.tierLevel.general'],
    sentenceZh: '持有人的涉密等级与载体密级相当；超出的有审批。',
    look: (c, k) => {
      const level = secretHeld(c);
      const p = level === null || !outStates.includes(c.state as CarrierState) ? null : holderOf(c, k);
      if (level === null || p === null) return null;
      const most = p.personnelClass === null || p.personnelClass === 'none' ? null : (k.profile.text(`reading.tierLevel.${p.personnelClass}`) as Level);
      if (rankOf(level) <= rankOf(most) || k.openLoan(c.id)?.approval != null) return null;
      return `${p.name ?? ''}${most === null ? '不是涉密人员' : `可知悉${levelZh[most]}以下内容`}，手中本件${levelZh[level]}，没有审批，依据${LAW}第四十三条。请收回，或补办审批后再借。`;
    },
  }),
  onCarriers({
    id: 'BOOK-HOLDER-SCOPE', matrix: ['P045', 'P069'], titleZh: '持有人不在知悉范围内', source: { law: `${LAW}第二十一条第三款` }, parameters: [],
    sentenceZh: '持有人在知悉范围内，或有扩大知悉范围的审批。',
    look: (c, k) => {
      const p = secretHeld(c) === null || !outStates.includes(c.state as CarrierState) ? null : holderOf(c, k);
      if (p === null || inScope(c, p) || k.openLoan(c.id)?.approval != null) return null;
      if ((c.accessScope ?? []).length === 0 && c.scopeUnit === null) return null;
      return `${p.name ?? ''}不在知悉范围内，手中有本件，没有审批，依据${LAW}第二十一条第三款。请收回，或补办扩大知悉范围。`;
    },
  }),
  onCarriers({
    id: 'BOOK-READING', matrix: ['P061', 'P413'], titleZh: '交出而没有知悉登记', source: { seed: '002-B2 15', law: `${REG}第二十条` }, parameters: ['reading.recordFrom'],
    sentenceZh: '机密级以上载体交给谁，谁就写进知悉登记。',
    look: (c, k) => {
      const level = secretHeld(c);
      if (level === null || !['lent', 'reading', 'circulating'].includes(c.state ?? '') || rankOf(level) < rankOf(k.profile.text('reading.recordFrom') as Level) || (c.holder === null && c.holderName === null)) return null;
      const known = k.readingsOf(c.id).some((r) => r.state !== 'withdrawn' && (c.holder === null ? r.readerName === c.holderName : r.reader === c.holder));
      return known ? null : `${levelZh[level]}件在${c.holderName ?? '持有人'}手中，没有知悉登记，依据${REG}第二十条。请补办知悉登记，写明补登原因。`;
    },
  }),
  onCarriers({
    id: 'BOOK-MARK', matrix: ['P009'], titleZh: '密级已变而标志未换', source: { law: `${REG}第二十三条` }, parameters: [],
    sentenceZh: '密级变更、解密后，原标志作明显标识并换贴新标志。',
    look: (c) => (isHeld(c) && c.oldMark !== null && c.markApplied !== 1 && c.provisional !== 1 ? `原标志${c.oldMark}还没有更换${isStateSecret(c.level) ? `，现为${levelZh[c.level]}` : ''}，依据${REG}第二十三条。请打印变更标签贴上，再登记已换标志。` : null),
  }),
];
