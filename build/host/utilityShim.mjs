// `--import` in a helper process: what Electron calls `process.parentPort`, made of the channel of `fork`.
import { EventEmitter } from 'node:events';

const port = new EventEmitter();
const send = process.send.bind(process);
process.on('message', (data) => port.emit('message', { data, ports: [] }));
process.on('disconnect', () => process.exit(0));
port.postMessage = (message) => send(message);
port.start = () => {};
Object.defineProperty(process, 'parentPort', { value: port });
process.send = undefined; // a utility process has none
