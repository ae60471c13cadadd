import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { usage } from './output.ts';

const known = {
  vault: { type: 'string' }, json: { type: 'boolean' }, as: { type: 'string' }, 'password-stdin': { type: 'boolean' }, now: { type: 'string' }, org: { type: 'string' }, accounts: { type: 'string' }, 'test-clock': { type: 'boolean' }, level: { type: 'string' },
  terminal: { type: 'string' }, input: { type: 'string' }, atomic: { type: 'boolean' }, register: { type: 'string' }, filter: { type: 'string' }, limit: { type: 'string' }, cursor: { type: 'string' }, history: { type: 'boolean' }, file: { type: 'string' }, sheet: { type: 'string' },
  mapping: { type: 'string' }, 'dry-run': { type: 'boolean' }, 'accept-valid': { type: 'boolean' }, rejects: { type: 'string' }, form: { type: 'string' }, out: { type: 'string' }, copies: { type: 'string' }, purpose: { type: 'string' }, continue: { type: 'boolean' }, reprint: { type: 'string' }, stock: { type: 'string' }, code: { type: 'string' }, skip: { type: 'string' }, reason: { type: 'string' }, to: { type: 'string' }, in: { type: 'string' },
  from: { type: 'string' }, anchors: { type: 'string' }, on: { type: 'string' }, within: { type: 'string' }, data: { type: 'string' }, scale: { type: 'string' }, search: { type: 'string' }, view: { type: 'string' }, sort: { type: 'string' }, account: { type: 'string' }, rule: { type: 'string' }, most: { type: 'string' },
} as const;

export type Options = Readonly<{ command: string; positionals: readonly string[]; flags: Readonly<Record<string, string | boolean | undefined>> }>;

/** Reads the command line strictly. Passwords are never arguments, so there is no option for one. */
export function readOptions(argv: readonly string[]): Options {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options: known, allowPositionals: true, strict: true });
    return { command: positionals[0] ?? '', positionals: positionals.slice(1), flags: values };
  } catch (error) {
    const name = /'(-[^']*)'/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
    throw usage(`不认识的参数 ${name}。请用 shoumi help 查看用法。`);
  }
}

export const textFlag = (o: Options, name: keyof typeof known): string | undefined => {
  const value = o.flags[name];
  return typeof value === 'string' ? value : undefined;
};
export const on = (o: Options, name: keyof typeof known): boolean => o.flags[name] === true;

export function needed(o: Options, name: keyof typeof known): string {
  const value = textFlag(o, name);
  if (value === undefined || value === '') throw usage(`缺少 --${name}。请用 shoumi help 查看用法。`, name);
  return value;
}

export function numberFlag(o: Options, name: keyof typeof known): number | undefined {
  const value = textFlag(o, name);
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(value)) throw usage(`--${name} 须为整数。`, name);
  return Number(value);
}

/** JSON from a file, or from standard input for '-'. Refuses anything that is not JSON, without echoing it. */
export function readJson(from: string, name: string): unknown {
  let content: string;
  try {
    content = readFileSync(from === '-' ? 0 : from, 'utf8');
  } catch {
    throw usage(`读不到 --${name} 所指的文件。请核对路径。`, name);
  }
  return parseJson(content, name);
}

export function parseJson(content: string, name: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    throw usage(`--${name} 的内容不是 JSON。请核对后重试。`, name);
  }
}
