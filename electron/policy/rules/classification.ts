import { isStateSecret, levelZh, rankOf } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';
import type { Period } from '#shared/contract/inputs.ts';
import type { Change } from '../change.ts';
import { keyOfLevel } from '../parameters.ts';
import { periodEnd, periodText } from '../period.ts';
import { deny, LAW, REG, warn } from '../question.ts';
import type { Question, Rule } from '../question.ts';
import { historyNames } from './history.ts';
import { called, subjects, zh } from './subject.ts';

const entering = ['carrier.enter', 'carrier.receive', 'telegram.receive', 'production.request', 'classification.propose'] as const;
/** Acts that give a period to an item, at entry or later. */
const lasting = [...entering, 'classification.decide', 'classification.change', 'classification.extend'] as const;
const period = (q: Question): Period | undefined => q.input['period'] as Period | undefined;
const level = (q: Question): Level | null => {
  const given = q.input['level'] as Level | null | undefined;
  return given === undefined && q.command.startsWith('classification.') ? (q.facts.classification?.level ?? (q.command === 'classification.propose' ? null : (q.facts.carrier?.level ?? null))) : (given ?? null);
};
/** The day a period is counted from: the issue date, without one the day of written notice (L007). */
const startOf = (q: Question): string | null => (q.input['issuedOn'] as string | undefined) ?? q.facts.carrier?.issuedOn ?? q.facts.carrier?.receivedOn ?? null;
const maxYears = (q: Question, of: Level): number => q.profile.number(`period.maxYears.${keyOfLevel(of)}`);

/** Group 2.1: classification, marking, change. */
export const classificationRules: readonly Rule[] = [
  {
    id: 'P001', titleZh: '密级只有三种，内部、商业秘密另列', matrix: ['P001'], outcome: 'deny', source: { seed: '000-1M 28；003-10 11', law: `${LAW}第十四条` }, parameters: [], commands: entering,
    sentenceZh: '国家秘密须标明绝密、机密、秘密之一；内部、商业秘密和工作秘密不标密级。',
    judge: (q) => {
      const regime = q.input['regime'] as string | undefined;
      const l = level(q);
      if (regime === 'state_secret' && !isStateSecret(l)) return deny(`不得登记。性质为国家秘密而密级为${zh(l)}，依据${LAW}第十四条（规则 P001）。`, '请选定绝密、机密、秘密之一，或改正性质。');
      if (regime !== undefined && regime !== 'state_secret' && isStateSecret(l)) return deny(`不得登记。性质不是国家秘密，不得标${zh(l)}，依据${LAW}第十四条、第二十二条第三款（规则 P001）。`, '请去掉密级，或把性质改为国家秘密。');
      return null;
    },
  },
  {
    id: 'P002', titleZh: '保密期限不超过上限', matrix: ['P002'], outcome: 'deny', source: { seed: '002-B2 11 注2', law: `${LAW}第二十条` }, parameters: ['period.maxYears.topSecret', 'period.maxYears.secret', 'period.maxYears.confidential'], commands: lasting,
    sentenceZh: '绝密不超过三十年、机密不超过二十年、秘密不超过十年；另有规定的写明依据。',
    judge: (q) => {
      const l = level(q);
      const p = period(q);
      if (!isStateSecret(l) || p === undefined || q.input['periodBasis'] !== undefined) return null;
      const max = maxYears(q, l);
      if ('longTerm' in p) return q.historical ? null : deny(`不得登记。长期超过${zh(l)}一般不超过 ${max} 年的上限，依据${LAW}第二十条（规则 P002）。`, '请改期限，或填写另有规定的文号。');
      const issued = startOf(q);
      const last = periodEnd({ years: max }, issued, q.today);
      const end = periodEnd(p, issued, q.today);
      if (end === null || last === null || end <= last) return null;
      if (q.historical) return warn(`保密期限超过上限。${zh(l)}一般不超过 ${max} 年，依据${LAW}第二十条（规则 P002）。`, '请核对旧台账，补填另有规定的文号。');
      return deny(`保密期限超过上限。${zh(l)}一般不超过 ${max} 年，依据${LAW}第二十条（规则 P002）。`, '请改期限，或填写另有规定的文号。');
    },
  },
  {
    id: 'P003', titleZh: '满一年以年计，不满一年以月计', matrix: ['P003'], outcome: 'deny', source: { seed: '002-P 一', law: '密级标志管理规定（二手）' }, parameters: ['period.yearsFromMonths'], commands: lasting,
    sentenceZh: '保密期限一年以上以年为单位，一年以内以月为单位。',
    judge: (q) => {
      const p = period(q);
      if (p === undefined || !('months' in p) || q.historical) return null;
      const from = q.profile.number('period.yearsFromMonths');
      return p.months < from ? null : deny(`不得登记。${p.months} 个月应以年为单位书写，依据本单位制度（规则 P003）。`, `请改写为 ${Math.floor(p.months / 12)} 年等整年期限。`);
    },
  },
  {
    id: 'P004', titleZh: '必有期限、解密时间或解密条件之一', matrix: ['P004'], outcome: 'deny', source: { seed: '002-B2 11 注1', law: `${LAW}第二十条` }, parameters: ['period.formRequired'], commands: entering,
    sentenceZh: '国家秘密须有保密期限、解密时间或解密条件之一；来文未标明的，选“未标明”并按上限保护。',
    judge: (q) => {
      const p = period(q);
      if (!isStateSecret(level(q))) return null;
      if (p !== undefined && 'unmarked' in p && q.command === 'classification.propose') return deny(`不得登记。自行定密须写明保密期限、解密时间或解密条件，不能留作“未标明”，依据${LAW}第二十条（规则 P004）。`, '请填写期限、解密时间或解密条件。');
      if (p !== undefined) return null;
      return deny(`不得登记。${zh(level(q))}没有保密期限、解密时间或解密条件，依据${LAW}第二十条（规则 P004）。`, '请填写期限；来文确未标明的，选“未标明”，按该密级上限保护。');
    },
  },
  {
    id: 'L008', titleZh: '未标期限按上限保护', matrix: ['P002'], outcome: 'effect', source: { law: '密级标志管理规定（二手）' }, parameters: ['period.unmarkedAs', 'period.maxYears.topSecret', 'period.maxYears.secret', 'period.maxYears.confidential'], commands: entering,
    sentenceZh: '未标明保密期限的，绝密按三十年、机密按二十年、秘密按十年保护。',
    effect: (q, planned) => {
      const l = level(q);
      const p = period(q);
      if (!isStateSecret(l) || p === undefined || !('unmarked' in p)) return planned;
      const assumed: Period = { years: maxYears(q, l) };
      return planned.map((c): Change => (c.kind === 'enter' && c.register === 'carriers' ? { ...c, values: { ...c.values, periodEndsOn: periodEnd(assumed, (c.values['issuedOn'] as string | null) ?? (c.values['receivedOn'] as string | null) ?? null, q.today), secrecyPeriod: periodText(assumed), periodForm: 'unmarked' } } : c));
    },
  },
  {
    id: 'P006', titleZh: '无定密权不得自行定密', matrix: ['P006'], outcome: 'deny', source: { seed: '002-B3 2', law: `${LAW}第十七条；${REG}第十七条第二款、第二十五条` }, parameters: ['unit.maxOriginalLevel'], commands: ['carrier.enter', 'production.request', 'classification.decide'],
    sentenceZh: '本单位没有相应定密权的，自制载体定密须写明依据的文件（派生定密）。',
    judge: (q) => {
      const l = level(q);
      if (q.command === 'classification.decide' && (q.input['verdict'] !== 'agreed' || q.facts.classification?.kind === 'derived' || q.facts.classification?.regime !== 'state_secret')) return null;
      // A blank notebook decides nothing: its level says how high the notes in it may be (P071).
      if (q.input['carrierKind'] === 'notebook') return null;
      if (q.historical || (q.command === 'carrier.enter' && q.input['source'] !== 'produced') || !isStateSecret(l) || q.input['basisDocument'] !== undefined) return null;
      const max = q.profile.text('unit.maxOriginalLevel');
      if (max !== 'none' && rankOf(l) <= rankOf(max as Level)) return null;
      return deny(`${q.command === 'classification.decide' ? '不得定密' : '不得登记'}。本单位没有确定${zh(l)}的定密权，依据${LAW}第十七条（规则 P006）。`, '请填写定密所依据的文件；没有依据的，先按拟定密级保护并报有权机关确定。');
    },
  },
  {
    id: 'P007', titleZh: '不是国家秘密不得标密级', matrix: ['P007'], outcome: 'deny', source: { seed: '002-B3 2', law: `${LAW}第二十二条第三款` }, parameters: ['item.regime'], commands: ['carrier.correct', 'record.correct', 'label.print', 'label.applied'],
    sentenceZh: '不属于国家秘密的载体不得作出国家秘密标志。',
    judge: (q) => {
      // What was a secret and is none any more gets its 解密 beside the old mark (P009).
      const bare = q.command.startsWith('label.') ? subjects(q).find((c) => !isStateSecret(c.level) && c.oldMark === null) : undefined;
      if (bare !== undefined) return deny(`不得标密。${called(bare)} 不属于国家秘密，不得作出密级标志，依据${LAW}第二十二条第三款（规则 P007）。`, '请从清单中去掉这一件；若应定密，先办理定密。');
      const c = q.facts.carrier;
      const set = q.input['set'] as Record<string, unknown> | undefined;
      if (c === undefined || set === undefined || isStateSecret(c.level) || !(set['markApplied'] === 1 || set['markApplied'] === true)) return null;
      return deny(`不得标密。${called(c)} 不属于国家秘密，不得作出密级标志，依据${LAW}第二十二条第三款（规则 P007）。`, '请取消“已贴密级标志”；若应定密，先办理定密。');
    },
  },
  {
    id: 'P011', titleZh: '涉密载体逐份编号', matrix: ['P011'], outcome: 'deny', source: { seed: '000-1M 30', law: '份号：二手；每件编号：《实施条例》（2024）第二十七条第二项' }, parameters: ['copySerial.levels'], commands: entering,
    sentenceZh: '绝密、机密每份有自己的份号，秘密没有份号的写明原因，同一文号下份号不得重复。',
    judge: (q) => {
      const l = level(q);
      const kind = (q.input['carrierKind'] as string | undefined) ?? 'paper';
      // A run has no copies yet: they get their serials when it is done (P011-M).
      if (l === null || !isStateSecret(l) || kind !== 'paper' || (q.command !== 'carrier.enter' && q.command !== 'carrier.receive')) return null;
      const given = q.command === 'carrier.receive' ? ((q.input['copySerials'] as string[] | undefined) ?? []) : q.input['copySerial'] === undefined ? [] : [q.input['copySerial'] as string];
      const repeated = given.find((s, i) => given.indexOf(s) !== i);
      if (repeated !== undefined) return deny(`不得登记。份号 ${repeated} 重复，两份不得用同一个号（规则 P011）。`, '请逐份核对份号。');
      const copies = q.command === 'carrier.receive' ? (q.input['copies'] as number) : 1;
      if (given.length >= copies) return null;
      if (q.historical) return warn(`旧台账没有份号。${zh(l)}应逐份编号（规则 P011）。`, '请在清点时补登份号。');
      // 秘密 without numbers comes in and is taken, but nobody overlooks it (K08).
      if (!q.profile.list('copySerial.levels').includes(l)) return warn(`份号不全。${zh(l)}共 ${copies} 份，已填 ${given.length} 个份号，没有份号的以后难以逐份清点（规则 P011）。`, '请按来文逐份填写份号；来文没有份号的，写明原因。');
      return deny(`不得登记。${zh(l)}须逐份登记份号，共 ${copies} 份，已填 ${given.length} 个（规则 P011）。`, '请按来文逐份填写份号。');
    },
  },
  {
    id: 'P012', titleZh: '知悉范围写到人', matrix: ['P012'], outcome: 'warn', source: { seed: '002-B2 15；002-B3 1', law: `${LAW}第二十一条` }, parameters: ['scope.granularity'], commands: entering,
    sentenceZh: '知悉范围应限定到具体人员；只能限定到单位的，由单位再限定到人。',
    judge: (q) => {
      if (!isStateSecret(level(q)) || q.historical) return null;
      const names = (q.input['accessScope'] as string[] | undefined) ?? (q.command === 'classification.propose' ? (q.facts.carrier?.accessScope ?? undefined) : undefined);
      if (names !== undefined && names.length > 0) return null;
      const required = q.profile.text('scope.granularity') === 'personRequired';
      const next = '请填写知悉人员姓名；暂时只能到单位的，写明原因。';
      return required ? deny(`不得登记。知悉范围没有写到人，依据${LAW}第二十一条（规则 P012）。`, next) : warn(`知悉范围没有写到人，依据${LAW}第二十一条（规则 P012）。`, next);
    },
  },
  {
    id: 'P018', titleZh: '无密级党内文件参照密件管理', matrix: ['P018'], outcome: 'effect', source: { seed: '003-7（一）3', law: `${LAW}第二十二条第三款` }, parameters: ['handling.unmarkedPartyDocument'], commands: ['carrier.receive'],
    sentenceZh: '来文没有密级而须参照密件管理的，单独登记为载体保管，但不作密级标志。',
    effect: (q, planned) => {
      if (q.input['asClassified'] !== true || isStateSecret(level(q))) return planned;
      const internal = q.profile.text('handling.unmarkedPartyDocument') === 'asInternal';
      const kept: Readonly<Record<string, Readonly<Record<string, unknown>>>> = internal ? { receipts: { regime: 'internal' }, carriers: { regime: 'internal' } } : { receipts: { regime: 'as_classified' }, carriers: { asClassified: 1 } };
      return planned.map((c): Change => (c.kind === 'enter' && kept[c.register] !== undefined ? { ...c, values: { ...c.values, ...kept[c.register] } } : c));
    },
  },
  {
    id: 'L029', titleZh: '不登记高于终端密级的内容', matrix: ['P168'], outcome: 'deny', source: { law: `${LAW}第三十一条第三项；${REG}第三十二条` }, parameters: ['terminal.level'], commands: ['carrier.enter', 'carrier.receive', 'telegram.receive', ...historyNames, 'production.request', 'computer.register', 'usageLog.open', 'usageLog.close', 'classification.propose', 'classification.decide', 'classification.submit', 'classification.change', 'classification.recordNotice'],
    sentenceZh: '本终端不登记密级高于本机的内容。',
    judge: (q) => {
      const l = (q.input['level'] as Level | null | undefined) ?? null;
      if (rankOf(l) <= rankOf(q.terminal.level)) return null;
      return deny(`不得登记。本终端为${levelZh[q.terminal.level]}级，不能登记${zh(l)}内容，依据${LAW}第三十一条、${REG}第三十二条（规则 L029）。`, `请在${zh(l)}级终端登记。`);
    },
  },
  {
    id: 'L008-A', titleZh: '未标期限的向制发机关查询', matrix: ['P002'], outcome: 'warn', source: { law: '密级标志管理规定（二手）' }, parameters: ['period.unmarkedAs'], commands: ['carrier.enter', 'carrier.receive'],
    sentenceZh: '本单位规定向制发机关查询的，来文未标明保密期限时先查询，答复前按上限保护。',
    judge: (q) => {
      const p = period(q);
      if (q.historical || p === undefined || !('unmarked' in p) || !isStateSecret(level(q)) || q.profile.text('period.unmarkedAs') !== 'askOriginator') return null;
      return warn('来文未标明保密期限。本单位规定先向制发机关查询，答复前按上限保护（规则 L008）。', '请查询后填写期限；已发函查询的写明函号。');
    },
  },
  {
    id: 'L015', titleZh: '密品控制接触范围', matrix: ['P012'], outcome: 'deny', source: { law: `${REG}第三十条` }, parameters: [], commands: ['carrier.enter'],
    sentenceZh: '属于国家秘密的设备、产品及时确定密级和期限，接触范围限定到人。',
    judge: (q) => {
      const names = q.input['accessScope'] as string[] | undefined;
      if (q.input['carrierKind'] !== 'object' || !isStateSecret(level(q)) || q.historical || (names !== undefined && names.length > 0)) return null;
      return deny(`不得登记。密品没有限定接触人员，依据${REG}第三十条（规则 L015）。`, '请在知悉范围填写可以接触的人员姓名。');
    },
  },
  {
    id: 'L016', titleZh: '工作秘密不定密级、不设法定期限', matrix: ['P001', 'P007'], outcome: 'deny', source: { law: `${LAW}第六十四条；${REG}第七十三条` }, parameters: ['item.regime'], commands: ['carrier.enter'],
    sentenceZh: '工作秘密另册登记，不标密级，不定保密期限，不用国家秘密标志。',
    judge: (q) => {
      if (q.input['regime'] !== 'work_secret' || isStateSecret(level(q)) || (period(q) === undefined && q.input['periodBasis'] === undefined)) return null;
      return deny(`不得登记。工作秘密没有法定保密期限，依据${LAW}第六十四条（规则 L016）。`, '请去掉保密期限；属于国家秘密的，先办理定密。');
    },
  },
  {
    id: 'P019', titleZh: '影像录音由指定部门定级', matrix: ['P019'], outcome: 'record', source: { seed: '003-10 32' }, parameters: [], commands: ['carrier.enter'],
    sentenceZh: '领导讲话录音、生产现场影像等由指定部门定级，写明内容和定级部门，由办公室保管。',
    require: (q) => (['film', 'tape'].includes(String(q.input['carrierKind'])) && q.input['source'] === 'produced' && q.input['kindNote'] === undefined && !q.historical ? [{ path: 'kindNote', messageZh: '请填写录音、影像的内容和定级部门（规则 P019）。' }] : []),
  },
  { id: 'P005', titleZh: '期限届满前核对是否延长', matrix: ['P005'], outcome: 'due', source: { seed: '002-B2 11 注3', law: `${LAW}第二十四条` }, parameters: ['period.expiryLeadDays', 'period.expiryCheckDays', 'period.expiryHandling'], commands: [], sentenceZh: '保密期限届满前提醒核对延长通知；届满自行解密，公布须另经审查。' },
  { id: 'P008', titleZh: '密级标志的位置', matrix: ['P008'], outcome: 'computed', source: { seed: '002-B3 3', law: `${REG}第二十一条` }, parameters: ['mark.position.paper', 'mark.position.electronic', 'mark.position.object'], commands: [], sentenceZh: '纸介质标在首页左上角，设备和介质标在壳体及外包装明显处；标签和打印件由程序标出。' },
];
