import { EventEmitter } from 'node:events';
import { schemes } from './addresses.mjs';
import { record, strict } from './strict.mjs';
import { state } from './state.mjs';

const privileged = new Set();

/** The protocol handlers of one session. */
const protocolOf = (handlers) =>
  strict('protocol', {
    registerSchemesAsPrivileged(list) {
      if (state.ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
      for (const { scheme, privileges: p = {} } of list) {
        if (p.bypassCSP || p.allowServiceWorkers || p.corsEnabled) throw new Error(`electron double: a privilege of ${scheme} is not supported`);
        if (p.standard && p.secure) privileged.add(scheme);
      }
    },
    handle(scheme, handler) {
      if (!state.ready) throw new Error('protocol.handle before ready');
      if (!privileged.has(scheme)) throw new Error(`electron double: scheme ${scheme} is not registered as standard and secure`);
      if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
      handlers.set(scheme, handler);
      schemes.add(scheme);
    },
    unhandle: (scheme) => void handlers.delete(scheme),
    isProtocolHandled: (scheme) => handlers.has(scheme),
  });

/** Recorded only; see the list of deviations. */
const inertMembers = [
  'setDevicePermissionHandler', 'setDisplayMediaRequestHandler', 'setSpellCheckerEnabled', 'setCertificateVerifyProc', 'setProxy',
  'enableNetworkEmulation', 'clearCache', 'clearStorageData', 'closeAllConnections',
];

export class Session extends EventEmitter {
  partition;
  handlers = new Map();
  listener = null;
  permissionRequest = null;
  permissionCheck = null;
  protocol = protocolOf(this.handlers);
  storagePath = null;

  constructor(partition) {
    super();
    this.partition = partition;
    const persistent = partition === '' || partition.startsWith('persist:');
    this.isPersistent = () => persistent;
    this.webRequest = strict('webRequest', {
      onBeforeRequest: (first, second) => {
        this.listener = second ?? (typeof first === 'function' ? first : null);
      },
    });
    for (const name of inertMembers) {
      this[name] = (...args) => {
        record(`session.${name}`, ...args);
        return Promise.resolve();
      };
    }
  }
  setPermissionRequestHandler(handler) {
    this.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler) {
    this.permissionCheck = handler;
  }
}

const raw = new Map([['', new Session('')]]);
const shown = new Map();
const show = (partition) => {
  if (!raw.has(partition)) raw.set(partition, new Session(partition));
  if (!shown.has(partition)) shown.set(partition, strict('session', raw.get(partition)));
  return shown.get(partition);
};
/** The real object behind what main holds. */
export const rawSession = (s) => raw.get(s.partition);

export const session = strict('session', {
  get defaultSession() {
    return show('');
  },
  fromPartition(partition) {
    if (!state.ready) throw new Error('Session can only be received when app is ready');
    if (partition === '' || partition.startsWith('persist:')) throw new Error('electron double: only in-memory partitions');
    return show(partition);
  },
});
export const protocol = session.defaultSession.protocol;
