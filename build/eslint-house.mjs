/**
 * The house rules that ESLint can see, each a selector and the sentence shown to the person who broke it.
 * test/build/lint.test.ts breaks every one of them on purpose; a rule that has never fired is a guess.
 */

/** A rule that forbids whatever a selector finds. @param {Record<string, string>} found selector → sentence */
const forbid = (found) => ({
  meta: { type: 'problem', schema: [] },
  /** @param {import('eslint').Rule.RuleContext} context */
  create: (context) =>
    Object.fromEntries(
      Object.entries(found).map(([selector, message]) => [
        selector,
        /** @param {import('eslint').Rule.Node} node */
        (node) => context.report({ node, message }),
      ]),
    ),
});

/** Selectors for every way to pull a module in. @param {string} names alternatives of a regular expression @param {string} message */
const importOf = (names, message) => {
  const name = `/^(node:)?(${names})(\\u002f.*)?$/`;
  return {
    [`ImportDeclaration[source.value=${name}]`]: message,
    [`ExportNamedDeclaration[source.value=${name}]`]: message,
    [`ExportAllDeclaration[source.value=${name}]`]: message,
    [`ImportExpression[source.value=${name}]`]: message,
    [`CallExpression[callee.name='require'][arguments.0.value=${name}]`]: message,
    [`CallExpression[callee.property.name='getBuiltinModule'][arguments.0.value=${name}]`]: message,
  };
};

const networkModules = 'net|http|https|http2|tls|dgram|dns|undici|ws|inspector|playwright|playwright-core|axios|node-fetch';
const networkGlobals = 'fetch|WebSocket|XMLHttpRequest|EventSource|WebTransport|RTCPeerConnection|RTCDataChannel|BroadcastChannel|WebSocketStream';
const offline = 'Shipped code opens no socket and asks no address (security.md 5.3).';

const words = '\\b(INSERT|UPDATE|DELETE|REPLACE)\\b';
const phrases = '\\b([Ii]nsert (or \\w+ )?into|[Uu]pdate \\w+ set|[Dd]elete from|[Rr]eplace into)\\b';
const writes = 'Rows are written by electron/vault/ and the trail (electron/commands/trail.ts) only: go through the door.';

const opensFile = '^(readFile|readFileSync|open|openSync|createReadStream|createWriteStream|copyFile|copyFileSync|cp|cpSync|writeFile|writeFileSync|appendFile|appendFileSync|truncate|truncateSync|openAsBlob)$';
const liveStore = 'Reading the live store with fs drops its file lock on Linux (security.md 1, finding 8): copy with VACUUM INTO, scan in another process.';
const livePath = ":matches(Literal[value=/(^|\\u002f)store[.]db(-wal)?$/], TemplateElement[value.raw=/store[.]db(-wal)?$/], Identifier[name=/^(live|store)(File|Path)$/])";

const luck = 'policy/ is handed its time and its luck: take both as arguments.';

export const house = {
  rules: {
    'no-enum': forbid({ TSEnumDeclaration: 'Use a union of strings: an enum does not survive type stripping.' }),

    'no-default-export': forbid({
      ExportDefaultDeclaration: 'Name what you export, so that it is called the same everywhere.',
      "ExportSpecifier[exported.name='default']": 'Name what you export, so that it is called the same everywhere.',
    }),

    'imports-name-their-file': forbid({
      ':matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration, ImportExpression)[source.value=/^[.#]/][source.value!=/[.](ts|tsx|mts|mjs|cjs|js|json|css|woff2|svg|png|html)([?].*)?$/]':
        'Write the extension (.ts): Node runs these files as they are.',
    }),

    'no-network': forbid({
      ...importOf(networkModules, offline),
      [`CallExpression[callee.name=/^(${networkGlobals})$/]`]: offline,
      [`NewExpression[callee.name=/^(${networkGlobals})$/]`]: offline,
      [`MemberExpression[object.name=/^(window|globalThis|self|net)$/][property.name=/^(${networkGlobals})$/]`]: offline,
      "MemberExpression[property.name='sendBeacon']": offline,
      "MemberExpression[property.name='networkInterfaces']": 'It opens a netlink socket: read /sys/class/net instead (security.md 1, finding 10).',
      "ImportSpecifier[imported.name='networkInterfaces']": 'It opens a netlink socket: read /sys/class/net instead (security.md 1, finding 10).',
    }),

    'no-markup-from-strings': forbid({
      "JSXAttribute[name.name='dangerouslySetInnerHTML']": 'Text stays text (security.md C5).',
      "Property[key.name='dangerouslySetInnerHTML']": 'Text stays text (security.md C5).',
      "AssignmentExpression[left.property.name=/^(innerHTML|outerHTML|srcdoc)$/]": 'Text stays text (security.md C5).',
      "CallExpression[callee.property.name=/^(insertAdjacentHTML|createContextualFragment|setHTMLUnsafe)$/]": 'Text stays text (security.md C5).',
      "CallExpression[callee.object.name='document'][callee.property.name=/^(write|writeln)$/]": 'Text stays text (security.md C5).',
    }),

    'electron-names-we-never-use': forbid({
      "ImportDeclaration[source.value='electron'] ImportSpecifier[imported.name=/^(net|autoUpdater|shell|safeStorage|crashReporter|inAppPurchase|pushNotifications)$/]":
        'Electron’s network, updater, shell, key store and crash reporter stay unused (security.md 5.1).',
      "MemberExpression[property.name=/^(openExternal|setFeedURL|openDevTools)$/]": 'Nothing leaves the application window (security.md 5.1).',
    }),

    'driver-traps': forbid({
      "CallExpression[callee.property.name='backup'][callee.object.name=/([Dd]b|[Ss]tore|[Dd]atabase|connection|source)$/]": 'db.backup() fails on an encrypted store and leaves an empty file: use VACUUM INTO (security.md 1, finding 4).',
      "CallExpression[callee.property.name='serialize'][callee.object.name=/([Dd]b|[Ss]tore|[Dd]atabase|connection|source)$/]": 'serialize() returns the store in plain text.',
      "CallExpression[callee.property.name=/^(loadExtension|unsafeMode)$/]": 'The SQL surface stays closed (security.md S7).',
      "NewExpression[callee.name='Database'] Property[key.name='verbose']": 'verbose prints the key.',
      ":matches(Literal[value=/cipher_integrity_check/], TemplateElement[value.raw=/cipher_integrity_check/])": 'The shipped driver answers this pragma with an empty list, which reads like “no problem”: use the page scan (security.md 1, finding 5).',
      ":matches(Literal[value=/^\\s*ATTACH\\b/i], TemplateElement[value.raw=/^\\s*ATTACH\\b/i])": 'Never ATTACH (security.md S7).',
    }),

    'live-store-is-not-read': forbid({
      [`CallExpression[callee.name=/${opensFile}/]:has(${livePath})`]: liveStore,
      [`CallExpression[callee.property.name=/${opensFile}/][callee.object.name=/^(fs|fsp|promises)$/]:has(${livePath})`]: liveStore,
    }),

    'one-way-to-open': forbid({
      'NewExpression[callee.name=/^(Database|BetterSqlite3|Driver)$/]': 'openStore() in electron/vault/open.ts is the one way to open a store (security.md S1).',
    }),

    'writes-in-their-place': forbid({
      [`:matches(Literal[value=/${words}/], TemplateElement[value.raw=/${words}/])`]: writes,
      [`:matches(Literal[value=/${phrases}/], TemplateElement[value.raw=/${phrases}/])`]: writes,
    }),

    'policy-is-handed-its-time': forbid({
      "MemberExpression[object.name='Date'][property.name='now']": luck,
      "NewExpression[callee.name='Date'][arguments.length=0]": luck,
      "CallExpression[callee.name='Date']": luck,
      "MemberExpression[object.name='Math'][property.name='random']": luck,
      "MemberExpression[object.name='performance']": luck,
      "CallExpression[callee.name='dayjs'][arguments.length=0]": luck,
      "Identifier[name='crypto']": luck,
      "MemberExpression[object.name='process']": 'policy/ is a function of its arguments.',
      ...importOf('crypto|fs|os|path|process|timers', 'policy/ is a function of its arguments.'),
    }),

    'ipc-main-in-one-file': forbid({ "Identifier[name='ipcMain']": 'Only electron/ipc.ts speaks to ipcMain: register the call there, behind the one gate.' }),
    'ipc-renderer-in-one-file': forbid({ "Identifier[name='ipcRenderer']": 'Only electron/preload.ts speaks to ipcRenderer.' }),
    'no-child-process': forbid(importOf('child_process|cluster', 'No child processes outside electron/aside/ (security.md 5.1).')),
  },
};
