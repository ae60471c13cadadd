// Printing as an act: composed from the books, entered and numbered, and only then paper (P409).
import { existsSync } from 'node:fs';
import path from 'node:path';
import { done, invalid, refuse } from '#shared/result.ts';
import type { Refusal, Result } from '#shared/result.ts';
import { labelsPerSheet } from '#shared/printing.ts';
import type { PrintDocument, PrintFoot, RegisterPrint } from '#shared/printing.ts';
import { queries } from '#shared/contract/queries.ts';
import type { Level } from '#shared/levels.ts';
import { showInstant } from '#shared/time.ts';
import type { Done } from './commands/door.ts';
import { composePrint, isComposed, markOfPrint } from './printing/compose/index.ts';
import type { Composed, PrintRequest } from './printing/compose/index.ts';
import { recoveryPrint } from './printing/compose/terminalForms.ts';
import { codeText } from './printing/compose/words.ts';
import { renderDocument } from './printing/documents/index.ts';
import { slipSheets } from './printing/documents/continuation.ts';
import { registerVolumes } from './printing/documents/register.ts';
import { embedFonts, missingGlyphs, openFontBook } from './printing/fonts.ts';
import type { FontBook } from './printing/fonts.ts';
import { findSystemFaces } from './printing/systemFaces.ts';
import { headOf } from './queries/audit.ts';
import { verifyBooks } from './queries/verify.ts';
import { act, answered, deskOf } from './session.ts';
import type { Session } from './session.ts';
import { inspectTerminal } from './terminal/isolation.ts';
import { paperCode } from './vault/anchorCode.ts';
import { verifySession } from './verification.ts';
import { inFours, toBase32 } from './vault/crockford.ts';
import { recordById } from './vault/read.ts';

export type { PrintRequest } from './printing/compose/index.ts';

export type Printed = Readonly<{
  /** The document, fonts inside; the first volume when there are several. */
  html: string;
  /** The second volume and those after it, one document each; only for a caller that asked with `volumes: true`. */
  furtherVolumes?: readonly string[];
  number: string;
  carrierNumbers: readonly string[];
  chain: Readonly<{ seq: number; code: string }>;
  rows: number;
  mark: string | null;
  title: string;
  /** Characters no face holds; they stand as their code. */
  missing: readonly string[];
}>;

export type Previewed = Readonly<{ html: string; mark: string | null; rows: number; shownRows: number; pagesEstimate: number; title: string; missing: readonly string[] }>;

/** Beside the built program, or where the build puts it when the sources run. */
const FONT_FOLDERS = [path.join(import.meta.dirname, '../fonts'), path.join(import.meta.dirname, '../dist/fonts')];
let opened: FontBook | null = null;

/** The bundled faces, opened once. Out: a refusal when they are not there: paper without letters is worse than none. */
function faces(): FontBook | Refusal {
  if (opened !== null) return opened;
  const dir = FONT_FOLDERS.find((folder) => existsSync(path.join(folder, 'manifest.json')));
  if (dir === undefined) return { kind: 'environment', code: 'fonts_missing', messageZh: '没有找到随程序安装的字体，暂不能打印，本次没有登记。请系统管理员重新安装程序。' };
  opened = openFontBook(dir);
  return opened;
}

/** What stands outside the books is looked at now: the terminal itself, and what the books prove about themselves. */
function withFindings(s: Session, request: PrintRequest): PrintRequest {
  if (request.data !== undefined) return request;
  if (request.form === 'isolation') return { ...request, data: inspectTerminal() };
  if (request.form === 'verification') return { ...request, data: verifyBooks(deskOf(s)) };
  if ((request.form === 'recoverySheets' || request.form === 'recovery') && s.sheets !== null) return { ...request, data: s.sheets };
  return request;
}

/** A report that goes on paper rests on the whole verification, pages of the file included, and that is itself entered. */
const withProof = async (s: Session, request: PrintRequest): Promise<PrintRequest> =>
  request.form === 'verification' && request.data === undefined && s.me.roles.some((r) => queries.verify.roles.some((may) => may === r)) ? { ...request, data: await verifySession(s) } : withFindings(s, request);

/** Characters beyond the bundle are looked for in the terminal's own faces; that costs time, so only when there are any. */
function typeset(document: PrintDocument, book: FontBook): { html: string; missing: string[] } {
  const plain = renderDocument(document);
  const beyond = missingGlyphs(plain, book);
  if (beyond.length === 0) return { html: embedFonts(plain, book), missing: [] };
  const system = findSystemFaces();
  return { html: embedFonts(plain, book, { system }), missing: missingGlyphs(beyond.join(''), book, system) };
}

/** One number, or the run of numbers when several copies were entered. */
const carriersText = (numbers: readonly string[]): string | null => {
  const [first, ...rest] = numbers;
  return first === undefined ? null : rest.length === 0 ? first : `${first} 至 ${rest.at(-1) ?? ''}，共 ${numbers.length} 份`;
};

/** The first 60 bits of the digest that stands in the trail: paper and trail can be compared by eye. */
const pageDigest = (digest: string): string => codeText(inFours(toBase32(Buffer.from(digest, 'hex'), 60)));

/** Page of the register that is wanted, for the trail: no content, only how the lines were chosen. */
function scopeOf(request: PrintRequest): Record<string, unknown> {
  const { register, form, filter, view, search, record, continuation, reprint } = request;
  return Object.fromEntries(Object.entries({ register, form, filter, view, search, record, continuation, reprint, history: request.history === false ? false : undefined }).filter(([, v]) => v !== undefined));
}

const UNPRINTED: PrintFoot = { printNumber: '', printedBy: '', printedAt: '', carrierNumber: null, chainSeq: 0, chainCode: '' };

type Entered = { print?: { id: number; number: string | null }; carriers?: readonly { number: string | null }[] };

/**
 * Prints: composes, enters the act (which numbers it and, by P409, registers each copy as a carrier), then makes the pages.
 * In: the session, what is wanted; `purpose` is required from 机密 on. Out: HTML ready for the printer with number, carrier
 * numbers and place in the trail; or the refusal of composing or of the door, and then nothing was printed.
 */
export const printForm = (s: Session, request: PrintRequest): Promise<Result<Printed>> =>
  answered(async () => {
    const book = faces();
    if ('kind' in book) return refuse(book);
    const wanted = await withProof(s, request);
    const composed = composePrint(deskOf(s), s.me, wanted);
    if (!isComposed(composed)) return refuse(composed);
    const long = request.volumes === true ? null : tooLong(composed);
    if (long !== null) return refuse(long);
    const purpose = request.purpose?.trim() ?? '';
    const result = await act(s, 'register.print', {
      form: composed.formCode, title: composed.titleZh, copies: request.copies ?? 1, ...(purpose === '' ? {} : { purpose }), rows: composed.rows, level: composed.level, secrecyPeriod: composed.secrecyPeriod, digest: composed.digest, filter: scopeOf(request),
      ...(composed.classified === undefined ? {} : { classified: composed.classified }), ...(composed.continuation === undefined ? {} : { continuation: composed.continuation }), ...(composed.reprint === undefined ? {} : { reprint: composed.reprint }), ...((request.reason ?? '').trim() === '' ? {} : { warnReason: request.reason }),
    });
    return result.ok ? done(pagesOf(s, composed, result.value, book)) : result;
  });

/** A caller that prints one document only must not get the first volume of several and take it for the whole. */
function tooLong(composed: Composed): Refusal | null {
  const document = composed.draft(UNPRINTED);
  const parts = document.form === 'register' ? registerVolumes(document).length : 1;
  return parts === 1 ? null : invalid({ path: 'filter', messageZh: `${composed.titleZh}共 ${composed.rows.toLocaleString('en-US')} 行，一次打印不下，须分 ${parts} 册。请按年度、密级等筛选后分次打印。` });
}

function pagesOf(s: Session, composed: Composed, entered: Done, book: FontBook): Printed {
  const { print, carriers = [] } = entered.result as Entered;
  const number = print?.number ?? '';
  const carrierNumbers = carriers.map((c) => c.number).filter((n) => n !== null);
  const { seq, hash } = entered.audit;
  const { header } = s.vault;
  const code = codeText(paperCode({ storeId: header.storeId, generation: header.generation, seq, hash }));
  const stored = print === undefined ? null : recordById(s.vault.db, 'prints', print.id);
  const foot: PrintFoot = { printNumber: number, printedBy: s.me.name, printedAt: showInstant(stored?.printedAt ?? s.clock()), carrierNumber: carriersText(carrierNumbers), chainSeq: seq, chainCode: code, pageDigest: pageDigest(composed.digest) };
  const document = composed.draft(foot);
  const set = (document.form === 'register' ? registerVolumes(document) : [document]).map((d) => typeset(d, book));
  return { html: set[0]?.html ?? '', ...(set.length > 1 ? { furtherVolumes: set.slice(1).map((v) => v.html) } : {}), number, carrierNumbers, chain: { seq, code }, rows: composed.rows, mark: markOfPrint(composed), title: composed.titleZh, missing: [...new Set(set.flatMap((v) => v.missing))] };
}

const PREVIEW_ROWS = 400;
const PER_PAGE = { landscape: 12, portrait: 19 } as const;

function estimate(document: PrintDocument): number {
  switch (document.form) {
    case 'register': return Math.max(1, Math.ceil((document.rows.length + (document.blankRows ?? 0) + 3) / PER_PAGE[document.orientation]));
    case 'continuation': return document.pages.length + slipSheets(document);
    case 'usage-year': return 1 + Math.ceil((document.months.reduce((n, m) => n + m.sessions.length, 0) + 14) / PER_PAGE.landscape);
    case 'destruction': return Math.ceil((document.rows.length + 14) / 22) + (document.certificate === undefined ? 0 : 1);
    case 'life': return Math.ceil((document.events.length + document.known.length + document.corrections.length + 14) / 22);
    case 'labels': return Math.ceil((document.labels.length + document.skip) / labelsPerSheet(document.stock)) || 1;
    case 'recovery': return 2;
    case 'loan-slip': return Math.ceil(document.slips.length / 2);
    case 'due-list': return Math.ceil((document.groups.reduce((n, g) => n + g.rows.length, 0) + 8) / 20);
    case 'routing': return document.readers.length > 8 ? 2 : 1;
    case 'packing': return document.copies.length * Math.ceil((document.rows.length + 6) / 22);
    case 'approval': case 'anchor': case 'isolation': case 'verification': case 'envelope': return 1;
  }
}

const shortened = (print: RegisterPrint): RegisterPrint => {
  const { totals: _totals, ...rest } = print;
  return { ...rest, rows: print.rows.slice(0, PREVIEW_ROWS), notes: [`预览只显示前 ${PREVIEW_ROWS} 行，打印时各行俱全。`] };
};

/** The same pages without number and without an entry: 预览 未编号. A very long register shows its beginning. */
export const previewForm = (s: Session, request: PrintRequest): Promise<Result<Previewed>> =>
  answered(() => {
    const book = faces();
    if ('kind' in book) return refuse(book);
    const desk = deskOf(s);
    const composed = composePrint(desk, s.me, withFindings(s, request));
    if (!isComposed(composed)) return refuse(composed);
    const head = headOf(desk);
    const foot: PrintFoot = { printNumber: '预览　未编号', printedBy: s.me.name, printedAt: showInstant(s.clock()), carrierNumber: null, chainSeq: head.seq, chainCode: codeText(head.code) };
    const whole = composed.draft(foot);
    const shown = whole.form === 'register' && whole.rows.length > PREVIEW_ROWS ? shortened(whole) : whole;
    const { html, missing } = typeset(shown, book);
    return done({ html, mark: markOfPrint(composed), rows: composed.rows, shownRows: shown === whole ? composed.rows : PREVIEW_ROWS, pagesEstimate: estimate(whole), title: composed.titleZh, missing });
  });

/**
 * The recovery sheets at the founding, before anybody can sign in: pages without number, because there is no trail yet to
 * number them. In: the terminal as the founder entered it, the two sheets, the time. Out: HTML of two pages; nothing is kept.
 */
export function recoveryPaper(terminal: { organisation: string; terminalNumber: string; level: Level; training: boolean }, sheets: readonly { sheet: 1 | 2; text: string }[], at: string): Result<{ html: string }> {
  const book = faces();
  if ('kind' in book) return refuse(book);
  const foot: PrintFoot = { printNumber: '建库时打印', printedBy: '建库人', printedAt: showInstant(at), carrierNumber: null, chainSeq: 0, chainCode: '尚无' };
  return done({ html: typeset(recoveryPrint({ terminal, at }, [...sheets], foot), book).html });
}

/** What became of the paper: 打印成功 or 卡纸作废. The number stays used either way. `pages` counts the sheets, also spoiled ones. */
export const confirmPrinted = (s: Session, print: number | string, result: 'done' | 'spoiled', pages?: number): Promise<Result<Done>> =>
  act(s, 'register.printed', { print, result, ...(pages === undefined ? {} : { pages }) });
