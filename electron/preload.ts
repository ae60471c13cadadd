import { contextBridge, ipcRenderer } from 'electron';
import type { Bell, Shoumi } from '#shared/bridge.ts';

/**
 * The whole bridge: the page can ask, and can listen to the bell. It knows no names of commands and hands out no Electron
 * object; a listener gets the bell and never the event (security design 5.1, item 20).
 */
const shoumi: Shoumi = {
  ask: (name, input) => ipcRenderer.invoke('shoumi:ask', name, input),
  do: (name, input, second) => (second === undefined ? ipcRenderer.invoke('shoumi:do', name, input) : ipcRenderer.invoke('shoumi:do', name, input, second)),
  session: (op, input) => ipcRenderer.invoke('shoumi:session', op, input),
  file: (op, input) => ipcRenderer.invoke('shoumi:file', op, input),
  print: (op, input) => ipcRenderer.invoke('shoumi:print', op, input),
  onBell: (listener) => {
    const hear = (_event: unknown, bell: Bell): void => listener(bell);
    ipcRenderer.on('shoumi:bell', hear);
    return () => {
      ipcRenderer.off('shoumi:bell', hear);
    };
  },
};
contextBridge.exposeInMainWorld('shoumi', Object.freeze(shoumi));
