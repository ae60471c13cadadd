/**
 * Who has a carrier may be known by name only: an old ledger was taken over before the list of persons. An index for that name.
 * Frozen: shipped migrations are never edited and import nothing (house.md 12).
 */
export const holdersByName = {
  version: 32,
  name: 'holders known by name',
  sql: String.raw`
CREATE INDEX carriers_by_holderName ON carriers (holderName) WHERE holder IS NULL AND holderName IS NOT NULL;
`,
} as const;
