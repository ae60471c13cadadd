// `node test/e2e/pastCirculation.ts <folder>`: a vault in which a circulation of five readers began three days ago through the real door
// and the second reader kept the document overnight. A process of its own, as the demonstration's vault is.
import path from 'node:path';
import { foundVault } from '#electron/session.ts';
import { scryptCostForTests } from '#electron/vault/keys.ts';
import { Desk, demoClock, people } from '#build/demo/day.ts';
import { circulated, readers } from './circulated.ts';

async function seed(folder: string): Promise<void> {
  const clock = demoClock(5);
  await foundVault(folder, { terminal: { organisation: '青岭研究所（演示）', terminalNumber: '03', level: 'secret' }, testClock: true, accounts: Object.values(people).map((p) => ({ ...p, roles: [...p.roles] })), scryptN: scryptCostForTests(1024) }, clock.now);
  const desk = new Desk(folder, clock);
  try {
    clock.to(3, '09:00');
    await desk.sit('clerk');
    for (const name of [...readers, people.leader.name, people.clerk.name]) {
      await desk.must('person.register', { name, department: '规划科', post: '规划岗', personnelClass: 'important', employment: 'staff', status: 'on_post', screenedOn: clock.back(200), screeningResult: 'passed', trainedOn: clock.back(120), undertakingOn: clock.back(190) });
    }
    const received = await desk.must('carrier.receive', {
      title: circulated, level: 'confidential', period: { years: 5 }, issuer: '示例省青岭厅', docNumber: '示厅函〔2026〕71号', copies: 1, copySerials: ['000007'], pages: 6, channel: 'confidential_transport', counted: true, signedBy: '欧阳笺', handler: '南宫砚',
      custodian: '欧阳笺', place: '3号柜1格', cabinetKind: 'code_cabinet', accessScope: [...readers], issuedOn: clock.day(),
    });
    const carrier = (received.result as { carriers: { id: number }[] }).carriers[0]?.id;
    const routing = { carrier, readers: [...readers] };
    const routed = await desk.must('carrier.route', { ...routing, approval: await desk.approved('carrier.route', routing, '请批定传阅人') });
    const { circulation } = routed.result as { circulation: { id: number } };
    clock.to(3, '14:00');
    await desk.must('carrier.circulate', { circulation: circulation.id, reader: readers[0], signature: 'ink', place: '阅文室' });
    clock.to(3, '16:00');
    await desk.must('circulation.takeBack', { circulation: circulation.id, pagesChecked: true, signature: 'ink', opinion: '已阅' });
    // Handed out two days ago, due the same evening, and not back.
    clock.to(2, '10:00');
    await desk.sit('clerk');
    await desk.must('carrier.circulate', { circulation: circulation.id, reader: readers[1], signature: 'ink', place: '阅文室' });
  } finally {
    desk.leave();
  }
}

const [, script, folder] = process.argv;
if (script !== undefined && path.resolve(script) === import.meta.filename && folder !== undefined) await seed(path.resolve(folder));
