import { describe, expect, it } from 'vitest';
import { readPaper } from '../../../renderer/screens/print/paper.ts';
import type { PaperNode } from '../../../renderer/screens/print/paper.ts';

const textOf = (nodes: readonly PaperNode[]): string => nodes.map((n) => (typeof n === 'string' ? n : textOf(n.children))).join('');
const tagsOf = (nodes: readonly PaperNode[]): string[] => nodes.flatMap((n) => (typeof n === 'string' ? [] : [n.tag, ...tagsOf(n.children)]));
const doc = (body: string, css = '') => `<!doctype html><html><head><style>${css}</style></head><body>${body}</body></html>`;

describe('the form in the preview', () => {
  it('keeps tables and escaped text, when a form is read', () => {
    const paper = readPaper(doc('<table class="facts"><tbody><tr><th>题名</th><td colspan="3">关于 A&amp;B &lt;试行&gt;<br>第二行</td></tr></tbody></table>'));
    expect(textOf(paper.body)).toBe('题名关于 A&B <试行>第二行');
    expect(tagsOf(paper.body)).toEqual(['table', 'tbody', 'tr', 'th', 'td', 'br']);
    expect(JSON.stringify(paper.body)).toContain('["colspan","3"]');
  });

  it('drops scripts, frames, handlers and addresses, whatever a form carries', () => {
    const paper = readPaper(doc('<script>alert(1)</script><iframe src="x">旁</iframe><p onclick="x()" style="color:red" href="y">正文<img src=z></p>'));
    expect(tagsOf(paper.body)).toEqual(['p']);
    expect(JSON.stringify(paper.body)).not.toMatch(/alert|onclick|style|href|src/);
    expect(textOf(paper.body)).toBe('旁正文');
  });

  it('reads orientation and corners, when the page rules carry them', () => {
    const paper = readPaper(doc('<p>x</p>', "@font-face{font-family:x;src:url(data:,)}@page{size:A4 landscape;margin:1mm;@top-left{content:\"机密★20年\";font:1pt a}@bottom-left{content:\"打印编号 DY-2026-0001\\a 打印时间\"}}@page :first{@top-center{content:none}}body{color:#000}"));
    expect(paper.landscape).toBe(true);
    expect(paper.corners).toEqual({ 'top-left': '机密★20年', 'bottom-left': '打印编号 DY-2026-0001\n打印时间' });
    expect(paper.css).not.toMatch(/@page|@font-face|url\(/);
    expect(paper.css).toContain('.sheet{color:#000}');
  });
});
