// Who may import whom. Each rule: a name, then the sentence shown to the person who broke it.
// test/build/boundaries.test.ts breaks every one of them on purpose; a rule that has never fired is a guess.

/** @type {(name: string, comment: string, from: object, to: object) => object} */
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const mainSide = '^electron/(main|start|window|ipc|isolation|idle|log|pages)[.]ts$|^electron/printing/print[.]ts$|^electron/worker/(client|protocol)[.]ts$';
const entries =
  '^(build|test|node_modules)/|^electron/(main|preload)[.]ts$|^electron/worker/worker[.]ts$|^electron/cli/main[.]ts$|^electron/aside/entry[.]ts$|^renderer/main[.]tsx$|[.]d[.]ts$';

/** Rooms of electron/ that a file may look into; everything else under electron/ is refused. */
const staysIn = (name, comment, from, ...rooms) =>
  rule(name, comment, { path: from }, { path: '^electron/', pathNot: rooms.map((room) => `^electron/${room}`).join('|') });

module.exports = {
  forbidden: [
    rule('no-cycles', 'Two files that need each other are one file, or three.', {}, { circular: true }),
    rule('no-orphans', 'Nothing imports this file. Wire it in or delete it.', { orphan: true, pathNot: entries }, {}),
    rule('imports-exist', 'This import leads nowhere.', { pathNot: '^build/host/' }, { couldNotResolve: true, pathNot: '^(vite|electron)(/|$)' }),
    rule('imports-are-declared', 'Every package stands in package.json with its exact version.', {}, { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] }),
    rule('no-drawers', 'One idea per file, named by it: no utils, no helpers.', {}, { path: '/(utils|util|helpers|helper)(/|[.]tsx?$)', pathNot: '^(test|node_modules)/' }),

    rule('shared-is-plain', 'shared/ runs in every process: only itself and zod.', { path: '^shared/' }, { pathNot: '^shared/|^node_modules/zod/' }),
    rule('renderer-sees-shared-only', 'The page reaches the registers through window.shoumi, never by import.', { path: '^renderer/' }, { path: '^(electron|build)/|^node_modules/(electron|better-sqlite3)/' }),
    rule('renderer-has-no-node', 'The page has no Node.', { path: '^renderer/' }, { dependencyTypes: ['core'] }),
    rule('preload-is-a-bridge', 'preload.ts carries messages; it imports electron and shared/, nothing else.', { path: '^electron/preload[.]ts$' }, { pathNot: '^shared/|^node_modules/electron/|^electron$' }),

    rule('policy-is-pure', 'policy/ is a function of its arguments: shared/, itself and plain calendars.', { path: '^electron/policy/' }, { pathNot: '^electron/policy/|^shared/|^node_modules/(zod|dayjs|chinese-days)/' }),
    rule('documents-are-pure', 'A printed document is a function of its record.', { path: '^electron/printing/documents/' }, { pathNot: '^electron/printing/(documents/|fonts[.]ts$)|^shared/|^node_modules/bwip-js/|^(node:)?crypto$' }),
    staysIn('queries-read', 'queries/ may read rows and ask policy; it may not write or enter the door.', '^electron/queries/', 'queries/', 'policy/', 'vault/(read|open|structure|canonical|searchTerms|anchorCode)[.]ts$', 'commands/(trail|sealedPages)[.]ts$', 'printing/documents/'),
    staysIn('commands-have-one-way-out', 'commands/ uses policy and the row functions; opening and keys are the vault’s own business.', '^electron/commands/', 'commands/', 'policy/', 'vault/(read|write|open|canonical|searchTerms)[.]ts$'),
    rule('only-the-vault-opens', 'A connection is handed in; its type may travel, opening may not.', { path: '^electron/', pathNot: '^electron/(vault|backup)/|^electron/(session|verification)[.]ts$' }, { path: '^electron/vault/open[.]ts$', dependencyTypesNot: ['type-only'] }),
    rule('only-commands-write', 'Writes go through the door.', { path: '^electron/', pathNot: '^electron/(commands|vault)/|^electron/session[.]ts$' }, { path: '^electron/vault/write[.]ts$', dependencyTypesNot: ['type-only'] }),
    rule('only-the-door-runs-commands', 'Call enter(), not a command.', { path: '^electron/', pathNot: '^electron/commands/' }, { path: '^electron/commands/', pathNot: '^electron/commands/(door|trail|registry|find|define|sealedPages)[.]ts$' }),
    rule('only-ask-runs-queries', 'Call ask(), not a query. Composing forms reads like a query and may use its parts.', { path: '^electron/', pathNot: '^electron/queries/|^electron/printing/compose/|^electron/paper[.]ts$' }, { path: '^electron/queries/', pathNot: '^electron/queries/(ask|registry)[.]ts$' }),

    staysIn('vault-knows-no-rules', 'The vault stores; it does not judge.', '^electron/vault/', 'vault/'),
    rule('migrations-are-frozen', 'A migration must mean the same thing in ten years: no live code.', { path: '^electron/vault/migrations/' }, { path: '^(electron|shared)/', pathNot: '^electron/vault/migrations/' }),
    rule('one-driver-import', 'Only open.ts loads the database driver.', { path: '^(electron|shared|build)/', pathNot: '^electron/vault/open[.]ts$' }, { path: '^node_modules/better-sqlite3', dependencyTypesNot: ['type-only'] }),
    rule('keys-stay-in-the-vault', 'Key bytes live in the vault room; others hold the ring it hands out.', { path: '^electron/', pathNot: '^electron/(vault|backup|aside)/|^electron/(session|verification|worker/worker|cli/init)[.]ts$' }, { path: '^electron/vault/keys[.]ts$', dependencyTypesNot: ['type-only'] }),

    staysIn('import-reads-only', 'import/ turns bytes into rows; it knows no vault and no rules.', '^electron/import/', 'import/'),
    staysIn('terminal-stands-alone', 'terminal/ looks at the machine; it knows nothing of the registers.', '^electron/terminal/', 'terminal/'),
    staysIn('backup-copies', 'backup/ copies and compares; it does not run commands or write rows.', '^electron/backup/', 'backup/', 'vault/', 'terminal/', 'aside/', 'session[.]ts$', 'queries/ask[.]ts$'),
    staysIn('aside-runs-few-jobs', 'aside/ runs the page scan, half the proof of a copy and the ledger reader in a process of their own.', '^electron/aside/', 'aside/', 'vault/(pageScan|copyProof|errors)[.]ts$', 'import/'),
    staysIn('worker-holds-a-session', 'worker.ts carries questions to the session; the session knows the rooms.', '^electron/worker/worker[.]ts$', 'worker/', '(session|importing|verification|paper|refusals)[.]ts$', 'backup/', 'terminal/', 'aside/', 'vault/(errors|vault|guardedFs|keys)[.]ts$'),

    rule('main-side-holds-no-registers', 'The main process forwards; only the worker opens the vault.', { path: mainSide }, { path: '^electron/(vault|policy|commands|queries|backup|import)/|^electron/printing/documents/|^electron/(session|importing|verification|paper)[.]ts$|^electron/worker/worker[.]ts$' }),
    rule('electron-stays-in-its-rooms', 'Only the window, the bridge, the printer and the aside runner know about Electron.', { path: '^(electron|shared|renderer)/', pathNot: '^electron/(main|start|preload|window|ipc|isolation)[.]ts$|^electron/printing/print[.]ts$|^electron/worker/client[.]ts$|^electron/aside/' }, { path: '^node_modules/electron/|^electron$' }),
    rule('shipped-code-needs-no-scripts', 'build/ stays at home; the command line may borrow the PDF engine.', { path: '^(electron|shared|renderer)/', pathNot: '^electron/cli/' }, { path: '^build/' }),
    rule('nothing-depends-on-tests', 'Production code does not import test/; only the list of what is tested does.', { pathNot: '^(test/|build/rule-coverage[.]mjs$)' }, { path: '^test/' }),
    rule('nothing-talks', 'Shipped code opens no socket.', { path: '^(electron|shared|renderer)/' }, { dependencyTypes: ['core'], path: '^(node:)?(net|http|https|http2|tls|dgram|dns|inspector)(/|$)' }),
  ],
  options: {
    // Without this, an import that only brings types would vanish from the picture.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: '^node_modules' },
    exclude: { path: '^(dist|release|out|demo-out|test-results|playwright-report)/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types', 'require'], extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json'] },
    skipAnalysisNotInRules: true,
  },
};
