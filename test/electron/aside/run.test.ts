import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { AsideError, relayAside, runAside, useAsideHost, type AsideChild, type AsideHost } from '#electron/aside/run.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'aside-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const codeOf = (error: unknown): string => (error instanceof AsideError ? error.code : `not ours: ${String(error)}`);
const ends = (job: Promise<unknown>): Promise<unknown> => job.then((value) => ({ value }), codeOf);

describe('runAside', () => {
  it('scans a file in a process of its own and brings the result back', async () => {
    const file = path.join(folder, 'x.db');
    writeFileSync(file, Buffer.alloc(8192, 7));
    expect(await runAside('pageScan', { file, key: Buffer.alloc(32, 1) })).toMatchObject({ pages: 2, badCount: 2, ok: false });
  });
  it('reads a ledger in a process of its own', async () => {
    const bytes = Buffer.from('收文号,文号,标题,来文机关\n1,某发〔2026〕1号,关于测试的通知,测试单位\n');
    expect(await runAside('readLedger', { bytes, fileName: 'a.csv', target: 'receipts' })).toMatchObject({ file: 'a.csv' });
  });
  it('answers with a code and no foreign text, when the job breaks', async () => {
    const code = await ends(runAside('pageScan', { file: 7, key: 'no key' }));
    expect(typeof code).toBe('string');
    expect(code).toMatch(/^[A-Za-z_]+$/);
  });
  it('refuses a job it does not know, also one that every object has', async () => {
    for (const job of ['format', 'toString', 'constructor', '__proto__']) expect(await ends(runAside(job as 'pageScan', {}, { milliseconds: 9000, megabytes: 64 }))).toBe('aside_unknown_job');
  });
  it('ends the process, when the time is over', async () => {
    const file = path.join(folder, 'large.db');
    writeFileSync(file, Buffer.alloc(64 * 1024 * 1024, 7));
    const from = performance.now();
    expect(await ends(runAside('pageScan', { file, key: Buffer.alloc(32, 1) }, { milliseconds: 60, megabytes: 512 }))).toBe('aside_timeout');
    expect(performance.now() - from).toBeLessThan(3000);
  });
  it('ends the process, when it takes more memory than it may', async () => {
    const line = '1,某发〔2026〕1号,关于测试的通知,测试单位,2026年1月1日\n';
    const bytes = Buffer.from(`收文号,文号,标题,来文机关,收文日期\n${line.repeat(150_000)}`);
    const code = await ends(runAside('readLedger', { bytes, fileName: 'a.csv', target: 'receipts' }, { milliseconds: 25_000, megabytes: 24 }));
    expect(['aside_memory', 'aside_crashed']).toContain(code);
  });
  it('gives the process an empty environment and the key on the channel only', async () => {
    let seen: { argv: string; posted: unknown } | null = null;
    const spy: AsideHost = async (entry, execArgv) => {
      let hear: (m: unknown) => void = () => undefined;
      const child: AsideChild = {
        pid: undefined,
        post: (posted) => {
          seen = { argv: [entry.href, ...execArgv].join(' '), posted };
          hear({ ok: true, value: 1 });
        },
        onMessage: (f) => { hear = f; },
        onExit: () => undefined,
        kill: () => undefined,
      };
      return child;
    };
    useAsideHost(spy);
    expect(await runAside('pageScan', { file: 'f', key: Buffer.from('k'.repeat(32)) })).toBe(1);
    expect(seen).toMatchObject({ posted: { job: 'pageScan' } });
    expect((seen as unknown as { argv: string }).argv).toMatch(/entry\.ts --max-old-space-size=\d+$/);
  });
  it('asks main instead, when it runs in the worker thread', async () => {
    relayAside(async (job, input) => ({ job, input }));
    expect(await runAside('readLedger', 5)).toEqual({ job: 'readLedger', input: 5 });
  });
});
