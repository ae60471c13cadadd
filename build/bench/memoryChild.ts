// A clerk's session in a process of its own: opens the vault, looks around, tells how much memory it holds. Started by memoryPart.ts.
import { askBooks } from '#electron/queries/ask.ts';
import { deskOf, lock, openSession } from '#electron/session.ts';
import { password, TODAY } from './office.ts';

const dir = process.argv[2] ?? '';
let clock = Date.parse(TODAY) + 86_400_000;
const session = await openSession(dir, 'clerk', password, () => new Date((clock += 1000)).toISOString());
const desk = deskOf(session);
const ask = (name: string, input: unknown): void => {
  const told = askBooks(desk, session.me, name, input);
  if (!told.ok) throw new Error(name);
};
for (let n = 0; n < 20; n++) {
  ask('today', {});
  for (const view of ['held', 'in', 'out', 'closed']) ask('record.list', { register: 'carriers', view, limit: 100, counts: true });
  ask('record.list', { register: 'readings', limit: 100 });
  for (const text of ['水', '水文', '应急预案']) ask('search', { text });
}
globalThis.gc?.();
process.stdout.write(JSON.stringify({ rss: process.memoryUsage().rss }));
lock(session);
