import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordById } from '#electron/vault/read.ts';
import type { RegisterKey } from '#shared/registers/index.ts';
import type { Actor } from '#shared/roles.ts';
import { breaches } from '#test/helpers/arbitrariesBooks.ts';
import { approved, clerk, openDesk, paper, reader, secadmin } from '#test/helpers/desk.ts';
import type { Desk } from '#test/helpers/desk.ts';
import { ask, told } from '../queries/support.ts';

const CARRIER = 'ZT-2026-00001';
let desk: Desk;
beforeEach(() => {
  desk = openDesk();
  desk.must('person.register', reader('南宫砚'));
  desk.must('carrier.enter', paper('示范园区方案'));
});
afterEach(() => {
  expect(breaches(desk)).toEqual([]);
  desk.close();
});

type Line = { rule: string; dueOn: string };
const mine = ['P150', 'P151', 'P153', 'P153-I', 'P161', 'L047'];
const dueOf = (within = 0, actor: Actor = clerk): string[] => told<Line[]>(desk, 'due', { within }, actor).filter((d) => mine.includes(d.rule)).map((d) => `${d.rule} ${d.dueOn}`);
const lifeOf = (register: RegisterKey, record: number): string[] => told<{ sentenceZh: string }[]>(desk, 'record.life', { register, record }).map((e) => e.sentenceZh).reverse();
const lost = { carrier: CARRIER, discoveredBy: '欧阳笺', account: '清点时未见' };
const report = { incident: 1, reportedTo: ['主管领导', '保密工作机构', '同级保密行政管理部门', '上级主管部门'], remedy: '封存柜具', course: '20日晨在3号柜前', responsible: ['尚未查明'], harm: '可能外泄', inquiry: '已逐柜查找' };

describe('a missing paper', () => {
  it('runs its clocks from discovery: inside at once, in writing within a day, sixty days of search, then a leak with three months for its result', () => {
    desk.must('carrier.reportMissing', { ...lost, warnReason: '领导在途' });
    expect(dueOf()).toEqual(expect.arrayContaining(['P153-I 2026-11-20', 'P153 2026-11-21', 'P151 2027-01-19']));
    desk.must('incident.internal', { incident: 1, to: '主管领导' });
    expect(dueOf()).not.toContain('P153-I 2026-11-20');
    desk.must('incident.report', { incident: 1, reportedTo: report.reportedTo, remedy: '封存柜具', byWord: true });
    expect(dueOf()).toContain('P153 2026-11-21');
    desk.must('incident.report', report);
    expect(dueOf()).toEqual(['P151 2027-01-19']);
    desk.at('2027-01-20T09:00:00');
    expect(told<{ rule: string; detailZh: string }[]>(desk, 'due', { within: 0 }).find((d) => d.rule === 'P151')?.detailZh).toContain('请办理“转泄密处理”');
    desk.must('incident.escalate', { incident: 1, reason: '六十日没有找到' });
    expect(recordById(desk.db, 'incidents', 1)).toMatchObject({ state: 'leak', resultDueOn: '2027-02-20' });
    expect(dueOf(40)).toEqual(['L047 2027-02-20']);
    desk.must('incident.result', { incident: 1, progress: true, reason: '鉴定未出' });
    expect(dueOf(100)).toEqual(['L047 2027-04-20']);
    desk.must('incident.sanction', { incident: 1, responsible: ['某某'], supervisor: '某处长', sanctions: [{ name: '某某', measure: 'warning', by: '党组会' }] });
    desk.must('incident.result', { incident: 1 });
    expect(dueOf(100)).toEqual([]);
    desk.must('incident.close', { incident: 1, cause: '误放', corrected: '增设登记', educated: '全员培训' });
    const life = lifeOf('incidents', 1).join('\n');
    for (const part of ['立案（下落不明）', '登记单位内部报告，报告主管领导', '先行口头报告', '转泄密处理，六十日没有找到；查处结果应于 2027-02-20 前报告', '处理责任人：某某：警告（2027-01-20，党组会决定）；负领导责任人某处长', '报告进展，没有查结：鉴定未出', '报告查处结果', '登记结案']) expect(life).toContain(part);
  });

  it('goes on owing a result when the thing was found after it was handled as a leak', () => {
    desk.must('carrier.reportMissing', { ...lost, reportedTo: '主管领导' });
    desk.must('incident.escalate', { incident: 1, reason: '有泄密迹象' });
    desk.must('carrier.find', { carrier: CARRIER, foundWhere: '复印机旁' });
    expect(dueOf(100)).toEqual(['L047 2027-02-20']);
  });

  it('names everybody who had it or read it', () => {
    const lend = { carrier: CARRIER, borrower: '南宫砚', reason: '编制方案' };
    desk.must('carrier.lend', { ...lend, approval: approved(desk, 'carrier.lend', lend) });
    desk.at('2026-11-21T09:00:00');
    desk.must('carrier.giveBack', { carrier: CARRIER, pagesChecked: true, intact: true, remark: '超期归还', warnReason: '出差' });
    desk.must('knowledge.record', { carrier: CARRIER, readers: ['南宫砚'], how: 'meeting', place: '会议室' });
    desk.must('carrier.reportMissing', { ...lost, reportedTo: '主管领导' });
    expect(recordById(desk.db, 'incidents', 1)?.chain).toBe('责任人 欧阳笺，原存 3号柜1格，最后持有人 欧阳笺。2026-11-20 借给南宫砚，2026-11-21 归还；2026-11-20 南宫砚知悉；2026-11-21 南宫砚知悉。');
  });
});

describe('an anomaly of a person', () => {
  it('is reported to the bureau above and to nobody by the clock of a leak', () => {
    desk.must('incident.open', { kind: 'anomaly', persons: ['南宫砚'], discoveredBy: '欧阳笺', account: '三日未到岗', reportedTo: '主管领导' });
    expect(dueOf()).toEqual(['P161 2026-11-21']);
    desk.must('incident.report', { incident: 1, reportedTo: ['省级保密行政管理部门'], remedy: '暂停接触' });
    expect(dueOf()).toEqual([]);
  });
});

describe('what somebody saw', () => {
  it('is read by the security administrator and by nobody else', () => {
    desk.must('tipOff.record', { about: '某处人员', account: '把文件放在桌上离开', stopped: true });
    for (const actor of [clerk, { account: 'leader', name: '闻人录', roles: ['approver'] } as Actor, { account: 'auditor', name: '端木核', roles: ['auditor'] } as Actor]) {
      expect(ask(desk, 'record.list', { register: 'tipOffs' }, actor).ok).toBe(false);
      expect(ask(desk, 'record.get', { register: 'tipOffs', record: 1 }, actor).ok).toBe(false);
    }
    expect(JSON.stringify(told(desk, 'search', { text: '某处人员' }))).not.toContain('某处人员');
    desk.must('tipOff.handle', { tipOff: 1, handled: '已核实，批评教育' }, secadmin);
    expect(told<{ entries: unknown[] }>(desk, 'record.list', { register: 'tipOffs' }, secadmin).entries).toHaveLength(1);
    expect(desk.do('record.correct', { register: 'tipOffs', record: 1, revision: 2, set: { about: '无' }, reason: '改' }).ok).toBe(false);
  });
});
