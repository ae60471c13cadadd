-- index accounts_account
CREATE UNIQUE INDEX accounts_account ON accounts (account);

-- index approvals_by_state_id
CREATE INDEX approvals_by_state_id ON approvals (state, id);

-- index approvals_number
CREATE UNIQUE INDEX approvals_number ON approvals (number);

-- index archiveUses_by_approval
CREATE INDEX archiveUses_by_approval ON archiveUses (approval) WHERE approval IS NOT NULL;

-- index archiveUses_by_dueOn_id
CREATE INDEX archiveUses_by_dueOn_id ON archiveUses (dueOn, id);

-- index archiveUses_by_openedAt_id
CREATE INDEX archiveUses_by_openedAt_id ON archiveUses (openedAt, id);

-- index archiveUses_by_reader
CREATE INDEX archiveUses_by_reader ON archiveUses (reader) WHERE reader IS NOT NULL;

-- index archiveUses_by_state_id
CREATE INDEX archiveUses_by_state_id ON archiveUses (state, id);

-- index archiveUses_number
CREATE UNIQUE INDEX archiveUses_number ON archiveUses (number);

-- index backups_by_state_id
CREATE INDEX backups_by_state_id ON backups (state, id);

-- index backups_number
CREATE UNIQUE INDEX backups_number ON backups (number);

-- index cabinets_by_importBatch
CREATE INDEX cabinets_by_importBatch ON cabinets (importBatch) WHERE importBatch IS NOT NULL;

-- index cabinets_by_place_id
CREATE INDEX cabinets_by_place_id ON cabinets (place, id);

-- index cabinets_by_state_id
CREATE INDEX cabinets_by_state_id ON cabinets (state, id);

-- index cabinets_number
CREATE UNIQUE INDEX cabinets_number ON cabinets (number);

-- index carriers_by_archiveNumber
CREATE INDEX carriers_by_archiveNumber ON carriers (archiveNumber) WHERE archiveNumber IS NOT NULL;

-- index carriers_by_circulation
CREATE INDEX carriers_by_circulation ON carriers (circulation) WHERE circulation IS NOT NULL;

-- index carriers_by_consignment
CREATE INDEX carriers_by_consignment ON carriers (consignment) WHERE consignment IS NOT NULL;

-- index carriers_by_custodian
CREATE INDEX carriers_by_custodian ON carriers (custodian, state) WHERE custodian IS NOT NULL;

-- index carriers_by_destruction
CREATE INDEX carriers_by_destruction ON carriers (destruction) WHERE destruction IS NOT NULL;

-- index carriers_by_docNumber_copySerial
CREATE INDEX carriers_by_docNumber_copySerial ON carriers (docNumber, copySerial) WHERE docNumber IS NOT NULL;

-- index carriers_by_dueOn
CREATE INDEX carriers_by_dueOn ON carriers (dueOn) WHERE dueOn IS NOT NULL;

-- index carriers_by_holdUntil
CREATE INDEX carriers_by_holdUntil ON carriers (holdUntil) WHERE holdUntil IS NOT NULL;

-- index carriers_by_holder
CREATE INDEX carriers_by_holder ON carriers (holder) WHERE holder IS NOT NULL;

-- index carriers_by_holderName
CREATE INDEX carriers_by_holderName ON carriers (holderName) WHERE holder IS NULL AND holderName IS NOT NULL;

-- index carriers_by_importBatch
CREATE INDEX carriers_by_importBatch ON carriers (importBatch) WHERE importBatch IS NOT NULL;

-- index carriers_by_oldMark
CREATE INDEX carriers_by_oldMark ON carriers (oldMark) WHERE oldMark IS NOT NULL;

-- index carriers_by_oldNumber
CREATE INDEX carriers_by_oldNumber ON carriers (oldNumber) WHERE oldNumber IS NOT NULL;

-- index carriers_by_parent
CREATE INDEX carriers_by_parent ON carriers (parent) WHERE parent IS NOT NULL;

-- index carriers_by_periodEndsOn
CREATE INDEX carriers_by_periodEndsOn ON carriers (periodEndsOn) WHERE periodEndsOn IS NOT NULL;

-- index carriers_by_production
CREATE INDEX carriers_by_production ON carriers (production) WHERE production IS NOT NULL;

-- index carriers_by_provisional
CREATE INDEX carriers_by_provisional ON carriers (provisional) WHERE provisional = 1;

-- index carriers_by_recall
CREATE INDEX carriers_by_recall ON carriers (recall) WHERE recall IS NOT NULL;

-- index carriers_by_receipt
CREATE INDEX carriers_by_receipt ON carriers (receipt) WHERE receipt IS NOT NULL;

-- index carriers_by_receivedOn_id
CREATE INDEX carriers_by_receivedOn_id ON carriers (receivedOn, id);

-- index carriers_by_regime
CREATE INDEX carriers_by_regime ON carriers (regime) WHERE regime IS NOT NULL;

-- index carriers_by_returnBy
CREATE INDEX carriers_by_returnBy ON carriers (returnBy) WHERE returnBy IS NOT NULL;

-- index carriers_by_state_id
CREATE INDEX carriers_by_state_id ON carriers (state, id);

-- index carriers_by_trip
CREATE INDEX carriers_by_trip ON carriers (trip) WHERE trip IS NOT NULL;

-- index carriers_number
CREATE UNIQUE INDEX carriers_number ON carriers (number);

-- index carriers_own
CREATE INDEX carriers_own ON carriers (coalesce(reviewedOn, issuedOn, receivedOn), issuer, state) WHERE source IN ('produced', 'compiled') AND level IN ('confidential', 'secret', 'top_secret') AND provisional IS NOT 1;

-- index carriers_tally
CREATE INDEX carriers_tally ON carriers (state, level, corrections, secrecyPeriod);

-- index checks_by_checkedOn_id
CREATE INDEX checks_by_checkedOn_id ON checks (checkedOn, id);

-- index checks_by_correctBy_id
CREATE INDEX checks_by_correctBy_id ON checks (correctBy, id);

-- index checks_by_state_id
CREATE INDEX checks_by_state_id ON checks (state, id);

-- index checks_number
CREATE UNIQUE INDEX checks_number ON checks (number);

-- index circulationSteps_by_carrier
CREATE INDEX circulationSteps_by_carrier ON circulationSteps (carrier) WHERE carrier IS NOT NULL;

-- index circulationSteps_by_circulation
CREATE INDEX circulationSteps_by_circulation ON circulationSteps (circulation) WHERE circulation IS NOT NULL;

-- index circulationSteps_by_dueOn_id
CREATE INDEX circulationSteps_by_dueOn_id ON circulationSteps (dueOn, id);

-- index circulationSteps_by_reader
CREATE INDEX circulationSteps_by_reader ON circulationSteps (reader) WHERE reader IS NOT NULL;

-- index circulationSteps_by_reading
CREATE INDEX circulationSteps_by_reading ON circulationSteps (reading) WHERE reading IS NOT NULL;

-- index circulationSteps_by_state_id
CREATE INDEX circulationSteps_by_state_id ON circulationSteps (state, id);

-- index circulations_by_approval
CREATE INDEX circulations_by_approval ON circulations (approval) WHERE approval IS NOT NULL;

-- index circulations_by_carrier
CREATE INDEX circulations_by_carrier ON circulations (carrier) WHERE carrier IS NOT NULL;

-- index circulations_by_dueOn_id
CREATE INDEX circulations_by_dueOn_id ON circulations (dueOn, id);

-- index circulations_by_followUpDueOn
CREATE INDEX circulations_by_followUpDueOn ON circulations (followUpDueOn) WHERE followUpDueOn IS NOT NULL AND followUpDoneOn IS NULL;

-- index circulations_by_receipt
CREATE INDEX circulations_by_receipt ON circulations (receipt) WHERE receipt IS NOT NULL;

-- index circulations_by_startedOn_id
CREATE INDEX circulations_by_startedOn_id ON circulations (startedOn, id);

-- index circulations_by_state_id
CREATE INDEX circulations_by_state_id ON circulations (state, id);

-- index circulations_number
CREATE UNIQUE INDEX circulations_number ON circulations (number);

-- index classifications_by_answerDueOn_id
CREATE INDEX classifications_by_answerDueOn_id ON classifications (answerDueOn, id);

-- index classifications_by_approval
CREATE INDEX classifications_by_approval ON classifications (approval) WHERE approval IS NOT NULL;

-- index classifications_by_carrier
CREATE INDEX classifications_by_carrier ON classifications (carrier) WHERE carrier IS NOT NULL;

-- index classifications_by_decidedOn_id
CREATE INDEX classifications_by_decidedOn_id ON classifications (decidedOn, id);

-- index classifications_by_notifyDueOn_id
CREATE INDEX classifications_by_notifyDueOn_id ON classifications (notifyDueOn, id);

-- index classifications_by_proposedOn_id
CREATE INDEX classifications_by_proposedOn_id ON classifications (proposedOn, id);

-- index classifications_by_sourceCarrier
CREATE INDEX classifications_by_sourceCarrier ON classifications (sourceCarrier) WHERE sourceCarrier IS NOT NULL;

-- index classifications_by_state_id
CREATE INDEX classifications_by_state_id ON classifications (state, id);

-- index classifications_by_submitDueOn_id
CREATE INDEX classifications_by_submitDueOn_id ON classifications (submitDueOn, id);

-- index classifications_changes
CREATE INDEX classifications_changes ON classifications (carrier) WHERE kind IN ('change', 'extension', 'release', 'notice') AND suspended IS NOT 1;

-- index classifications_listFiledOn
CREATE INDEX classifications_listFiledOn ON classifications (listFiledOn) WHERE kind = 'review' AND listFiledOn IS NOT NULL;

-- index classifications_number
CREATE UNIQUE INDEX classifications_number ON classifications (number);

-- index computers_by_assetNumber
CREATE INDEX computers_by_assetNumber ON computers (assetNumber);

-- index computers_by_importBatch
CREATE INDEX computers_by_importBatch ON computers (importBatch) WHERE importBatch IS NOT NULL;

-- index computers_by_state_id
CREATE INDEX computers_by_state_id ON computers (state, id);

-- index computers_number
CREATE UNIQUE INDEX computers_number ON computers (number);

-- index consignments_by_dueOn_id
CREATE INDEX consignments_by_dueOn_id ON consignments (dueOn, id);

-- index consignments_by_sentAt_id
CREATE INDEX consignments_by_sentAt_id ON consignments (sentAt, id);

-- index consignments_by_state_id
CREATE INDEX consignments_by_state_id ON consignments (state, id);

-- index consignments_number
CREATE UNIQUE INDEX consignments_number ON consignments (number);

-- index copies_by_carrier_id
CREATE INDEX copies_by_carrier_id ON copies (carrier, id);

-- index copies_by_importBatch
CREATE INDEX copies_by_importBatch ON copies (importBatch) WHERE importBatch IS NOT NULL;

-- index copies_by_notebook
CREATE INDEX copies_by_notebook ON copies (notebook) WHERE notebook IS NOT NULL;

-- index copies_number
CREATE UNIQUE INDEX copies_number ON copies (number);

-- index destructions_by_importBatch
CREATE INDEX destructions_by_importBatch ON destructions (importBatch) WHERE importBatch IS NOT NULL;

-- index destructions_by_state_id
CREATE INDEX destructions_by_state_id ON destructions (state, id);

-- index destructions_number
CREATE UNIQUE INDEX destructions_number ON destructions (number);

-- index dispatches_by_consignment
CREATE INDEX dispatches_by_consignment ON dispatches (consignment) WHERE consignment IS NOT NULL;

-- index dispatches_by_docNumber_id
CREATE INDEX dispatches_by_docNumber_id ON dispatches (docNumber, id);

-- index dispatches_by_importBatch
CREATE INDEX dispatches_by_importBatch ON dispatches (importBatch) WHERE importBatch IS NOT NULL;

-- index dispatches_by_production
CREATE INDEX dispatches_by_production ON dispatches (production) WHERE production IS NOT NULL;

-- index dispatches_by_sentOn_id
CREATE INDEX dispatches_by_sentOn_id ON dispatches (sentOn, id);

-- index dispatches_by_state_id
CREATE INDEX dispatches_by_state_id ON dispatches (state, id);

-- index dispatches_number
CREATE UNIQUE INDEX dispatches_number ON dispatches (number);

-- index event_of_record
CREATE INDEX event_of_record ON event (register, record, id);

-- index explanations_by_explainedAt_id
CREATE INDEX explanations_by_explainedAt_id ON explanations (explainedAt, id);

-- index explanations_by_state_id
CREATE INDEX explanations_by_state_id ON explanations (state, id);

-- index explanations_number
CREATE UNIQUE INDEX explanations_number ON explanations (number);

-- index handovers_by_approval
CREATE INDEX handovers_by_approval ON handovers (approval) WHERE approval IS NOT NULL;

-- index handovers_by_openedOn_id
CREATE INDEX handovers_by_openedOn_id ON handovers (openedOn, id);

-- index handovers_by_person
CREATE INDEX handovers_by_person ON handovers (person) WHERE person IS NOT NULL;

-- index handovers_by_state_id
CREATE INDEX handovers_by_state_id ON handovers (state, id);

-- index handovers_by_stocktake
CREATE INDEX handovers_by_stocktake ON handovers (stocktake) WHERE stocktake IS NOT NULL;

-- index handovers_number
CREATE UNIQUE INDEX handovers_number ON handovers (number);

-- index imports_number
CREATE UNIQUE INDEX imports_number ON imports (number);

-- index incidents_by_carrier
CREATE INDEX incidents_by_carrier ON incidents (carrier);

-- index incidents_by_resultDueOn
CREATE INDEX incidents_by_resultDueOn ON incidents (resultDueOn) WHERE resultDueOn IS NOT NULL;

-- index incidents_by_state_id
CREATE INDEX incidents_by_state_id ON incidents (state, id);

-- index incidents_number
CREATE UNIQUE INDEX incidents_number ON incidents (number);

-- index loans_by_borrower_id
CREATE INDEX loans_by_borrower_id ON loans (borrower, id);

-- index loans_by_carrier_id
CREATE INDEX loans_by_carrier_id ON loans (carrier, id);

-- index loans_by_importBatch
CREATE INDEX loans_by_importBatch ON loans (importBatch) WHERE importBatch IS NOT NULL;

-- index loans_by_lentAt_id
CREATE INDEX loans_by_lentAt_id ON loans (lentAt, id);

-- index loans_by_state_dueOn
CREATE INDEX loans_by_state_dueOn ON loans (state, dueOn);

-- index loans_number
CREATE UNIQUE INDEX loans_number ON loans (number);

-- index notebooks_by_carrier
CREATE INDEX notebooks_by_carrier ON notebooks (carrier) WHERE carrier IS NOT NULL;

-- index notebooks_by_dueOn_id
CREATE INDEX notebooks_by_dueOn_id ON notebooks (dueOn, id);

-- index notebooks_by_holder
CREATE INDEX notebooks_by_holder ON notebooks (holder) WHERE holder IS NOT NULL;

-- index notebooks_by_importBatch
CREATE INDEX notebooks_by_importBatch ON notebooks (importBatch) WHERE importBatch IS NOT NULL;

-- index notebooks_by_incident
CREATE INDEX notebooks_by_incident ON notebooks (incident) WHERE incident IS NOT NULL;

-- index notebooks_by_issuedAt_id
CREATE INDEX notebooks_by_issuedAt_id ON notebooks (issuedAt, id);

-- index notebooks_by_state_id
CREATE INDEX notebooks_by_state_id ON notebooks (state, id);

-- index notebooks_number
CREATE UNIQUE INDEX notebooks_number ON notebooks (number);

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

-- index productions_by_approval
CREATE INDEX productions_by_approval ON productions (approval) WHERE approval IS NOT NULL;

-- index productions_by_machine
CREATE INDEX productions_by_machine ON productions (machine) WHERE machine IS NOT NULL;

-- index productions_by_requestedOn_id
CREATE INDEX productions_by_requestedOn_id ON productions (requestedOn, id);

-- index productions_by_state_id
CREATE INDEX productions_by_state_id ON productions (state, id);

-- index productions_by_wasteDueOn_id
CREATE INDEX productions_by_wasteDueOn_id ON productions (wasteDueOn, id);

-- index productions_number
CREATE UNIQUE INDEX productions_number ON productions (number);

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

-- index recalls_by_dueOn_id
CREATE INDEX recalls_by_dueOn_id ON recalls (dueOn, id);

-- index recalls_by_openedOn_id
CREATE INDEX recalls_by_openedOn_id ON recalls (openedOn, id);

-- index recalls_by_state_id
CREATE INDEX recalls_by_state_id ON recalls (state, id);

-- index recalls_number
CREATE UNIQUE INDEX recalls_number ON recalls (number);

-- index receipts_by_archiveNumber
CREATE INDEX receipts_by_archiveNumber ON receipts (archiveNumber) WHERE archiveNumber IS NOT NULL;

-- index receipts_by_circulation
CREATE INDEX receipts_by_circulation ON receipts (circulation) WHERE circulation IS NOT NULL;

-- index receipts_by_docNumber
CREATE INDEX receipts_by_docNumber ON receipts (docNumber) WHERE docNumber IS NOT NULL;

-- index receipts_by_importBatch
CREATE INDEX receipts_by_importBatch ON receipts (importBatch) WHERE importBatch IS NOT NULL;

-- index receipts_by_level_id
CREATE INDEX receipts_by_level_id ON receipts (level, id) WHERE level IS NOT NULL;

-- index receipts_by_receivedOn_id
CREATE INDEX receipts_by_receivedOn_id ON receipts (receivedOn, id);

-- index receipts_by_routeDueOn
CREATE INDEX receipts_by_routeDueOn ON receipts (routeDueOn) WHERE routeDueOn IS NOT NULL AND routedOn IS NULL AND archivedOn IS NULL;

-- index receipts_by_state_id
CREATE INDEX receipts_by_state_id ON receipts (state, id);

-- index receipts_number
CREATE UNIQUE INDEX receipts_number ON receipts (number);

-- index refusals_by_carrier
CREATE INDEX refusals_by_carrier ON refusals (carrier) WHERE carrier IS NOT NULL;

-- index refusals_by_refusedAt_id
CREATE INDEX refusals_by_refusedAt_id ON refusals (refusedAt, id);

-- index refusals_by_state_id
CREATE INDEX refusals_by_state_id ON refusals (state, id);

-- index refusals_number
CREATE UNIQUE INDEX refusals_number ON refusals (number);

-- index settings_key
CREATE UNIQUE INDEX settings_key ON settings (key);

-- index stocktakeLines_by_carrier
CREATE INDEX stocktakeLines_by_carrier ON stocktakeLines (carrier) WHERE carrier IS NOT NULL;

-- index stocktakeLines_by_countedAt_id
CREATE INDEX stocktakeLines_by_countedAt_id ON stocktakeLines (countedAt, id);

-- index stocktakeLines_by_incident
CREATE INDEX stocktakeLines_by_incident ON stocktakeLines (incident) WHERE incident IS NOT NULL;

-- index stocktakeLines_by_state_id
CREATE INDEX stocktakeLines_by_state_id ON stocktakeLines (state, id);

-- index stocktakeLines_by_stocktake
CREATE INDEX stocktakeLines_by_stocktake ON stocktakeLines (stocktake) WHERE stocktake IS NOT NULL;

-- index stocktakes_by_handover
CREATE INDEX stocktakes_by_handover ON stocktakes (handover) WHERE handover IS NOT NULL;

-- index stocktakes_by_openedAt_id
CREATE INDEX stocktakes_by_openedAt_id ON stocktakes (openedAt, id);

-- index stocktakes_by_state_id
CREATE INDEX stocktakes_by_state_id ON stocktakes (state, id);

-- index stocktakes_number
CREATE UNIQUE INDEX stocktakes_number ON stocktakes (number);

-- index telegrams_by_carrier
CREATE INDEX telegrams_by_carrier ON telegrams (carrier) WHERE carrier IS NOT NULL;

-- index telegrams_by_receivedAt_id
CREATE INDEX telegrams_by_receivedAt_id ON telegrams (receivedAt, id);

-- index telegrams_by_state_id
CREATE INDEX telegrams_by_state_id ON telegrams (state, id);

-- index telegrams_number
CREATE UNIQUE INDEX telegrams_number ON telegrams (number);

-- index tipOffs_by_reportedAt_id
CREATE INDEX tipOffs_by_reportedAt_id ON tipOffs (reportedAt, id);

-- index tipOffs_by_state_id
CREATE INDEX tipOffs_by_state_id ON tipOffs (state, id);

-- index tipOffs_number
CREATE UNIQUE INDEX tipOffs_number ON tipOffs (number);

-- index trips_by_approval
CREATE INDEX trips_by_approval ON trips (approval) WHERE approval IS NOT NULL;

-- index trips_by_dueOn_id
CREATE INDEX trips_by_dueOn_id ON trips (dueOn, id);

-- index trips_by_outAt_id
CREATE INDEX trips_by_outAt_id ON trips (outAt, id);

-- index trips_by_state_id
CREATE INDEX trips_by_state_id ON trips (state, id);

-- index trips_by_traveller
CREATE INDEX trips_by_traveller ON trips (traveller) WHERE traveller IS NOT NULL;

-- index trips_number
CREATE UNIQUE INDEX trips_number ON trips (number);

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

-- table archiveUses
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

-- table archiveUses_search
CREATE VIRTUAL TABLE archiveUses_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

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

-- table cabinets
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
, importBatch INTEGER) STRICT;

-- table cabinets_search
CREATE VIRTUAL TABLE cabinets_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

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
, asClassified INTEGER CHECK (asClassified IN (0,1)), provisional INTEGER CHECK (provisional IN (0,1)), markText TEXT, oldMark TEXT, production INTEGER, circulation INTEGER, trip INTEGER, consignment INTEGER, recall INTEGER, archiveNumber TEXT, archivedOn TEXT CHECK (archivedOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'), holdUntil TEXT CHECK (holdUntil GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'), holdReason TEXT, grade TEXT, reviewedOn TEXT CHECK (reviewedOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'), archiveClass TEXT) STRICT;

-- table carriers_search
CREATE VIRTUAL TABLE carriers_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

-- table checks
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

-- table checks_search
CREATE VIRTUAL TABLE checks_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

-- table circulationSteps
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

-- table circulationSteps_search
CREATE VIRTUAL TABLE circulationSteps_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

-- table circulations
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

-- table circulations_search
CREATE VIRTUAL TABLE circulations_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

-- table classifications
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

-- table classifications_search
CREATE VIRTUAL TABLE classifications_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

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

-- table consignments
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

-- table consignments_search
CREATE VIRTUAL TABLE consignments_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

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
, sources TEXT, consentOn TEXT CHECK (consentOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'), consentFile TEXT, stampText TEXT, notebook INTEGER, content TEXT, recipients TEXT, oldNumber TEXT, importBatch INTEGER) STRICT;

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
, tally TEXT, escorts TEXT, equipment TEXT, certificate TEXT, agreement TEXT, unrecoverable INTEGER CHECK (unrecoverable IN (0,1)), issuerLeave TEXT, certificateUntil TEXT CHECK (certificateUntil GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'), oldNumber TEXT, importBatch INTEGER) STRICT;

-- table dispatches
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
, oldNumber TEXT, importBatch INTEGER) STRICT;

-- table dispatches_search
CREATE VIRTUAL TABLE dispatches_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

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

-- table explanations
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

-- table explanations_search
CREATE VIRTUAL TABLE explanations_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

-- table handovers
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

-- table handovers_search
CREATE VIRTUAL TABLE handovers_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

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
, wordOfMouthAt TEXT, internalAt TEXT, internalTo TEXT, reports TEXT, course TEXT, harm TEXT, responsible TEXT, supervisor TEXT, sanctions TEXT, sanctionsZh TEXT, investigators TEXT, cooperation TEXT, escalatedAt TEXT, resultDueOn TEXT CHECK (resultDueOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'), resultReportedOn TEXT CHECK (resultReportedOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'), progressReportedOn TEXT CHECK (progressReportedOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'), progressReason TEXT, anomaly INTEGER CHECK (anomaly IN (0,1)), persons TEXT) STRICT;

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
, oldNumber TEXT, importBatch INTEGER) STRICT;

-- table loans_search
CREATE VIRTUAL TABLE loans_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

-- table meta
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

-- table notebooks
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
, oldNumber TEXT, importBatch INTEGER) STRICT;

-- table notebooks_search
CREATE VIRTUAL TABLE notebooks_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

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
, register TEXT, continuation INTEGER CHECK (continuation IN (0,1)), firstNumber TEXT, lastNumber TEXT, lastRecord INTEGER, pageFrom INTEGER, pageTo INTEGER, pageDigests TEXT) STRICT;

-- table prints_search
CREATE VIRTUAL TABLE prints_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

-- table productions
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

-- table productions_search
CREATE VIRTUAL TABLE productions_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

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

-- table recalls
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

-- table recalls_search
CREATE VIRTUAL TABLE recalls_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

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
, circulation INTEGER, routeDueOn TEXT CHECK (routeDueOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'), routedOn TEXT CHECK (routedOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'), broughtBackOn TEXT CHECK (broughtBackOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'), sealIntact INTEGER CHECK (sealIntact IN (0,1)), archivedOn TEXT CHECK (archivedOn GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]*'), archiveNumber TEXT) STRICT;

-- table receipts_search
CREATE VIRTUAL TABLE receipts_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

-- table refusals
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

-- table refusals_search
CREATE VIRTUAL TABLE refusals_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

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

-- table stocktakeLines
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

-- table stocktakes
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

-- table stocktakes_search
CREATE VIRTUAL TABLE stocktakes_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

-- table telegrams
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

-- table telegrams_search
CREATE VIRTUAL TABLE telegrams_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

-- table tipOffs
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

-- table tipOffs_search
CREATE VIRTUAL TABLE tipOffs_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

-- table trips
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

-- table trips_search
CREATE VIRTUAL TABLE trips_search USING fts5(words, sounds, content='', contentless_delete=1, tokenize='ascii', prefix='1');

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

-- trigger archiveUses_in_order
CREATE TRIGGER archiveUses_in_order BEFORE UPDATE ON archiveUses WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger archiveUses_kept
CREATE TRIGGER archiveUses_kept BEFORE DELETE ON archiveUses BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

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

-- trigger cabinets_in_order
CREATE TRIGGER cabinets_in_order BEFORE UPDATE ON cabinets WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger cabinets_kept
CREATE TRIGGER cabinets_kept BEFORE DELETE ON cabinets BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

-- trigger carriers_in_order
CREATE TRIGGER carriers_in_order BEFORE UPDATE ON carriers WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger carriers_kept
CREATE TRIGGER carriers_kept BEFORE DELETE ON carriers BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

-- trigger checks_in_order
CREATE TRIGGER checks_in_order BEFORE UPDATE ON checks WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger checks_kept
CREATE TRIGGER checks_kept BEFORE DELETE ON checks BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

-- trigger circulationSteps_in_order
CREATE TRIGGER circulationSteps_in_order BEFORE UPDATE ON circulationSteps WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger circulationSteps_kept
CREATE TRIGGER circulationSteps_kept BEFORE DELETE ON circulationSteps BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

-- trigger circulations_in_order
CREATE TRIGGER circulations_in_order BEFORE UPDATE ON circulations WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger circulations_kept
CREATE TRIGGER circulations_kept BEFORE DELETE ON circulations BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

-- trigger classifications_in_order
CREATE TRIGGER classifications_in_order BEFORE UPDATE ON classifications WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger classifications_kept
CREATE TRIGGER classifications_kept BEFORE DELETE ON classifications BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

-- trigger computers_in_order
CREATE TRIGGER computers_in_order BEFORE UPDATE ON computers WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger computers_kept
CREATE TRIGGER computers_kept BEFORE DELETE ON computers BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

-- trigger consignments_in_order
CREATE TRIGGER consignments_in_order BEFORE UPDATE ON consignments WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger consignments_kept
CREATE TRIGGER consignments_kept BEFORE DELETE ON consignments BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

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

-- trigger dispatches_in_order
CREATE TRIGGER dispatches_in_order BEFORE UPDATE ON dispatches WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger dispatches_kept
CREATE TRIGGER dispatches_kept BEFORE DELETE ON dispatches BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

-- trigger event_in_order
CREATE TRIGGER event_in_order BEFORE INSERT ON event WHEN NEW.id IS NOT (SELECT COALESCE(MAX(id), 0) + 1 FROM event) BEGIN SELECT RAISE(ABORT, 'events are taken in order'); END;

-- trigger event_no_delete
CREATE TRIGGER event_no_delete BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events take new lines only'); END;

-- trigger event_no_update
CREATE TRIGGER event_no_update BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events take new lines only'); END;

-- trigger explanations_in_order
CREATE TRIGGER explanations_in_order BEFORE UPDATE ON explanations WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger explanations_kept
CREATE TRIGGER explanations_kept BEFORE DELETE ON explanations BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

-- trigger handovers_in_order
CREATE TRIGGER handovers_in_order BEFORE UPDATE ON handovers WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger handovers_kept
CREATE TRIGGER handovers_kept BEFORE DELETE ON handovers BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

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

-- trigger notebooks_in_order
CREATE TRIGGER notebooks_in_order BEFORE UPDATE ON notebooks WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger notebooks_kept
CREATE TRIGGER notebooks_kept BEFORE DELETE ON notebooks BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

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

-- trigger productions_in_order
CREATE TRIGGER productions_in_order BEFORE UPDATE ON productions WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger productions_kept
CREATE TRIGGER productions_kept BEFORE DELETE ON productions BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

-- trigger readings_in_order
CREATE TRIGGER readings_in_order BEFORE UPDATE ON readings WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger readings_kept
CREATE TRIGGER readings_kept BEFORE DELETE ON readings BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

-- trigger recalls_in_order
CREATE TRIGGER recalls_in_order BEFORE UPDATE ON recalls WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger recalls_kept
CREATE TRIGGER recalls_kept BEFORE DELETE ON recalls BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

-- trigger receipts_in_order
CREATE TRIGGER receipts_in_order BEFORE UPDATE ON receipts WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger receipts_kept
CREATE TRIGGER receipts_kept BEFORE DELETE ON receipts BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

-- trigger refusals_in_order
CREATE TRIGGER refusals_in_order BEFORE UPDATE ON refusals WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger refusals_kept
CREATE TRIGGER refusals_kept BEFORE DELETE ON refusals BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

-- trigger settings_in_order
CREATE TRIGGER settings_in_order BEFORE UPDATE ON settings WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger settings_kept
CREATE TRIGGER settings_kept BEFORE DELETE ON settings BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

-- trigger stocktakeLines_in_order
CREATE TRIGGER stocktakeLines_in_order BEFORE UPDATE ON stocktakeLines WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger stocktakeLines_kept
CREATE TRIGGER stocktakeLines_kept BEFORE DELETE ON stocktakeLines BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

-- trigger stocktakes_in_order
CREATE TRIGGER stocktakes_in_order BEFORE UPDATE ON stocktakes WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger stocktakes_kept
CREATE TRIGGER stocktakes_kept BEFORE DELETE ON stocktakes BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

-- trigger telegrams_in_order
CREATE TRIGGER telegrams_in_order BEFORE UPDATE ON telegrams WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger telegrams_kept
CREATE TRIGGER telegrams_kept BEFORE DELETE ON telegrams BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

-- trigger tipOffs_in_order
CREATE TRIGGER tipOffs_in_order BEFORE UPDATE ON tipOffs WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger tipOffs_kept
CREATE TRIGGER tipOffs_kept BEFORE DELETE ON tipOffs BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

-- trigger trips_in_order
CREATE TRIGGER trips_in_order BEFORE UPDATE ON trips WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision + 1 BEGIN SELECT RAISE(ABORT, 'a record moves one revision at a time'); END;

-- trigger trips_kept
CREATE TRIGGER trips_kept BEFORE DELETE ON trips BEGIN SELECT RAISE(ABORT, 'nothing is erased'); END;

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
