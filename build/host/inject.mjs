// Scripts that run inside Chromium before any script of the page. Every function here is sent as source text.
import { codec } from './codec.mjs';

/**
 * One end of the context bridge. The two worlds share the DOM but no JavaScript objects; Chromium clones CustomEvent.detail
 * when the other world reads it, and dispatch is synchronous, so synchronous return values work.
 */
function bridgeEnd(key, out, into, onExpose) {
  const { CustomEvent, Promise, Map, Object, Array, Error } = globalThis;
  const dispatch = globalThis.dispatchEvent.bind(globalThis);
  const listen = globalThis.addEventListener.bind(globalThis);
  const functions = new Map();
  const waiting = new Map();
  const TAG = '$fn' + key;
  let last = 0;

  const send = (message) => dispatch(new CustomEvent(key + out, { detail: message }));
  const isPlain = (v) => v && typeof v === 'object' && [Object.prototype, null].includes(Object.getPrototypeOf(v));
  const walk = (v, visit) => {
    const replaced = visit(v);
    if (replaced !== undefined) return replaced;
    if (Array.isArray(v)) return v.map((x) => walk(x, visit));
    if (isPlain(v)) return Object.fromEntries(Object.entries(v).map(([k, x]) => [k, walk(x, visit)]));
    return v;
  };
  const encode = (value) =>
    walk(value, (x) => {
      if (typeof x !== 'function') return undefined;
      functions.set(++last, x);
      return { [TAG]: last };
    });
  const decode = (value) => walk(value, (x) => (x && typeof x === 'object' && TAG in x ? (...args) => call(x[TAG], args) : undefined));

  const call = (fn, args) => {
    const id = ++last;
    let reply;
    waiting.set(id, (r) => {
      reply = r;
    });
    send(['call', id, fn, encode(args)]);
    if (!reply) throw new Error('context bridge: an argument could not be cloned');
    const settle = ([kind, value]) => {
      if (kind === 'err') throw new Error(value);
      return decode(value);
    };
    if (reply[0] !== 'wait') {
      waiting.delete(id);
      return settle(reply);
    }
    return new Promise((resolve, reject) =>
      waiting.set(id, (r) => {
        waiting.delete(id);
        try {
          resolve(settle(r));
        } catch (error) {
          reject(error);
        }
      }),
    );
  };

  listen(
    key + into,
    (event) => {
      event.stopImmediatePropagation();
      const message = event.detail;
      if (!message) return;
      if (message[0] === 'expose') return onExpose(message[1], decode(message[2]));
      if (message[0] === 'reply') return waiting.get(message[1])?.(message[2]);
      const reply = (kind, value) => send(['reply', message[1], [kind, value]]);
      const fail = (error) => reply('err', String(error?.message ?? error));
      try {
        const result = functions.get(message[2])(...decode(message[3]));
        if (typeof result?.then !== 'function') return reply('ok', encode(result));
        reply('wait');
        result.then((value) => reply('ok', encode(value)), fail);
      } catch (error) {
        fail(error);
      }
    },
    true,
  );
  return { expose: (name, api) => send(['expose', name, encode(api)]) };
}

/** The page's own world: receives the exposed object, frozen and not configurable. */
function mainWorld(key, makeEnd) {
  if (globalThis.top !== globalThis) return;
  const freeze = (o) => {
    if (o && typeof o === 'object') {
      Object.values(o).forEach(freeze);
      Object.freeze(o);
    }
    return o;
  };
  makeEnd(key, '>', '<', (name, api) => Object.defineProperty(globalThis, name, { value: freeze(api), enumerable: true }));
}

/** The preload's world: `electron` as a sandboxed preload sees it. */
function preloadWorld(key, info, makeCodec, makeEnd, preload) {
  if (globalThis.top !== globalThis || !preload) return;
  const { pack, unpack } = makeCodec();
  const { expose } = makeEnd(key, '<', '>', () => {});
  const post = globalThis.__hostPost;
  delete globalThis.__hostPost;
  const waiting = new Map();
  const listeners = new Map();
  let last = 0;

  globalThis.__hostReceive = (text) => {
    const [kind, a, b, c] = unpack(text);
    if (kind === 'event') {
      for (const f of [...(listeners.get(a) ?? [])]) f({ sender: ipcRenderer, senderId: 0, ports: [] }, ...b);
      return;
    }
    const one = waiting.get(a);
    waiting.delete(a);
    if (b) one?.resolve(c);
    else one?.reject(c);
  };
  // Electron clones what is sent; what cannot be cloned must fail here too.
  const cloned = (args) => {
    if (args.some((a) => a && (typeof a === 'object' || typeof a === 'function'))) structuredClone(args);
    return args;
  };
  const ipcRenderer = {
    invoke: (channel, ...args) =>
      new Promise((resolve, reject) => {
        waiting.set(++last, { resolve, reject });
        post(pack(['invoke', last, channel, cloned(args)]));
      }),
    send: (channel, ...args) => post(pack(['send', 0, channel, cloned(args)])),
    sendSync() {
      throw new Error('electron double: sendSync is not supported');
    },
    on(channel, f) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), f]);
      return this;
    },
    off(channel, f) {
      const list = [...(listeners.get(channel) ?? [])];
      const at = list.findIndex((x) => x === f || x.f === f);
      if (at >= 0) list.splice(at, 1);
      listeners.set(channel, list);
      return this;
    },
    once(channel, f) {
      const once = Object.assign((...args) => {
        this.off(channel, once);
        f(...args);
      }, { f });
      return this.on(channel, once);
    },
    removeAllListeners(channel) {
      if (channel === undefined) listeners.clear();
      else listeners.delete(channel);
      return this;
    },
  };
  Object.assign(ipcRenderer, { addListener: ipcRenderer.on, removeListener: ipcRenderer.off });

  const electron = { contextBridge: { exposeInMainWorld: expose }, ipcRenderer, webFrame: { setZoomFactor() {}, getZoomFactor: () => 1 } };
  const require = (id) => {
    if (id === 'electron' || id === 'electron/renderer') return electron;
    throw new Error(`module not found: ${id}`);
  };
  const process = { ...info, type: 'renderer', sandboxed: true, contextIsolated: true, env: {}, once() {}, on() {} };
  const module = { exports: {} };
  try {
    preload(require, module, module.exports, process);
  } catch (error) {
    post(pack(['preload-error', 0, String(error?.stack ?? error), []]));
    throw error;
  }
}

/** A preview must not pass for the product: a mark in the corner and in the title. Lives in the isolated world, styled through CSSOM. */
function previewMark(label) {
  if (globalThis.top !== globalThis) return;
  const mark = () => {
    if (!document.title.endsWith(label)) document.title = `${document.title} · ${label}`;
    if (document.getElementById('host-preview')) return;
    const box = document.createElement('div');
    box.id = 'host-preview';
    box.textContent = label;
    Object.assign(box.style, {
      position: 'fixed', right: '0', bottom: '0', zIndex: '2147483647', padding: '2px 10px', font: '12px sans-serif',
      color: '#fff', background: '#8a2be2', opacity: '0.85', pointerEvents: 'none',
    });
    document.documentElement.append(box);
  };
  addEventListener('DOMContentLoaded', () => {
    mark();
    new MutationObserver(mark).observe(document.head, { childList: true, subtree: true, characterData: true });
  });
}

/** The source texts for one page. */
export function pageScripts(key, info, preloadSource, label) {
  const preload = preloadSource === null ? 'null' : `function (require, module, exports, process) {${preloadSource}\n}`;
  const isolated = [`(${preloadWorld})(${JSON.stringify(key)}, ${JSON.stringify(info)}, ${codec}, ${bridgeEnd}, ${preload});`];
  if (label) isolated.push(`(${previewMark})(${JSON.stringify(label)});`);
  return { main: `(${mainWorld})(${JSON.stringify(key)}, ${bridgeEnd})`, isolated: isolated.join('\n') };
}
