import { spawn } from 'node:child_process';
import { home } from '../setup.mjs';

/** Starts the built application on the Electron that is installed: `start.mjs <electron> [arguments]`. */
const [electron = '', ...args] = process.argv.slice(2);
const child = spawn(electron, [home, ...args], { stdio: 'inherit' });
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
