import { useEffect, useMemo, useRef } from 'react';
import { drawn, readPaper } from './paper.ts';
import type { PaperNode } from './paper.ts';

const svgSpace = 'http://www.w3.org/2000/svg';

function build(node: PaperNode): Node {
  if (typeof node === 'string') return document.createTextNode(node);
  const made = drawn.has(node.tag) ? document.createElementNS(svgSpace, node.tag) : document.createElement(node.tag);
  for (const [name, value] of node.attrs) made.setAttribute(name, value);
  for (const child of node.children) made.append(build(child));
  return made;
}

function line(className: string, left: string, right: string): HTMLElement {
  const box = document.createElement('div');
  box.className = className;
  for (const text of [left, right]) {
    const cell = document.createElement('span');
    cell.textContent = text;
    box.append(cell);
  }
  return box;
}

const frame = `
.sheet{display:block;background:#fff;width:210mm;min-height:297mm;padding:8mm 14mm 10mm 22mm;color:#000;box-shadow:0 0 0 1px #B4BDB5;zoom:.72;text-align:left}
.sheet.land{width:297mm;min-height:210mm;padding:6mm 14mm 8mm 18mm;zoom:.62}
.edge{display:flex;justify-content:space-between;gap:8mm;white-space:pre-wrap;font-size:9pt;line-height:1.4}
.edge span:last-child{text-align:right}
.edge.top span:first-child{font-weight:700;font-size:16pt}
.edge.top{min-height:10mm;margin-bottom:3mm}
.edge.foot{margin-top:8mm;border-top:.5pt solid #000;padding-top:1.2mm}
.warm{display:none}
`;

/** A printed form drawn in the page, apart from the page's own style (a shadow tree with its own sheet). */
export function PaperView({ html }: Readonly<{ html: string }>) {
  const host = useRef<HTMLDivElement>(null);
  const paper = useMemo(() => readPaper(html), [html]);
  useEffect(() => {
    const at = host.current;
    if (at === null) return;
    const shadow = at.shadowRoot ?? at.attachShadow({ mode: 'open' });
    const style = new CSSStyleSheet();
    style.replaceSync(paper.css + frame);
    shadow.adoptedStyleSheets = [style];
    const sheet = document.createElement('div');
    sheet.className = paper.landscape ? 'sheet land' : 'sheet';
    const { corners } = paper;
    sheet.append(line('edge top', corners['top-left'] ?? '', corners['top-right'] ?? ''), ...paper.body.map(build), line('edge foot', corners['bottom-left'] ?? '', corners['bottom-right'] ?? ''));
    shadow.replaceChildren(sheet);
  }, [paper]);
  return <div ref={host} className="paper-view" role="document" aria-label="打印预览" tabIndex={0} />;
}
