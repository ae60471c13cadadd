import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const trace = fileURLToPath(new URL('../../build/trace.mjs', import.meta.url));
const strace = spawnSync('strace', ['-V']).status === 0;

/** Watches a piece of JavaScript. */
const watch = (script: string, ...flags: string[]) => {
  const done = spawnSync(process.execPath, [trace, ...flags, process.execPath, '-e', script], { encoding: 'utf8' });
  return { code: done.status, out: done.stdout, total: Number(/^Shoumi, all +(\d+)/m.exec(done.stdout.split('The twin').at(-1)?.split(/^process/m).at(-1) ?? '')?.[1]) };
};

describe.skipIf(!strace)('the network trace', () => {
  it('counts nothing, when a program only reads files', () => {
    expect(watch("require('fs').readdirSync('.')")).toMatchObject({ code: 0, total: 0 });
  });

  it('fails, when the program connects', () => {
    expect(watch("require('net').connect(9, '127.0.0.1').on('error', () => {})")).toMatchObject({ code: 1, total: 1 });
  });

  it('fails, when a worker thread or a child of the program opens a socket', () => {
    const talk = "require('dgram').createSocket('udp4').bind(0, '127.0.0.1', function () { this.close(); })";
    expect(watch(`new (require('worker_threads').Worker)(${JSON.stringify(talk)}, { eval: true })`)).toMatchObject({ code: 1, total: 1 });
    expect(watch(`require('child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(talk)}])`)).toMatchObject({ code: 1, total: 1 });
  });

  it('passes the program’s own failure on, when the network stays silent', () => {
    expect(watch('process.exit(5)').code).toBe(5);
  });

  it('shows that it can fail before it says that all is well, when asked to prove it', () => {
    const { code, out, total } = watch('1', '--prove');
    expect({ code, total }).toEqual({ code: 0, total: 0 });
    expect(out).toMatch(/The twin that does connect:\n.*\n +node \d+ +1 +1/);
  });
});
