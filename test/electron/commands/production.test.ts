import { describe, expect, it } from 'vitest';
import { breaches } from '#test/helpers/arbitrariesBooks.ts';
import { approved, paper } from '#test/helpers/desk.ts';
import type { Desk } from '#test/helpers/desk.ts';
import { all_, booksOf, running, shelve, staff, withBooks } from '#test/helpers/rulesCases.ts';
import { outcome, run } from '#test/helpers/samplesProduction.ts';
import { told } from '../queries/support.ts';

const office = all_(staff('南宫砚', { delegate: true }), running());
const request = (desk: Desk, more: Record<string, unknown> = {}) => desk.must('production.request', { ...run(more), approval: approved(desk, 'production.request', run(more)) });
const envelope = { channel: 'confidential_transport', sealed: true, itemsListed: true };
const refusalOf = (desk: Desk, name: string, input: Record<string, unknown>) => {
  const result = desk.do(name, input);
  return result.ok ? null : result.refusal;
};

describe('a run from its approval to the files', () => {
  it('keeps account of every copy and every sheet, when made, sent, receipted, filed and its waste destroyed', () => {
    withBooks('secret', (desk) => {
      office(desk);
      const b = booksOf(desk);
      request(desk);
      const made = desk.must('production.complete', outcome()).result as { production: string; carriers: { number: string }[] };
      expect(made).toMatchObject({ production: 'YZ-2026-0001', carriers: [1, 2, 3, 4, 5].map((n) => ({ number: `ZT-2026-0000${n}` })) });
      desk.must('production.destroyWaste', { production: 1, sheets: 7, executor: '司马执', witness: '慕容档' });
      desk.must('carrier.dispatch', { carriers: [1, 2], recipient: '示例省青岭厅', checkedBy: '端木核' });
      desk.must('carrier.dispatch', { carriers: [3], recipient: '规划科', addressee: '南宫砚', outside: false, checkedBy: '端木核', finalList: true });
      desk.must('carrier.convey', { ...envelope, carriers: [1, 2], recipient: '示例省青岭厅', envelope: '青研机字第1号' });
      desk.must('carrier.acknowledge', { consignment: 'TS-2026-0001', receivedBy: '司徒收', count: 2 });
      desk.must('carrier.acknowledge', { dispatch: 'FW-2026-0002', receivedBy: '南宫砚', count: 1 });
      desk.must('carrier.file', { production: 1, archiveNumber: '2026-BM-001', place: '档案库1架' });
      expect(b.rows('carriers').map((c) => [c['state'], c['place'], c['custodian']])).toEqual([
        ['transferred', '示例省青岭厅', '欧阳笺'], ['transferred', '示例省青岭厅', '欧阳笺'], ['in_custody', '规划科', '南宫砚'], ['archived', '档案库1架', '欧阳笺'], ['in_custody', '3号柜2格', '欧阳笺'],
      ]);
      expect(b.row('productions')).toMatchObject({ state: 'filed', counted: 1, filedOn: '2026-11-20', archiveNumber: '2026-BM-001', wasteDestroyed: 7 });
      expect(b.rows('dispatches').map((d) => d['state'])).toEqual(['receipted', 'receipted']);
      expect(breaches(desk)).toEqual([]);
    });
  });

  it('is bound to title, level, list and place of the approval', () => {
    withBooks('secret', (desk) => {
      office(desk);
      const approval = approved(desk, 'production.request', run());
      expect(booksOf(desk).row('approvals')).toMatchObject({ level: 'secret', quantity: 5 });
      expect(booksOf(desk).row('approvals')['subject']).toContain('《示范园区供水管网改造工作方案》');
      for (const more of [{ title: '另一份' }, { level: 'confidential', period: { years: 5 } }, { distribution: [{ recipient: '规划科', copies: 3 }] }, { accessScope: ['慕容档'] }]) {
        expect(refusalOf(desk, 'production.request', { ...run(more), approval })).toMatchObject({ kind: 'policy', decision: { outcome: 'deny' } });
      }
      desk.must('production.request', { ...run(), approval });
      expect(refusalOf(desk, 'production.request', { ...run(), approval })).toMatchObject({ kind: 'policy' });
    });
  });

  it('ends when it is cancelled before it is made', () => {
    withBooks('secret', (desk) => {
      office(desk);
      request(desk);
      desk.must('production.cancel', { production: 1, reason: '改用电子件' });
      expect(booksOf(desk).row('productions')).toMatchObject({ state: 'cancelled' });
      expect(refusalOf(desk, 'production.complete', outcome())).toMatchObject({ kind: 'policy' });
    });
  });
});

describe('a line of dispatch that was entered by mistake', () => {
  it('keeps its number and words, frees its copies and opens the count of the run again, when it is taken back', () => {
    withBooks('secret', (desk) => {
      office(desk);
      request(desk, { distribution: [{ recipient: '示例省青岭厅', copies: 2 }] });
      desk.must('production.complete', outcome());
      desk.must('carrier.dispatch', { carriers: [1, 2], recipient: '示例省青岭厅', checkedBy: '端木核', finalList: true });
      desk.must('dispatch.withdraw', { dispatch: 1, reason: '份号抄错' });
      expect(booksOf(desk).row('dispatches')).toMatchObject({ number: 'FW-2026-0001', state: 'withdrawn', recipient: '示例省青岭厅', carriers: '[1,2]', revision: 2 });
      expect(booksOf(desk).row('productions')).toMatchObject({ counted: 0 });
      expect([1, 2].map((n) => booksOf(desk).row('carriers', n)['state'])).toEqual(['in_custody', 'in_custody']);
      // The sum check counts only what stands, so the same copies may be entered again; the number is not used a second time.
      desk.must('carrier.dispatch', { carriers: [1, 3], recipient: '示例省青岭厅', checkedBy: '端木核', finalList: true });
      expect(booksOf(desk).row('dispatches', 2)).toMatchObject({ number: 'FW-2026-0002', state: 'registered' });
      expect(told<{ titleZh: string }[]>(desk, 'due', {}).filter((d) => d.titleZh.includes('尚未发出'))).toHaveLength(1);
      const life = JSON.stringify(told<unknown>(desk, 'record.life', { register: 'carriers', record: 2 }));
      expect(life).toContain('作废发文登记 FW-2026-0001，份号抄错。本件没有发出。');
    });
  });
});

describe('a consignment', () => {
  const three = (desk: Desk) => {
    for (const n of [4, 5, 6]) desk.must('carrier.enter', paper(`第${n}件`, { copySerial: `00000${n}`, issuer: n === 6 ? '示例省档案馆' : '示例省青岭厅' }));
  };

  it('stays open until its last line is receipted', () => {
    withBooks('secret', (desk) => {
      office(desk);
      three(desk);
      const b = booksOf(desk);
      for (const n of [1, 2]) desk.must('carrier.dispatch', { carriers: [n], recipient: '示例省青岭厅', checkedBy: '端木核' });
      desk.must('carrier.convey', { ...envelope, carriers: [1, 2], recipient: '示例省青岭厅', envelope: '青研机字第1号' });
      desk.must('carrier.acknowledge', { dispatch: 1, receivedBy: '司徒收', count: 1 });
      expect(b.row('consignments')).toMatchObject({ state: 'out' });
      desk.must('carrier.acknowledge', { dispatch: 2, receivedBy: '司徒收', count: 1 });
      expect(b.row('consignments')).toMatchObject({ state: 'receipted', receivedCount: 2 });
      expect(breaches(desk)).toEqual([]);
    });
  });

  it('is closed as far as it arrived when the missing carrier has been reported', () => {
    withBooks('secret', (desk) => {
      office(desk);
      three(desk);
      const b = booksOf(desk);
      desk.must('carrier.convey', { ...envelope, carriers: [1, 3], recipient: '示例省青岭厅', envelope: '青研机字第1号' });
      desk.must('carrier.acknowledge', { consignment: 1, receivedBy: '司徒收', count: 1 });
      expect(b.row('consignments')).toMatchObject({ state: 'exception', problem: '发出 2 件，实收 1 件' });
      desk.must('carrier.reportMissing', { carrier: 3, discoveredBy: '司徒收', account: '回执短缺', reportedTo: '主管领导' });
      desk.must('carrier.acknowledge', { consignment: 1, receivedBy: '司徒收', count: 1 });
      // What came from the recipient is back with its issuer; what is missing stays missing.
      expect(b.rows('carriers').map((c) => c['state'])).toEqual(['returned', 'in_custody', 'missing']);
      expect(b.row('consignments')).toMatchObject({ state: 'receipted', receivedCount: 1 });
      expect(breaches(desk)).toEqual([]);
    });
  });
});

describe('filing', () => {
  it('takes a receipt with the carriers that are in, and names one thing at a time', () => {
    withBooks('secret', (desk) => {
      office(desk);
      shelve()(desk);
      desk.must('carrier.receive', { title: '通知', level: 'confidential', period: { years: 5 }, accessScope: ['南宫砚'], docNumber: '示厅函〔2026〕44号', copySerials: ['000044'], custodian: '欧阳笺', place: '3号柜', signedBy: '欧阳笺' });
      desk.must('carrier.file', { receipt: 1, archiveNumber: '2026-SW-001' });
      expect(booksOf(desk).row('carriers', 2)).toMatchObject({ state: 'archived', archiveNumber: '2026-SW-001', place: '3号柜' });
      expect(booksOf(desk).row('receipts')).toMatchObject({ archivedOn: '2026-11-20', archiveNumber: '2026-SW-001' });
      expect(refusalOf(desk, 'carrier.file', { receipt: 1, archiveNumber: '2026-SW-002' })).toMatchObject({ kind: 'policy' });
      expect(refusalOf(desk, 'carrier.file', { carrier: 1, receipt: 1, archiveNumber: 'x' })).toMatchObject({ kind: 'invalid' });
      expect(refusalOf(desk, 'carrier.file', { archiveNumber: 'x' })).toMatchObject({ kind: 'invalid' });
      expect(breaches(desk)).toEqual([]);
    });
  });
});

describe('carrier.file of the copies of an incoming document', () => {
  it('files the document with the last copy in hand, not before', () => {
    withBooks('secret', (desk) => {
      office(desk);
      shelve()(desk);
      desk.must('carrier.receive', { title: '通知', level: 'confidential', period: { years: 5 }, accessScope: ['南宫砚'], docNumber: '示厅函〔2026〕45号', copies: 2, copySerials: ['000045', '000046'], custodian: '欧阳笺', place: '3号柜', signedBy: '欧阳笺' });
      const receipt = () => booksOf(desk).rows('receipts').find((r) => r['docNumber'] === '示厅函〔2026〕45号');
      const [first, second] = booksOf(desk).rows('carriers').filter((c) => c['receipt'] === receipt()?.['id']);
      desk.must('carrier.file', { carrier: first?.['id'], archiveNumber: '2026-SW-001' });
      expect(receipt()).toMatchObject({ archivedOn: null });
      desk.must('carrier.file', { carrier: second?.['id'], archiveNumber: '2026-SW-002' });
      expect(receipt()).toMatchObject({ archivedOn: '2026-11-20', archiveNumber: '2026-SW-002' });
      expect(breaches(desk)).toEqual([]);
    });
  });
});

describe('what is asked about a copy', () => {
  it('knows its typists, whichever copy of the run it is, and tells its way in sentences', () => {
    withBooks('secret', (desk) => {
      office(desk);
      staff('慕容档')(desk);
      request(desk);
      desk.must('production.complete', outcome({ proofreader: '慕容档' }));
      expect(told<{ name: string; how: string }[]>(desk, 'carrier.knowers', { carrier: 4 }).map((k) => [k.name, k.how])).toEqual([['南宫砚', '打字校对'], ['慕容档', '打字校对']]);
      expect(told<{ answerZh: string }>(desk, 'carrier.where', { carrier: 4 }).answerZh).toContain('已有 2 人知悉');
      desk.must('carrier.dispatch', { carriers: [4], recipient: '示例省青岭厅', checkedBy: '端木核' });
      desk.must('carrier.convey', { ...envelope, carriers: [4], recipient: '示例省青岭厅', envelope: '青研机字第1号' });
      expect(told<{ answerZh: string }>(desk, 'carrier.where', { carrier: 4 }).answerZh).toContain('在途，送往示例省青岭厅');
      desk.must('carrier.acknowledge', { consignment: 1, receivedBy: '司徒收', count: 1 });
      const tales = told<{ kindZh: string; sentenceZh: string }[]>(desk, 'record.life', { register: 'carriers', record: 4 }).map((e) => [e.kindZh, e.sentenceZh]);
      expect(tales.slice(0, 3)).toEqual([['回执', '示例省青岭厅司徒收签收，欧阳笺登记回执。'], ['投送', '欧阳笺交出投送，送往示例省青岭厅，投送单 TS-2026-0001。'], ['发文', '欧阳笺登记发文，发往示例省青岭厅，待发出。']].map(([k, t]) => [k, t?.replaceAll('欧阳笺', 'clerk')]));
      for (const [register, record] of [['productions', 1], ['dispatches', 1], ['consignments', 1]] as const) for (const e of told<{ kindZh: string }[]>(desk, 'record.life', { register, record })) expect(e.kindZh).not.toBe('办理');
    });
  });

  it('offers sending and filing for what is in, and neither for what is on its way', () => {
    withBooks('secret', (desk) => {
      office(desk);
      shelve()(desk);
      const offered = () => told<{ command: string; outcome: string }[]>(desk, 'carrier.acts', { carrier: 1 }).filter((o) => ['carrier.dispatch', 'carrier.convey', 'carrier.file'].includes(o.command)).map((o) => [o.command, o.outcome]);
      expect(offered()).toEqual([['carrier.dispatch', 'allow'], ['carrier.convey', 'allow'], ['carrier.file', 'allow']]);
      desk.must('carrier.convey', { ...envelope, carriers: [1], recipient: '示例省青岭厅', envelope: '青研机字第1号' });
      expect(offered()).toEqual([]);
      expect(told<{ command: string }[]>(desk, 'carrier.acts', { carrier: 1 }).map((o) => o.command)).toContain('carrier.reportMissing');
    });
  });
});
