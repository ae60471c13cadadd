import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composePrint, formKeys, isComposed } from '#electron/printing/compose/index.ts';
import type { Composed, PrintRequest } from '#electron/printing/compose/index.ts';
import { renderDocument } from '#electron/printing/documents/index.ts';
import { askBooks } from '#electron/queries/ask.ts';
import { deskOf } from '#electron/session.ts';
import type { Session } from '#electron/session.ts';
import { trailHead } from '#electron/vault/read.ts';
import { verifyBooks } from '#electron/queries/verify.ts';
import type { PrintDocument, PrintFoot } from '#shared/printing.ts';
import { registerKeys, registerOf } from '#shared/registers/index.ts';
import type { Refusal } from '#shared/result.ts';
import type { Actor, Role } from '#shared/roles.ts';
import { openTerminal } from '../../../helpers/terminal.ts';
import type { Terminal } from '../../../helpers/terminal.ts';
import { furnish, leader, RARE } from './scene.ts';

const foot: PrintFoot = { printNumber: 'DY-2026-0001', printedBy: '欧阳笺', printedAt: '2026-11-20 11:20', carrierNumber: null, chainSeq: 7, chainCode: '7K3Q-9MWD' };
const as = (role: Role): Actor => ({ account: 'x', name: '试', roles: [role] });

let t: Terminal;
let s: Session;
beforeAll(async () => {
  t = await openTerminal();
  s = await t.sit('clerk');
  furnish(s);
});
afterAll(() => {
  t.leave();
  rmSync(t.root, { recursive: true, force: true });
});

const composed = (request: PrintRequest, actor: Actor = s.me): Composed => {
  const c = composePrint(deskOf(s), actor, request);
  if (!isComposed(c)) throw new Error(JSON.stringify(c));
  return c;
};
const refusal = (request: PrintRequest, actor: Actor = s.me): Refusal => {
  const c = composePrint(deskOf(s), actor, request);
  if (isComposed(c)) throw new Error('was not refused');
  return c;
};
const paperOf = <F extends PrintDocument['form']>(request: PrintRequest, form: F, actor?: Actor): Extract<PrintDocument, { form: F }> => {
  const document = composed(request, actor).draft(foot);
  if (document.form !== form) throw new Error(`is a ${document.form}`);
  return document as Extract<PrintDocument, { form: F }>;
};

describe('the mark of a whole register', () => {
  it.each(registerKeys)('%s: screen and paper say the same', (register) => {
    const reader = as(registerOf(register).readers[0] as Role);
    const asked = askBooks(deskOf(s), reader, 'register.mark', { register });
    if (!asked.ok) throw new Error(JSON.stringify(asked.refusal));
    const paper = composed({ register }, reader);
    expect(asked.value).toMatchObject({ level: paper.level, period: paper.secrecyPeriod });
  });
});

describe('registers', () => {
  it.each(registerKeys)('%s renders for its first reader, with one row for each line, and counts no line twice', (register) => {
    const actor = as(registerOf(register).readers[0] ?? 'clerk');
    const document = paperOf({ register, history: false }, 'register', actor);
    expect(document.rows.length).toBe(document.count);
    expect(document.rows.length).toBe((s.vault.db.prepare(`SELECT count(*) FROM ${register}`).pluck().get()));
    expect(renderDocument(document)).toContain('以下空白');
    const keys = new Set(document.columns.map((c) => c.key));
    for (const row of document.rows) for (const column of document.columns) if (column.ink !== true) expect(row.cells[column.key], `${register}.${column.key}`).toBeTypeOf('string');
    expect(keys.size).toBe(document.columns.length);
  });

  it('refuses roles that may not look, with P414 and who may', () => {
    for (const register of ['carriers', 'receipts', 'readings', 'persons'] as const) {
      const r = refusal({ register }, as('auditor'));
      expect(r.kind === 'policy' && r.decision.reasons[0]?.rule).toBe('P414');
      expect(r.messageZh).toContain('保密员');
    }
    expect(refusal({ register: 'accounts' }).kind).toBe('policy');
  });

  it('takes the highest level and the longest period of its own lines, when it is filtered', () => {
    expect([composed({ register: 'carriers' }).level, composed({ register: 'carriers' }).secrecyPeriod]).toEqual(['secret', '20年']);
    const some = composed({ register: 'carriers', filter: { level: 'confidential' } });
    expect([some.level, some.secrecyPeriod, some.rows]).toEqual(['confidential', '10年', 3]);
    const one = composed({ register: 'carriers', record: 'ZT-2026-00002' });
    expect([one.level, one.secrecyPeriod, one.rows]).toEqual(['secret', '10年', 1]);
    expect(composed({ register: 'persons' }).level).toBeNull();
  });

  it('shows an empty book as an empty book without mark', () => {
    const c = composed({ register: 'backups' });
    expect([c.rows, c.level, c.secrecyPeriod]).toEqual([0, null, null]);
    const none = paperOf({ register: 'carriers', filter: { custodian: '无此人' } }, 'register');
    expect([none.count, none.rows.length, none.mark, none.totals]).toEqual([0, 0, null, undefined]);
    expect(renderDocument(none)).toContain('以下空白');
  });

  it('strikes the earlier wording above its successor with the same number, and says why', () => {
    const document = paperOf({ register: 'carriers' }, 'register');
    const at = document.rows.findIndex((r) => r.struck === true);
    const [old, now] = [document.rows[at], document.rows[at + 1]];
    expect([old?.cells['doc'], old?.cells['no'], old?.noteZh]).toEqual(['青研发〔2026〕33号', '3', '第1稿\n见下行']);
    expect([now?.cells['doc'], now?.cells['no'], now?.noteZh, now?.struck]).toEqual(['青研发〔2026〕35号', '3', '第2稿', undefined]);
    expect(document.count).toBe(document.rows.length - 1);
    expect(document.notes?.join('')).toContain('ZT-2026-00003 第2稿改正文号：文号录入有误（欧阳笺 2026-11-20）');
    expect(paperOf({ register: 'carriers', history: false }, 'register').rows.some((r) => r.struck)).toBe(false);
  });

  it('adds up per kind', () => {
    expect(paperOf({ register: 'carriers' }, 'register').totals).toEqual([{ kindZh: '纸介质', unitZh: '份', count: 5 }, { kindZh: '光盘', unitZh: '张', count: 1 }, { kindZh: '图纸地图', unitZh: '幅', count: 1 }]);
  });

  it('chooses by view, words and conditions like the screen, and refuses what the book does not have', () => {
    expect(composed({ register: 'carriers', view: 'out' }).rows).toBe(1);
    expect(composed({ register: 'carriers', search: '供水' }).rows).toBe(1);
    expect(composed({ register: 'readings', filter: { carrier: 'ZT-2026-00002' } }).rows).toBe(2);
    for (const bad of [{ view: 'nowhere' }, { filter: { "id = 1; DROP TABLE carriers; --": 1 } }] as const) expect(refusal({ register: 'carriers', ...bad }).kind).toBe('invalid');
    expect(refusal({}).kind).toBe('invalid');
    expect(refusal({ form: 'nothing' }).messageZh).toContain('没有“nothing”这种表单');
    expect(refusal({ form: 'constructor' }).kind).toBe('invalid');
  });

  it('gives the same digest for the same content and another one after any change', () => {
    const first = composed({ register: 'persons' }).digest;
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(composed({ register: 'persons' }).digest).toBe(first);
    expect(composed({ register: 'persons', filter: { department: '测绘科' } }).digest).not.toBe(first);
  });
});

describe('forms', () => {
  const sheets = [1, 2].map((sheet) => ({ sheet, text: 'M4Q8 0RC7 7XKD 2FXA Q\n9PVA 0C3T X6H0 4ZE2 W\nM4Q8 0RC7 7XKD 2FXA 1\n9PVA 0C3T X6H0 4ZE2 K' }));
  const findings = [{ check: 'network', ok: true, findingZh: '没有接线', source: '第三十一条' }, { check: 'camera', ok: false, findingZh: '发现摄像头', source: '规则P176' }];
  const requests: Readonly<Record<string, PrintRequest & { role?: Role }>> = {
    carrierLife: { filter: { carrier: 'ZT-2026-00003' } }, knowers: { filter: { carrier: 'ZT-2026-00002' } }, loanSlip: { filter: { loan: 'JY-2026-00001' } }, approvalForm: { filter: { approval: 'SP-2026-0001' } }, destructionList: { filter: { destruction: 'XH-2026-001' } }, destructionCertificate: { filter: { destruction: 'XH-2026-001' } },
    usageYear: { filter: { computer: 'SM-001', year: 2026 } }, labels: {}, dueList: {}, auditTrail: { role: 'auditor' }, anchorSheet: {}, recoverySheets: { role: 'system_administrator', data: { sheets } }, isolation: { data: findings }, verification: { data: { ok: true, checks: [{ name: 'chain', nameZh: '审计链', ok: true, counted: 40, findings: [] }] } },
  };
  const of = (form: string): [PrintRequest, Actor] => {
    const { role, ...request } = requests[form] ?? {};
    return [{ form, ...request }, role === undefined ? s.me : as(role)];
  };

  /** Forms whose records have a scene and a test file of their own. */
  const elsewhere: readonly string[] = ['borrowSheet', 'introduction', 'copySheet', 'carryOutSheet', 'packingList', 'draftSheet', 'dispatchSheet', 'receiptSlip', 'envelope', 'routingSlip', 'issueSheet', 'classificationSheet', 'levelChangeSheet', 'handoverList', 'clearanceSheet', 'incidentReport', 'searchRecord', 'sanctionDecision', 'stocktakeSheet', 'stocktakeResult', 'recallSheet', 'checklistSheet'];
  const here = formKeys.filter((form) => !elsewhere.includes(form));

  it.each(here)('%s renders from the books', (form) => {
    const [request, actor] = of(form);
    const html = renderDocument(composed(request, actor).draft(foot));
    expect(html).toContain('</html>');
    expect(html).not.toMatch(/undefined|\[object|NaN/);
  });

  it.each(['carrierLife', 'knowers', 'loanSlip', 'approvalForm', 'destructionList', 'usageYear', 'labels'])('%s refuses the auditor, and its missing or unknown record', (form) => {
    expect(refusal({ form, ...requests[form] }, as('auditor')).kind).toBe('policy');
    if (form !== 'labels') expect(['invalid', 'missing']).toContain(refusal({ form }).kind);
    const named = Object.keys(requests[form]?.filter ?? {})[0];
    if (named !== undefined) expect(refusal({ form, filter: { [named]: 'XX-2026-99999' } }).kind).toBe('missing');
  });

  it('keeps the recovery sheets from everybody but administrators and leaves no trace of them', () => {
    expect(refusal({ form: 'recoverySheets', data: { sheets } }).kind).toBe('policy');
    expect(refusal({ form: 'recoverySheets', data: 'x' }, as('system_administrator')).kind).toBe('invalid');
    const other = sheets.map((x) => ({ ...x, text: x.text.replace('M4Q8', 'AAAA') }));
    const digest = (data: unknown) => composed({ form: 'recoverySheets', data }, as('system_administrator')).digest;
    expect(digest({ sheets })).toBe(digest({ sheets: other }));
    expect(paperOf({ form: 'recovery', data: sheets }, 'recovery', as('system_administrator')).sheets[0]?.groups).toHaveLength(16);
  });

  it('tells the whole life of a carrier, oldest first, with its correction and who knows it', () => {
    const life = paperOf({ form: 'carrierLife', filter: { carrier: 'ZT-2026-00002' } }, 'life');
    expect(life.events.length).toBeGreaterThanOrEqual(3);
    expect(life.events.map((e) => e.chainSeq)).toEqual(life.events.map((e) => e.chainSeq).toSorted((a, b) => a - b));
    expect(life.known.map((k) => k.name)).toEqual(['钟离书', RARE]);
    const corrected = paperOf({ form: 'life', register: 'carriers', filter: { record: 3 } }, 'life');
    expect(corrected.corrections).toEqual([{ fieldZh: '文号', before: '青研发〔2026〕33号', after: '青研发〔2026〕35号', reasonZh: '文号录入有误', by: '欧阳笺', at: expect.stringContaining('2026-11-20') as string }]);
  });

  it('leaves empty lines for ink under those who know', () => {
    const form = paperOf({ form: 'knowers', filter: { carrier: 2 } }, 'register');
    expect([form.count, form.blankRows, form.mark]).toEqual([2, 11, '机密★10年']);
    expect(form.columns.filter((c) => c.ink).map((c) => c.key)).toEqual(['sign', 'clerk']);
  });

  it('issues a certificate only after the destruction', () => {
    const document = paperOf({ form: 'destructionCertificate', filter: { destruction: 1 } }, 'destruction');
    expect(document.certificate).toMatchObject({ approvedBy: leader.name, counts: [{ count: 2 }, { count: 2, by: '慕容档、钟离书' }] });
    expect(document.totals).toEqual([{ kindZh: '纸介质', unitZh: '份', count: 2, detailZh: '10 页' }]);
    expect(paperOf({ form: 'destructionList', filter: { destruction: 1 } }, 'destruction').certificate).toBeUndefined();
  });

  it('files each session under its month with its struck wording', () => {
    const book = paperOf({ form: 'usageYear', filter: { computer: 'SM-001', year: 2026 } }, 'usage-year');
    expect(book.months.map((m) => m.sessions.length)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0]);
    expect(book.months[10]?.sessions.map((x) => [x.struck === true, x.taskZh])).toEqual([[true, '起草物资储备方案'], [false, '起草物资储备预案'], [false, '修改评审材料']]);
    expect([book.keepUntil, book.mark]).toEqual(['2031-12-31', '机密★20年']);
  });

  it('shows the auditor numbers and acts and nothing of the content', () => {
    const document = paperOf({ form: 'auditTrail' }, 'register', as('auditor'));
    expect(document.mark).toBeNull();
    expect(document.rows.length).toBe(trailHead(s.vault.db)?.seq);
    const text = JSON.stringify(document.rows);
    for (const word of ['供水', '水文', '评审材料', RARE]) expect(text).not.toContain(word);
    expect(text).toContain('ZT-2026-00002');
  });

  it('labels only what the unit holds, unless asked', () => {
    expect(paperOf({ form: 'labels' }, 'labels').labels.map((l) => l.number)).not.toContain('ZT-2026-00001');
    expect(paperOf({ form: 'labels', filter: { carrier: 'ZT-2026-00006' }, data: { skip: 3, codeKind: 'qr' } }, 'labels')).toMatchObject({ skip: 3, codeKind: 'qr', labels: [{ number: 'ZT-2026-00006', mark: '机密★10年' }] });
  });

  it('enters nothing while composing', () => {
    const before = trailHead(s.vault.db)?.seq;
    for (const form of here) composed(...of(form));
    expect(trailHead(s.vault.db)?.seq).toBe(before);
    expect(verifyBooks(deskOf(s)).ok).toBe(true);
  });
});
