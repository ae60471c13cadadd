import path from 'node:path';
import { usage } from './output.ts';
import { needed, textFlag } from './options.ts';
import type { Options } from './options.ts';

type Told = { document: unknown; human: string; code?: number };

/** Demonstration and bench live beside the sources; the packaged program does not carry them. */
async function fromCheckout<T>(file: string): Promise<T> {
  if (!import.meta.url.endsWith('.ts')) throw usage('安装版不带演示和基准测试。请在源码目录运行。', 'command');
  return (await import(new URL(`../../build/${file}`, import.meta.url).href)) as T;
}

/** `demo --out DIR [--data DIR]`: the main job from nothing, headless. */
export async function demo(o: Options): Promise<Told> {
  const out = path.resolve(needed(o, 'out'));
  const data = textFlag(o, 'data');
  const { runDemo } = await fromCheckout<{ runDemo: (out: string, data: string | null, say: (line: string) => void) => Promise<{ summary: object; human: string; ok: boolean }> }>('demo/demo.ts');
  const done = await runDemo(out, data === undefined ? null : path.resolve(data), (line) => process.stderr.write(`${line}\n`));
  return { document: done.summary, human: done.human, ...(done.ok ? {} : { code: 5 }) };
}

/** `bench [--scale small|full]`: ratios against floors measured in the same run. */
export async function bench(o: Options): Promise<Told> {
  const scale = textFlag(o, 'scale') ?? 'full';
  if (scale !== 'small' && scale !== 'full') throw usage('--scale 须为 small 或 full。', 'scale');
  const { runBench } = await fromCheckout<{ runBench: (scale: 'small' | 'full', say: (line: string) => void) => Promise<{ document: object; human: string }> }>('bench/bench.ts');
  return runBench(scale, (line) => process.stderr.write(`${line}\n`));
}
