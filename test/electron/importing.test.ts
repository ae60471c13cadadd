import { Buffer } from 'node:buffer';
import { afterEach, describe, expect, it } from 'vitest';
import { importLedger, readLedgerFile } from '#electron/importing.ts';
import type { Imported, ImportMode } from '#electron/importing.ts';
import { act, ask } from '#electron/session.ts';
import type { Session } from '#electron/session.ts';
import { all as rows, recordsWhere } from '#electron/vault/read.ts';
import type { ImportTargetId } from '#shared/import.ts';
import type { RegisterKey } from '#shared/registers/index.ts';
import { paper, reader } from '../helpers/desk.ts';
import { openTerminal } from '../helpers/terminal.ts';
import type { Terminal } from '../helpers/terminal.ts';

let here: Terminal | null = null;
afterEach(() => { here?.leave(); here = null; });

/** A terminal at which the clerk sits; one reader and two papers with serials are in the books. */
async function desk(): Promise<Session> {
  here = await openTerminal();
  const s = await here.sit('clerk');
  for (const [name, input] of [['person.register', reader('南宫砚')], ['carrier.enter', paper('供水方案', { copySerial: '000001' })], ['carrier.enter', paper('供水方案', { copySerial: '000002' })]] as const) {
    const done = await act(s, name, input);
    if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  }
  return s;
}
async function take(s: Session, register: ImportTargetId, lines: readonly string[], mode: ImportMode = 'valid'): Promise<Imported> {
  const bytes = Buffer.from(`${lines.join('\n')}\n`, 'utf8');
  const preview = await readLedgerFile(bytes, '旧登记.csv', register);
  if (!preview.ok) throw new Error(JSON.stringify(preview.refusal));
  const done = await importLedger(s, preview.value, register, mode, bytes);
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value;
}
const said = (i: Imported, row: number): string => i.sheets.flatMap((sheet) => sheet.rows).find((r) => r.row === row)?.problems.map((p) => p.messageZh).join('') ?? '';
const statuses = (i: Imported): (string | number)[][] => i.sheets.flatMap((sheet) => sheet.rows).filter((r) => r.status !== 'skipped').map((r) => [r.row, r.status]);
const all = <K extends RegisterKey>(s: Session, register: K) => recordsWhere(s.vault.db, register, {});
/** Everything the registers of the carriers say, for comparing before and after. */
const content = (s: Session): string => JSON.stringify((['carriers', 'loans', 'dispatches', 'copies', 'notebooks', 'destructions', 'cabinets'] as const).map((k) => all(s, k)));

const oldLoans = [
  '2012年借阅登记簿,,,,,,,', '序号,文件编号,文件名称,密级,借阅人姓名,部门,借阅日期,预计归还日期,实际归还日期,借阅目的',
  '1,示厅发[2011]8号,《关于供水的通知》,机密,诸葛存,规划科,2012.3.1,2012.3.8,2012.3.6,起草',
  '2,示厅发[2011]9号,另一通知,秘密,南宫砚,规划科,2012年3月1日,,２０１２．６．３０,起草',
  '3,ZT-2026-00001,供水方案,机密,南宫砚,规划科,5月6日,2012-5-10,,编制',
  '4,示厅发[2011]10号,找不到的一件,秘密,南宫砚,规划科,2012.7.1,,,编制',
  '5,示厅发[2011]11号,第三通知,秘密,诸葛存,规划科,2012.8.9,,2012.8.1,起草',
  '6,示厅发[2011]12号,第四通知,秘密,诸葛存,规划科,2012.8.9,,已还,起草',
];

describe('an old register of loans', () => {
  it('is taken as it stands, with what went against the rules said, and returns only what cannot be', async () => {
    const s = await desk();
    const done = await take(s, 'loans', oldLoans);
    expect(statuses(done)).toEqual([[3, 'ok'], [4, 'doubt'], [5, 'doubt'], [6, 'rejected'], [7, 'rejected'], [8, 'doubt']]);
    expect(said(done, 4)).toContain('借期 121 日，超过规定的');
    expect(said(done, 6)).toContain('没有归还的借阅在载体台账里找不到这一件');
    expect(said(done, 7)).toContain('结束日期 2012-08-01 早于开始日期 2012-08-09');
    expect(done).toMatchObject({ counts: { created: 4, rejected: 2 }, batch: expect.stringMatching(/^DR-/) });
    expect(done.rejects?.length).toBeGreaterThan(1000);
    const loans = all(s, 'loans');
    expect(loans.map((l) => [l.borrowerName, l.borrower, l.state, l.lentAt?.slice(0, 10), l.importBatch])).toEqual([['诸葛存', null, 'returned', '2012-03-01', 1], ['南宫砚', 1, 'returned', '2012-03-01', 1], ['南宫砚', 1, 'out', '2012-05-06', 1], ['诸葛存', null, 'returned', '2012-08-09', 1]]);
    expect(loans[1]?.note).toMatch(/^补登时核出：借期 121 日/);
    expect(all(s, 'carriers')[0]).toMatchObject({ state: 'lent', holderName: '南宫砚', dueOn: '2012-05-10' });
    const due = await ask(s, 'due', {});
    expect(JSON.stringify(due)).toContain('ZT-2026-00001');
    expect(rows(s.vault.db, `SELECT entry FROM audit WHERE entry LIKE '%"loan.enter"%' AND entry LIKE '%HIST-FLAG%'`)).toHaveLength(2);
    // What came in by the import goes on like any loan.
    expect(await act(s, 'carrier.giveBack', { carrier: 'ZT-2026-00001', place: '3号柜', pagesChecked: true, intact: true, warnReason: '旧借阅逾期' })).toMatchObject({ ok: true });
    expect(all(s, 'loans')[2]?.state).toBe('returned');
  });

  it('changes nothing when it is only looked at, or when all is asked for and one line cannot be taken', async () => {
    const s = await desk();
    const before = content(s);
    expect((await take(s, 'loans', oldLoans, 'dryRun')).counts).toMatchObject({ created: 0, rejected: 2, doubt: 3, ok: 1 });
    expect((await take(s, 'loans', oldLoans, 'all')).counts.created).toBe(0);
    expect(content(s)).toBe(before);
  });

  it('is not taken a second time', async () => {
    const s = await desk();
    await take(s, 'loans', oldLoans);
    const again = await take(s, 'loans', oldLoans);
    expect(again.counts.created).toBe(0);
    expect(said(again, 3)).toContain('借阅登记簿里已有相同的一条 JY-2026-00001');
    expect(said(again, 5)).toContain('已有未归还的借阅');
  });

  it('puts the carriers back when the untouched batch is withdrawn, and cannot be withdrawn once a loan went on', async () => {
    const s = await desk();
    const before = all(s, 'carriers')[0];
    await take(s, 'loans', oldLoans);
    expect((await act(s, 'import.withdraw', { batch: 1, reason: '读错' })).ok).toBe(true);
    expect(all(s, 'carriers')[0]).toEqual({ ...before, revision: 3 });
    expect(new Set(all(s, 'loans').map((l) => l.state))).toEqual(new Set(['withdrawn']));
    expect((await take(s, 'loans', oldLoans)).counts.created).toBe(4);
    expect(await act(s, 'carrier.giveBack', { carrier: 'ZT-2026-00001', place: '3号柜', pagesChecked: true, intact: true, warnReason: '旧借阅逾期' })).toMatchObject({ ok: true });
    const refused = await act(s, 'import.withdraw', { batch: 2, reason: '读错' });
    expect(refused.ok ? '' : JSON.stringify(refused.refusal)).toContain('UNTOUCHED');
  });
});

describe('other old registers', () => {
  it('of dispatch keep recipient, envelope and signature, and say where the receipt or the lawful channel is missing', async () => {
    const s = await desk();
    const done = await take(s, 'dispatches', ['发文登记簿（2020年）', '顺序号,发文日期,发文字号,文件标题,密级,份数,发往机关,封号,发送方式,签收人,签收时间', '1,2020-3-1,青研发〔2020〕1号,方案一,机密★10年,3份,示例省青岭厅,12,机要交通,司徒收,2020-3-2', '2,3.5,青研发〔2020〕2号,方案二,秘密,壹,示例市档案馆,13,挂号,,']);
    expect(statuses(done).map(([, state]) => state)).toEqual(['ok', 'doubt']);
    expect(said(done, 4)).toMatch(/没有走机要渠道（规则 P098）；没有签收人，未见回执（规则 P102）/);
    expect(all(s, 'dispatches')).toMatchObject([
      { number: 'FW-2026-0001', oldNumber: '1', recipient: '示例省青岭厅', copies: 3, level: 'secret', secrecyPeriod: '10年', channel: 'confidential_transport', envelope: '12', receivedBy: '司徒收', state: 'receipted', sentOn: '2020-03-01' },
      { recipient: '示例市档案馆', copies: 1, channel: 'ordinary', state: 'past', sentOn: '2020-03-05' },
    ]);
    // The receipt that is found later is entered like any other, and no more copies than were sent.
    expect((await act(s, 'carrier.acknowledge', { dispatch: 2, receivedBy: '司徒收', count: 2 })).ok).toBe(false);
    expect((await act(s, 'carrier.acknowledge', { dispatch: 2, receivedBy: '司徒收', count: 1 })).ok).toBe(true);
    expect(all(s, 'dispatches')[1]?.state).toBe('receipted');
  });

  it('of copies, notebooks, destruction and cabinets become the records they mean', async () => {
    const s = await desk();
    await take(s, 'copies', ['日期,涉密载体内容（或文件名称）,密级,份数,每份总页数,复印用途,经办人,批准人', '2021.4.1,会议材料,机密,5,12,会议,南宫砚,闻人录', '2021.4.2,另一材料,秘密,2,3,会议,南宫砚,']);
    expect(all(s, 'copies')).toMatchObject([{ title: '会议材料', quantity: 5, pages: 12, note: '批准人闻人录', state: 'made' }, { quantity: 2, note: expect.stringContaining('没有写明批准人（规则 P086）') as string }]);
    await take(s, 'notebooks', ['编号,密级,页数,领用人,部门,领用日期,交回日期,交回页数', 'BM-01,机密,100,南宫砚,规划科,2024.1.5,,', 'BM-02,机密,100,诸葛存,规划科,2023.1.5,2023.12.30,98']);
    expect(all(s, 'notebooks')).toMatchObject([{ holderName: '南宫砚', holder: 1, state: 'out', pagesOut: 100 }, { holderName: '诸葛存', state: 'returned', note: expect.stringContaining('缺 2 页') as string }]);
    const book = all(s, 'carriers').find((c) => c.oldNumber === 'BM-01');
    expect(book).toMatchObject({ carrierKind: 'notebook', state: 'in_use', holderName: '南宫砚', level: 'secret' });
    expect((await act(s, 'notebook.giveBack', { carrier: 'BM-01', pages: 100, used: 3, place: '3号柜' })).ok).toBe(true);
    const burned = await take(s, 'destructions', ['销毁清册 编号 2022-1', '序号,文件资料名称,制作发文单位,载体类别,文号或编号,密级,份数,销毁日期,销毁方式,批准人,销毁人,监销人', '1,旧件一,示厅,纸质,示厅发〔2010〕1号,机密,2,2022.6.1,化浆,闻人录,司马执,慕容档、南宫砚', '2,旧光盘,示厅,光盘,G-7,秘密,1,2022.6.1,粉碎,闻人录,司马执,慕容档', `3,供水方案,示厅,纸质,${all(s, 'carriers')[0]?.docNumber ?? ''},机密,1,2022.6.1,化浆,闻人录,司马执,慕容档、南宫砚`]);
    expect(burned.counts).toMatchObject({ created: 3, doubt: 1, rejected: 0 });
    expect(all(s, 'destructions')).toMatchObject([{ state: 'destroyed', itemCount: 3, approvedBy: '闻人录', witness1: '慕容档', level: 'secret', method: 'pulp' }]);
    expect(all(s, 'carriers').filter((c) => c.destruction === 1)).toMatchObject([{ title: '旧件一', copies: 2, state: 'destroyed' }, { title: '旧光盘', carrierKind: 'optical', note: expect.stringContaining('监销人不足两名（规则 P124）') as string }, { title: '供水方案' }]);
    await take(s, 'cabinets', ['柜号,类型,房间,存放最高密级,责任人,密码更换日期', '3号柜,密码文件柜,301,机密,欧阳笺、南宫砚,2026.1.5', '4号柜,木柜,301,,欧阳笺,']);
    expect(all(s, 'cabinets')).toMatchObject([{ place: '3号柜', kind: 'code_cabinet', level: 'secret', keepers: ['欧阳笺', '南宫砚'], room: '301' }, { place: '4号柜', kind: 'other', note: '柜具木柜' }]);
    // What is over is not held against the books by the whole-ledger check: it was said on the lines. A notebook that is still here
    // without its period is another matter, as with any carrier of an old ledger.
    const checked = await ask(s, 'ledger.check', {});
    const found = checked.ok ? (checked.value as { findings: { rule: string; register: string }[] }).findings : [];
    expect(found.map((f) => f.rule).filter((rule) => /^BOOK-(COPIES|DESTROYED|STILL-HELD|PERIOD)$/.test(rule))).toEqual(['BOOK-PERIOD']);
    expect(checked.ok).toBe(true);
  });

  it('of destruction are not taken for what still stands in the ledger, and all their lines go with the batch', async () => {
    const s = await desk();
    const head = '载体编号,名称,密级,销毁日期,批准人,监销人';
    const first = await take(s, 'destructions', [head, 'ZT-2026-00001,供水方案,机密,2022.6.1,闻人录,甲、乙', 'L-1,旧件,机密,2022.6.1,闻人录,甲、乙', 'L-2,旧件二,机密,2022.6.1,闻人录,甲、乙']);
    expect(said(first, 2)).toContain('旧登记写已销毁');
    expect(all(s, 'destructions')).toMatchObject([{ itemCount: 2 }]);
    expect((await take(s, 'destructions', [head, 'L-1,旧件,机密,2022.6.1,闻人录,甲、乙'])).counts.created).toBe(0);
    expect((await act(s, 'import.withdraw', { batch: 1, reason: '读错' })).ok).toBe(true);
    expect(all(s, 'destructions')[0]?.state).toBe('cancelled');
    expect(all(s, 'carriers').slice(2).map((c) => c.state)).toEqual(['withdrawn', 'withdrawn']);
  });

  it('of carriers say who had them when the ledger ended', async () => {
    const s = await desk();
    await take(s, 'carriers', ['载体编号,名称,密级,保密期限,责任人,现持有人,存放位置,状态', 'Z-1,旧方案,机密,10年,欧阳笺,诸葛存,规划科,借出', 'Z-2,旧方案二,机密,10年,欧阳笺,,3号柜,在库']);
    expect(all(s, 'carriers').slice(2)).toMatchObject([{ state: 'lent', holderName: '诸葛存', holder: null, custodian: '欧阳笺' }, { state: 'in_custody', holderName: null }]);
    await take(s, 'loans', ['载体编号,名称,借阅人,借出日期,应还日期,归还日期', 'Z-1,旧方案,诸葛存,2026.11.1,2026.11.8,']);
    expect(all(s, 'carriers')[2]).toMatchObject({ state: 'lent', holderName: '诸葛存', dueOn: '2026-11-08' });
    expect((await act(s, 'import.withdraw', { batch: 2, reason: '读错' })).ok).toBe(true);
    expect(all(s, 'carriers')[2]).toMatchObject({ state: 'lent', holderName: null, dueOn: null });
  });
});
