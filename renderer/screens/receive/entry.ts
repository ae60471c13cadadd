import { isStateSecret, levelZh } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';
import { namesIn, narrow, readPeriod, tidyDocNumber } from '../parts/typed.ts';

/**
 * 收文 as it is typed (ui 5.5): every field is the text in its box. What the clerk leaves out comes from the entry before,
 * so that a document costs no more than its own words and a few keys.
 */
export type Entry = Readonly<Record<EntryField, string>>;
export const entryFields = [
  'receivedOn', 'issuer', 'level', 'period', 'channel', 'place', 'custodian', 'signedBy', 'urgency',
  'docNumber', 'copySerial', 'copies', 'pages', 'attachments', 'title', 'accessScope', 'returnBy', 'handler', 'periodBasis', 'lateReason', 'distinctFrom', 'expectedCopies', 'sealIntact', 'broughtBackOn', 'asClassified',
] as const;
export type EntryField = (typeof entryFields)[number];

/** Fields that may be kept from one document to the next, and those that are from the start (ui 5.5). */
export const stickable: readonly EntryField[] = ['receivedOn', 'issuer', 'level', 'period', 'channel', 'place', 'custodian', 'signedBy', 'urgency'];
export const stickyAtFirst: readonly EntryField[] = ['receivedOn', 'issuer', 'level', 'period', 'channel', 'place', 'custodian', 'signedBy'];

export const channelsZh = { confidential_transport: '机要交通', confidential_post: '机要通信', courier: '专人送达', exchange_station: '机要文件交换站', meeting: '会议带回', ordinary: '普通渠道', fax: '传真' } as const;
export const urgencyZh = { normal: '普通', urgent: '急件', extra_urgent: '特急件', addressee_only: '亲收件' } as const;

export const emptyEntry: Entry = {
  receivedOn: '', issuer: '', level: '', period: '', channel: '', place: '', custodian: '', signedBy: '', urgency: '',
  docNumber: '', copySerial: '', copies: '1', pages: '', attachments: '', title: '', accessScope: '', returnBy: '', handler: '', periodBasis: '', lateReason: '', distinctFrom: '', expectedCopies: '', sealIntact: '', broughtBackOn: '', asClassified: '',
};

/** `33` after 示厅函〔2026〕31号 is 示厅函〔2026〕33号. Anything that is more than digits is taken as it stands. */
export function completeDocNumber(typed: string, previous: string): string {
  const digits = narrow(typed);
  if (digits === '') return '';
  const head = /^(.*〔\d{4}〕\s*(?:第)?)\d+(号?)$/u.exec(previous);
  return /^\d{1,5}$/.test(digits) && head !== null ? `${head[1] ?? ''}${Number(digits)}${head[2] ?? ''}` : tidyDocNumber(typed);
}

/** The next number of a copy: 000012 → 000013. Text without digits at its end stays. */
export function nextSerial(serial: string): string {
  const found = /^(.*?)(\d+)$/u.exec(serial);
  if (found === null) return serial;
  const digits = found[2] ?? '';
  return `${found[1] ?? ''}${String(Number(digits) + 1).padStart(digits.length, '0')}`;
}

/** 份号: digits are filled to six places; a range 12-15 stays a range. */
export function tidySerial(text: string): string {
  const typed = narrow(text).replace(/[~—–至]/gu, '-');
  const pad = (s: string) => (/^\d{1,6}$/.test(s) ? s.padStart(6, '0') : s);
  return typed.split('-').map((s) => pad(s.trim())).filter((s) => s !== '').join('-');
}

/** Every 份号 of the document: a range is written out; one number with several copies counts on. Empty when none is known. */
export function serialsOf(entry: Entry): string[] {
  const [first, last] = tidySerial(entry.copySerial).split('-');
  if (first === undefined || first === '') return [];
  const copies = copiesOf(entry);
  const all = [first];
  while (all.length < Math.min(copies, 10_000)) {
    const next = nextSerial(all[all.length - 1] ?? first);
    if (next === all[all.length - 1]) break;
    all.push(next);
  }
  return last !== undefined && all[all.length - 1] !== last && copies === 1 ? [`${first}-${last}`] : all;
}

/** 份数; a range of serials says it by itself. */
export function copiesOf(entry: Entry): number {
  const [first, last] = tidySerial(entry.copySerial).split('-');
  if (first !== undefined && last !== undefined && /^\d+$/.test(first) && /^\d+$/.test(last) && Number(last) > Number(first)) return Math.min(Number(last) - Number(first) + 1, 10_000);
  return Math.max(1, Number(narrow(entry.copies)) || 1);
}

/** The input of `carrier.receive`; blanks are left out, so that the terminal's own sentences name what is missing. */
export function toReceive(entry: Entry, today: string): Record<string, unknown> {
  const level = entry.level in levelZh ? (entry.level as Level) : null;
  const serials = serialsOf(entry);
  const scope = namesIn(entry.accessScope);
  const pages = Number(narrow(entry.pages));
  const input: Record<string, unknown> = {
    title: entry.title.trim(),
    level,
    copies: copiesOf(entry),
    counted: true,
    ...(isStateSecret(level) ? { period: readPeriod(entry.period) } : {}),
    ...(serials.length > 0 ? { copySerials: serials } : {}),
    ...(scope.length > 0 ? { accessScope: scope } : {}),
    ...(narrow(entry.pages) === '' || Number.isNaN(pages) ? {} : { pages }),
  };
  for (const f of ['receivedOn', 'issuer', 'docNumber', 'channel', 'place', 'custodian', 'signedBy', 'urgency', 'attachments', 'handler', 'returnBy', 'periodBasis', 'distinctFrom'] as const) {
    const text = entry[f].trim();
    if (text !== '' && !(f === 'attachments' && text === '0')) input[f] = text;
  }
  const expected = Number(narrow(entry.expectedCopies));
  if (narrow(entry.expectedCopies) !== '') input['expectedCopies'] = Number.isNaN(expected) ? entry.expectedCopies : expected;
  if (entry.sealIntact !== '') input['sealIntact'] = entry.sealIntact === '1';
  if (entry.channel === 'meeting' && entry.broughtBackOn !== '') input['broughtBackOn'] = entry.broughtBackOn;
  // A party document without a level is kept as a carrier, apart from ordinary paper (P018).
  if (level === null && entry.asClassified === '1') input['asClassified'] = true;
  // 补登 (ui 4): what came before today says when it happened and why it is entered only now.
  if (entry.receivedOn !== '' && entry.receivedOn < today) {
    input['happenedAt'] = `${entry.receivedOn}T12:00`;
    if (entry.lateReason.trim() !== '') input['lateReason'] = entry.lateReason.trim();
  }
  return input;
}

/** The blank form after posting: sticky fields keep their text, everything else starts again. */
export function nextEntry(posted: Entry, sticky: ReadonlySet<EntryField>): Entry {
  const next: Record<EntryField, string> = { ...emptyEntry };
  for (const f of stickable) if (sticky.has(f)) next[f] = posted[f];
  return next;
}

/** Ctrl+D in 文号: the whole entry before, with the next copy number (ui 4). */
export function sameAgain(previous: Entry): Entry {
  const last = serialsOf(previous).at(-1) ?? '';
  return { ...previous, copies: '1', copySerial: last === '' ? '' : nextSerial(last), distinctFrom: '', lateReason: previous.lateReason };
}
