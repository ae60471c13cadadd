export type RefusalCode =
  | 'empty'
  | 'tooLarge'
  | 'tooManyRows'
  | 'tooManyColumns'
  | 'tooManyMerges'
  | 'zipBomb'
  | 'damaged'
  | 'encrypted'
  | 'notALedger'
  | 'formatUnsupported'
  | 'sheetMissing'
  | 'headingMissing'
  | 'requiredHeadingMissing'
  | 'mappingUnknown'
  | 'targetUnknown';

/** The file as a whole cannot be read. The message is for the user; `headings` lists what could still be mapped by hand. */
export class ImportRefusal extends Error {
  readonly code: RefusalCode;
  readonly messageZh: string;
  readonly headings: readonly string[];

  constructor(code: RefusalCode, messageZh: string, headings: readonly string[] = []) {
    super(messageZh);
    this.name = 'ImportRefusal';
    this.code = code;
    this.messageZh = messageZh;
    this.headings = headings;
  }
}
