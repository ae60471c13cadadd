import { isStateSecret, levelZh, rankOf } from '#shared/levels.ts';
import type { StateSecretLevel } from '#shared/levels.ts';
import { heldStates } from '#shared/registers/carriers.ts';
import type { CarrierState } from '#shared/registers/carriers.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { keyOfLevel } from '../parameters.ts';
import { periodEnd } from '../period.ts';
import { LAW, REG } from '../question.ts';
import { declare } from './declare.ts';
import type { StandingRule } from './declare.ts';

type Carrier = RecordOf<'carriers'>;

export const isHeld = (c: Carrier): boolean => heldStates.includes(c.state as CarrierState);
/** The level of a state secret that this unit holds; null for everything else. */
export const secretHeld = (c: Carrier): StateSecretLevel | null => (isHeld(c) && isStateSecret(c.level) ? c.level : null);

const secret = (c: Carrier, judge: (level: StateSecretLevel) => string | null): string | null => {
  const level = secretHeld(c);
  return level === null ? null : judge(level);
};

const onCarriers = (rule: Omit<StandingRule<'carriers'>, 'register'>): StandingRule => declare({ register: 'carriers', ...rule });

/** How much longer than the law allows this period is, in words; null when it is not, or cannot be told. */
function tooLong(c: Carrier, years: number): string | null {
  const figure = Number.parseInt(c.secrecyPeriod ?? '', 10);
  if (c.periodForm === 'years') return figure > years ? `${figure} 年` : null;
  if (c.periodForm === 'months') return figure > years * 12 ? `${figure} 个月` : null;
  if (c.periodForm !== 'date' || c.periodEndsOn === null || c.issuedOn === null) return null;
  const last = periodEnd({ years }, c.issuedOn, c.issuedOn);
  return last !== null && c.periodEndsOn > last ? `至 ${c.periodEndsOn}` : null;
}

const copied: readonly string[] = ['copied', 'extracted', 'compiled', 'proof'];

/** What a mark has to say, whether the mark can be true, and who may know (2.1). */
export const levelStandingRules: readonly StandingRule[] = [
  onCarriers({
    id: 'BOOK-TERMINAL', matrix: ['P168'], titleZh: '密级高于本机', source: { law: `${REG}第三十四条` }, parameters: ['terminal.level'],
    sentenceZh: '本机不存储高于本机密级的内容。',
    look: (c, k) => secret(c, (l) => (rankOf(l) > rankOf(k.terminal.level) ? `本件${levelZh[l]}，高于本机${levelZh[k.terminal.level]}，依据${REG}第三十四条。请在相应密级的终端登记，本条核对密级后更正。` : null)),
  }),
  onCarriers({
    id: 'BOOK-REGIME', matrix: ['P001', 'P007'], titleZh: '密级与性质不符', source: { law: `${LAW}第十四条` }, parameters: [],
    sentenceZh: '有国家秘密密级的性质为国家秘密，性质为国家秘密的有密级。',
    look: (c) => {
      if (!isHeld(c) || c.provisional === 1) return null;
      if (isStateSecret(c.level) && c.regime !== null && c.regime !== 'state_secret') return `本件标${levelZh[c.level]}，性质却不是国家秘密，依据${LAW}第十四条。请核对原件标志，办理更正或变更密级。`;
      return c.regime === 'state_secret' && !isStateSecret(c.level) ? `性质为国家秘密而没有密级，依据${LAW}第十四条。请核对原件标志，补定密级或更正性质。` : null;
    },
  }),
  onCarriers({
    id: 'BOOK-PERIOD', matrix: ['P002'], titleZh: '没有保密期限', source: { law: `${LAW}第二十条` }, parameters: ['period.unmarkedAs'],
    sentenceZh: '国家秘密载体都有保密期限；没有标明的，按本单位规定的办法处理。',
    look: (c) => secret(c, (l) => (c.periodEndsOn === null && (c.secrecyPeriod === null || c.periodForm === null || c.periodForm === 'unmarked') ? `${levelZh[l]}件没有保密期限，依据${LAW}第二十条。请核对原件标志；原件没有标明的，向制发机关查询。` : null)),
  }),
  onCarriers({
    id: 'BOOK-PERIOD-MAX', matrix: ['P002'], titleZh: '保密期限超过上限', source: { law: `${LAW}第二十条` }, parameters: ['period.maxYears.topSecret', 'period.maxYears.secret', 'period.maxYears.confidential'],
    sentenceZh: '保密期限不超过该密级的上限；另有规定的写明依据。',
    look: (c, k) => secret(c, (l) => {
      const years = k.profile.number(`period.maxYears.${keyOfLevel(l)}`);
      const long = c.periodBasis === null ? tooLong(c, years) : null;
      return long === null ? null : `保密期限${long}，超过${levelZh[l]}上限 ${years} 年，没有写明依据，依据${LAW}第二十条。请核对原件标志，补填依据或更正期限。`;
    }),
  }),
  onCarriers({
    id: 'BOOK-ENDED', matrix: ['P005'], titleZh: '期限已满仍列为国家秘密', source: { law: `${LAW}第二十四条` }, parameters: ['period.expiryHandling'],
    sentenceZh: '保密期限届满的，核对有无延长后解密。',
    look: (c, k) => secret(c, (l) => (c.periodEndsOn !== null && c.periodEndsOn < k.today ? `保密期限已于 ${c.periodEndsOn} 届满，仍列为${levelZh[l]}，依据${LAW}第二十四条。请核对有无延长通知，办理解密或延长。` : null)),
  }),
  onCarriers({
    id: 'BOOK-SERIAL', matrix: ['P011'], titleZh: '没有份号', source: { seed: '000-1M 30', law: `${REG}第二十七条第二项` }, parameters: ['copySerial.levels'],
    sentenceZh: '绝密、机密纸质载体每份有份号。',
    look: (c, k) => secret(c, (l) => (c.carrierKind === 'paper' && c.copySerial === null && (c.docNumber !== null || c.issuer !== null) && k.profile.list('copySerial.levels').includes(l) ? `${levelZh[l]}件没有份号，依据${REG}第二十七条第二项。请核对原件，更正时补填份号；原件没有的，写明情况。` : null)),
  }),
  onCarriers({
    id: 'BOOK-SCOPE', matrix: ['P012'], titleZh: '知悉范围没有写到人', source: { seed: '002-B2 15', law: `${LAW}第二十一条` }, parameters: ['scope.granularity'],
    sentenceZh: '知悉范围限定到具体人员；只到单位的，由单位再限定到人。',
    look: (c) => secret(c, (l) => {
      if ((c.accessScope ?? []).length > 0) return null;
      return c.scopeUnit === null ? `${levelZh[l]}件没有知悉范围，依据${LAW}第二十一条。请办理确定知悉范围。` : `知悉范围只到${c.scopeUnit}，没有写到人，依据${LAW}第二十一条。请办理确定知悉范围。`;
    }),
  }),
  onCarriers({
    id: 'BOOK-CHILD', matrix: ['P087'], titleZh: '复制件与母件密级不符', source: { law: `${REG}第二十七条第五项` }, parameters: [],
    sentenceZh: '复制、摘抄、汇编所得的密级与母件相同，不改变密级、期限和知悉范围。',
    look: (c, k) => {
      if (!isHeld(c) || c.parent === null || !copied.includes(c.source ?? '')) return null;
      const parent = k.carrier(c.parent);
      if (parent === null || (!isStateSecret(parent.level) && !isStateSecret(c.level)) || parent.level === c.level) return null;
      // A compilation takes the highest of its sources, and a proof of a run that has been levelled down keeps its own.
      const higher = rankOf(c.level) > rankOf(parent.level);
      if (higher && c.source === 'compiled') return null;
      const of = (x: Carrier): string => (x.level === null ? '没有密级' : levelZh[x.level]);
      return `本件${of(c)}，母件 ${parent.number ?? ''} ${of(parent)}，${higher ? '高于' : '低于'}母件，依据${REG}第二十七条第五项。请核对两件的标志，办理变更密级。`;
    },
  }),
];
