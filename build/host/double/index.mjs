// The module `electron` for main code running under plain Node. What is not exported fails at link time.
import { app } from './app.mjs';
import { session, protocol } from './session.mjs';
import { BrowserWindow } from './windows.mjs';
import { clipboard, crashReporter, dialog, ipcMain, Menu, nativeTheme, powerMonitor, screen, shell, utilityProcess } from './rest.mjs';

export { calls as __calls } from './strict.mjs';
export { app, BrowserWindow, clipboard, crashReporter, dialog, ipcMain, Menu, nativeTheme, powerMonitor, protocol, screen, session, shell, utilityProcess };
export default { app, BrowserWindow, clipboard, crashReporter, dialog, ipcMain, Menu, nativeTheme, powerMonitor, protocol, screen, session, shell, utilityProcess };
