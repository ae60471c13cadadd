import { Buffer } from 'node:buffer';
import type { ImportTargetId, LedgerPreview, LedgerSheet, RowStatus } from '#shared/import.ts';
import { markDuplicates } from './duplicates.ts';
import type { Grid } from './grid.ts';
import { findHeading, headingKey, type AskedMapping, type Heading } from './headings.ts';
import { openWorkbook } from './openWorkbook.ts';
import { ImportRefusal } from './refusal.ts';
import { takenAlready } from './rejects.ts';
import { mappingOf, readRows } from './rows.ts';
import type { ImportTarget } from './fields.ts';
import { targetOf } from './targets.ts';

export type ReadOptions = Readonly<{
  /** Read this sheet only, hidden or not. */
  sheet?: string;
  /** Heading → field code, over what is found automatically; '' leaves a column out. */
  mapping?: Readonly<Record<string, string>>;
  /** Today, for two-digit years and days that lie ahead. */
  now?: Date;
}>;

/**
 * Bytes of a ledger to rows and problems, for the register `target`. Reads only; nothing is stored, `counts.created` is 0.
 * Throws ImportRefusal with a sentence when the file as a whole cannot be read: damaged, too large, no heading found, no
 * column for a field every record must have. `fileName` is shown and searched for a year, never opened.
 */
export function readLedger(bytes: Buffer, fileName: string, target: ImportTargetId, options: ReadOptions = {}): LedgerPreview {
  const wanted = targetOf(target);
  const asked = askedOf(options.mapping ?? {}, wanted);
  const named = fileName.split(/[/\\]/).at(-1) ?? fileName;
  const { grids, encoding } = openWorkbook(bytes, named);
  if (options.sheet !== undefined && !grids.some((g) => g.name === options.sheet)) {
    throw new ImportRefusal('sheetMissing', `文件里没有名为“${options.sheet}”的工作表，只有${grids.map((g) => `“${g.name}”`).join('、')}；请从中选择。`);
  }

  const sheets: LedgerSheet[] = [];
  let closest: { grid: Grid; heading: Heading; missing: string } | undefined;
  let asMain = 0;
  for (const grid of grids) {
    const passed = options.sheet === undefined ? whyPassed(grid) : grid.name === options.sheet ? undefined : { code: 'sheetNotChosen', messageZh: '没有选择这张工作表，没有取入。' };
    if (passed !== undefined) {
      sheets.push(skippedSheet(grid.name, passed));
      continue;
    }
    const heading = findHeading(grid, wanted, asked);
    const missing = heading === undefined ? undefined : wanted.fields.find((f) => f.required === true && ![...heading.fields.values()].includes(f.code));
    if (heading === undefined || missing !== undefined) {
      if (heading !== undefined && missing !== undefined) closest ??= { grid, heading, missing: missing.zh };
      sheets.push(skippedSheet(grid.name, { code: 'sheetWithoutHeading', messageZh: `这张工作表里没有${wanted.zh}的标题行，看来是说明或别的表，没有取入。` }, heading));
      continue;
    }
    asMain++;
    sheets.push({
      sheet: grid.name,
      headerRow: heading.from,
      mapping: mappingOf(heading),
      rows: readRows({ grid, heading, target: wanted, fileName: named, now: options.now ?? new Date() }),
      headings: [...heading.texts.values()],
    });
  }
  if (asMain === 0) throw noHeading(wanted, closest, grids);

  markDuplicates(sheets, wanted);
  const counts = { ok: 0, doubt: 0, rejected: 0, skipped: 0, created: 0 } satisfies Record<RowStatus | 'created', number>;
  for (const sheet of sheets) for (const row of sheet.rows) counts[row.status]++;
  return {
    file: named,
    ...(encoding === undefined ? {} : { encoding }),
    sheets,
    labels: Object.fromEntries(wanted.fields.map((f) => [f.code, f.zh])),
    counts,
  };
}

function whyPassed(grid: Grid): { code: string; messageZh: string } | undefined {
  if (grid.hidden) return { code: 'sheetHidden', messageZh: '这张工作表是隐藏的，没有取入；需要时请在表格软件中取消隐藏，或指定只读这张表。' };
  if (grid.rows.length === 0) return { code: 'sheetEmpty', messageZh: '这张工作表是空的，没有可取入的内容。' };
  if (grid.name.startsWith(takenAlready)) return { code: 'sheetTaken', messageZh: '这张工作表列的是上次已经导入、只待核对的行，没有再次取入。' };
  return undefined;
}

function skippedSheet(sheet: string, skipped: { code: string; messageZh: string }, heading?: Heading): LedgerSheet {
  return { sheet, headerRow: 0, mapping: {}, rows: [], skipped, ...(heading === undefined ? {} : { headings: [...heading.texts.values()] }) };
}

function askedOf(mapping: Readonly<Record<string, string>>, target: ImportTarget): AskedMapping {
  const asked = new Map<string, string>();
  for (const [heading, field] of Object.entries(mapping)) {
    if (field !== '' && !target.fields.some((f) => f.code === field)) {
      throw new ImportRefusal('mappingUnknown', `列对应里的“${field}”不是${target.zh}的字段，无法对应；可用的字段有${target.fields.map((f) => `${f.code}（${f.zh}）`).join('、')}。`);
    }
    asked.set(headingKey(heading), field);
  }
  return asked;
}

function noHeading(target: ImportTarget, closest: { grid: Grid; heading: Heading; missing: string } | undefined, grids: readonly Grid[]): ImportRefusal {
  if (closest !== undefined) {
    const headings = [...closest.heading.texts.values()];
    return new ImportRefusal(
      'requiredHeadingMissing',
      `“${closest.grid.name}”第${closest.heading.from}行是标题行，其中没有“${closest.missing}”一列，而${target.zh}的每一条都要有${closest.missing}；请在列对应里指明哪一列是${closest.missing}（现有各列：${headings.slice(0, 20).join('、')}）。`,
      headings,
    );
  }
  const first = grids.find((g) => !g.hidden && g.rows.length > 0);
  if (first === undefined) return new ImportRefusal('empty', '文件里没有任何内容可以导入；请核对是否选错了文件。');
  const headings = (first.rows.find((r) => r.cells.filter((c) => c !== undefined).length > 1) ?? first.rows[0])?.cells.flatMap((c) => (c === undefined ? [] : [c.text.slice(0, 60)])) ?? [];
  return new ImportRefusal('headingMissing', `没有找到${target.zh}的标题行（至少要认出两列，例如“${target.fields[0]?.zh}”“${target.fields.find((f) => f.required === true)?.zh ?? ''}”），无法判断各列是什么；请核对所选的登记簿，或在列对应里逐列指明。`, headings);
}
