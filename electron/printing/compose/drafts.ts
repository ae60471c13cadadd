// Earlier wordings of a line: on paper they stand struck through above the line that replaced them; nothing vanishes (P036).
import type { PrintRow } from '#shared/printing.ts';
import type { AnyRecord, RegisterKey } from '#shared/registers/index.ts';
import { dayOf } from '#shared/time.ts';
import { registerOf } from '#shared/registers/index.ts';
import { revisionsOf } from '../../queries/revisions.ts';
import type { Books } from './books.ts';

type Cells = Readonly<Record<string, string>>;
const MOST_NOTES = 40;

/** Collects why lines were corrected, for the notes at the end of the register. */
export type Corrections = { add: (text: string) => void; notes: () => string[] };

export function corrections(): Corrections {
  const all: string[] = [];
  return {
    add: (text) => { all.push(text); },
    notes: () => (all.length <= MOST_NOTES ? all : [...all.slice(0, MOST_NOTES), `其余 ${all.length - MOST_NOTES} 处更正的事由见各条登记。`]),
  };
}

const same = (a: Cells, b: Cells): boolean => Object.keys(b).every((key) => a[key] === b[key]);

/**
 * The rows of one record. A draft whose printed columns do not differ from the next one is not struck (the correction was
 * of something this form does not show) but its reason is still noted.
 */
export function withDrafts(books: Books, register: RegisterKey, record: AnyRecord, cellsOf: (of: AnyRecord) => Cells, history: boolean, noted: Corrections): PrintRow[] {
  const now = cellsOf(record);
  if (!history || record.corrections === 0) return [{ cells: now }];
  const drafts = revisionsOf(books.db, register, record);
  const cells = drafts.map((d) => cellsOf({ ...record, ...d.values }));
  const rows: PrintRow[] = [];
  drafts.forEach((draft, at) => {
    const labels = draft.fields.map((f) => registerOf(register).fields[f]?.label ?? f).join('、');
    noted.add(`${record.number ?? ''} 第${at + 2}稿改正${labels}：${draft.reason ?? ''}（${draft.by ?? ''} ${draft.at === null ? '' : dayOf(draft.at)}）。`);
    const mine = cells[at];
    if (mine === undefined || same(mine, cells[at + 1] ?? now)) return;
    rows.push({ cells: mine, struck: true, noteZh: `第${at + 1}稿\n见下行` });
  });
  rows.push({ cells: now, ...(rows.length === 0 ? {} : { noteZh: `第${drafts.length + 1}稿` }) });
  return rows;
}
