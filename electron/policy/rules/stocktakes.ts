import type { RecordOf } from '#shared/registers/index.ts';
import { enterRecord } from '../change.ts';
import type { Change } from '../change.ts';
import { isOut } from '../places.ts';
import { heldStates } from '#shared/registers/carriers.ts';
import type { CarrierState } from '#shared/registers/carriers.ts';
import { deny, needsSecond, warn } from '../question.ts';
import type { Question, Rule } from '../question.ts';
import { called } from './subject.ts';

type Carrier = RecordOf<'carriers'>;
const held = (c: Carrier): boolean => heldStates.includes(c.state as CarrierState);
/** Expected, not counted, in nobody's hands: not to be found. */
const notFound = (q: Question): readonly Carrier[] => (q.facts.carriers ?? []).filter((c) => held(c) && !isOut(c) && c.state !== 'missing');
const unconfirmed = (q: Question): readonly Carrier[] => (q.facts.carriers ?? []).filter((c) => held(c) && isOut(c));
const some = (list: readonly Carrier[]): string => `${list.slice(0, 3).map(called).join('、')}${list.length > 3 ? ` 等 ${list.length} 件` : ''}`;

/** What stands beside the scope of a count that was made in the reduced division of work (C26). */
export const reducedZh = '（简化分工）';
const isReduced = (q: Question): boolean => q.profile.text('separation.mode') === 'reduced';

/** Stocktake: a fixed list, an independent eye, a case for everything that is not there (P116–P118). */
export const stocktakeRules: readonly Rule[] = [
  { id: 'P116', titleZh: '账物相符，定期清点', matrix: ['P116'], outcome: 'due', source: { seed: '002-B2 14；003-13 三（三）', law: '每年至少清点一次（二手）' }, parameters: ['stocktake.everyMonths'], commands: [], sentenceZh: '载体按规定周期全面清点，账物相符；一年至少一次。' },
  {
    id: 'P116-S', titleZh: '清点范围里有载体', matrix: ['P116'], outcome: 'deny', source: { seed: '002-B2 14' }, parameters: [], commands: ['stocktake.open'],
    sentenceZh: '清点范围内没有在册载体的，不立清点。',
    judge: (q) => (q.facts.expected?.ids.length === 0 ? deny('不得开始。这个范围里没有在册载体（规则 P116）。', '请核对保管人、位置和密级。') : null),
  },
  {
    id: 'P116-R', titleZh: '清点范围写清楚', matrix: ['P116'], outcome: 'record', source: { seed: '002-B2 14' }, parameters: [], commands: ['stocktake.open'],
    sentenceZh: '部分清点写明范围，抽查写明件数，交接清点写明保管人。',
    require: (q) => {
      const { kind, custodian, place, level, department, sampleSize } = q.input;
      if (kind === 'full' && [custodian, place, level, department].some((v) => v !== undefined)) return [{ path: 'kind', messageZh: '全面清点不限范围。只点一部分的请选“部分清点”（规则 P116）。' }];
      if (kind === 'sample' && sampleSize === undefined) return [{ path: 'sampleSize', messageZh: '请填写抽查件数（规则 P116）。' }];
      if (kind === 'handover' && custodian === undefined) return [{ path: 'custodian', messageZh: '请填写移交的保管人。交接清点按保管人进行（规则 P116）。' }];
      return kind === 'part' && [custodian, place, level, department].every((v) => v === undefined) ? [{ path: 'place', messageZh: '请填写清点范围：位置、保管人、部门或密级（规则 P116）。' }] : [];
    },
  },
  {
    id: 'P117-O', titleZh: '清点人与保管人分开', matrix: ['P117', 'P411'], outcome: 'deny', source: { seed: '004-4（三）' }, parameters: ['stocktake.counter', 'separation.mode'], commands: ['stocktake.open'],
    sentenceZh: '监督人不是保管人，也不是清点人；规定由他人清点的，清点人也不是保管人。简化分工的小单位，保管人可以自行清点。',
    judge: (q) => {
      const { counter, checker, kind } = q.input;
      const keepers = q.facts.expected?.keepers ?? [];
      // The reduced division joins keeper and counter, nothing else; the outside count makes up for it (P411-C).
      const alone = isReduced(q) && checker === counter && kind !== 'handover';
      if (checker === counter && !alone) return deny(`监督人不符。${String(checker)}同时是清点人，须两人到场，依据本单位制度（规则 P117）。`, '请另选监督人。');
      if (keepers.includes(String(checker)) && !alone) return deny(`监督人不符。${String(checker)}是其中载体的保管人，保管人不得监督清点（规则 P117）。`, '请另选不保管这些载体的人。');
      if (q.profile.text('stocktake.counter') === 'independentOnly' && keepers.includes(String(counter))) return deny(`清点人不符。本单位规定由保管人以外的人清点，${String(counter)}是保管人（规则 P117）。`, '请另选清点人。');
      return null;
    },
  },
  {
    id: 'P117-A', titleZh: '监督人能到场确认', matrix: ['P117'], outcome: 'deny', source: { seed: '004-4（三）' }, parameters: [], commands: ['stocktake.open'],
    sentenceZh: '监督人在本机有账户；没有账户的人到结束时无法输入口令，整次清点就白做了。',
    judge: (q) => (q.facts.checkerAccount !== null || (isReduced(q) && q.input['checker'] === q.input['counter']) ? null : deny(`监督人不符。${String(q.input['checker'])}在本机没有账户，结束清点时不能输入口令确认（规则 P117）。`, '请另选有账户的审批领导、审计员等，或请系统管理员先建立账户。')),
  },
  {
    id: 'P117', titleZh: '监督人到场确认', matrix: ['P117'], outcome: 'needs_second_person', source: { seed: '004-4（三）' }, parameters: ['stocktake.counter', 'separation.mode'], commands: ['stocktake.close'],
    sentenceZh: '结束清点由监督人当场输入本人口令。',
    judge: (q) => {
      const checker = q.facts.stocktake?.checker ?? '';
      if (isReduced(q) && checker === q.facts.stocktake?.counter && q.facts.stocktake.kind !== 'handover') return null;
      if (q.second === null) return needsSecond(`需第二人在场。结束清点须监督人${checker}确认（规则 P117）。`, `请${checker}输入账户和口令。`);
      if (q.second.account === q.actor.account || q.second.name !== checker) return deny(`确认人不符。本次监督人是${checker}（规则 P117）。`, `请${checker}输入本人账户和口令；换人的请取消本次清点，另行开始。`);
      return null;
    },
  },
  {
    id: 'P117-M', titleZh: '简化分工的清点有标记', matrix: ['P117', 'P411'], outcome: 'effect', source: { seed: 'C26；004-4（三）' }, parameters: ['separation.mode'], commands: ['stocktake.open'],
    sentenceZh: '简化分工期间开始的清点，范围后标明“简化分工”。',
    effect: (q, planned) => (isReduced(q) ? planned.map((p) => (p.kind === 'enter' && p.register === 'stocktakes' ? { ...p, values: { ...p.values, scopeZh: `${String(p.values['scopeZh']).slice(0, 290)}${reducedZh}` } } : p)) : planned),
  },
  { id: 'P411-C', titleZh: '简化分工须有他人清点', matrix: ['P411', 'P117'], outcome: 'due', source: { seed: 'C26；004-4（三）' }, parameters: ['separation.mode', 'separation.outsideCountMonths'], commands: [], sentenceZh: '简化分工的单位按规定周期由保管人以外的人全面清点一次。' },
  {
    id: 'P116-C', titleZh: '一件只点一次', matrix: ['P116'], outcome: 'deny', source: { seed: '002-B2 14' }, parameters: [], commands: ['stocktake.count'],
    sentenceZh: '同一件不重复清点；要改结果的写明实际位置、在持有人处核实或说明。',
    judge: (q) => {
      const { place, withHolder, explanation } = q.input;
      const carriers = q.facts.carriers ?? [];
      const lines = q.facts.stocktakeLines ?? [];
      if (place !== undefined && carriers.length === 1 && lines.length > 0 && lines[0]?.foundPlace !== place) return null;
      if (withHolder === true || explanation !== undefined) return null;
      const counted = new Set(lines.map((l) => l.carrier));
      if (carriers.length === 0) return lines.length === 0 ? null : deny('已清点过。这个码台账没有，已记为多出（规则 P116）。', '请清点下一件。');
      const again = carriers.find((c) => counted.has(c.id));
      return again === undefined ? null : deny(`已清点过。${called(again)} 本次已清点（规则 P116）。`, '请清点下一件；要改结果的，写明实际位置或说明。');
    },
  },
  {
    id: 'P118-W', titleZh: '缺少的先查再报', matrix: ['P118'], outcome: 'warn', source: { seed: '001-E 6；003-3 1' }, parameters: [], commands: ['stocktake.close'],
    sentenceZh: '还有没清点到的，写明查找情况；结束清点即逐件立案。',
    judge: (q) => {
      const gone = notFound(q);
      return gone.length === 0 ? null : warn(`还有 ${gone.length} 件没有清点到：${some(gone)}。结束清点即逐件报失立案（规则 P118）。`, '请再查一遍；确实没有的，写明查找情况。');
    },
  },
  {
    id: 'P118-H', titleZh: '在外的逐件核实', matrix: ['P118', 'P116'], outcome: 'warn', source: { seed: '001-E 6' }, parameters: [], commands: ['stocktake.close'],
    sentenceZh: '借出、传阅、携带外出的，在持有人处核实；没有核实的写明原因。',
    judge: (q) => {
      const away = unconfirmed(q);
      return away.length === 0 ? null : warn(`还有 ${away.length} 件在外没有核实：${some(away)}（规则 P118）。`, '请凭借据到持有人处核实；不能核实的，写明原因。');
    },
  },
  {
    id: 'P118-E', titleZh: '差异写明处理意见', matrix: ['P118'], outcome: 'record', source: { seed: '001-E 6；003-3 1' }, parameters: [], commands: ['stocktake.close'],
    sentenceZh: '位置不符、多出的逐件说明，或写明处理意见。',
    require: (q) => {
      const open = (q.facts.stocktakeLines ?? []).filter((l) => (l.bucket === 'misplaced' || l.bucket === 'unexpected') && l.explanation === null);
      return open.length === 0 || q.input['action'] !== undefined ? [] : [{ path: 'action', messageZh: `请填写处理意见。位置不符和多出的共 ${open.length} 件没有说明（规则 P118）。` }];
    },
  },
  {
    id: 'P118', titleZh: '缺少的逐件立案', matrix: ['P118', 'P162'], outcome: 'effect', source: { seed: '001-E 6；003-3 1' }, parameters: [], commands: ['stocktake.close'],
    sentenceZh: '清点缺少的载体逐件报失立案，写明清点号和保管人。',
    effect: (q, planned) => {
      const gone = new Map(notFound(q).map((c) => [c.id, c]));
      const s = q.facts.stocktake;
      return planned.flatMap((change): Change[] => {
        const c = change.kind === 'enter' && change.register === 'stocktakeLines' ? gone.get(change.values['carrier'] as number) : undefined;
        if (c === undefined || change.kind !== 'enter') return [change];
        const key = `incident${c.id}`;
        return [
          enterRecord(key, 'incidents', {
            kind: 'missing', carrier: c.id, carrierNumber: c.number, title: c.title, level: c.level, discoveredAt: q.happenedAt, discoveredBy: s?.counter ?? q.actor.name, lastHolder: c.holderName ?? c.custodian,
            account: [`清点 ${s?.number ?? ''} 没有找到。`, q.input.warnReason ?? ''].join(''), chain: `最后持有人 ${c.holderName ?? c.custodian ?? '不详'}，原存 ${c.home ?? '不详'}。`, state: 'searching',
          }),
          { kind: 'move', register: 'carriers', record: c.id, revision: c.revision, set: { state: 'missing', dueOn: null }, event: 'missing', reason: `清点 ${s?.number ?? ''} 没有找到` },
          { ...change, values: { ...change.values, incident: { $from: key, take: 'id' } } },
        ];
      });
    },
  },
];
