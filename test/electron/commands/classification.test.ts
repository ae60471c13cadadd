import { describe, expect, it } from 'vitest';
import { dueFor } from '#electron/queries/due.ts';
import { profileFrom } from '#electron/queries/standing.ts';
import { all } from '#electron/vault/read.ts';
import { breaches } from '#test/helpers/arbitrariesBooks.ts';
import { clerk, paper, secadmin } from '#test/helpers/desk.ts';
import type { Desk } from '#test/helpers/desk.ts';
import { agreed, all_, booksOf, CARRIER, set, shelve, staff, withBooks } from '#test/helpers/rulesCases.ts';
import { readDesk } from '../queries/support.ts';

const notice = { carriers: [CARRIER], notice: 'change', level: 'confidential', period: { years: 10 }, noticeNumber: '示厅密〔2026〕9号', noticeFrom: '示例省青岭厅', noticeOn: '2026-11-19', decidedOn: '2026-11-18' };
const copy = (desk: Desk): void => void desk.must('carrier.copy', agreed('carrier.copy', { carrier: CARRIER, quantity: 2, reason: '会议用', operator: '欧阳笺', place: '文印室', stamped: true, wasteSheets: 0 })(desk));
const kinds = (desk: Desk, id: number): string[] => all(desk.db, `SELECT kind FROM event WHERE register = 'carriers' AND record = ? ORDER BY id`, id).map((e) => String(e['kind']));

describe('a change of level', () => {
  it('reaches every copy that is still here, when the original changes', () => {
    withBooks('secret', (desk) => {
      all_(staff('慕容档'), staff('南宫砚'), shelve({ issuedOn: '2026-11-01' }))(desk);
      copy(desk);
      const destruction = { carriers: ['ZT-2026-00003'], reason: '过期', method: 'shred', place: 'authority_facility' };
      desk.must('carrier.destroy.propose', agreed('carrier.destroy.propose', destruction)(desk));
      desk.must('carrier.destroy.execute', { destruction: 1, countBefore: 1, countAfter: 1, executor: '司马执', witness1: '慕容档', witness2: '南宫砚', unrecoverable: true, escorts: ['慕容档', '南宫砚'], receiptNumber: 'XH-1' }, clerk, { account: 'nangong', name: '南宫砚', roles: ['approver'] });
      desk.must('classification.recordNotice', notice);
      const books = booksOf(desk);
      expect([1, 2, 3].map((id) => books.row('carriers', id)['level'])).toEqual(['confidential', 'confidential', 'secret']);
      expect(kinds(desk, 2)).toContain('level_changed');
      expect(breaches(desk)).toEqual([]);
    });
  });

  it('leaves the other papers of the same organ alone, when only one is named', () => {
    withBooks('secret', (desk) => {
      shelve({ issuedOn: '2026-11-01' })(desk);
      shelve({ issuedOn: '2026-11-01', copySerial: '000004' })(desk);
      desk.must('classification.recordNotice', notice);
      expect(booksOf(desk).row('carriers', 2)['level']).toBe('secret');
    });
  });

  it('enters one line of the ledger for each named paper, when a notice names several', () => {
    withBooks('secret', (desk) => {
      shelve({ issuedOn: '2026-11-01' })(desk);
      shelve({ issuedOn: '2026-11-01', copySerial: '000004' })(desk);
      desk.must('classification.recordNotice', { ...notice, carriers: [CARRIER, 'ZT-2026-00002', CARRIER] });
      expect(booksOf(desk).rows('classifications').map((r) => [r['number'], r['carrierNumber'], r['newMark']])).toEqual([['DM-2026-0001', CARRIER, '秘密★10年'], ['DM-2026-0002', 'ZT-2026-00002', '秘密★10年']]);
    });
  });

  it('cannot be done with an approval for another level, when the words change after the form was signed', () => {
    withBooks('secret', (desk) => {
      set('classification.officers', ['闻人录 机密'])(desk);
      shelve({ source: 'produced', issuer: '青岭研究所', basisDocument: '示厅函〔2026〕2号', issuedOn: '2026-01-10' })(desk);
      const change = { carrier: CARRIER, level: 'confidential', period: { years: 5 }, decider: '闻人录', basis: '情势变化' };
      const { approval } = agreed('classification.change', change)(desk) as { approval: number };
      const other = desk.do('classification.change', { ...change, period: { years: 1 }, approval });
      expect(other.ok).toBe(false);
      expect(desk.do('classification.change', { ...change, approval }).ok).toBe(true);
    });
  });
});

describe('a derived level', () => {
  it('comes up for checking when its source has changed, and goes when it was looked at', () => {
    withBooks('secret', (desk) => {
      set('classification.officers', ['闻人录 机密'])(desk);
      shelve({ issuedOn: '2026-11-01' })(desk);
      desk.must('carrier.enter', paper('贯彻意见', { level: null, period: undefined, docNumber: undefined, copySerial: undefined, cabinetKind: undefined, source: 'produced', issuer: '青岭研究所' }));
      desk.must('classification.propose', { carrier: 2, level: 'secret', period: { years: 10 }, accessScope: ['南宫砚'], derivedReason: 'executes', source: CARRIER, proposer: '南宫砚' });
      desk.must('classification.decide', agreed('classification.decide', { classification: 1, verdict: 'agreed', decider: '闻人录' })(desk));
      const behind = (): unknown[] => dueFor({ ...readDesk(desk), actor: clerk, at: desk.now(), today: '2026-11-20', profile: profileFrom(desk.db) }, 7).filter((i) => i.rule === 'L004-D').map((i) => i.number);
      expect(behind()).toEqual([]);
      desk.must('classification.recordNotice', notice);
      expect(behind()).toEqual(['ZT-2026-00002']);
      desk.must('classification.review', { carriers: [2], decider: '闻人录' });
      expect(behind()).toEqual([]);
    });
  });
});

describe('a decision', () => {
  it('goes the whole way from proposal to final level, when the unit may decide', () => {
    withBooks('secret', (desk) => {
      set('classification.officers', ['闻人录 机密 规划业务'])(desk);
      set('unit.maxOriginalLevel', 'secret')(desk);
      desk.must('carrier.enter', paper('调度方案', { level: null, period: undefined, docNumber: undefined, copySerial: undefined, cabinetKind: undefined, source: 'produced', issuer: '青岭研究所', accessScope: undefined, issuedOn: '2026-11-10' }));
      desk.must('classification.propose', { carrier: CARRIER, level: 'secret', period: { years: 10 }, accessScope: ['南宫砚'], kind: 'original', clause: '水利工作保密事项范围第三条', basis: '涉及未公开的调度数据', proposer: '南宫砚' });
      expect(booksOf(desk).row('carriers')).toMatchObject({ level: 'secret', provisional: 1, periodEndsOn: '2036-11-10' });
      const decide = { classification: 1, verdict: 'agreed', decider: '闻人录' };
      desk.must('classification.decide', agreed('classification.decide', decide)(desk));
      expect(booksOf(desk).row('carriers')).toMatchObject({ level: 'secret', provisional: 0, accessScope: '["南宫砚"]', markText: '机密★10年', oldMark: '拟定 机密★10年', regime: 'state_secret' });
      expect(booksOf(desk).row('classifications')).toMatchObject({ state: 'done', decider: '闻人录', decidedOn: '2026-11-20' });
      expect(breaches(desk)).toEqual([]);
    });
  });

  it('frees the item, when the 定密责任人 disagrees', () => {
    withBooks('secret', (desk) => {
      set('classification.officers', ['闻人录 机密'])(desk);
      set('unit.maxOriginalLevel', 'secret')(desk);
      desk.must('carrier.enter', paper('调度方案', { level: null, period: undefined, docNumber: undefined, copySerial: undefined, cabinetKind: undefined, source: 'produced' }));
      desk.must('classification.propose', { carrier: CARRIER, level: 'secret', period: { years: 10 }, accessScope: ['南宫砚'], kind: 'original', clause: '第三条', basis: '调度数据', proposer: '南宫砚' });
      desk.must('classification.decide', { classification: 1, verdict: 'refused', decider: '闻人录', reason: '不在事项范围内' });
      expect(booksOf(desk).row('carriers')).toMatchObject({ level: null, provisional: 0, regime: 'ordinary', secrecyPeriod: null });
      expect(kinds(desk, 1)).toEqual(['entered', 'level_proposed', 'level_refused']);
    });
  });

  it('is not taken twice, when it stands', () => {
    withBooks('secret', (desk) => {
      shelve()(desk);
      const again = desk.do('classification.propose', { carrier: CARRIER, level: 'secret', period: { years: 10 }, kind: 'provisional', proposer: '南宫砚' });
      expect(again.ok ? null : again.refusal.messageZh).toBe('不得办理。ZT-2026-00001 已有密级（规则“办理顺序”）。');
    });
  });
});

describe('the list of 定密责任人', () => {
  it('takes names with level and field and nothing else, when the unit changes it', () => {
    withBooks('secret', (desk) => {
      const tried = (value: unknown): boolean => desk.do('policy.change', { key: 'classification.officers', value, reason: '指定', headAgreement: '青研函〔2026〕3号' }, secadmin).ok;
      expect(tried(['闻人录'])).toBe(false);
      expect(tried(['闻人录 最高'])).toBe(false);
      expect(tried(['闻人录 机密 规划业务', '令狐策 秘密'])).toBe(true);
    });
  });
});

describe('a review', () => {
  it('dates every item of the list, when the year’s levels are looked at', () => {
    withBooks('secret', (desk) => {
      shelve()(desk);
      shelve({ copySerial: '000004' })(desk);
      desk.must('classification.review', { carriers: [CARRIER, 'ZT-2026-00002'], decider: '闻人录', deciderOffice: '主要负责人', listNumber: '青研密〔2026〕30号', listFiledOn: '2026-11-19' });
      expect(booksOf(desk).rows('carriers').map((c) => c['reviewedOn'])).toEqual(['2026-11-20', '2026-11-20']);
      expect(booksOf(desk).row('classifications')).toMatchObject({ kind: 'review', count: 2, reviewResult: 'keep', listFiledOn: '2026-11-19' });
    });
  });
});
