/**
 * Lines of old registers: which import brought them and the number they had there. Frozen: shipped migrations are never edited and
 * import nothing (house.md 12).
 */
export const oldRegisters = {
  version: 31,
  name: 'lines of old registers',
  sql: String.raw`
ALTER TABLE dispatches ADD COLUMN oldNumber TEXT;
ALTER TABLE dispatches ADD COLUMN importBatch INTEGER;
CREATE INDEX dispatches_by_importBatch ON dispatches (importBatch) WHERE importBatch IS NOT NULL;

ALTER TABLE loans ADD COLUMN oldNumber TEXT;
ALTER TABLE loans ADD COLUMN importBatch INTEGER;
CREATE INDEX loans_by_importBatch ON loans (importBatch) WHERE importBatch IS NOT NULL;
CREATE INDEX loans_by_lentAt_id ON loans (lentAt, id);

ALTER TABLE copies ADD COLUMN oldNumber TEXT;
ALTER TABLE copies ADD COLUMN importBatch INTEGER;
CREATE INDEX copies_by_importBatch ON copies (importBatch) WHERE importBatch IS NOT NULL;

ALTER TABLE notebooks ADD COLUMN oldNumber TEXT;
ALTER TABLE notebooks ADD COLUMN importBatch INTEGER;
CREATE INDEX notebooks_by_importBatch ON notebooks (importBatch) WHERE importBatch IS NOT NULL;

ALTER TABLE destructions ADD COLUMN oldNumber TEXT;
ALTER TABLE destructions ADD COLUMN importBatch INTEGER;
CREATE INDEX destructions_by_importBatch ON destructions (importBatch) WHERE importBatch IS NOT NULL;

ALTER TABLE cabinets ADD COLUMN importBatch INTEGER;
CREATE INDEX cabinets_by_importBatch ON cabinets (importBatch) WHERE importBatch IS NOT NULL;
`,
} as const;
