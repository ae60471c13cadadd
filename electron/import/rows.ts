import type { FieldValue, LedgerRow, RowProblem } from '#shared/import.ts';
import { readDate, readMoment, yearIn, type DateContext } from './dates.ts';
import { readDocNumber, splitTitle } from './docNumbers.ts';
import { mergedCells } from './fillDown.ts';
import type { Cell, Grid, GridRow } from './grid.ts';
import { headingKey, type Heading } from './headings.ts';
import { readLevel, readPeriod } from './levels.ts';
import { lineJudge } from './lineKinds.ts';
import { readName } from './names.ts';
import { readCount } from './numbers.ts';
import type { ImportField, ImportTarget } from './fields.ts';
import { fold, isBlankWord, isDitto, quoted, tidy, tidyNumber, withoutLabel } from './text.ts';

export type RowContext = Readonly<{ grid: Grid; heading: Heading; target: ImportTarget; fileName: string; now: Date }>;
type Values = Record<string, FieldValue>;
type Found = RowProblem & { rejects?: boolean };

/** Reads every row below the heading. Blank rows behind the last filled one are not mentioned. */
export function readRows(context: RowContext): LedgerRow[] {
  const { grid, heading, target } = context;
  const merged = mergedCells(grid, heading);
  const columns = [...heading.fields].toSorted(([a], [b]) => a - b).flatMap(([column, code]) => {
    const field = target.fields.find((f) => f.code === code);
    return field === undefined ? [] : [{ column, field, labels: [field.zh, ...field.synonyms].map(fold) }];
  });
  const shownColumns = [...heading.texts.keys()];
  const titleYear = yearOfSheet(context);
  const judgeLine = lineJudge(heading);
  const above = new Map<number, Cell>();
  let lastYear: number | undefined;
  const rows: LedgerRow[] = [];

  for (const source of withoutTrailingBlanks(grid.rows.filter((r) => r.row > heading.to))) {
    const reason = judgeLine(source, merged.isAcross(source.row));
    if (reason !== null) {
      rows.push({ row: source.row, status: 'skipped', values: {}, problems: [{ code: reason.code, messageZh: reason.messageZh }] });
      continue;
    }
    const problems: Found[] = [];
    const cells = new Map<number, Cell>();
    for (const { column, field } of columns) {
      const own = source.cells[column];
      const stands = own ?? merged.cellAt(source.row, column);
      const cell = stands !== undefined && isDitto(stands.text) ? above.get(column) : stands;
      if (stands !== undefined && cell === undefined) problems.push({ field: field.code, code: 'dittoNothing', messageZh: `${field.zh}写的是同上，上面却没有可以照抄的内容，没有填入；请补填。` });
      if (cell !== undefined) {
        cells.set(column, cell);
        above.set(column, cell);
      } else above.delete(column);
    }
    const year = titleYear ?? docNumberYear(columns, cells) ?? (lastYear === undefined ? undefined : { value: lastYear, from: '上一行' });
    const { values, problems: read } = readValues(columns, cells, context, year);
    problems.push(...read);
    problems.push(...judgeRow(values, columns, target, problems));
    for (const { field } of columns) if (field.kind === 'date' && field.past === true) lastYear = Number(String(values[field.code] ?? '').slice(0, 4)) || lastYear;

    const status = problems.some((p) => p.rejects === true) ? 'rejected' : problems.length > 0 ? 'doubt' : 'ok';
    const row: LedgerRow = { row: source.row, status, values, problems: problems.map(({ field, code, messageZh }) => (field === undefined ? { code, messageZh } : { field, code, messageZh })) };
    if (status !== 'ok') row.read = shownColumns.map((c) => (source.cells[c] ?? merged.cellAt(source.row, c))?.text ?? '');
    rows.push(row);
  }
  return rows;
}

type ReadColumn = Readonly<{ column: number; field: ImportField; labels: readonly string[] }>;

function readValues(columns: readonly ReadColumn[], cells: ReadonlyMap<number, Cell>, context: RowContext, year: DateContext['year']): { values: Values; problems: Found[] } {
  const values: Values = {};
  const problems: Found[] = [];
  let markedPeriod = '';
  for (const { column, field, labels } of columns) {
    const cell = cells.get(column);
    values[field.code] = '';
    if (cell === undefined) continue;
    const report = (code: string, messageZh: string, rejects = false) => problems.push({ field: field.code, code, messageZh, rejects });
    if (cell.broken === true) {
      report('cellBroken', `${field.zh}的单元格是公式或引用，没有存下结果（${quoted(cell.text)}），没有填入；请在表格软件中改成数值后重新导入。`);
      continue;
    }
    // A leading apostrophe is how spreadsheets (and our own list of rejected rows) keep text from becoming a formula.
    const plain = cell.text.replace(/^'(?=[=+\-@])/, '');
    const text = withoutLabel(plain.trim(), labels);
    if (isBlankWord(text) && field.kind !== 'level') continue;
    if (text.includes('\uFFFD')) report('characterLost', `${field.zh}里有认不出的字（显示为“�”），多半是文件的编码已损坏；请对照原件改正。`);
    else if (/[\uE000-\uF8FF]/.test(text)) report('characterPrivate', `${field.zh}里有自造字，在别的终端上会显示成空白或别的字；请换成标准字，或在备注里写明。`);
    const dates: DateContext = { label: field.zh, date1904: context.grid.date1904, now: context.now, ...(year === undefined ? {} : { year }), past: field.past === true };
    switch (field.kind) {
      case 'date':
      case 'moment': {
        const [from, until] = field.kind === 'moment' ? timeSpan(text) : [text, undefined];
        const asRead = cell.number === undefined ? { text: from } : cell;
        const reading = field.kind === 'date' ? readDate(asRead, dates) : readMoment(asRead, dates);
        values[field.code] = reading.value;
        for (const p of reading.problems) report(p.code, p.messageZh);
        if (until !== undefined && field.code === 'startAt') values['endAt'] = readMoment({ text: until }, dates).value;
        break;
      }
      case 'level': {
        const reading = readLevel(text, field.zh);
        values[field.code] = reading.level;
        markedPeriod = reading.period;
        if (reading.problem !== undefined) report(reading.problem.code, reading.problem.messageZh, reading.problem.rejects);
        break;
      }
      case 'count': {
        const count = cell.number !== undefined && Number.isInteger(cell.number) && cell.number >= 0 && cell.number < 10_000_000 ? cell.number : readCount(text);
        values[field.code] = count ?? '';
        if (count === null) report('countUnreadable', `${field.zh}读到${quoted(text)}，不是一个整数，没有填入；请写成“2”或“2份”。`);
        break;
      }
      case 'personnelClass': {
        const word = (['核心', '重要', '一般'] as const).filter((w) => fold(text).includes(w));
        values[field.code] = word.length === 1 ? (word[0] ?? '') : '';
        if (word.length !== 1) report('classUnreadable', `${field.zh}读到${quoted(text)}，涉密人员只分核心、重要、一般三类（保守国家秘密法第四十三条），没有填入；请按岗位确定后补填。`);
        break;
      }
      default:
        values[field.code] = readPlain(field, text);
    }
  }
  const titled = columns.find((c) => c.field.code === 'title');
  const together = titled !== undefined && /文号|字号/.test(context.heading.texts.get(titled.column) ?? '') && !columns.some((c) => c.field.code === 'docNumber');
  if (together && context.target.fields.some((f) => f.code === 'docNumber')) {
    const { title, docNumber } = splitTitle(String(values['title'] ?? ''));
    values['title'] = title;
    values['docNumber'] = docNumber;
  }
  const hasPeriod = columns.some((c) => c.field.code === 'secrecyPeriod');
  if (columns.some((c) => c.field.kind === 'level') && context.target.fields.some((f) => f.code === 'secrecyPeriod')) {
    const own = hasPeriod ? String(values['secrecyPeriod'] ?? '') : '';
    if (own !== '' && markedPeriod !== '' && own !== markedPeriod) {
      problems.push({ field: 'secrecyPeriod', code: 'periodConflict', messageZh: `保密期限两处不同：密级栏写${quoted(markedPeriod)}，保密期限栏写${quoted(own)}，已按保密期限栏填入；请对照原件核对。` });
    }
    values['secrecyPeriod'] = own === '' ? markedPeriod : own;
  }
  return { values, problems };
}

function readPlain(field: ImportField, text: string): string {
  switch (field.kind) {
    case 'docNumber':
      return readDocNumber(text);
    case 'name':
      return readName(text);
    case 'number':
      return tidyNumber(text);
    case 'period':
      return readPeriod(text);
    case 'phone':
      return fold(text);
    default:
      return tidy(text);
  }
}

/** What only the whole row shows: a required field left blank, an expected one missing, nothing but a title. */
function judgeRow(values: Values, columns: readonly ReadColumn[], target: ImportTarget, before: readonly Found[]): Found[] {
  const problems: Found[] = [];
  for (const f of target.fields) {
    if (f.required === true && (values[f.code] ?? '') === '') {
      problems.push({ field: f.code, code: 'required', rejects: true, messageZh: `${f.zh}没有填写，${target.zh}的每一条都要有${f.zh}，没有取入；请补填后重新导入。` });
    }
  }
  for (const { field } of columns) {
    // Where reading the cell already failed, "missing" would say nothing new.
    if (field.expected === true && values[field.code] === '' && !before.some((p) => p.field === field.code)) {
      problems.push({ field: field.code, code: 'missing', messageZh: `${field.zh}缺：这一格没有填写，已按未填取入；请补填，或确认确实不知道。` });
    }
  }
  const filled = columns.filter((c) => (values[c.field.code] ?? '') !== '');
  if (columns.length > 3 && filled.length === 1 && problems.length === 0) problems.push({ code: 'sparse', messageZh: `这一行只有${filled[0]?.field.zh ?? '一格'}，其余都是空的，可能是说明文字；请确认是否为一条登记。` });
  return problems;
}

/** 8:30-10:00 → its two ends. */
function timeSpan(text: string): [string, string | undefined] {
  const found = /^(.*\d{1,2}[:：时点]\d{0,2}分?)\s*(?:[-—–~～]+|至|到)\s*(\d{1,2}[:：时点]\d{0,2}分?)$/u.exec(text.trim());
  return found === null ? [text, undefined] : [found[1] ?? text, found[2]];
}

/** 表名年份: the lines above the heading, then the sheet's name, then the file's name. */
function yearOfSheet({ grid, heading, fileName }: RowContext): DateContext['year'] {
  const title = grid.rows.filter((r) => r.row < heading.from).flatMap((r) => r.cells.flatMap((c) => (c === undefined ? [] : [c.text])));
  for (const text of title) {
    const value = yearIn(text);
    if (value !== undefined) return { value, from: '表名' };
  }
  const sheet = yearIn(grid.name);
  if (sheet !== undefined) return { value: sheet, from: '表名' };
  const file = yearIn(fileName);
  return file === undefined ? undefined : { value: file, from: '文件名' };
}

function docNumberYear(columns: readonly ReadColumn[], cells: ReadonlyMap<number, Cell>): DateContext['year'] {
  const column = columns.find((c) => c.field.kind === 'docNumber')?.column;
  const text = column === undefined ? undefined : cells.get(column)?.text;
  const year = text === undefined ? null : /〔(\d{4})〕/.exec(readDocNumber(text));
  return year === null ? undefined : { value: Number(year[1]), from: '文号' };
}

function withoutTrailingBlanks(rows: readonly GridRow[]): readonly GridRow[] {
  return rows.slice(0, rows.findLastIndex((r) => r.cells.some((c) => c !== undefined)) + 1);
}

/** Heading → field code, for the preview. */
export function mappingOf(heading: Heading): Record<string, string> {
  return Object.fromEntries([...heading.fields].toSorted(([a], [b]) => a - b).map(([column, field]) => [heading.texts.get(column) ?? headingKey(String(column)), field]));
}
