/** Who may change a parameter: F fixed, S security administrator with reason, S+H in force only with the unit head's agreement. */
type Who = 'F' | 'S' | 'S+H';

export type Parameter = Readonly<{
  key: string;
  titleZh: string;
  default: unknown;
  /** Bounds that no profile passes. */
  min?: number;
  max?: number;
  /** Inside min and max, but crossed only with reason and the unit head. */
  softMin?: number;
  softMax?: number;
  allowed?: readonly unknown[];
  /** A list whose floor must stay in it. */
  floor?: readonly string[];
  /** How each text of the value beyond the floor is written, and the same in words. */
  pattern?: RegExp;
  patternZh?: string;
  unit: string;
  source: string;
  /** The law's bound with its confidence, as the clerk reads it. */
  bound: string;
  who: Who;
  rules: readonly string[];
}>;
