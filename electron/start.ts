/** What a start of the program asks for; or why it may not start. */
export type Start =
  | Readonly<{ mode: 'window'; vault: string | null }>
  | Readonly<{ mode: 'cli'; args: readonly string[] }>
  | Readonly<{ mode: 'refused'; because: string }>;

/** A refused start: exit code and nothing on the screen (security design 5.1). */
export const REFUSED_START = 3;

/**
 * The options of the headless contract. A switch that is not listed never reaches Chromium unnoticed: Chromium reads the same
 * command line as we do, also behind `--cli`.
 */
const cliSwitches = new Set(
  (
    'vault json as now password-stdin org accounts test-clock input atomic register filter limit cursor history file sheet mapping ' +
    'dry-run accept-valid rejects form out copies purpose to in from anchors on within scale help'
  ).split(' '),
);

/** Chromium, Node and Electron switches that must be absent also when something else than argv brought them. */
export const refusedSwitches = [
  'remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address', 'inspect', 'inspect-brk', 'inspect-port', 'inspect-publish-uid',
  'no-sandbox', 'disable-setuid-sandbox', 'disable-seccomp-filter-sandbox', 'disable-gpu-sandbox', 'disable-web-security',
  'allow-running-insecure-content', 'disable-site-isolation-trials', 'js-flags', 'user-data-dir', 'load-extension', 'proxy-server',
  'proxy-pac-url', 'proxy-auto-detect', 'host-rules', 'host-resolver-rules', 'log-net-log', 'net-log-capture-mode', 'ssl-key-log-file',
  'enable-logging', 'log-file', 'unsafely-treat-insecure-origin-as-secure', 'unsafely-disable-devtools-self-xss-warnings',
  'enable-blink-features', 'disable-blink-features', 'enable-features', 'disable-features', 'renderer-cmd-prefix', 'utility-cmd-prefix',
  'gpu-launcher', 'auth-server-whitelist', 'crash-dumps-dir', 'app-path', 'require',
] as const;

const nameOf = (token: string): string => token.replace(/^-+/, '').replace(/=.*$/s, '');

/**
 * Reads the arguments after the program (and, unpackaged, after the entry file). Pure.
 * Everything is refused that is not known: a window start takes `--vault DIR` only, a headless start the options of the contract.
 * The reason names the switch, never its value.
 */
export function readStart(args: readonly string[], platform: NodeJS.Platform = process.platform): Start {
  const refused = (because: string): Start => ({ mode: 'refused', because });
  const rest = args.filter((a) => a !== '--cli');
  const cli = rest.length !== args.length;
  let vault: string | null = null;
  for (let i = 0; i < rest.length; i++) {
    const token = rest[i] ?? '';
    // On Windows Chromium takes `/switch` for a switch as well; paths start with a drive letter there.
    const isSwitch = (token.startsWith('-') && token !== '-') || (platform === 'win32' && token.startsWith('/'));
    if (!isSwitch) {
      if (!cli) return refused('an argument that is not an option');
      continue;
    }
    const name = nameOf(token);
    if (!/^--[a-z]/.test(token) || !(cli ? cliSwitches.has(name) : name === 'vault')) return refused(`switch ${name.slice(0, 60)}`);
    if (cli || name !== 'vault') continue;
    if (vault !== null) return refused('switch vault twice');
    vault = token.startsWith('--vault=') ? token.slice('--vault='.length) : (rest[++i] ?? '');
    if (vault === '' || vault.startsWith('-')) return refused('switch vault without a folder');
  }
  return cli ? { mode: 'cli', args: rest } : { mode: 'window', vault };
}

const scrubbed = /^(NODE_|ELECTRON_|SSLKEYLOGFILE$|CHROME_|GOOGLE_API_KEY$|GOOGLE_DEFAULT_CLIENT_|OPENSSL_CONF$|LD_LIBRARY_PATH$|[a-z_]*proxy$|DYLD_)/i;
const stoppers = ['LD_PRELOAD', 'LD_AUDIT'];

/**
 * Removes from `env` what could change how Node, Electron or Chromium run, before anything else starts. Returns the names of
 * variables that stop the start altogether (a library loaded into this process has already run). Values are never read out.
 */
export function scrubEnvironment(env: NodeJS.ProcessEnv, mode: Start['mode']): string[] {
  for (const name of Object.keys(env)) {
    if (scrubbed.test(name)) delete env[name];
    // Passwords in the environment belong to the headless command line, which removes them itself after reading.
    if (mode !== 'cli' && /^SHOUMI_.*PASSWORD$/.test(name)) delete env[name];
  }
  return stoppers.filter((name) => (env[name] ?? '') !== '');
}

/**
 * Set in code before `ready`, so that Chromium itself stays off the network (measured: security design 5.3).
 * The order is kept: a test compares the list.
 */
export const ownSwitches: readonly (readonly [string] | readonly [string, string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['dns-prefetch-disable'],
  ['no-pings'],
  ['disable-quic'],
  // The name changed: with the old one alone, Chromium 156 announced a page's peer connection on the local network (multicast DNS).
  ['webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ['disable-breakpad'],
];
