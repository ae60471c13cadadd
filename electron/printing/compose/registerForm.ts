// What a register needs to become a ruled page, and the one way all of them are filled.
import type { Level } from '#shared/levels.ts';
import { isStateSecret, markOf } from '#shared/levels.ts';
import type { PrintColumn, PrintFact, PrintRow, RegisterPrint } from '#shared/printing.ts';
import { registerOf } from '#shared/registers/index.ts';
import type { AnyRecord, RecordOf, RegisterKey } from '#shared/registers/index.ts';
import { dayOf } from '#shared/time.ts';
import { baseOf } from './base.ts';
import type { Books } from './books.ts';
import { markSource } from '../../queries/mark.ts';
import { lines } from './books.ts';
import { corrections, withDrafts } from './drafts.ts';
import { markTally } from '../../policy/markTally.ts';
import type { Filled, PrintRequest } from './request.ts';

/** One register on paper. `cells` is pure in its record: it also writes the earlier wordings. */
export type RegisterForm<K extends RegisterKey> = Readonly<{
  register: K;
  formCode: string;
  /** Title on paper; that of the register when absent. */
  titleZh?: string;
  orientation: 'landscape' | 'portrait';
  columns: readonly PrintColumn[];
  cells: (record: RecordOf<K>, books: Books) => Record<string, string>;
  /** The day a line belongs to, for 登记期间. */
  day: (record: RecordOf<K>) => string | null;
  /** Kind, unit and number for the totals; no totals when absent. */
  total?: (record: RecordOf<K>) => readonly [kindZh: string, unitZh: string, count: number] | null;
  countLabelZh?: string;
  signatures: readonly string[];
  notes?: readonly string[];
}>;

/** Level and period one line brings to the mark; where they come from is settled in one place for screen and paper. */
export function ownMark(register: RegisterKey, record: AnyRecord, books: Books): readonly (readonly [Level | null, string | null])[] {
  const source = markSource(register);
  if (source === null) return [];
  const several = source.list === null ? null : record[source.list];
  if (Array.isArray(several) && several.length > 0) return (several as number[]).map((id) => [books.carrier(id)?.level ?? null, books.carrier(id)?.secrecyPeriod ?? null]);
  const carrier = source.carrier && typeof record['carrier'] === 'number' ? books.carrier(record['carrier']) : null;
  return [[source.level ? (record['level'] as Level | null) : (carrier?.level ?? null), (record['secrecyPeriod'] as string | null | undefined) ?? carrier?.secrecyPeriod ?? null]];
}

/** A line that itself holds a state secret, or points to one. */
export const isClassified = (register: RegisterKey, record: AnyRecord, books: Books): boolean => ownMark(register, record, books).some(([level]) => level !== null && isStateSecret(level));

type Extra = Readonly<{ titleZh?: string; facts?: readonly PrintFact[]; serialZh?: string; blankRows?: (rows: number) => number; moreMarks?: readonly (readonly [Level | null, string | null])[] }>;

/** Fills a register form with the lines a request chooses. The first line of each record carries the running number. */
export function fillRegister<K extends RegisterKey>(form: RegisterForm<K>, books: Books, request: PrintRequest, extra: Extra = {}): Filled {
  const tally = markTally(books.profile, books.today);
  for (const [level, period] of extra.moreMarks ?? []) tally.add(level, period);
  const totals = new Map<string, { unitZh: string; count: number }>();
  const noted = corrections();
  const rows: PrintRow[] = [];
  let count = 0;
  let classified = 0;
  let from: string | null = null;
  let to: string | null = null;
  for (const record of lines(books, form.register, request)) {
    count++;
    const no = String(count);
    const of = record as unknown as AnyRecord;
    rows.push(...withDrafts(books, form.register, of, (r) => ({ no, ...form.cells(r as unknown as RecordOf<K>, books) }), request.history !== false, noted));
    const marks = ownMark(form.register, of, books);
    for (const [level, period] of marks) tally.add(level, period);
    if (marks.some(([level]) => level !== null && isStateSecret(level))) classified++;
    const day = form.day(record);
    if (day !== null && (from === null || day < from)) from = day;
    if (day !== null && (to === null || day > to)) to = day;
    const total = form.total?.(record) ?? null;
    if (total !== null) {
      const [kind, unitZh, n] = total;
      const sum = totals.get(kind) ?? { unitZh, count: 0 };
      sum.count += n;
      totals.set(kind, sum);
    }
  }
  const spec = registerOf(form.register);
  const titleZh = extra.titleZh ?? form.titleZh ?? spec.title;
  const level = tally.level();
  const secrecyPeriod = tally.period();
  const blankRows = extra.blankRows?.(rows.length) ?? 0;
  return {
    formCode: form.formCode, titleZh, rows: count, classified, level, secrecyPeriod,
    draft: (foot): RegisterPrint => ({
      form: 'register', register: spec.id, ...baseOf(books, form.formCode, titleZh, markOf(level, secrecyPeriod), foot), ...(extra.serialZh === undefined ? {} : { serialZh: extra.serialZh }), orientation: form.orientation,
      ...(from === null || to === null || extra.facts !== undefined ? {} : { periodFrom: from, periodTo: to }), count, ...(form.countLabelZh === undefined ? {} : { countLabelZh: form.countLabelZh }), columns: form.columns, rows,
      ...(form.total === undefined || count === 0 ? {} : { totals: [...totals].map(([kindZh, t]) => ({ kindZh, ...t })) }),
      ...(extra.facts === undefined ? {} : { facts: extra.facts }), ...(blankRows > 0 ? { blankRows } : {}), notes: [...(form.notes ?? []), ...noted.notes()], signatures: form.signatures,
    }),
  };
}

/** The day of a moment, for 登记期间. */
export const dayOrNull = (instant: string | null): string | null => (instant === null ? null : dayOf(instant));

export const no: PrintColumn = { key: 'no', titleZh: '序\n号', width: '8mm' };
export const number = (titleZh: string, width: PrintColumn['width'] = '23.5mm'): PrintColumn => ({ key: 'number', titleZh, width, code: true, nowrap: true });
export const levelColumn: PrintColumn = { key: 'level', titleZh: '密级★\n期限', width: '19mm', nowrap: true };
export const remark = (width: PrintColumn['width'] = '14mm'): PrintColumn => ({ key: 'remark', titleZh: '备注', width });
export const ink = (key: string, titleZh: string, width: PrintColumn['width'] = '15mm'): PrintColumn => ({ key, titleZh, width, ink: true });
