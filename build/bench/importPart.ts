import { importLedger, readLedgerFile } from '#electron/importing.ts';
import { median, showMs, timedAsync, told } from './figure.ts';
import type { Figure } from './figure.ts';
import type { Office } from './office.ts';
import { docNumberOf, issuerOf, placeOf, titleOf } from './words.ts';

/** An old ledger of carriers as offices keep it, with numbers nobody has used. */
function ledger(rows: number, salt: number): Buffer {
  const lines = ['载体编号,载体名称,载体类型,密级,保密期限,文号,份号,份数,制发单位,接收日期,责任人,存放位置,状态'];
  for (let n = 0; n < rows; n++) {
    const k = 700_000 + salt * 50_000 + n;
    lines.push([`旧${salt}-${n + 1}`, titleOf(k), '纸质', ['秘密', '机密'][n % 2], `${[5, 10][n % 2]}年`, docNumberOf(k), String(k), '1', issuerOf(k), `2025-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 27)).padStart(2, '0')}`, '欧阳笺', placeOf(k), '在库'].join(','));
  }
  return Buffer.from(`${lines.join('\n')}\n`, 'utf8');
}

/** An old ledger into the books: read in a process of its own, each row judged, then each through the door, all in one transaction. */
export async function benchImport(office: Office, rows: number, rounds: number, say: (line: string) => void): Promise<Figure> {
  say('导入旧台账');
  const whole: number[] = [];
  const reading: number[] = [];
  let created = 0;
  for (let n = 0; n < rounds; n++) {
    const bytes = ledger(rows, n);
    const read = await timedAsync(() => readLedgerFile(bytes, '载体台账.csv', 'carriers'));
    if (!read.value.ok) throw new Error(JSON.stringify(read.value.refusal).slice(0, 300));
    const preview = read.value.value;
    const taken = await timedAsync(() => importLedger(office.session, preview, 'carriers', 'valid', bytes));
    if (!taken.value.ok) throw new Error(JSON.stringify(taken.value.refusal).slice(0, 300));
    created = taken.value.value.counts.created;
    if (created < rows * 0.9) throw new Error(`only ${created} of ${rows} rows were taken`);
    whole.push(created / ((read.ms + taken.ms) / 1000));
    reading.push(read.ms);
  }
  return told({ name: 'import', titleZh: '导入旧台账', value: median(whole), floor: null, unit: 'rows/s', detail: `${created} 行，其中读表 ${showMs(median(reading))}` });
}
