// Entry of the app process: node --import register.mjs run.mjs <main file> [args], with a channel to launch.mjs.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { begin } from './double/serving.mjs';

const entry = path.resolve(process.argv[2]);
// A packaged program has no entry file among its arguments.
if (process.env.HOST_PACKAGED === '1') process.argv.splice(1, 2);
else process.argv.splice(1, 2, entry);
let folder = path.dirname(entry);
while (!existsSync(path.join(folder, 'package.json')) && path.dirname(folder) !== folder) folder = path.dirname(folder);
await begin(folder, () => import(pathToFileURL(entry).href));
