-- index accounts_account
CREATE UNIQUE INDEX accounts_account ON accounts (account);

-- index approvals_by_state_id
CREATE INDEX approvals_by_state_id ON approvals (state, id);

-- index approvals_number
CREATE UNIQUE INDEX approvals_number ON approvals (number);

-- index backups_by_state_id
CREATE INDEX backups_by_state_id ON backups (state, id);

-- index backups_number
CREATE UNIQUE INDEX backups_number ON backups (number);

-- index carriers_by_destruction
CREATE INDEX carriers_by_destruction ON carriers (destruction) WHERE destruction IS NOT NULL;

-- index carriers_by_docNumber_copySerial
CREATE INDEX carriers_by_docNumber_copySerial ON carriers (docNumber, copySerial) WHERE docNumber IS NOT NULL;

-- index carriers_by_dueOn
CREATE INDEX carriers_by_dueOn ON carriers (dueOn) WHERE dueOn IS NOT NULL;

-- index carriers_by_holder
CREATE INDEX carriers_by_holder ON carriers (holder) WHERE holder IS NOT NULL;

-- index carriers_by_importBatch
CREATE INDEX carriers_by_importBatch ON carriers (importBatch) WHERE importBatch IS NOT NULL;

-- index carriers_by_oldNumber
CREATE INDEX carriers_by_oldNumber ON carriers (oldNumber) WHERE oldNumber IS NOT NULL;

-- index carriers_by_parent
CREATE INDEX carriers_by_parent ON carriers (parent) WHERE parent IS NOT NULL;

-- index carriers_by_periodEndsOn
CREATE INDEX carriers_by_periodEndsOn ON carriers (periodEndsOn) WHERE periodEndsOn IS NOT NULL;

-- index carriers_by_receipt
CREATE INDEX carriers_by_receipt ON carriers (receipt) WHERE receipt IS NOT NULL;

-- index carriers_by_receivedOn_id
CREATE INDEX carriers_by_receivedOn_id ON carriers (receivedOn, id);

-- index carriers_by_returnBy
CREATE INDEX carriers_by_returnBy ON carriers (returnBy) WHERE returnBy IS NOT NULL;

-- index carriers_by_state_id
CREATE INDEX carriers_by_state_id ON carriers (state, id);

-- index carriers_number
CREATE UNIQUE INDEX carriers_number ON carriers (number);

-- index carriers_tally
CREATE INDEX carriers_tally ON carriers (state, level, corrections, secrecyPeriod);

-- index computers_by_assetNumber
CREATE INDEX computers_by_assetNumber ON computers (assetNumber);

-- index computers_by_importBatch
CREATE INDEX computers_by_importBatch ON computers (importBatch) WHERE importBatch IS NOT NULL;

-- index computers_by_state_id
CREATE INDEX computers_by_state_id ON computers (state, id);

-- index computers_number
CREATE UNIQUE INDEX computers_number ON computers (number);

-- index copies_by_carrier_id
CREATE INDEX copies_by_carrier_id ON copies (carrier, id);

-- index copies_number
CREATE UNIQUE INDEX copies_number ON copies (number);

-- index destructions_by_state_id
CREATE INDEX destructions_by_state_id ON destructions (state, id);

-- index destructions_number
CREATE UNIQUE INDEX destructions_number ON destructions (number);

-- index event_of_record
CREATE INDEX event_of_record ON event (register, record, id);

-- index imports_number
CREATE UNIQUE INDEX imports_number ON imports (number);

-- index incidents_by_carrier
CREATE INDEX incidents_by_carrier ON incidents (carrier);

-- index incidents_by_state_id
CREATE INDEX incidents_by_state_id ON incidents (state, id);

-- index incidents_number
CREATE UNIQUE INDEX incidents_number ON incidents (number);

-- index loans_by_borrower_id
CREATE INDEX loans_by_borrower_id ON loans (borrower, id);

-- index loans_by_carrier_id
CREATE INDEX loans_by_carrier_id ON loans (carrier, id);

-- index loans_by_state_dueOn
CREATE INDEX loans_by_state_dueOn ON loans (state, dueOn);

-- index loans_number
CREATE UNIQUE INDEX loans_number ON loans (number);

-- index parameters_key
CREATE UNIQUE INDEX parameters_key ON parameters (key);

-- index persons_by_importBatch
CREATE INDEX persons_by_importBatch ON persons (importBatch) WHERE importBatch IS NOT NULL;

-- index persons_by_name
CREATE INDEX persons_by_name ON persons (name);

-- index persons_by_status_id
CREATE INDEX persons_by_status_id ON persons (status, id);

-- index persons_number
CREATE UNIQUE INDEX persons_number ON persons (number);

-- index prints_by_printedAt_id
CREATE INDEX prints_by_printedAt_id ON prints (printedAt, id);

-- index prints_number
CREATE UNIQUE INDEX prints_number ON prints (number);

-- index readings_by_carrier_id
CREATE INDEX readings_by_carrier_id ON readings (carrier, id);

-- index readings_by_reader_id
CREATE INDEX readings_by_reader_id ON readings (reader, id);

-- index readings_by_signature
CREATE INDEX readings_by_signature ON readings (signature) WHERE signature = 'pending';

-- index readings_by_startedAt_id
CREATE INDEX readings_by_startedAt_id ON readings (startedAt, id);

-- index readings_by_state_id
CREATE INDEX readings_by_state_id ON readings (state, id);

-- index readings_number
CREATE UNIQUE INDEX readings_number ON readings (number);

-- index receipts_by_docNumber
CREATE INDEX receipts_by_docNumber ON receipts (docNumber) WHERE docNumber IS NOT NULL;

-- index receipts_by_importBatch
CREATE INDEX receipts_by_importBatch ON receipts (importBatch) WHERE importBatch IS NOT NULL;

-- index receipts_by_level_id
CREATE INDEX receipts_by_level_id ON receipts (level, id) WHERE level IS NOT NULL;

-- index receipts_by_receivedOn_id
CREATE INDEX receipts_by_receivedOn_id ON receipts (receivedOn, id);

-- index receipts_by_state_id
CREATE INDEX receipts_by_state_id ON receipts (state, id);

-- index receipts_number
CREATE UNIQUE INDEX receipts_number ON receipts (number);

-- index settings_key
CREATE UNIQUE INDEX settings_key ON settings (key);

-- index usageBooks_by_computer_year
CREATE INDEX usageBooks_by_computer_year ON usageBooks (computer, year);

-- index usageBooks_computer__year
CREATE UNIQUE INDEX usageBooks_computer__year ON usageBooks (computer, year);

-- index usageBooks_number
CREATE UNIQUE INDEX usageBooks_number ON usageBooks (number);

-- index usageLogs_by_computer_startedAt
CREATE INDEX usageLogs_by_computer_startedAt ON usageLogs (computer, startedAt);

-- index usageLogs_by_importBatch
CREATE INDEX usageLogs_by_importBatch ON usageLogs (importBatch) WHERE importBatch IS NOT NULL;

-- index usageLogs_by_startedAt_id
CREATE INDEX usageLogs_by_startedAt_id ON usageLogs (startedAt, id);

-- index usageLogs_by_state_id
CREATE INDEX usageLogs_by_state_id ON usageLogs (state, id);

-- index usageLogs_by_year_computer
CREATE INDEX usageLogs_by_year_computer ON usageLogs (year, computer);

-- index usageLogs_number
CREATE UNIQUE INDEX usageLogs_number ON usageLogs (number);

-- index violations_by_carrier
CREATE INDEX violations_by_carrier ON violations (carrier) WHERE carrier IS NOT NULL;

-- index violations_by_state_id
CREATE INDEX violations_by_state_id ON violations (state, id);

-- index violations_number
CREATE UNIQUE INDEX violations_number ON violations (number);

-- table accounts
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

-- table approvals
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

-- table approvals_search
CREATE VIRTUAL TABLE approvals_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

-- table audit
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY CHECK (seq >= 1),
  entry TEXT NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

-- table backups
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

-- table carriers
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

-- table carriers_search
CREATE VIRTUAL TABLE carriers_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

-- table computers
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

-- table computers_search
CREATE VIRTUAL TABLE computers_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

-- table copies
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

-- table copies_search
CREATE VIRTUAL TABLE copies_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

-- table counter
CREATE TABLE counter (series TEXT NOT NULL, year INTEGER NOT NULL, last INTEGER NOT NULL, PRIMARY KEY (series, year)) STRICT, WITHOUT ROWID;

-- table destructions
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

-- table draft
CREATE TABLE draft (account TEXT NOT NULL, page TEXT NOT NULL, body TEXT NOT NULL, savedAt TEXT NOT NULL, PRIMARY KEY (account, page)) STRICT, WITHOUT ROWID;

-- table event
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

-- table imports
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

-- table imports_search
CREATE VIRTUAL TABLE imports_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

-- table incidents
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

-- table incidents_search
CREATE VIRTUAL TABLE incidents_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

-- table loans
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

-- table loans_search
CREATE VIRTUAL TABLE loans_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

-- table meta
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

-- table parameters
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

-- table persons
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

-- table persons_search
CREATE VIRTUAL TABLE persons_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

-- table prints
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

-- table prints_search
CREATE VIRTUAL TABLE prints_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

-- table readings
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

-- table readings_search
CREATE VIRTUAL TABLE readings_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

-- table receipts
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

-- table receipts_search
CREATE VIRTUAL TABLE receipts_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

-- table settings
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

-- table usageBooks
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

-- table usageBooks_search
CREATE VIRTUAL TABLE usageBooks_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

-- table usageLogs
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

-- table usageLogs_search
CREATE VIRTUAL TABLE usageLogs_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

-- table violations
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

-- table violations_search
CREATE VIRTUAL TABLE violations_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

-- trigger accounts_in_order
CREATE TRIGGER accounts_in_order BEFORE UPDATE ON accounts WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger accounts_kept
CREATE TRIGGER accounts_kept BEFORE DELETE ON accounts BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

-- trigger approvals_in_order
CREATE TRIGGER approvals_in_order BEFORE UPDATE ON approvals WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger approvals_kept
CREATE TRIGGER approvals_kept BEFORE DELETE ON approvals BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

-- trigger audit_in_order
CREATE TRIGGER audit_in_order BEFORE INSERT ON audit WHEN NEW.seq IS NOT (SELECT COALESCE(MAX(seq), 0) + 1 FROM audit) BEGIN SELECT RAISE(ABORT, 'entries are taken in order'); END;

-- trigger audit_no_delete
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the trail takes new entries only'); END;

-- trigger audit_no_update
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the trail takes new entries only'); END;

-- trigger backups_in_order
CREATE TRIGGER backups_in_order BEFORE UPDATE ON backups WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger backups_kept
CREATE TRIGGER backups_kept BEFORE DELETE ON backups BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

-- trigger carriers_in_order
CREATE TRIGGER carriers_in_order BEFORE UPDATE ON carriers WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger carriers_kept
CREATE TRIGGER carriers_kept BEFORE DELETE ON carriers BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

-- trigger computers_in_order
CREATE TRIGGER computers_in_order BEFORE UPDATE ON computers WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger computers_kept
CREATE TRIGGER computers_kept BEFORE DELETE ON computers BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

-- trigger copies_in_order
CREATE TRIGGER copies_in_order BEFORE UPDATE ON copies WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger copies_kept
CREATE TRIGGER copies_kept BEFORE DELETE ON copies BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

-- trigger counter_forward
CREATE TRIGGER counter_forward BEFORE UPDATE ON counter WHEN NEW.last IS NOT OLD.last + 1 OR NEW.series IS NOT OLD.series OR NEW.year IS NOT OLD.year BEGIN SELECT RAISE(ABORT, 'numbers run on without gaps'); END;

-- trigger counter_kept
CREATE TRIGGER counter_kept BEFORE DELETE ON counter BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

-- trigger destructions_in_order
CREATE TRIGGER destructions_in_order BEFORE UPDATE ON destructions WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger destructions_kept
CREATE TRIGGER destructions_kept BEFORE DELETE ON destructions BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

-- trigger event_in_order
CREATE TRIGGER event_in_order BEFORE INSERT ON event WHEN NEW.id IS NOT (SELECT COALESCE(MAX(id), 0) + 1 FROM event) BEGIN SELECT RAISE(ABORT, 'events are taken in order'); END;

-- trigger event_no_delete
CREATE TRIGGER event_no_delete BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events take new lines only'); END;

-- trigger event_no_update
CREATE TRIGGER event_no_update BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events take new lines only'); END;

-- trigger imports_in_order
CREATE TRIGGER imports_in_order BEFORE UPDATE ON imports WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger imports_kept
CREATE TRIGGER imports_kept BEFORE DELETE ON imports BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

-- trigger incidents_in_order
CREATE TRIGGER incidents_in_order BEFORE UPDATE ON incidents WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger incidents_kept
CREATE TRIGGER incidents_kept BEFORE DELETE ON incidents BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

-- trigger loans_in_order
CREATE TRIGGER loans_in_order BEFORE UPDATE ON loans WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger loans_kept
CREATE TRIGGER loans_kept BEFORE DELETE ON loans BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

-- trigger parameters_in_order
CREATE TRIGGER parameters_in_order BEFORE UPDATE ON parameters WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger parameters_kept
CREATE TRIGGER parameters_kept BEFORE DELETE ON parameters BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

-- trigger persons_in_order
CREATE TRIGGER persons_in_order BEFORE UPDATE ON persons WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger persons_kept
CREATE TRIGGER persons_kept BEFORE DELETE ON persons BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

-- trigger prints_in_order
CREATE TRIGGER prints_in_order BEFORE UPDATE ON prints WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger prints_kept
CREATE TRIGGER prints_kept BEFORE DELETE ON prints BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

-- trigger readings_in_order
CREATE TRIGGER readings_in_order BEFORE UPDATE ON readings WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger readings_kept
CREATE TRIGGER readings_kept BEFORE DELETE ON readings BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

-- trigger receipts_in_order
CREATE TRIGGER receipts_in_order BEFORE UPDATE ON receipts WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger receipts_kept
CREATE TRIGGER receipts_kept BEFORE DELETE ON receipts BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

-- trigger settings_in_order
CREATE TRIGGER settings_in_order BEFORE UPDATE ON settings WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger settings_kept
CREATE TRIGGER settings_kept BEFORE DELETE ON settings BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

-- trigger usageBooks_in_order
CREATE TRIGGER usageBooks_in_order BEFORE UPDATE ON usageBooks WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger usageBooks_kept
CREATE TRIGGER usageBooks_kept BEFORE DELETE ON usageBooks BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

-- trigger usageLogs_in_order
CREATE TRIGGER usageLogs_in_order BEFORE UPDATE ON usageLogs WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger usageLogs_kept
CREATE TRIGGER usageLogs_kept BEFORE DELETE ON usageLogs BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

-- trigger violations_in_order
CREATE TRIGGER violations_in_order BEFORE UPDATE ON violations WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger violations_kept
CREATE TRIGGER violations_kept BEFORE DELETE ON violations BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;
