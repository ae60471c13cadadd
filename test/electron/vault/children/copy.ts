/** Copies a file from a process that holds no lock on it. argv: from, to. */
import { copyFileSync } from 'node:fs';

const [from = '', to = ''] = process.argv.slice(2);
copyFileSync(from, to);
