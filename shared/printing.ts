// What a printed form needs, as plain data. Queries fill these shapes; electron/printing/documents turns them into HTML.
// Every text is what the reader sees on paper, so it is already Chinese and already formatted.

/** Foot of every sheet (P: printed paper is itself traceable): who printed what, when, and where the audit chain stood. */
export interface PrintFoot {
  /** Number of this print, `DY-2026-0001`. */
  readonly printNumber: string;
  readonly printedBy: string;
  /** `2026-11-20 11:20`, the application clock. */
  readonly printedAt: string;
  /** The carrier number the print itself was registered under, or null when it carries no state secret. */
  readonly carrierNumber: string | null;
  readonly chainSeq: number;
  /** Short code of the head of the audit chain, in groups. */
  readonly chainCode: string;
  /** Digest of the whole print (see `docDigest`). */
  readonly pageDigest?: string;
}

/** What all forms share. */
export interface PrintBase {
  readonly titleZh: string;
  /** Number of the form, `R01-A4H`. */
  readonly formNumber: string;
  /** A second line under the form number, such as `清册号 XH-2026-04`. */
  readonly serialZh?: string;
  readonly organisation: string;
  readonly department?: string;
  /** `机密★20年`: highest level and longest period of what is printed; null for internal material. */
  readonly mark: string | null;
  readonly foot: PrintFoot;
  /** Demonstration data: every page says 样张. */
  readonly sample: boolean;
}

/** One labelled value in a head table. `wide` takes the whole line. */
export interface PrintFact {
  readonly labelZh: string;
  readonly value: string;
  readonly wide?: boolean;
}

export type PrintWidth = `${number}mm` | `${number}fr`;

export interface PrintColumn {
  readonly key: string;
  readonly titleZh: string;
  readonly width: PrintWidth;
  readonly align?: 'left' | 'center' | 'right';
  /** Signed by hand: stays blank whatever the row holds. */
  readonly ink?: boolean;
  /** Kept on one line while it fits; document numbers may break before 〔 only. */
  readonly nowrap?: boolean;
  /** Numbers and codes in the sans face. */
  readonly code?: boolean;
}

export interface PrintRow {
  readonly cells: Readonly<Record<string, string>>;
  /** An earlier revision: struck through, stays readable. */
  readonly struck?: boolean;
  /** Goes into the last column, never struck: `第1稿 见下行`. */
  readonly noteZh?: string;
}

export interface PrintTotal {
  readonly kindZh: string;
  readonly count: number;
  /** `份`, `张`, `个`; 件 when absent. */
  readonly unitZh?: string;
  /** `99 页` and the like, in brackets after the count. */
  readonly detailZh?: string;
}

/** Any register, also the reading form (facts above, blank lines below). */
export interface RegisterPrint extends PrintBase {
  readonly form: 'register';
  readonly register: string;
  readonly orientation: 'landscape' | 'portrait';
  readonly periodFrom?: string;
  readonly periodTo?: string;
  readonly year?: string;
  readonly count: number;
  /** What is counted: 件数 when absent, 人数, 次数. */
  readonly countLabelZh?: string;
  readonly columns: readonly PrintColumn[];
  readonly rows: readonly PrintRow[];
  readonly totals?: readonly PrintTotal[];
  readonly signatures: readonly string[];
  readonly facts?: readonly PrintFact[];
  /** Empty numbered lines for handwriting after the last row. */
  readonly blankRows?: number;
  readonly notes?: readonly string[];
}

/** What stands on a page of a continued register, word for word: kept with the page, covered by its digest, printed again when the sheet is lost. */
export interface PagePaper {
  readonly titleZh: string;
  readonly formNumber: string;
  readonly orientation: 'landscape' | 'portrait';
  readonly linesPerPage: number;
  readonly columns: readonly PrintColumn[];
  readonly signatures: readonly string[];
  /** Texts of a line in the order of the columns; what is signed by hand is empty. */
  readonly rows: readonly (readonly string[])[];
}

/** One page of a continued register. A page that is not full is marked and printed again when lines are added. */
export interface ContinuationPage {
  readonly page: number;
  readonly sealed: boolean;
  /** Digest of this page's lines and of the page before it, in groups. */
  readonly code: string;
  /** Number of the print whose page, not full then, this one takes the place of. */
  readonly replaces?: string;
  readonly rows: readonly PrintRow[];
}

/** A field of a line on a sealed page that was corrected since. */
export interface ContinuationSlipLine {
  readonly page: number;
  readonly number: string;
  readonly fieldZh: string;
  readonly before: string;
  readonly after: string;
  readonly reasonZh: string;
  readonly byZh: string;
}

/** 续打: the pages of a register after the last sealed one, and what was corrected on those before. */
export interface ContinuationPrint extends PrintBase {
  readonly form: 'continuation';
  readonly register: string;
  readonly orientation: 'landscape' | 'portrait';
  readonly columns: readonly PrintColumn[];
  readonly linesPerPage: number;
  readonly pages: readonly ContinuationPage[];
  readonly slip: readonly ContinuationSlipLine[];
  /** 补印: this is a sealed page printed once more, and what became of the sheet it takes the place of. */
  readonly again?: Readonly<{ print: string; printedOn: string; times: number; reasonZh: string; corrected: number }>;
  readonly signatures: readonly string[];
}

export interface LifeEvent {
  readonly at: string;
  readonly kindZh: string;
  readonly personZh: string;
  readonly detailZh: string;
  /** Sequence in the audit chain. */
  readonly chainSeq: number;
  readonly struck?: boolean;
  readonly noteZh?: string;
}

/** The life of one carrier, from receipt to its end. */
export interface LifePrint extends PrintBase {
  readonly form: 'life';
  readonly carrierNumber: string;
  readonly stateZh: string;
  readonly facts: readonly PrintFact[];
  readonly events: readonly LifeEvent[];
  readonly known: readonly { readonly name: string; readonly department: string; readonly methodZh: string; readonly at: string; readonly scopeZh: string }[];
  readonly corrections: readonly { readonly fieldZh: string; readonly before: string; readonly after: string; readonly reasonZh: string; readonly by: string; readonly at: string }[];
  readonly signatures: readonly string[];
}

/** One half page: 借据, 签收单, 催还单. */
export interface PrintSlip {
  readonly titleZh: string;
  readonly number: string;
  /** `存根联`, `借阅人联`. */
  readonly copyZh?: string;
  readonly mark: string | null;
  readonly facts: readonly PrintFact[];
  readonly noteZh?: string;
  /** Boxes to be signed, in pairs. */
  readonly signatures: readonly string[];
  /** Digits of the bar code (see `labelDigits`). */
  readonly barcode?: string;
}

export interface LoanSlipPrint extends PrintBase {
  readonly form: 'loan-slip';
  readonly slips: readonly PrintSlip[];
}

export interface ApprovalPrint extends PrintBase {
  readonly form: 'approval';
  readonly number: string;
  readonly barcode?: string;
  readonly facts: readonly PrintFact[];
  readonly items: readonly { readonly number: string; readonly title: string; readonly level: string; readonly quantity: string }[];
  readonly checks: readonly { readonly textZh: string; readonly resultZh: string }[];
  /** Opinion boxes in the order they are asked for. */
  readonly opinions: readonly { readonly titleZh: string; readonly hintZh?: string }[];
  readonly notes?: readonly string[];
}

export interface DestructionRow {
  readonly title: string;
  readonly issuer: string;
  readonly kindZh: string;
  readonly number: string;
  readonly level: string;
  readonly volume: string;
  readonly quantity: string;
  readonly keeper: string;
}

/** The list, and with `certificate` the certificate on a page of its own. */
export interface DestructionPrint extends PrintBase {
  readonly form: 'destruction';
  readonly number: string;
  readonly listedOn: string;
  readonly rows: readonly DestructionRow[];
  readonly totals: readonly PrintTotal[];
  readonly reasonZh: string;
  readonly destroyerUnit: string;
  readonly methodZh: string;
  /** Names that are entered already; empty boxes otherwise. */
  readonly escorts?: readonly string[];
  readonly certificate?: { readonly number: string; readonly approvedBy: string; readonly approvalNumber: string; readonly counts: readonly { readonly stageZh: string; readonly count: number; readonly at: string; readonly by: string }[]; readonly receiptZh?: string; readonly unrecoverable?: boolean };
}

export interface AnchorPrint extends PrintBase {
  readonly form: 'anchor';
  readonly terminalNumber: string;
  readonly date: string;
  readonly seq: number;
  /** Five groups of four and a check character. */
  readonly code: string;
  readonly occasionZh: string;
  readonly backupId?: string;
  readonly previous: readonly { readonly date: string; readonly seq: number; readonly code: string }[];
}

export interface RecoveryPrint extends PrintBase {
  readonly form: 'recovery';
  readonly terminalNumber: string;
  readonly storeName: string;
  readonly createdAt: string;
  /** Exactly two; each on its own page for its own envelope. */
  readonly sheets: readonly { readonly index: number; readonly keeperZh: string; readonly groups: readonly string[]; readonly checksum: string }[];
}

export interface IsolationPrint extends PrintBase {
  readonly form: 'isolation';
  readonly terminalNumber: string;
  readonly levelZh: string;
  readonly verdictZh: string;
  readonly findings: readonly { readonly itemZh: string; readonly stateZh: string; readonly detailZh: string; readonly clauseZh: string; readonly grade: 'good' | 'notice' | 'violation' }[];
  readonly notes: readonly string[];
}

export interface DueListPrint extends PrintBase {
  readonly form: 'due-list';
  readonly date: string;
  readonly groups: readonly { readonly titleZh: string; readonly rows: readonly { readonly titleZh: string; readonly number: string; readonly personZh: string; readonly level: string; readonly dueZh: string; readonly ruleZh: string }[] }[];
}

export interface VerificationPrint extends PrintBase {
  readonly form: 'verification';
  readonly terminalNumber: string;
  readonly verifiedAt: string;
  readonly verifiedBy: string;
  readonly good: boolean;
  readonly verdictZh: string;
  readonly checks: readonly { readonly nameZh: string; readonly countZh: string; readonly resultZh: string; readonly durationZh: string; readonly good: boolean }[];
  readonly anchor?: { readonly seq: number; readonly code: string; readonly resultZh: string };
  readonly notes: readonly string[];
}

export interface UsageSession {
  readonly date: string;
  readonly user: string;
  readonly from: string;
  readonly to: string;
  readonly taskZh: string;
  readonly level: string;
  readonly mediaZh: string;
  readonly outputZh: string;
  readonly abnormalZh: string;
  readonly struck?: boolean;
  readonly noteZh?: string;
}

/** One computer, one year, one volume: cover, months, closing. */
export interface UsageYearPrint extends PrintBase {
  readonly form: 'usage-year';
  readonly year: string;
  readonly computerNumber: string;
  readonly facts: readonly PrintFact[];
  readonly months: readonly { readonly month: number; readonly sessions: readonly UsageSession[] }[];
  readonly keepUntil: string;
  readonly signatures: readonly string[];
}

/** Millimetres of the label stock sold for A4: rows, columns, size, and the margins left and top. */
export const labelStocks = {
  'a4-24': { titleZh: '24 枚（70×37 毫米）', columns: 3, rows: 8, width: 70, height: 37, left: 0, top: 0.5 },
  'a4-21': { titleZh: '21 枚（70×42.3 毫米）', columns: 3, rows: 7, width: 70, height: 42.3, left: 0, top: 0.4 },
  'a4-14': { titleZh: '14 枚（99×38 毫米）', columns: 2, rows: 7, width: 99, height: 38, left: 4.5, top: 15.5 },
  'a4-10': { titleZh: '10 枚（105×57 毫米）', columns: 2, rows: 5, width: 105, height: 57, left: 0, top: 6 },
  'a4-40': { titleZh: '40 枚（52.5×29.7 毫米）', columns: 4, rows: 10, width: 52.5, height: 29.6, left: 0, top: 0.2 },
} as const;
export type LabelStock = keyof typeof labelStocks;
export const isLabelStock = (key: unknown): key is LabelStock => typeof key === 'string' && Object.hasOwn(labelStocks, key);
/** Labels on one sheet. */
export const labelsPerSheet = (stock: LabelStock): number => labelStocks[stock].columns * labelStocks[stock].rows;

export interface LabelPrint extends PrintBase {
  readonly form: 'labels';
  readonly stock: LabelStock;
  /** Places already used on the first sheet. */
  readonly skip: number;
  readonly codeKind: 'code128' | 'qr';
  readonly labels: readonly { readonly number: string; readonly digits: string; readonly mark: string | null; readonly title: string; readonly placeZh: string; /** Struck, beside the new mark. */ readonly oldMark?: string }[];
}

/** Face of an envelope and the strips that seal it. No title stands on it. */
export interface EnvelopePrint extends PrintBase {
  readonly form: 'envelope';
  readonly levelZh: string;
  /** 急件, 特急件, 亲收件; empty when neither. */
  readonly urgencyZh: string;
  /** Number of the line of dispatch or of the consignment. */
  readonly number: string;
  readonly envelopeNumber: string;
  readonly recipient: string;
  readonly addressee: string | null;
  readonly docNumbers: readonly string[];
  readonly countZh: string;
  readonly sealedOn: string;
  readonly strips: number;
}

/** 文件呈批传阅笺: goes with a paper to the office and round its readers. */
export interface RoutingPrint extends PrintBase {
  readonly form: 'routing';
  /** What the number is: 传阅号, before that 收文号, 载体编号 or 审批单. */
  readonly numberZh: string;
  readonly number: string;
  readonly barcode?: string;
  readonly facts: readonly PrintFact[];
  readonly proposal: string | null;
  readonly routerZh: string;
  /** Who named the readers, when that is entered already. */
  readonly routed: string | null;
  readonly readers: readonly { readonly turn: string; readonly name: string; readonly department: string; readonly out: string; readonly back: string }[];
  readonly blankRows: number;
  readonly followUp: string | null;
  readonly notes: readonly string[];
}

/** 装箱清单: one page for each copy, the same rows on all. */
export interface PackingPrint extends PrintBase {
  readonly form: 'packing';
  readonly number: string;
  /** Digits of the bar code (see `labelDigits`). */
  readonly barcode?: string;
  /** 随箱联, 保密员留存联. */
  readonly copies: readonly string[];
  readonly facts: readonly PrintFact[];
  readonly rows: readonly { readonly number: string; readonly title: string; readonly doc: string; readonly copySerial: string; readonly level: string; readonly volume: string }[];
  readonly countZh: string;
  readonly signatures: readonly string[];
}

export type PrintDocument =
  | RegisterPrint | ContinuationPrint | LifePrint | LoanSlipPrint | ApprovalPrint | DestructionPrint | AnchorPrint
  | RecoveryPrint | IsolationPrint | DueListPrint | VerificationPrint | UsageYearPrint | LabelPrint | EnvelopePrint | RoutingPrint | PackingPrint;

/** GS1 weights 3 and 1 from the right: finds every single wrong digit and most swapped neighbours. */
function checkDigit(digits: string): number {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) sum += Number(digits[digits.length - 1 - at]) * (at % 2 === 0 ? 3 : 1);
  return (10 - (sum % 10)) % 10;
}

/**
 * The digits-only code of a label: book 2, year 4, serial 5, check digit 1. Digits only, because a Chinese input method
 * swallows the letters a scanner types. Throws a RangeError when a part does not fit.
 */
export function labelDigits(book: number, year: number, serial: number): string {
  const parts: readonly (readonly [number, number])[] = [[book, 2], [year, 4], [serial, 5]];
  let digits = '';
  for (const [value, length] of parts) {
    if (!Number.isInteger(value) || value < 0 || value >= 10 ** length) throw new RangeError(`label part does not fit in ${length} digits`);
    digits += String(value).padStart(length, '0');
  }
  return digits + checkDigit(digits);
}

/** Reads a scanned label back; null when it is not one of ours or the check digit is wrong. */
export function readLabelDigits(digits: string): { book: number; year: number; serial: number } | null {
  if (!/^\d{12}$/.test(digits) || checkDigit(digits.slice(0, 11)) !== Number(digits[11])) return null;
  return { book: Number(digits.slice(0, 2)), year: Number(digits.slice(2, 6)), serial: Number(digits.slice(6, 11)) };
}
