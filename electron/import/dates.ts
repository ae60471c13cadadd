import type { Cell } from './grid.ts';
import { chineseNumber } from './numbers.ts';
import { fold, quoted } from './text.ts';

export type DateProblem = Readonly<{ code: string; messageZh: string }>;
export type DateReading = Readonly<{ value: string; problems: readonly DateProblem[] }>;

/** What a date cell may lean on. */
export type DateContext = Readonly<{
  label: string;
  date1904: boolean;
  now: Date;
  /** The year to take where none is written, and where it comes from (表名, 文号…). */
  year?: Readonly<{ value: number; from: string }>;
  /** The day cannot lie ahead (收文日期), unlike a day to return something by. */
  past?: boolean;
}>;

type Parts = { y?: number; m: number; d?: number };
type Spelled = { parts?: Parts; problems: DateProblem[]; time?: string };

const numeral = '[〇○◯零oοо一二三四五六七八九\\d]';
const small = '[〇○零一二三四五六七八九十廿卅\\d]{1,3}';
const separator = '[-./\\\\。,、，·]';
const fullDate = new RegExp(`^(${numeral}{2,4})(?:年|${separator})(${small})(?:月|${separator})(${small})(?:日|号)?$`, 'u');
const yearMonth = new RegExp(`^(?:(${numeral}{2,4})年(${small})月?份?|((?:19|20)\\d{2})${separator}(\\d{1,2})月?份?)$`, 'u');
const monthDay = new RegExp(`^(?:(${small})月(${small})(?:日|号)?|(\\d{1,2})${separator}(\\d{1,2})(?:日|号)?)$`, 'u');
const weekday = /[(（]?(?:星期|周|礼拜)[一二三四五六日天][)）]?/g;
const clock = /(上午|下午|晚上|早上|中午)?(\d{1,2})(?:[:：时点])(?:(半)|(\d{1,2}))?(?:[:：分](\d{1,2}))?(?:\.\d+)?[分秒]?z?$/iu;

/** No date is longer; longer text is not even looked at. */
const longest = 60;

/** Days Excel's calendar can mean in a register: 1927 to 2099. */
const serialFrom = 10_000;
const serialTo = 73_050;

/**
 * Reads one date cell in any of the spellings offices use: Excel dates, bare serial numbers, 2012.5.1, ２０１２．５．１,
 * 20120501, 二〇一二年五月一日, 12.5.1, 5月1日 (year from the context), 2012年5月 (gives 2012-05).
 * Value is ISO, or '' when no date could be read; every guess is a problem that names what was read.
 */
export function readDate(cell: Cell, context: DateContext): DateReading {
  const { label } = context;
  if (cell.number !== undefined && cell.shows !== undefined) return judged(fromFormatted(cell, cell.number, context), cell.text, context);
  const written = cell.number === undefined ? fold(cell.text) : String(cell.number);
  if (written.length > longest) return unreadable(cell.text, context);
  if (/^[0/\-.:]{6,}$/.test(written) && !/[1-9]/.test(written)) {
    return { value: '', problems: [{ code: 'dateZero', messageZh: `${label}读到${quoted(cell.text)}，各位都是零，视为没有填写；请补填，或确认原件上确无日期。` }] };
  }
  if (/^\d{5}(\.\d+)?$/.test(written)) {
    const serial = Number(written);
    if (serial >= serialFrom && serial <= serialTo) {
      const parts = fromSerial(serial, context.date1904 && cell.number !== undefined);
      const problem = { code: 'dateSerial', messageZh: `${label}为序列号：读到${quoted(written)}，单元格没有设成日期格式，已按${iso(parts)}填入；请对照原件核对。` };
      return judged({ parts, problems: [problem] }, cell.text, context);
    }
  }
  return judged(fromText(written, cell.text, context), cell.text, context);
}

/** A point in time: a date, a time, or both. Gives 2012-05-01, 2012-05-01T08:30 or 08:30. */
export function readMoment(cell: Cell, context: DateContext): DateReading {
  if (cell.number !== undefined && cell.shows === 'time') return { value: timeOfDay(cell.number), problems: [] };
  if (cell.number !== undefined && cell.shows !== undefined && cell.number % 1 !== 0) {
    const day = readDate(cell, context);
    return { ...day, value: day.value === '' ? '' : `${day.value}T${timeOfDay(cell.number)}` };
  }
  if (cell.number !== undefined) return readDate(cell, context);
  const written = fold(cell.text);
  if (written.length > longest) return unreadable(cell.text, context);
  const found = clock.exec(written);
  if (found === null) return readDate(cell, context);
  const time = timeFrom(found);
  const before = written.slice(0, found.index).replace(/t$/i, '');
  if (time === null) return unreadable(cell.text, context);
  if (before === '') return { value: time, problems: [] };
  const day = readDate({ text: before }, context);
  return { ...day, value: day.value === '' ? '' : `${day.value}T${time}` };
}

function fromFormatted(cell: Cell, serial: number, context: DateContext): Spelled {
  const parts = fromSerial(serial, context.date1904);
  if (cell.shows === 'month') return { parts: { ...(parts.y === undefined ? {} : { y: parts.y }), m: parts.m }, problems: [] };
  if (cell.shows === 'monthDay' && context.year !== undefined && parts.y !== context.year.value) {
    const { value, from } = context.year;
    const messageZh = `${context.label}缺年份：单元格只显示${quoted(cell.text)}，其中存着${parts.y}年，${from}却是${value}年，已按${iso(parts)}填入；请对照原件核对。`;
    return { parts, problems: [{ code: 'dateYearAssumed', messageZh }] };
  }
  return { parts, problems: [] };
}

function fromText(written: string, shown: string, context: DateContext): Spelled {
  const { label } = context;
  const problems: DateProblem[] = [];
  let said = written.toLowerCase().replace(weekday, '').replace(/t?\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?z?$/, '').replace(/[.。,，、;；]+$/, '').replace(/^['‘’]+/, '');

  const range = /^(.{6,}?\d|.{6,}?日)(?:至|到|~|〜|—|–|--|(?<=[.年].*)-)(.+)$/u.exec(said);
  if (range !== null && fullDate.test(range[1] ?? '')) {
    said = range[1] ?? '';
    problems.push({ code: 'dateRange', messageZh: `${label}读到${quoted(shown)}，写的是一段时间，已取开头一天；请核对应登记哪一天。` });
  }
  const remark = /^(.+?)[(（[【].*[)）\]】]$/u.exec(said);
  if (remark !== null && !/^\d{4}$/.test(remark[1] ?? '')) {
    said = remark[1] ?? '';
    problems.push({ code: 'dateRemark', messageZh: `${label}读到${quoted(shown)}，括号里的说明没有取入，请核对；需要保留的说明请写进备注。` });
  }

  const digits = /^(\d{4})(\d{2})(\d{2})$/.exec(said);
  if (digits !== null) return { parts: { y: Number(digits[1]), m: Number(digits[2]), d: Number(digits[3]) }, problems };
  const six = /^(\d{2})(\d{2})(\d{2})$/.exec(said);
  if (six !== null) {
    const [a, b, c] = [Number(six[1]), Number(six[2]), Number(six[3])] as const;
    if ((a === 19 || a === 20) && c >= 1 && c <= 12) return { parts: { y: a * 100 + b, m: c }, problems };
    return { parts: { y: fullYear(a, 2, context.now), m: b, d: c }, problems };
  }

  const full = fullDate.exec(said);
  if (full !== null) {
    const y = yearFrom(full[1] ?? '', context.now);
    const m = numberFrom(full[2] ?? '');
    const d = numberFrom(full[3] ?? '');
    if (y !== null && m !== null && d !== null) return { parts: { y, m, d }, problems };
  }
  const western = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/.exec(said);
  if (western !== null) {
    const [a, b, y] = [Number(western[1]), Number(western[2]), Number(western[3])] as const;
    if (a > 12) return { parts: { y, m: b, d: a }, problems };
    if (b >= 1 && b <= 12 && a !== b) {
      problems.push({ code: 'dateOrder', messageZh: `${label}读到${quoted(shown)}，分不清哪个是月、哪个是日，已按${a}月${b}日填入；请对照原件核对。` });
    }
    return { parts: { y, m: a, d: b }, problems };
  }
  const half = yearMonth.exec(said);
  if (half !== null) {
    const y = yearFrom(half[1] ?? half[3] ?? '', context.now);
    const m = numberFrom(half[2] ?? half[4] ?? '');
    if (y !== null && m !== null) return { parts: { y, m }, problems };
  }
  const yearless = monthDay.exec(said);
  if (yearless !== null) {
    const m = numberFrom(yearless[1] ?? yearless[3] ?? '');
    const d = numberFrom(yearless[2] ?? yearless[4] ?? '');
    if (m !== null && d !== null) {
      const { year } = context;
      if (year === undefined) {
        return { problems: [{ code: 'dateYearMissing', messageZh: `${label}缺年份：读到${quoted(shown)}，表名和文件名里也没有年份，无法填入；请补上年份。` }] };
      }
      const parts = { y: year.value, m, d };
      problems.push({ code: 'dateYearAssumed', messageZh: `${label}缺年份，取${year.from}年份：读到${quoted(shown)}，已按${iso(parts)}填入；请对照原件核对。` });
      return { parts, problems };
    }
  }
  return { problems: [] };
}

/** Turns parts into ISO and adds what a careful reader would remark. */
function judged(spelled: Spelled, shown: string, context: DateContext): DateReading {
  const { parts } = spelled;
  if (parts === undefined) return spelled.problems.length > 0 ? { value: '', problems: spelled.problems } : unreadable(shown, context);
  const { label } = context;
  const { y = 0, m } = parts;
  // 00 for the day is how some lists write "day unknown".
  const d = parts.d === 0 ? undefined : parts.d;
  if (y < 1900 || y > 2199 || m < 1 || m > 12 || (d !== undefined && (d < 0 || d > new Date(Date.UTC(y, m, 0)).getUTCDate()))) {
    return { value: '', problems: [{ code: 'dateImpossible', messageZh: `${label}读到${quoted(shown)}，日历上没有这一天，没有填入；请对照原件改正。` }] };
  }
  const problems = [...spelled.problems];
  if (d === undefined) problems.push({ code: 'dateMonthOnly', messageZh: `${label}只到月：读到${quoted(shown)}，没有写明哪一日，已按${iso({ y, m })}填入；请补全日期，或确认只知道月份。` });
  if (context.past === true && Date.UTC(y, m - 1, d ?? 1) > context.now.getTime() + 36 * 3_600_000) {
    problems.push({ code: 'dateFuture', messageZh: `${label}读到${quoted(shown)}，晚于今天，可能是年份写错；请对照原件核对。` });
  }
  return { value: iso(d === undefined ? { y, m } : { y, m, d }), problems };
}

function unreadable(shown: string, { label }: DateContext): DateReading {
  return { value: '', problems: [{ code: 'dateUnreadable', messageZh: `${label}读到${quoted(shown)}，认不出是哪一天，没有填入；请写成“2012年5月1日”或“2012-05-01”这样的日期。` }] };
}

function fromSerial(serial: number, date1904: boolean): Parts & { y: number; d: number } {
  // Excel counts a 29 February 1900 that never was; registers start long after it.
  const days = Math.floor(serial + 1e-6) + (date1904 ? 1462 : 0);
  const day = new Date(Date.UTC(1899, 11, 30) + days * 86_400_000);
  return { y: day.getUTCFullYear(), m: day.getUTCMonth() + 1, d: day.getUTCDate() };
}

function timeOfDay(serial: number): string {
  const minutes = Math.round((serial % 1) * 1440) % 1440;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function timeFrom(found: RegExpExecArray): string | null {
  let hour = Number(found[2]);
  const minute = found[3] === undefined ? Number(found[4] ?? '0') : 30;
  if (/下午|晚上/.test(found[1] ?? '') && hour < 12) hour += 12;
  return hour > 24 || minute > 59 ? null : `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function yearFrom(text: string, now: Date): number | null {
  const digits = [...text].map((c) => (/[〇○◯零oοо]/u.test(c) ? 0 : /\d/.test(c) ? Number(c) : chineseNumber(c)));
  if (digits.some((d) => d === null) || digits.length === 3) return null;
  return fullYear(Number(digits.join('')), digits.length, now);
}

/** Two digits mean the century that does not lie ahead. */
function fullYear(year: number, digits: number, now: Date): number {
  if (digits > 2) return year;
  return year <= (now.getUTCFullYear() % 100) + 1 ? 2000 + year : 1900 + year;
}

function numberFrom(text: string): number | null {
  return /^\d+$/.test(text) ? Number(text) : /\d/.test(text) ? Number(text.replace(/[〇○零]/g, '0')) || null : chineseNumber(text.replace(/^[〇○零](?=.)/u, ''));
}

function iso({ y = 0, m, d }: Parts): string {
  const month = `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}`;
  return d === undefined ? month : `${month}-${String(d).padStart(2, '0')}`;
}

/** The one year a title names (2012年上半年, 二〇一二年度), undefined when there is none or several. */
export function yearIn(text: string): number | undefined {
  const years = new Set<number>();
  for (const found of fold(text).matchAll(/(?<!\d)((?:19|20)\d{2})(?!\d)|([一二][〇○零九一二三四五六七八]{3})(?=年)/gu)) {
    const year = found[1] === undefined ? yearFrom(found[2] ?? '', new Date(0)) : Number(found[1]);
    if (year !== null && year >= 1900 && year < 2200) years.add(year);
  }
  return years.size === 1 ? [...years][0] : undefined;
}
