/**
 * The whole life of a carrier: registers R02 (dispatch) to R16 and R44, and what the first books learn from them. Frozen: shipped
 * migrations are never edited and import nothing (house.md 12).
 */
export const carrierLives = {
  version: 20,
  name: 'the whole life of a carrier',
  sql: String.raw`
ALTER TABLE receipts ADD COLUMN circulation INTEGER;
ALTER TABLE receipts ADD COLUMN routeDueOn TEXT CHECK (routeDueOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*');
ALTER TABLE receipts ADD COLUMN routedOn TEXT CHECK (routedOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*');
ALTER TABLE receipts ADD COLUMN broughtBackOn TEXT CHECK (broughtBackOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*');
ALTER TABLE receipts ADD COLUMN sealIntact INTEGER CHECK (sealIntact IN (0,1));
ALTER TABLE receipts ADD COLUMN archivedOn TEXT CHECK (archivedOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*');
ALTER TABLE receipts ADD COLUMN archiveNumber TEXT;
CREATE INDEX receipts_by_circulation ON receipts (circulation) WHERE circulation IS NOT NULL;
CREATE INDEX receipts_by_routeDueOn ON receipts (routeDueOn) WHERE routeDueOn IS NOT NULL;
CREATE INDEX receipts_by_archiveNumber ON receipts (archiveNumber) WHERE archiveNumber IS NOT NULL;

CREATE TABLE dispatches (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  corrections INTEGER NOT NULL DEFAULT 0,
  sentOn TEXT CHECK (sentOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  recipient TEXT,
  addressee TEXT,
  docNumber TEXT,
  title TEXT,
  level TEXT CHECK (level IN ('internal','confidential','secret','top_secret')),
  secrecyPeriod TEXT,
  urgency TEXT,
  outside INTEGER CHECK (outside IN (0,1)),
  copies INTEGER,
  copySerials TEXT,
  carriers TEXT,
  carrierNumbers TEXT,
  production INTEGER,
  envelope TEXT,
  channel TEXT,
  handler TEXT,
  checkedBy TEXT,
  consignment INTEGER,
  receivedBy TEXT,
  receivedAt TEXT,
  receiptNumber TEXT,
  state TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE UNIQUE INDEX dispatches_number ON dispatches (number);
CREATE INDEX dispatches_by_state_id ON dispatches (state, id);
CREATE INDEX dispatches_by_sentOn_id ON dispatches (sentOn, id);
CREATE INDEX dispatches_by_docNumber_id ON dispatches (docNumber, id);
CREATE INDEX dispatches_by_production ON dispatches (production) WHERE production IS NOT NULL;
CREATE INDEX dispatches_by_consignment ON dispatches (consignment) WHERE consignment IS NOT NULL;
CREATE TRIGGER dispatches_kept BEFORE DELETE ON dispatches BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;
CREATE TRIGGER dispatches_in_order BEFORE UPDATE ON dispatches WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;
CREATE VIRTUAL TABLE dispatches_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

ALTER TABLE carriers ADD COLUMN asClassified INTEGER CHECK (asClassified IN (0,1));
ALTER TABLE carriers ADD COLUMN provisional INTEGER CHECK (provisional IN (0,1));
ALTER TABLE carriers ADD COLUMN markText TEXT;
ALTER TABLE carriers ADD COLUMN oldMark TEXT;
ALTER TABLE carriers ADD COLUMN production INTEGER;
ALTER TABLE carriers ADD COLUMN circulation INTEGER;
ALTER TABLE carriers ADD COLUMN trip INTEGER;
ALTER TABLE carriers ADD COLUMN consignment INTEGER;
ALTER TABLE carriers ADD COLUMN recall INTEGER;
ALTER TABLE carriers ADD COLUMN archiveNumber TEXT;
ALTER TABLE carriers ADD COLUMN archivedOn TEXT CHECK (archivedOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*');
ALTER TABLE carriers ADD COLUMN holdUntil TEXT CHECK (holdUntil GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*');
ALTER TABLE carriers ADD COLUMN holdReason TEXT;
ALTER TABLE carriers ADD COLUMN grade TEXT;
ALTER TABLE carriers ADD COLUMN reviewedOn TEXT CHECK (reviewedOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*');
ALTER TABLE carriers ADD COLUMN archiveClass TEXT;
CREATE INDEX carriers_by_production ON carriers (production) WHERE production IS NOT NULL;
CREATE INDEX carriers_by_circulation ON carriers (circulation) WHERE circulation IS NOT NULL;
CREATE INDEX carriers_by_trip ON carriers (trip) WHERE trip IS NOT NULL;
CREATE INDEX carriers_by_consignment ON carriers (consignment) WHERE consignment IS NOT NULL;
CREATE INDEX carriers_by_recall ON carriers (recall) WHERE recall IS NOT NULL;
CREATE INDEX carriers_by_archiveNumber ON carriers (archiveNumber) WHERE archiveNumber IS NOT NULL;
CREATE INDEX carriers_by_holdUntil ON carriers (holdUntil) WHERE holdUntil IS NOT NULL;

CREATE TABLE circulations (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  corrections INTEGER NOT NULL DEFAULT 0,
  carrier INTEGER,
  carrierNumber TEXT,
  receipt INTEGER,
  receiptNumber TEXT,
  title TEXT,
  docNumber TEXT,
  issuer TEXT,
  level TEXT CHECK (level IN ('internal','confidential','secret','top_secret')),
  secrecyPeriod TEXT,
  copySerial TEXT,
  urgency TEXT,
  proposal TEXT,
  routedBy TEXT,
  routedOn TEXT CHECK (routedOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  readers TEXT,
  instructions TEXT,
  followUp TEXT,
  followUpDueOn TEXT CHECK (followUpDueOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  followUpDoneOn TEXT CHECK (followUpDoneOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  startedOn TEXT CHECK (startedOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  dueOn TEXT CHECK (dueOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  finishedOn TEXT CHECK (finishedOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  stopReason TEXT,
  archiveNumber TEXT,
  approval INTEGER,
  state TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE UNIQUE INDEX circulations_number ON circulations (number);
CREATE INDEX circulations_by_state_id ON circulations (state, id);
CREATE INDEX circulations_by_startedOn_id ON circulations (startedOn, id);
CREATE INDEX circulations_by_dueOn_id ON circulations (dueOn, id);
CREATE INDEX circulations_by_carrier ON circulations (carrier) WHERE carrier IS NOT NULL;
CREATE INDEX circulations_by_receipt ON circulations (receipt) WHERE receipt IS NOT NULL;
CREATE INDEX circulations_by_approval ON circulations (approval) WHERE approval IS NOT NULL;
CREATE INDEX circulations_by_followUpDueOn_id ON circulations (followUpDueOn, id);
CREATE TRIGGER circulations_kept BEFORE DELETE ON circulations BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;
CREATE TRIGGER circulations_in_order BEFORE UPDATE ON circulations WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;
CREATE VIRTUAL TABLE circulations_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

CREATE TABLE circulationSteps (
  id INTEGER PRIMARY KEY,
  number TEXT,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  corrections INTEGER NOT NULL DEFAULT 0,
  circulation INTEGER,
  circulationNumber TEXT,
  carrier INTEGER,
  carrierNumber TEXT,
  title TEXT,
  level TEXT CHECK (level IN ('internal','confidential','secret','top_secret')),
  turn INTEGER,
  reader INTEGER,
  readerName TEXT,
  department TEXT,
  outAt TEXT,
  dueOn TEXT CHECK (dueOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  backAt TEXT,
  opinion TEXT,
  place TEXT,
  signature TEXT,
  backSignature TEXT,
  pagesChecked INTEGER CHECK (pagesChecked IN (0,1)),
  remark TEXT,
  reading INTEGER,
  state TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE INDEX circulationSteps_by_state_id ON circulationSteps (state, id);
CREATE INDEX circulationSteps_by_dueOn_id ON circulationSteps (dueOn, id);
CREATE INDEX circulationSteps_by_circulation ON circulationSteps (circulation) WHERE circulation IS NOT NULL;
CREATE INDEX circulationSteps_by_carrier ON circulationSteps (carrier) WHERE carrier IS NOT NULL;
CREATE INDEX circulationSteps_by_reader ON circulationSteps (reader) WHERE reader IS NOT NULL;
CREATE INDEX circulationSteps_by_reading ON circulationSteps (reading) WHERE reading IS NOT NULL;
CREATE TRIGGER circulationSteps_kept BEFORE DELETE ON circulationSteps BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;
CREATE TRIGGER circulationSteps_in_order BEFORE UPDATE ON circulationSteps WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;
CREATE VIRTUAL TABLE circulationSteps_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

CREATE TABLE notebooks (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  corrections INTEGER NOT NULL DEFAULT 0,
  carrier INTEGER,
  carrierNumber TEXT,
  level TEXT CHECK (level IN ('internal','confidential','secret','top_secret')),
  holder INTEGER,
  holderName TEXT,
  department TEXT,
  pagesOut INTEGER,
  issuedAt TEXT,
  dueOn TEXT CHECK (dueOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  pagesBack INTEGER,
  pagesUsed INTEGER,
  returnedAt TEXT,
  remark TEXT,
  incident INTEGER,
  state TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE UNIQUE INDEX notebooks_number ON notebooks (number);
CREATE INDEX notebooks_by_state_id ON notebooks (state, id);
CREATE INDEX notebooks_by_issuedAt_id ON notebooks (issuedAt, id);
CREATE INDEX notebooks_by_dueOn_id ON notebooks (dueOn, id);
CREATE INDEX notebooks_by_carrier ON notebooks (carrier) WHERE carrier IS NOT NULL;
CREATE INDEX notebooks_by_holder ON notebooks (holder) WHERE holder IS NOT NULL;
CREATE INDEX notebooks_by_incident ON notebooks (incident) WHERE incident IS NOT NULL;
CREATE TRIGGER notebooks_kept BEFORE DELETE ON notebooks BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;
CREATE TRIGGER notebooks_in_order BEFORE UPDATE ON notebooks WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;
CREATE VIRTUAL TABLE notebooks_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

CREATE TABLE archiveUses (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  corrections INTEGER NOT NULL DEFAULT 0,
  kind TEXT,
  items TEXT,
  itemNumbers TEXT,
  itemCount INTEGER,
  level TEXT CHECK (level IN ('internal','confidential','secret','top_secret')),
  reader INTEGER,
  readerName TEXT,
  unit TEXT,
  outsider INTEGER CHECK (outsider IN (0,1)),
  letter TEXT,
  purpose TEXT,
  range TEXT,
  volumes INTEGER,
  fromPlace TEXT,
  toPlace TEXT,
  receivedBy TEXT,
  damage TEXT,
  extracts TEXT,
  extractChecked INTEGER CHECK (extractChecked IN (0,1)),
  openedAt TEXT,
  dueOn TEXT CHECK (dueOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  closedAt TEXT,
  reshelved INTEGER CHECK (reshelved IN (0,1)),
  approval INTEGER,
  state TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE UNIQUE INDEX archiveUses_number ON archiveUses (number);
CREATE INDEX archiveUses_by_state_id ON archiveUses (state, id);
CREATE INDEX archiveUses_by_openedAt_id ON archiveUses (openedAt, id);
CREATE INDEX archiveUses_by_dueOn_id ON archiveUses (dueOn, id);
CREATE INDEX archiveUses_by_reader ON archiveUses (reader) WHERE reader IS NOT NULL;
CREATE INDEX archiveUses_by_approval ON archiveUses (approval) WHERE approval IS NOT NULL;
CREATE TRIGGER archiveUses_kept BEFORE DELETE ON archiveUses BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;
CREATE TRIGGER archiveUses_in_order BEFORE UPDATE ON archiveUses WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;
CREATE VIRTUAL TABLE archiveUses_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

ALTER TABLE copies ADD COLUMN sources TEXT;
ALTER TABLE copies ADD COLUMN consentOn TEXT CHECK (consentOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*');
ALTER TABLE copies ADD COLUMN consentFile TEXT;
ALTER TABLE copies ADD COLUMN stampText TEXT;
ALTER TABLE copies ADD COLUMN notebook INTEGER;
ALTER TABLE copies ADD COLUMN content TEXT;
ALTER TABLE copies ADD COLUMN recipients TEXT;
CREATE INDEX copies_by_notebook ON copies (notebook) WHERE notebook IS NOT NULL;

CREATE TABLE productions (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  corrections INTEGER NOT NULL DEFAULT 0,
  title TEXT,
  docNumber TEXT,
  documentKind TEXT,
  level TEXT CHECK (level IN ('internal','confidential','secret','top_secret')),
  secrecyPeriod TEXT,
  periodEndsOn TEXT CHECK (periodEndsOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  basis TEXT,
  secretPoints TEXT,
  accessScope TEXT,
  scopeUnit TEXT,
  drafter TEXT,
  department TEXT,
  signChain TEXT,
  signatory TEXT,
  distribution TEXT,
  distributed INTEGER,
  copiesApproved INTEGER,
  retention TEXT,
  returnBy TEXT CHECK (returnBy GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  madeWhere TEXT,
  partner TEXT,
  certificate TEXT,
  certificateUntil TEXT CHECK (certificateUntil GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  agreement TEXT,
  machine INTEGER,
  machineNumber TEXT,
  typist TEXT,
  proofreader TEXT,
  printedBy TEXT,
  copiesMade INTEGER,
  filedCopies INTEGER,
  surplus INTEGER,
  proofs INTEGER,
  wasteSheets INTEGER,
  wasteMode TEXT,
  wasteDueOn TEXT CHECK (wasteDueOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  wasteDestroyedAt TEXT,
  wasteDestroyed INTEGER,
  wasteWitness TEXT,
  master TEXT,
  filedOn TEXT CHECK (filedOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  archiveNumber TEXT,
  children TEXT,
  requestedOn TEXT CHECK (requestedOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  madeAt TEXT,
  approval INTEGER,
  state TEXT NOT NULL,
  counted INTEGER CHECK (counted IN (0,1)),
  note TEXT
) STRICT;
CREATE UNIQUE INDEX productions_number ON productions (number);
CREATE INDEX productions_by_state_id ON productions (state, id);
CREATE INDEX productions_by_requestedOn_id ON productions (requestedOn, id);
CREATE INDEX productions_by_machine ON productions (machine) WHERE machine IS NOT NULL;
CREATE INDEX productions_by_approval ON productions (approval) WHERE approval IS NOT NULL;
CREATE INDEX productions_by_wasteDueOn_id ON productions (wasteDueOn, id);
CREATE TRIGGER productions_kept BEFORE DELETE ON productions BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;
CREATE TRIGGER productions_in_order BEFORE UPDATE ON productions WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;
CREATE VIRTUAL TABLE productions_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

CREATE TABLE consignments (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  corrections INTEGER NOT NULL DEFAULT 0,
  sentAt TEXT,
  recipient TEXT,
  items TEXT,
  itemNumbers TEXT,
  itemCount INTEGER,
  receivedCount INTEGER,
  level TEXT CHECK (level IN ('internal','confidential','secret','top_secret')),
  envelope TEXT,
  sealed INTEGER CHECK (sealed IN (0,1)),
  channel TEXT,
  couriers TEXT,
  route TEXT,
  vehicle TEXT,
  measures TEXT,
  dueOn TEXT CHECK (dueOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  receivedBy TEXT,
  receivedAt TEXT,
  receiptNumber TEXT,
  problem TEXT,
  state TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE UNIQUE INDEX consignments_number ON consignments (number);
CREATE INDEX consignments_by_state_id ON consignments (state, id);
CREATE INDEX consignments_by_sentAt_id ON consignments (sentAt, id);
CREATE INDEX consignments_by_dueOn_id ON consignments (dueOn, id);
CREATE TRIGGER consignments_kept BEFORE DELETE ON consignments BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;
CREATE TRIGGER consignments_in_order BEFORE UPDATE ON consignments WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;
CREATE VIRTUAL TABLE consignments_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

CREATE TABLE trips (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  corrections INTEGER NOT NULL DEFAULT 0,
  items TEXT,
  itemNumbers TEXT,
  itemCount INTEGER,
  level TEXT CHECK (level IN ('internal','confidential','secret','top_secret')),
  traveller INTEGER,
  travellerName TEXT,
  companions TEXT,
  department TEXT,
  destination TEXT,
  purpose TEXT,
  reason TEXT,
  measures TEXT,
  border INTEGER CHECK (border IN (0,1)),
  permit TEXT,
  stateRule TEXT,
  keeper TEXT,
  outAt TEXT,
  dueOn TEXT CHECK (dueOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  backAt TEXT,
  countOut INTEGER,
  countBack INTEGER,
  checkedBy TEXT,
  checkNote TEXT,
  notBack TEXT,
  approval INTEGER,
  state TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE UNIQUE INDEX trips_number ON trips (number);
CREATE INDEX trips_by_state_id ON trips (state, id);
CREATE INDEX trips_by_outAt_id ON trips (outAt, id);
CREATE INDEX trips_by_dueOn_id ON trips (dueOn, id);
CREATE INDEX trips_by_traveller ON trips (traveller) WHERE traveller IS NOT NULL;
CREATE INDEX trips_by_approval ON trips (approval) WHERE approval IS NOT NULL;
CREATE TRIGGER trips_kept BEFORE DELETE ON trips BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;
CREATE TRIGGER trips_in_order BEFORE UPDATE ON trips WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;
CREATE VIRTUAL TABLE trips_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

CREATE TABLE recalls (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  corrections INTEGER NOT NULL DEFAULT 0,
  kind TEXT,
  title TEXT,
  year INTEGER,
  issuer TEXT,
  noticeNumber TEXT,
  dueOn TEXT CHECK (dueOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  items TEXT,
  itemCount INTEGER,
  returned INTEGER,
  kept INTEGER,
  archived INTEGER,
  destroyed INTEGER,
  missing INTEGER,
  level TEXT CHECK (level IN ('internal','confidential','secret','top_secret')),
  openedOn TEXT CHECK (openedOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  closedOn TEXT CHECK (closedOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  checkedBy TEXT,
  explanation TEXT,
  state TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE UNIQUE INDEX recalls_number ON recalls (number);
CREATE INDEX recalls_by_state_id ON recalls (state, id);
CREATE INDEX recalls_by_openedOn_id ON recalls (openedOn, id);
CREATE INDEX recalls_by_dueOn_id ON recalls (dueOn, id);
CREATE TRIGGER recalls_kept BEFORE DELETE ON recalls BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;
CREATE TRIGGER recalls_in_order BEFORE UPDATE ON recalls WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;
CREATE VIRTUAL TABLE recalls_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

CREATE TABLE stocktakes (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  corrections INTEGER NOT NULL DEFAULT 0,
  kind TEXT,
  scopeZh TEXT,
  scope TEXT,
  expected TEXT,
  expectedCount INTEGER,
  found INTEGER,
  misplaced INTEGER,
  missing INTEGER,
  unexpected INTEGER,
  unconfirmed INTEGER,
  keepers TEXT,
  level TEXT CHECK (level IN ('internal','confidential','secret','top_secret')),
  counter TEXT,
  checker TEXT,
  checkerAccount TEXT,
  openedAt TEXT,
  closedAt TEXT,
  action TEXT,
  handover INTEGER,
  state TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE UNIQUE INDEX stocktakes_number ON stocktakes (number);
CREATE INDEX stocktakes_by_state_id ON stocktakes (state, id);
CREATE INDEX stocktakes_by_openedAt_id ON stocktakes (openedAt, id);
CREATE INDEX stocktakes_by_handover ON stocktakes (handover) WHERE handover IS NOT NULL;
CREATE TRIGGER stocktakes_kept BEFORE DELETE ON stocktakes BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;
CREATE TRIGGER stocktakes_in_order BEFORE UPDATE ON stocktakes WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;
CREATE VIRTUAL TABLE stocktakes_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

CREATE TABLE stocktakeLines (
  id INTEGER PRIMARY KEY,
  number TEXT,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  corrections INTEGER NOT NULL DEFAULT 0,
  stocktake INTEGER,
  stocktakeNumber TEXT,
  carrier INTEGER,
  carrierNumber TEXT,
  title TEXT,
  level TEXT CHECK (level IN ('internal','confidential','secret','top_secret')),
  expectedPlace TEXT,
  expectedHolder TEXT,
  bucket TEXT,
  foundPlace TEXT,
  scanned TEXT,
  countedAt TEXT,
  explanation TEXT,
  incident INTEGER,
  state TEXT NOT NULL
) STRICT;
CREATE INDEX stocktakeLines_by_state_id ON stocktakeLines (state, id);
CREATE INDEX stocktakeLines_by_countedAt_id ON stocktakeLines (countedAt, id);
CREATE INDEX stocktakeLines_by_stocktake ON stocktakeLines (stocktake) WHERE stocktake IS NOT NULL;
CREATE INDEX stocktakeLines_by_carrier ON stocktakeLines (carrier) WHERE carrier IS NOT NULL;
CREATE INDEX stocktakeLines_by_incident ON stocktakeLines (incident) WHERE incident IS NOT NULL;
CREATE TRIGGER stocktakeLines_kept BEFORE DELETE ON stocktakeLines BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;
CREATE TRIGGER stocktakeLines_in_order BEFORE UPDATE ON stocktakeLines WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

ALTER TABLE destructions ADD COLUMN tally TEXT;
ALTER TABLE destructions ADD COLUMN escorts TEXT;
ALTER TABLE destructions ADD COLUMN equipment TEXT;
ALTER TABLE destructions ADD COLUMN certificate TEXT;
ALTER TABLE destructions ADD COLUMN agreement TEXT;
ALTER TABLE destructions ADD COLUMN unrecoverable INTEGER CHECK (unrecoverable IN (0,1));
ALTER TABLE destructions ADD COLUMN issuerLeave TEXT;
ALTER TABLE destructions ADD COLUMN certificateUntil TEXT CHECK (certificateUntil GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*');

CREATE TABLE handovers (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  corrections INTEGER NOT NULL DEFAULT 0,
  kind TEXT,
  cause TEXT,
  giver TEXT,
  giverAccount TEXT,
  taker TEXT,
  takerAccount TEXT,
  toUnit TEXT,
  person INTEGER,
  supervisor TEXT,
  items TEXT,
  itemCount INTEGER,
  counted INTEGER,
  level TEXT CHECK (level IN ('internal','confidential','secret','top_secret')),
  others TEXT,
  othersZh TEXT,
  rightsRevokedOn TEXT CHECK (rightsRevokedOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  differences TEXT,
  differenceCount INTEGER,
  stocktake INTEGER,
  openedOn TEXT CHECK (openedOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  closedOn TEXT CHECK (closedOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  signedFrom TEXT,
  signedTo TEXT,
  receiptNumber TEXT,
  approval INTEGER,
  state TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE UNIQUE INDEX handovers_number ON handovers (number);
CREATE INDEX handovers_by_state_id ON handovers (state, id);
CREATE INDEX handovers_by_openedOn_id ON handovers (openedOn, id);
CREATE INDEX handovers_by_person ON handovers (person) WHERE person IS NOT NULL;
CREATE INDEX handovers_by_stocktake ON handovers (stocktake) WHERE stocktake IS NOT NULL;
CREATE INDEX handovers_by_approval ON handovers (approval) WHERE approval IS NOT NULL;
CREATE TRIGGER handovers_kept BEFORE DELETE ON handovers BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;
CREATE TRIGGER handovers_in_order BEFORE UPDATE ON handovers WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;
CREATE VIRTUAL TABLE handovers_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

CREATE TABLE classifications (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  corrections INTEGER NOT NULL DEFAULT 0,
  kind TEXT,
  carrier INTEGER,
  carrierNumber TEXT,
  title TEXT,
  regime TEXT,
  level TEXT CHECK (level IN ('internal','confidential','secret','top_secret')),
  oldLevel TEXT CHECK (oldLevel IN ('internal','confidential','secret','top_secret')),
  grade TEXT,
  oldGrade TEXT,
  secrecyPeriod TEXT,
  oldPeriod TEXT,
  periodEndsOn TEXT CHECK (periodEndsOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  accessScope TEXT,
  scopeUnit TEXT,
  basis TEXT,
  clause TEXT,
  derivedReason TEXT,
  sourceCarrier INTEGER,
  sourceNumber TEXT,
  proposer TEXT,
  decider TEXT,
  deciderOffice TEXT,
  proposedOn TEXT CHECK (proposedOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  decidedOn TEXT CHECK (decidedOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  effectiveOn TEXT CHECK (effectiveOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  noticeNumber TEXT,
  noticeFrom TEXT,
  noticeOn TEXT CHECK (noticeOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  releaseReason TEXT,
  submittedTo TEXT,
  submitDueOn TEXT CHECK (submitDueOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  submittedOn TEXT CHECK (submittedOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  answerDueOn TEXT CHECK (answerDueOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  answeredOn TEXT CHECK (answeredOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  notifyDueOn TEXT CHECK (notifyDueOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  notified TEXT,
  notifiedOn TEXT CHECK (notifiedOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  newMark TEXT,
  oldMark TEXT,
  markedOn TEXT CHECK (markedOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  count INTEGER,
  suspended INTEGER CHECK (suspended IN (0,1)),
  queriedWith TEXT,
  answerNumber TEXT,
  disputed TEXT,
  reviewResult TEXT,
  listNumber TEXT,
  listFiledOn TEXT CHECK (listFiledOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  reportedAt TEXT,
  approval INTEGER,
  state TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE UNIQUE INDEX classifications_number ON classifications (number);
CREATE INDEX classifications_by_state_id ON classifications (state, id);
CREATE INDEX classifications_by_decidedOn_id ON classifications (decidedOn, id);
CREATE INDEX classifications_by_proposedOn_id ON classifications (proposedOn, id);
CREATE INDEX classifications_by_carrier ON classifications (carrier) WHERE carrier IS NOT NULL;
CREATE INDEX classifications_by_sourceCarrier ON classifications (sourceCarrier) WHERE sourceCarrier IS NOT NULL;
CREATE INDEX classifications_by_approval ON classifications (approval) WHERE approval IS NOT NULL;
CREATE INDEX classifications_by_submitDueOn_id ON classifications (submitDueOn, id);
CREATE INDEX classifications_by_answerDueOn_id ON classifications (answerDueOn, id);
CREATE INDEX classifications_by_notifyDueOn_id ON classifications (notifyDueOn, id);
CREATE TRIGGER classifications_kept BEFORE DELETE ON classifications BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;
CREATE TRIGGER classifications_in_order BEFORE UPDATE ON classifications WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;
CREATE VIRTUAL TABLE classifications_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

CREATE TABLE telegrams (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  corrections INTEGER NOT NULL DEFAULT 0,
  telegramNumber TEXT,
  title TEXT,
  issuer TEXT,
  level TEXT CHECK (level IN ('internal','confidential','secret','top_secret')),
  secrecyPeriod TEXT,
  carrier INTEGER,
  carrierNumber TEXT,
  receivedAt TEXT,
  keeper TEXT,
  readers TEXT,
  extracts INTEGER,
  extractsZh TEXT,
  channel TEXT,
  replyChannel TEXT,
  replyNumber TEXT,
  repliedAt TEXT,
  returnedAt TEXT,
  state TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE UNIQUE INDEX telegrams_number ON telegrams (number);
CREATE INDEX telegrams_by_state_id ON telegrams (state, id);
CREATE INDEX telegrams_by_receivedAt_id ON telegrams (receivedAt, id);
CREATE INDEX telegrams_by_carrier ON telegrams (carrier) WHERE carrier IS NOT NULL;
CREATE TRIGGER telegrams_kept BEFORE DELETE ON telegrams BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;
CREATE TRIGGER telegrams_in_order BEFORE UPDATE ON telegrams WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;
CREATE VIRTUAL TABLE telegrams_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

ALTER TABLE incidents ADD COLUMN wordOfMouthAt TEXT;
ALTER TABLE incidents ADD COLUMN internalAt TEXT;
ALTER TABLE incidents ADD COLUMN internalTo TEXT;
ALTER TABLE incidents ADD COLUMN reports TEXT;
ALTER TABLE incidents ADD COLUMN course TEXT;
ALTER TABLE incidents ADD COLUMN harm TEXT;
ALTER TABLE incidents ADD COLUMN responsible TEXT;
ALTER TABLE incidents ADD COLUMN supervisor TEXT;
ALTER TABLE incidents ADD COLUMN sanctions TEXT;
ALTER TABLE incidents ADD COLUMN sanctionsZh TEXT;
ALTER TABLE incidents ADD COLUMN investigators TEXT;
ALTER TABLE incidents ADD COLUMN cooperation TEXT;
ALTER TABLE incidents ADD COLUMN escalatedAt TEXT;
ALTER TABLE incidents ADD COLUMN resultDueOn TEXT CHECK (resultDueOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*');
ALTER TABLE incidents ADD COLUMN resultReportedOn TEXT CHECK (resultReportedOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*');
ALTER TABLE incidents ADD COLUMN progressReportedOn TEXT CHECK (progressReportedOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*');
ALTER TABLE incidents ADD COLUMN progressReason TEXT;
ALTER TABLE incidents ADD COLUMN anomaly INTEGER CHECK (anomaly IN (0,1));
ALTER TABLE incidents ADD COLUMN persons TEXT;
CREATE INDEX incidents_by_resultDueOn ON incidents (resultDueOn) WHERE resultDueOn IS NOT NULL;

CREATE TABLE refusals (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  corrections INTEGER NOT NULL DEFAULT 0,
  askedBy TEXT,
  asked TEXT,
  rulesZh TEXT,
  carrier INTEGER,
  carrierNumber TEXT,
  refusedBy TEXT,
  refusedAt TEXT,
  reportedTo TEXT,
  reportedAt TEXT,
  state TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE UNIQUE INDEX refusals_number ON refusals (number);
CREATE INDEX refusals_by_state_id ON refusals (state, id);
CREATE INDEX refusals_by_refusedAt_id ON refusals (refusedAt, id);
CREATE INDEX refusals_by_carrier ON refusals (carrier) WHERE carrier IS NOT NULL;
CREATE TRIGGER refusals_kept BEFORE DELETE ON refusals BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;
CREATE TRIGGER refusals_in_order BEFORE UPDATE ON refusals WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;
CREATE VIRTUAL TABLE refusals_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

CREATE TABLE tipOffs (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  corrections INTEGER NOT NULL DEFAULT 0,
  about TEXT,
  account TEXT,
  stopped INTEGER CHECK (stopped IN (0,1)),
  reporter TEXT,
  reportedAt TEXT,
  handledBy TEXT,
  handled TEXT,
  handledOn TEXT CHECK (handledOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  state TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX tipOffs_number ON tipOffs (number);
CREATE INDEX tipOffs_by_state_id ON tipOffs (state, id);
CREATE INDEX tipOffs_by_reportedAt_id ON tipOffs (reportedAt, id);
CREATE TRIGGER tipOffs_kept BEFORE DELETE ON tipOffs BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;
CREATE TRIGGER tipOffs_in_order BEFORE UPDATE ON tipOffs WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;
CREATE VIRTUAL TABLE tipOffs_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

CREATE TABLE checks (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  corrections INTEGER NOT NULL DEFAULT 0,
  checklist TEXT,
  titleZh TEXT,
  checkedOn TEXT CHECK (checkedOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  place TEXT,
  inspector TEXT,
  present TEXT,
  answers TEXT,
  good INTEGER,
  bad INTEGER,
  findings TEXT,
  correctBy TEXT CHECK (correctBy GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  correctedOn TEXT CHECK (correctedOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  corrected TEXT,
  state TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE UNIQUE INDEX checks_number ON checks (number);
CREATE INDEX checks_by_state_id ON checks (state, id);
CREATE INDEX checks_by_checkedOn_id ON checks (checkedOn, id);
CREATE INDEX checks_by_correctBy_id ON checks (correctBy, id);
CREATE TRIGGER checks_kept BEFORE DELETE ON checks BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;
CREATE TRIGGER checks_in_order BEFORE UPDATE ON checks WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;
CREATE VIRTUAL TABLE checks_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

CREATE TABLE explanations (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  corrections INTEGER NOT NULL DEFAULT 0,
  rule TEXT,
  ruleZh TEXT,
  register TEXT,
  record INTEGER,
  recordNumber TEXT,
  recordRevision INTEGER,
  title TEXT,
  level TEXT CHECK (level IN ('internal','confidential','secret','top_secret')),
  finding TEXT,
  explanation TEXT,
  explainedBy TEXT,
  explainedAt TEXT,
  state TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE UNIQUE INDEX explanations_number ON explanations (number);
CREATE INDEX explanations_by_state_id ON explanations (state, id);
CREATE INDEX explanations_by_explainedAt_id ON explanations (explainedAt, id);
CREATE TRIGGER explanations_kept BEFORE DELETE ON explanations BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;
CREATE TRIGGER explanations_in_order BEFORE UPDATE ON explanations WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;
CREATE VIRTUAL TABLE explanations_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

CREATE TABLE cabinets (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  corrections INTEGER NOT NULL DEFAULT 0,
  place TEXT,
  kind TEXT,
  room TEXT,
  level TEXT CHECK (level IN ('internal','confidential','secret','top_secret')),
  keepers TEXT,
  ordinary INTEGER CHECK (ordinary IN (0,1)),
  codeChangedOn TEXT CHECK (codeChangedOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'),
  state TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE UNIQUE INDEX cabinets_number ON cabinets (number);
CREATE INDEX cabinets_by_state_id ON cabinets (state, id);
CREATE INDEX cabinets_by_place_id ON cabinets (place, id);
CREATE TRIGGER cabinets_kept BEFORE DELETE ON cabinets BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;
CREATE TRIGGER cabinets_in_order BEFORE UPDATE ON cabinets WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;
CREATE VIRTUAL TABLE cabinets_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

ALTER TABLE prints ADD COLUMN register TEXT;
ALTER TABLE prints ADD COLUMN continuation INTEGER CHECK (continuation IN (0,1));
ALTER TABLE prints ADD COLUMN firstNumber TEXT;
ALTER TABLE prints ADD COLUMN lastNumber TEXT;
ALTER TABLE prints ADD COLUMN lastRecord INTEGER;
ALTER TABLE prints ADD COLUMN pageFrom INTEGER;
ALTER TABLE prints ADD COLUMN pageTo INTEGER;
ALTER TABLE prints ADD COLUMN pageDigests TEXT;
`,
} as const;
