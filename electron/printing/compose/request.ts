// What may be asked onto paper, and what composing hands back.
import type { Level } from '#shared/levels.ts';
import type { PagePaper, PrintDocument, PrintFoot } from '#shared/printing.ts';
import type { Filter } from '#shared/registers/define.ts';
import type { RegisterKey } from '#shared/registers/index.ts';

/** Forms that are not simply a register. */
export const formKeys = [
  'carrierLife', 'knowers', 'loanSlip', 'approvalForm', 'destructionList', 'destructionCertificate', 'usageYear', 'labels', 'dueList',
  'auditTrail', 'anchorSheet', 'recoverySheets', 'isolation', 'verification',
  'draftSheet', 'dispatchSheet', 'receiptSlip', 'envelope',
  'routingSlip', 'issueSheet',
  'borrowSheet', 'introduction', 'copySheet', 'carryOutSheet', 'packingList',
  'classificationSheet', 'levelChangeSheet',
  'handoverList', 'clearanceSheet', 'incidentReport', 'searchRecord', 'sanctionDecision',
  'stocktakeSheet', 'stocktakeResult', 'recallSheet', 'checklistSheet', 'cabinetLabels',
] as const;
export type FormKey = (typeof formKeys)[number];
export const isFormKey = (key: string): key is FormKey => (formKeys as readonly string[]).includes(key);

/** A register or a form, and which lines of it. `filter` names the record of a form: {carrier}, {loan}, {approval}, {destruction}, {computer, year}. */
export type PrintRequest = Readonly<{
  register?: RegisterKey;
  form?: string;
  filter?: Filter;
  view?: string;
  search?: string;
  copies?: number;
  purpose?: string;
  /** One record, by id or number. */
  record?: number | string;
  /** 含旧稿: earlier wordings struck through above the line that replaced them. On unless false. */
  history?: boolean;
  /** The caller prints every volume of a very long register; without it such a register is refused rather than cut short. */
  volumes?: boolean;
  /** 续打: only the pages after the last sealed one of this register. The whole register, without view or filter. */
  continuation?: boolean;
  /** 补印: this sealed page of the register once more, as it was sealed; `reason` says what became of the sheet. */
  reprint?: number;
  /** What the clerk answers when a rule warns (L030). */
  reason?: string;
  /** Only for forms whose content does not stand in the books: recovery sheets, findings of a check. */
  data?: unknown;
}>;

/** A form filled from the books, waiting only for its foot: number and place in the trail exist once the print is entered. */
export type Composed = Readonly<{
  draft: (foot: PrintFoot) => PrintDocument;
  formCode: string;
  titleZh: string;
  rows: number;
  /** Lines that themselves hold a state secret; every line of a marked form that does not count them. */
  classified?: number;
  /** Only for 续打: which pages were laid out, to be compared when the print is entered. */
  continuation?: Readonly<{ register: RegisterKey; basis: string; papers: readonly PagePaper[] }>;
  /** Only for 补印: the page as it was found, to be compared when the print is entered. */
  reprint?: Readonly<{ register: RegisterKey; page: number; digest: string }>;
  /** Highest level on the paper; null when it carries nothing that is marked or counted as 内部. */
  level: Level | null;
  /** Longest period on the paper (K42). */
  secrecyPeriod: string | null;
  /** SHA-256, hex, over what the paper shows; stands in the trail. */
  digest: string;
}>;

/** A form before its level is judged and its digest taken. `level` and `secrecyPeriod` are null for what the terminal itself says. */
export type Filled = Omit<Composed, 'digest'>;
