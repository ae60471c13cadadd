import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { railOf } from '../../renderer/app/rails.ts';

const guide = path.resolve(import.meta.dirname, '../../build/guide');
const manual = readFileSync(path.join(guide, '使用手册.md'), 'utf8');

describe('the user’s manual', () => {
  it.each(['收文', '发文', '呈批传阅', '现场阅读', '借阅', '复制', '摘抄', '汇编', '印制', '校样', '废页', '携带外出', '出境', '笔记本', '清退', '收缴', '清点', '销毁', '移交', '保密员交接', '定密', '变更', '解密', '密码电报', '丢失', '泄密报告', '全面核查', '审批', '续打', '标签'])('has a section on %s', (word) => {
    expect(manual.split('\n').filter((line) => line.startsWith('## ')).some((line) => line.includes(word))).toBe(true);
  });

  it('names each verb of the clerk as the window names it', () => {
    const said = railOf(['clerk']).map((item) => item.zh).filter((zh) => !['今日', '机时登记', '档案'].includes(zh));
    for (const zh of said) expect(manual, zh).toContain(zh);
  });

  it('shows only pictures that are there, and few bytes of them', () => {
    const shown = [...manual.matchAll(/\]\((pictures\/[^)]+)\)/g)].map((m) => m[1]!);
    expect(shown.length).toBeGreaterThan(17);
    for (const picture of shown) expect(existsSync(path.join(guide, picture)), picture).toBe(true);
    const bytes = readdirSync(path.join(guide, 'pictures')).reduce((n, file) => n + statSync(path.join(guide, 'pictures', file)).size, 0);
    expect(bytes).toBeLessThan(3_500_000);
  });

  it('leads to its sections from its contents', () => {
    const anchors = [...manual.matchAll(/\]\(#([^)]+)\)/g)].map((m) => m[1]!);
    const heads = manual.split('\n').filter((line) => line.startsWith('## ')).map((line) => line.slice(3).replace(/[（），、：]/gu, '').replace(/\s+/g, '-'));
    for (const anchor of anchors) expect(heads, anchor).toContain(anchor);
  });
});
