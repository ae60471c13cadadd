/**
 * Indexes for what is looked at after every entry in large books: tabs of the carrier ledger that few records are on, the yearly
 * review of what the unit itself classified, who keeps what, what is still to be routed, done or followed.
 * Frozen: shipped migrations are never edited and import nothing (house.md 12).
 */
export const standingLooks = {
  version: 30,
  name: 'indexes for standing looks',
  sql: String.raw`
CREATE INDEX carriers_by_custodian ON carriers (custodian, state) WHERE custodian IS NOT NULL;
CREATE INDEX carriers_by_regime ON carriers (regime) WHERE regime IS NOT NULL;
CREATE INDEX carriers_by_provisional ON carriers (provisional) WHERE provisional = 1;
CREATE INDEX carriers_by_oldMark ON carriers (oldMark) WHERE oldMark IS NOT NULL;
CREATE INDEX carriers_own ON carriers (coalesce(reviewedOn, issuedOn, receivedOn), issuer, state) WHERE source IN ('produced', 'compiled') AND level IN ('confidential', 'secret', 'top_secret') AND provisional IS NOT 1;
DROP INDEX receipts_by_routeDueOn;
CREATE INDEX receipts_by_routeDueOn ON receipts (routeDueOn) WHERE routeDueOn IS NOT NULL AND routedOn IS NULL AND archivedOn IS NULL;
DROP INDEX circulations_by_followUpDueOn_id;
CREATE INDEX circulations_by_followUpDueOn ON circulations (followUpDueOn) WHERE followUpDueOn IS NOT NULL AND followUpDoneOn IS NULL;
CREATE INDEX classifications_changes ON classifications (carrier) WHERE kind IN ('change', 'extension', 'release', 'notice') AND suspended IS NOT 1;
CREATE INDEX classifications_listFiledOn ON classifications (listFiledOn) WHERE kind = 'review' AND listFiledOn IS NOT NULL;
`,
} as const;
