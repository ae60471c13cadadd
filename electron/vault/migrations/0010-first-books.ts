/**
 * The first books. Frozen: shipped migrations are never edited and import nothing (house.md 12).
 * `event` holds what happened to each record, `audit` the chain over it; both take new lines only, in order.
 */
export const firstBooks = {
  version: 10,
  name: 'first books, events and the trail',
  sql: String.raw`
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE counter (series TEXT NOT NULL, year INTEGER NOT NULL, last INTEGER NOT NULL, PRIMARY KEY (series, year)) STRICT, WITHOUT ROWID;
CREATE TRIGGER counter_forward BEFORE UPDATE ON counter WHEN NEW.last IS NOT OLD.last + 1 OR NEW.series IS NOT OLD.series OR NEW.year IS NOT OLD.year BEGIN SELECT RAISE(ABORT, 'numbers run on without gaps'); END;
CREATE TRIGGER counter_kept BEFORE DELETE ON counter BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY CHECK (seq >= 1),
  entry TEXT NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the trail takes new entries only'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the trail takes new entries only'); END;
CREATE TRIGGER audit_in_order BEFORE INSERT ON audit WHEN NEW.seq IS NOT (SELECT COALESCE(MAX(seq), 0) + 1 FROM audit) BEGIN SELECT RAISE(ABORT, 'entries are taken in order'); END;

CREATE TABLE event (
  id INTEGER PRIMARY KEY CHECK (id >= 1),
  seq INTEGER NOT NULL,
  register TEXT NOT NULL,
  record INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  digest BLOB
) STRICT;
CREATE INDEX event_of_record ON event (register, record, id);
CREATE TRIGGER event_no_update BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events take new lines only'); END;
CREATE TRIGGER event_no_delete BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events take new lines only'); END;
CREATE TRIGGER event_in_order BEFORE INSERT ON event WHEN NEW.id IS NOT (SELECT COALESCE(MAX(id), 0) + 1 FROM event) BEGIN SELECT RAISE(ABORT, 'events are taken in order'); END;

CREATE TABLE draft (account TEXT NOT NULL, page TEXT NOT NULL, body TEXT NOT NULL, savedAt TEXT NOT NULL, PRIMARY KEY (account, page)) STRICT, WITHOUT ROWID;

CREATE TABLE receipts (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  corrections INTEGER NOT NULL DEFAULT 0,
  receivedOn TEXT CHECK (receivedOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  issuer TEXT,
  docNumber TEXT,
  title TEXT,
  issuedOn TEXT CHECK (issuedOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  level TEXT CHECK (level IN ('internal','confidential','secret','top_secret')),
  secrecyPeriod TEXT,
  regime TEXT,
  copies INTEGER,
  copySerials TEXT,
  pages INTEGER,
  attachments TEXT,
  urgency TEXT,
  channel TEXT,
  envelope TEXT,
  handler TEXT,
  signedBy TEXT,
  returnBy TEXT CHECK (returnBy GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  shortage INTEGER,
  oldNumber TEXT,
  importBatch INTEGER,
  lateReason TEXT,
  state TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE UNIQUE INDEX receipts_number ON receipts (number);
CREATE INDEX receipts_by_docNumber ON receipts (docNumber) WHERE docNumber IS NOT NULL;
CREATE INDEX receipts_by_receivedOn_id ON receipts (receivedOn, id);
CREATE INDEX receipts_by_state_id ON receipts (state, id);
CREATE INDEX receipts_by_level_id ON receipts (level, id) WHERE level IS NOT NULL;
CREATE INDEX receipts_by_importBatch ON receipts (importBatch) WHERE importBatch IS NOT NULL;
CREATE TRIGGER receipts_kept BEFORE DELETE ON receipts BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;
CREATE TRIGGER receipts_in_order BEFORE UPDATE ON receipts WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;
CREATE VIRTUAL TABLE receipts_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

CREATE TABLE carriers (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  corrections INTEGER NOT NULL DEFAULT 0,
  title TEXT,
  carrierKind TEXT,
  kindNote TEXT,
  regime TEXT,
  level TEXT CHECK (level IN ('internal','confidential','secret','top_secret')),
  secrecyPeriod TEXT,
  periodForm TEXT,
  periodEndsOn TEXT CHECK (periodEndsOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  periodBasis TEXT,
  issuer TEXT,
  docNumber TEXT,
  copySerial TEXT,
  copies INTEGER,
  pages INTEGER,
  sizeNote TEXT,
  deviceSerial TEXT,
  issuedOn TEXT CHECK (issuedOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  receivedOn TEXT CHECK (receivedOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  source TEXT,
  receipt INTEGER,
  parent INTEGER,
  accessScope TEXT,
  scopeUnit TEXT,
  custodian TEXT,
  home TEXT,
  place TEXT,
  holder INTEGER,
  holderName TEXT,
  cabinetKind TEXT,
  dueOn TEXT CHECK (dueOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  returnBy TEXT CHECK (returnBy GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  copyingForbidden INTEGER CHECK (copyingForbidden IN (0,1)),
  wideningForbidden INTEGER CHECK (wideningForbidden IN (0,1)),
  returnRequired INTEGER CHECK (returnRequired IN (0,1)),
  markApplied INTEGER CHECK (markApplied IN (0,1)),
  destruction INTEGER,
  oldNumber TEXT,
  oldState TEXT,
  importBatch INTEGER,
  state TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE UNIQUE INDEX carriers_number ON carriers (number);
CREATE INDEX carriers_by_state_id ON carriers (state, id);
CREATE INDEX carriers_tally ON carriers (state, level, corrections, secrecyPeriod);
CREATE INDEX carriers_by_docNumber_copySerial ON carriers (docNumber, copySerial) WHERE docNumber IS NOT NULL;
CREATE INDEX carriers_by_dueOn ON carriers (dueOn) WHERE dueOn IS NOT NULL;
CREATE INDEX carriers_by_receivedOn_id ON carriers (receivedOn, id);
CREATE INDEX carriers_by_periodEndsOn ON carriers (periodEndsOn) WHERE periodEndsOn IS NOT NULL;
CREATE INDEX carriers_by_receipt ON carriers (receipt) WHERE receipt IS NOT NULL;
CREATE INDEX carriers_by_parent ON carriers (parent) WHERE parent IS NOT NULL;
CREATE INDEX carriers_by_holder ON carriers (holder) WHERE holder IS NOT NULL;
CREATE INDEX carriers_by_destruction ON carriers (destruction) WHERE destruction IS NOT NULL;
CREATE INDEX carriers_by_oldNumber ON carriers (oldNumber) WHERE oldNumber IS NOT NULL;
CREATE INDEX carriers_by_importBatch ON carriers (importBatch) WHERE importBatch IS NOT NULL;
CREATE INDEX carriers_by_returnBy ON carriers (returnBy) WHERE returnBy IS NOT NULL;
CREATE TRIGGER carriers_kept BEFORE DELETE ON carriers BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;
CREATE TRIGGER carriers_in_order BEFORE UPDATE ON carriers WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;
CREATE VIRTUAL TABLE carriers_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

CREATE TABLE readings (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  corrections INTEGER NOT NULL DEFAULT 0,
  carrier INTEGER,
  carrierNumber TEXT,
  title TEXT,
  level TEXT CHECK (level IN ('internal','confidential','secret','top_secret')),
  secrecyPeriod TEXT,
  copySerial TEXT,
  reader INTEGER,
  readerName TEXT,
  department TEXT,
  personnelClass TEXT,
  how TEXT,
  startedAt TEXT,
  endedAt TEXT,
  place TEXT,
  purpose TEXT,
  inScope INTEGER CHECK (inScope IN (0,1)),
  approvedBy TEXT,
  signature TEXT,
  signedAt TEXT,
  loan INTEGER,
  state TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE UNIQUE INDEX readings_number ON readings (number);
CREATE INDEX readings_by_carrier_id ON readings (carrier, id);
CREATE INDEX readings_by_reader_id ON readings (reader, id);
CREATE INDEX readings_by_state_id ON readings (state, id);
CREATE INDEX readings_by_signature ON readings (signature) WHERE signature = 'pending';
CREATE INDEX readings_by_startedAt_id ON readings (startedAt, id);
CREATE TRIGGER readings_kept BEFORE DELETE ON readings BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;
CREATE TRIGGER readings_in_order BEFORE UPDATE ON readings WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;
CREATE VIRTUAL TABLE readings_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

CREATE TABLE loans (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  corrections INTEGER NOT NULL DEFAULT 0,
  carrier INTEGER,
  carrierNumber TEXT,
  title TEXT,
  level TEXT CHECK (level IN ('internal','confidential','secret','top_secret')),
  borrower INTEGER,
  borrowerName TEXT,
  department TEXT,
  reason TEXT,
  place TEXT,
  lentAt TEXT,
  dueOn TEXT CHECK (dueOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  promisedDueOn TEXT CHECK (promisedDueOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  extensions INTEGER,
  returnedAt TEXT,
  returnCheck TEXT,
  copyingNote TEXT,
  approval INTEGER,
  state TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE UNIQUE INDEX loans_number ON loans (number);
CREATE INDEX loans_by_carrier_id ON loans (carrier, id);
CREATE INDEX loans_by_borrower_id ON loans (borrower, id);
CREATE INDEX loans_by_state_dueOn ON loans (state, dueOn);
CREATE TRIGGER loans_kept BEFORE DELETE ON loans BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;
CREATE TRIGGER loans_in_order BEFORE UPDATE ON loans WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;
CREATE VIRTUAL TABLE loans_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

CREATE TABLE copies (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  corrections INTEGER NOT NULL DEFAULT 0,
  carrier INTEGER,
  carrierNumber TEXT,
  title TEXT,
  level TEXT CHECK (level IN ('internal','confidential','secret','top_secret')),
  kind TEXT,
  quantity INTEGER,
  pages INTEGER,
  reason TEXT,
  operator TEXT,
  machine TEXT,
  place TEXT,
  stamped INTEGER CHECK (stamped IN (0,1)),
  wasteSheets INTEGER,
  originatorConsent TEXT,
  returnBy TEXT CHECK (returnBy GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  children TEXT,
  childNumbers TEXT,
  madeAt TEXT,
  approval INTEGER,
  state TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE UNIQUE INDEX copies_number ON copies (number);
CREATE INDEX copies_by_carrier_id ON copies (carrier, id);
CREATE TRIGGER copies_kept BEFORE DELETE ON copies BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;
CREATE TRIGGER copies_in_order BEFORE UPDATE ON copies WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;
CREATE VIRTUAL TABLE copies_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

CREATE TABLE destructions (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  corrections INTEGER NOT NULL DEFAULT 0,
  items TEXT,
  itemCount INTEGER,
  level TEXT CHECK (level IN ('internal','confidential','secret','top_secret')),
  reason TEXT,
  method TEXT,
  place TEXT,
  placeName TEXT,
  proposedOn TEXT CHECK (proposedOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  approval INTEGER,
  approvedBy TEXT,
  countBefore INTEGER,
  countAfter INTEGER,
  executor TEXT,
  witness1 TEXT,
  witness2 TEXT,
  destroyedAt TEXT,
  receiptNumber TEXT,
  state TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE UNIQUE INDEX destructions_number ON destructions (number);
CREATE INDEX destructions_by_state_id ON destructions (state, id);
CREATE TRIGGER destructions_kept BEFORE DELETE ON destructions BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;
CREATE TRIGGER destructions_in_order BEFORE UPDATE ON destructions WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

CREATE TABLE incidents (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  corrections INTEGER NOT NULL DEFAULT 0,
  kind TEXT,
  carrier INTEGER,
  carrierNumber TEXT,
  title TEXT,
  level TEXT CHECK (level IN ('internal','confidential','secret','top_secret')),
  discoveredAt TEXT,
  discoveredBy TEXT,
  lastHolder TEXT,
  chain TEXT,
  account TEXT,
  search TEXT,
  reportedAt TEXT,
  reportedTo TEXT,
  remedy TEXT,
  cause TEXT,
  handled TEXT,
  corrected TEXT,
  educated TEXT,
  foundAt TEXT,
  foundWhere TEXT,
  closedAt TEXT,
  state TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE UNIQUE INDEX incidents_number ON incidents (number);
CREATE INDEX incidents_by_state_id ON incidents (state, id);
CREATE INDEX incidents_by_carrier ON incidents (carrier);
CREATE TRIGGER incidents_kept BEFORE DELETE ON incidents BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;
CREATE TRIGGER incidents_in_order BEFORE UPDATE ON incidents WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;
CREATE VIRTUAL TABLE incidents_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

CREATE TABLE violations (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  corrections INTEGER NOT NULL DEFAULT 0,
  kind TEXT,
  command TEXT,
  rules TEXT,
  rulesZh TEXT,
  carrier INTEGER,
  carrierNumber TEXT,
  computer INTEGER,
  person TEXT,
  level TEXT CHECK (level IN ('internal','confidential','secret','top_secret')),
  occurredAt TEXT,
  discoveredAt TEXT,
  account TEXT,
  reason TEXT,
  measures TEXT,
  possibleLeak INTEGER CHECK (possibleLeak IN (0,1)),
  incident INTEGER,
  reviewedBy TEXT,
  reviewedAt TEXT,
  state TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE UNIQUE INDEX violations_number ON violations (number);
CREATE INDEX violations_by_state_id ON violations (state, id);
CREATE INDEX violations_by_carrier ON violations (carrier) WHERE carrier IS NOT NULL;
CREATE TRIGGER violations_kept BEFORE DELETE ON violations BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;
CREATE TRIGGER violations_in_order BEFORE UPDATE ON violations WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;
CREATE VIRTUAL TABLE violations_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

CREATE TABLE approvals (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  corrections INTEGER NOT NULL DEFAULT 0,
  command TEXT,
  commandZh TEXT,
  subject TEXT,
  carriers TEXT,
  level TEXT CHECK (level IN ('internal','confidential','secret','top_secret')),
  quantity INTEGER,
  person TEXT,
  binding TEXT,
  input TEXT,
  rules TEXT,
  rulesZh TEXT,
  approver TEXT,
  requestedBy TEXT,
  requester TEXT,
  requestedAt TEXT,
  form TEXT,
  decidedBy TEXT,
  decidedAt TEXT,
  opinion TEXT,
  signedBy TEXT,
  signedOn TEXT CHECK (signedOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  paperFile TEXT,
  usedAt TEXT,
  state TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE UNIQUE INDEX approvals_number ON approvals (number);
CREATE INDEX approvals_by_state_id ON approvals (state, id);
CREATE TRIGGER approvals_kept BEFORE DELETE ON approvals BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;
CREATE TRIGGER approvals_in_order BEFORE UPDATE ON approvals WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;
CREATE VIRTUAL TABLE approvals_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

CREATE TABLE computers (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  corrections INTEGER NOT NULL DEFAULT 0,
  assetNumber TEXT,
  kind TEXT,
  brandModel TEXT,
  level TEXT CHECK (level IN ('internal','confidential','secret','top_secret')),
  filingNumber TEXT,
  diskSerial TEXT,
  operatingSystem TEXT,
  room TEXT,
  department TEXT,
  custodian TEXT,
  custodianPerson INTEGER,
  users TEXT,
  network TEXT,
  networkApproval TEXT,
  checkReport TEXT,
  startedOn TEXT CHECK (startedOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  labelApplied INTEGER CHECK (labelApplied IN (0,1)),
  importBatch INTEGER,
  state TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE UNIQUE INDEX computers_number ON computers (number);
CREATE INDEX computers_by_assetNumber ON computers (assetNumber);
CREATE INDEX computers_by_state_id ON computers (state, id);
CREATE INDEX computers_by_importBatch ON computers (importBatch) WHERE importBatch IS NOT NULL;
CREATE TRIGGER computers_kept BEFORE DELETE ON computers BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;
CREATE TRIGGER computers_in_order BEFORE UPDATE ON computers WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;
CREATE VIRTUAL TABLE computers_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

CREATE TABLE usageLogs (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  corrections INTEGER NOT NULL DEFAULT 0,
  computer INTEGER,
  computerNumber TEXT,
  computerLevel TEXT CHECK (computerLevel IN ('internal','confidential','secret','top_secret')),
  year INTEGER,
  user INTEGER,
  userName TEXT,
  startedAt TEXT,
  endedAt TEXT,
  work TEXT,
  level TEXT CHECK (level IN ('internal','confidential','secret','top_secret')),
  media TEXT,
  mediaNumbers TEXT,
  outputs TEXT,
  outputCount INTEGER,
  outputCarriers TEXT,
  wasteSheets INTEGER,
  abnormal TEXT,
  lateReason TEXT,
  book INTEGER,
  importBatch INTEGER,
  state TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE UNIQUE INDEX usageLogs_number ON usageLogs (number);
CREATE INDEX usageLogs_by_computer_startedAt ON usageLogs (computer, startedAt);
CREATE INDEX usageLogs_by_state_id ON usageLogs (state, id);
CREATE INDEX usageLogs_by_year_computer ON usageLogs (year, computer);
CREATE INDEX usageLogs_by_importBatch ON usageLogs (importBatch) WHERE importBatch IS NOT NULL;
CREATE INDEX usageLogs_by_startedAt_id ON usageLogs (startedAt, id);
CREATE TRIGGER usageLogs_kept BEFORE DELETE ON usageLogs BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;
CREATE TRIGGER usageLogs_in_order BEFORE UPDATE ON usageLogs WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;
CREATE VIRTUAL TABLE usageLogs_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

CREATE TABLE usageBooks (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  corrections INTEGER NOT NULL DEFAULT 0,
  computer INTEGER,
  computerNumber TEXT,
  year INTEGER,
  level TEXT CHECK (level IN ('internal','confidential','secret','top_secret')),
  sessions INTEGER,
  closedAt TEXT,
  keepUntil TEXT CHECK (keepUntil GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  state TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE UNIQUE INDEX usageBooks_number ON usageBooks (number);
CREATE UNIQUE INDEX usageBooks_computer__year ON usageBooks (computer, year);
CREATE INDEX usageBooks_by_computer_year ON usageBooks (computer, year);
CREATE TRIGGER usageBooks_kept BEFORE DELETE ON usageBooks BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;
CREATE TRIGGER usageBooks_in_order BEFORE UPDATE ON usageBooks WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;
CREATE VIRTUAL TABLE usageBooks_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

CREATE TABLE persons (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  corrections INTEGER NOT NULL DEFAULT 0,
  name TEXT,
  formerName TEXT,
  department TEXT,
  post TEXT,
  duty TEXT,
  personnelClass TEXT,
  employment TEXT,
  civilServant INTEGER CHECK (civilServant IN (0,1)),
  status TEXT NOT NULL,
  screenedOn TEXT CHECK (screenedOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  screeningResult TEXT,
  trainedOn TEXT CHECK (trainedOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  undertakingOn TEXT CHECK (undertakingOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  certificateUntil TEXT CHECK (certificateUntil GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  coolingOffFrom TEXT CHECK (coolingOffFrom GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  coolingOffUntil TEXT CHECK (coolingOffUntil GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  onPostFrom TEXT CHECK (onPostFrom GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  delegate INTEGER CHECK (delegate IN (0,1)),
  phone TEXT,
  importBatch INTEGER,
  note TEXT
) STRICT;
CREATE UNIQUE INDEX persons_number ON persons (number);
CREATE INDEX persons_by_name ON persons (name);
CREATE INDEX persons_by_status_id ON persons (status, id);
CREATE INDEX persons_by_importBatch ON persons (importBatch) WHERE importBatch IS NOT NULL;
CREATE TRIGGER persons_kept BEFORE DELETE ON persons BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;
CREATE TRIGGER persons_in_order BEFORE UPDATE ON persons WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;
CREATE VIRTUAL TABLE persons_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

CREATE TABLE accounts (
  id INTEGER PRIMARY KEY,
  number TEXT,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  corrections INTEGER NOT NULL DEFAULT 0,
  account TEXT,
  name TEXT,
  roles TEXT,
  person INTEGER,
  createdBy TEXT,
  confirmedBy TEXT,
  appointment TEXT,
  passwordSetAt TEXT,
  lastSignInAt TEXT,
  lockedAt TEXT,
  state TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE UNIQUE INDEX accounts_account ON accounts (account);
CREATE TRIGGER accounts_kept BEFORE DELETE ON accounts BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;
CREATE TRIGGER accounts_in_order BEFORE UPDATE ON accounts WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

CREATE TABLE parameters (
  id INTEGER PRIMARY KEY,
  number TEXT,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  corrections INTEGER NOT NULL DEFAULT 0,
  key TEXT,
  value TEXT,
  reason TEXT,
  changedBy TEXT,
  changedAt TEXT,
  headAgreement TEXT,
  state TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE UNIQUE INDEX parameters_key ON parameters (key);
CREATE TRIGGER parameters_kept BEFORE DELETE ON parameters BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;
CREATE TRIGGER parameters_in_order BEFORE UPDATE ON parameters WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

CREATE TABLE prints (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  corrections INTEGER NOT NULL DEFAULT 0,
  form TEXT,
  title TEXT,
  purpose TEXT,
  copies INTEGER,
  rows INTEGER,
  level TEXT CHECK (level IN ('internal','confidential','secret','top_secret')),
  secrecyPeriod TEXT,
  carriers TEXT,
  carrierNumbers TEXT,
  digest TEXT,
  chainSeq INTEGER,
  chainCode TEXT,
  filter TEXT,
  printedBy TEXT,
  printedAt TEXT,
  pages INTEGER,
  result TEXT,
  state TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE UNIQUE INDEX prints_number ON prints (number);
CREATE INDEX prints_by_printedAt_id ON prints (printedAt, id);
CREATE TRIGGER prints_kept BEFORE DELETE ON prints BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;
CREATE TRIGGER prints_in_order BEFORE UPDATE ON prints WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;
CREATE VIRTUAL TABLE prints_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

CREATE TABLE backups (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  corrections INTEGER NOT NULL DEFAULT 0,
  file TEXT,
  bytes INTEGER,
  sha256 TEXT,
  chainSeq INTEGER,
  chainHash TEXT,
  chainCode TEXT,
  seconds INTEGER,
  madeAt TEXT,
  madeBy TEXT,
  kind TEXT,
  state TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE UNIQUE INDEX backups_number ON backups (number);
CREATE INDEX backups_by_state_id ON backups (state, id);
CREATE TRIGGER backups_kept BEFORE DELETE ON backups BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;
CREATE TRIGGER backups_in_order BEFORE UPDATE ON backups WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

CREATE TABLE imports (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  corrections INTEGER NOT NULL DEFAULT 0,
  register TEXT,
  fileName TEXT,
  fileDigest TEXT,
  encoding TEXT,
  rowsRead INTEGER,
  accepted INTEGER,
  doubtful INTEGER,
  rejected INTEGER,
  skipped INTEGER,
  importedBy TEXT,
  importedAt TEXT,
  withdrawnAt TEXT,
  reason TEXT,
  state TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE UNIQUE INDEX imports_number ON imports (number);
CREATE TRIGGER imports_kept BEFORE DELETE ON imports BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;
CREATE TRIGGER imports_in_order BEFORE UPDATE ON imports WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;
CREATE VIRTUAL TABLE imports_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

CREATE TABLE settings (
  id INTEGER PRIMARY KEY,
  number TEXT,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  corrections INTEGER NOT NULL DEFAULT 0,
  key TEXT,
  value TEXT,
  changedBy TEXT,
  changedAt TEXT,
  locked INTEGER CHECK (locked IN (0,1)),
  state TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE UNIQUE INDEX settings_key ON settings (key);
CREATE TRIGGER settings_kept BEFORE DELETE ON settings BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;
CREATE TRIGGER settings_in_order BEFORE UPDATE ON settings WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;


`,
} as const;
