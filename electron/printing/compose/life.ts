// 涉密载体登记卡: one carrier from its receipt to its end, everyone who came to know it, every correction.
import { markOf } from '#shared/levels.ts';
import type { LifeEvent, LifePrint, PrintFact } from '#shared/printing.ts';
import { registers, registerOf } from '#shared/registers/index.ts';
import { showInstant } from '#shared/time.ts';
import { readEntry } from '../../commands/trail.ts';
import { findCarrier } from '../../commands/find.ts';
import { isRefusal } from '../../commands/define.ts';
import { Refused } from '../../queries/define.ts';
import { life } from '../../queries/life.ts';
import { nameOf } from '../../queries/names.ts';
import { bodyOf } from '../../queries/revisions.ts';
import { eventsOf, recordsWhere, trailAt } from '../../vault/read.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { baseOf } from './base.ts';
import type { Books } from './books.ts';
import { refOf } from './books.ts';
import { markTally } from '../../policy/markTally.ts';
import type { Filled, PrintRequest } from './request.ts';
import { docOf, fieldText, kindZh, levelText, volumeOf, whereabouts } from './words.ts';
import { invalid } from '#shared/result.ts';

/** What `record.life` answers, as far as paper shows it. */
type Told = Readonly<{ seq: number; at: string | null; happenedAt: string | null; kindZh: string; actor: string; sentenceZh: string; reason?: string; rules?: readonly string[]; struck?: number }>;

/** The carrier a form is about. Throws Refused when none is named or found. */
export function carrierOf(books: Books, request: PrintRequest): RecordOf<'carriers'> {
  const ref = refOf(request, 'carrier');
  if (ref === null) throw new Refused(invalid({ path: 'filter.carrier', messageZh: '没有指明载体。请填写载体编号后再打印。' }));
  const found = findCarrier(books.db, ref);
  if (isRefusal(found)) throw new Refused(found);
  return found;
}

/** Facts that name a carrier on any form. */
export const carrierFacts = (c: RecordOf<'carriers'>): PrintFact[] => [
  { labelZh: '载体名称', value: c.title ?? '', wide: true },
  { labelZh: '载体编号', value: c.number ?? '' }, { labelZh: '文　　号', value: docOf(c) },
  { labelZh: '密级期限', value: c.periodEndsOn === null ? levelText(c.level, c.secrecyPeriod) : `${levelText(c.level, c.secrecyPeriod)}（${c.periodEndsOn} 止）` }, { labelZh: '份　　号', value: c.copySerial ?? '—' },
];

/** 9 人：闻人录、… */
export const scopeFact = (c: RecordOf<'carriers'>): PrintFact => ({ labelZh: '知悉范围', value: [c.accessScope === null || c.accessScope.length === 0 ? null : `${c.accessScope.length} 人：${c.accessScope.join('、')}`, c.scopeUnit].filter((s) => s !== null).join('；') || '未限定到人', wide: true });

function eventsFor(books: Books, carrier: number): LifeEvent[] {
  const told = life(books, { register: 'carriers', record: carrier }) as readonly Told[];
  const oldest = [...told].reverse();
  return oldest.map((e) => ({
    at: e.happenedAt === null || e.happenedAt === e.at ? showInstant(e.at) : `${showInstant(e.happenedAt)}\n（补登 ${showInstant(e.at)}）`, kindZh: e.kindZh, personZh: e.actor,
    detailZh: [e.sentenceZh, e.reason === undefined || e.sentenceZh.includes(e.reason) ? null : `事由：${e.reason}`].filter((s) => s !== null).join('\n'), chainSeq: e.seq, ...(e.struck === undefined ? {} : { noteZh: '更正' }),
  }));
}

function correctionsFor(books: Books, carrier: number): LifePrint['corrections'] {
  const fields = registerOf('carriers').fields;
  return eventsOf(books.db, 'carriers', carrier).flatMap((event) => {
    const body = bodyOf(event.body);
    if (body.correction !== true || body.set === undefined) return [];
    const row = trailAt(books.db, event.seq);
    const entry = row === null ? null : readEntry(row.entry);
    return Object.entries(body.set).flatMap(([name, after]) => {
      const field = fields[name];
      if (field === undefined) return [];
      return [{ fieldZh: field.label, before: fieldText(field, body.was?.[name]) || '（空）', after: fieldText(field, after) || '（空）', reasonZh: body.reason ?? '', by: entry === null ? '' : nameOf(books.db, entry.actor), at: entry === null ? '' : showInstant(entry.at) }];
    });
  });
}

const how = registers.readings.fields.how.of;

/** Everything the books know of one carrier. Takes `filter {carrier}` or `record`. */
export function carrierLife(books: Books, request: PrintRequest): Filled {
  const c = carrierOf(books, request);
  const tally = markTally(books.profile, books.today);
  tally.add(c.level, c.secrecyPeriod);
  const events = eventsFor(books, c.id);
  const known = recordsWhere(books.db, 'readings', { carrier: c.id }).filter((r) => r.state !== 'withdrawn');
  const titleZh = '涉密载体登记卡（全程）';
  const mark = markOf(tally.level(), tally.period());
  const facts: PrintFact[] = [
    { labelZh: '名　　称', value: c.title ?? '', wide: true }, { labelZh: '制发单位', value: c.issuer ?? '—' }, { labelZh: '文　　号', value: docOf(c) }, { labelZh: '密级期限', value: levelText(c.level, c.secrecyPeriod) }, { labelZh: '届满日期', value: c.periodEndsOn ?? '—' },
    { labelZh: '份　　号', value: c.copySerial ?? '—' }, { labelZh: '类别页数', value: `${kindZh(c.carrierKind).replace('\n', '')}　${volumeOf(c)}` }, { labelZh: '责 任 人', value: c.custodian ?? '' }, { labelZh: '存放位置', value: c.home ?? '' }, scopeFact(c),
  ];
  const corrections = correctionsFor(books, c.id);
  return {
    formCode: 'R01-LK', titleZh, rows: events.length, level: tally.level(), secrecyPeriod: tally.period(),
    draft: (foot): LifePrint => ({
      form: 'life', ...baseOf(books, 'R01-LK', titleZh, mark, foot), carrierNumber: c.number ?? '', stateZh: whereabouts(c).replaceAll('\n', '　'), facts, events, corrections,
      known: known.map((r) => ({ name: r.readerName ?? '', department: r.department ?? '', methodZh: r.how === null ? '' : how[r.how], at: showInstant(r.startedAt), scopeZh: r.inScope === 1 ? '范围内' : (r.approvedBy ?? (r.inScope === 0 ? '范围外' : '')) })),
      signatures: ['保管人', '审核人'],
    }),
  };
}
