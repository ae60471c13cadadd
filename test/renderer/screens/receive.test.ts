import { describe, expect, it } from 'vitest';
import { commands } from '#shared/contract/commands.ts';
import { levelRefusal, namesIn, readPeriod, tidyDocNumber } from '../../../renderer/screens/parts/typed.ts';
import { completeDocNumber, copiesOf, emptyEntry, nextEntry, nextSerial, sameAgain, serialsOf, tidySerial, toReceive } from '../../../renderer/screens/receive/entry.ts';

const before = { ...emptyEntry, receivedOn: '2026-11-20', issuer: '示例省青岭厅', level: 'secret', period: '10', docNumber: '示厅函〔2026〕31号', copySerial: '000012', title: '示范园区二期选址征求意见函', pages: '6', accessScope: '慕容档、上官册' };

describe('收文 as it is typed', () => {
  it('keeps a party document without level as 参照密件, and never marks a classified one so', () => {
    expect(toReceive({ ...before, level: '', asClassified: '1' }, '2026-11-20')['asClassified']).toBe(true);
    expect('asClassified' in toReceive({ ...before, asClassified: '1' }, '2026-11-20')).toBe(false);
    expect('asClassified' in toReceive({ ...before, level: '' }, '2026-11-20')).toBe(false);
  });

  it('keeps the prefix of the entry before, when only the number is typed', () => {
    expect(completeDocNumber('33', before.docNumber)).toBe('示厅函〔2026〕33号');
    expect(completeDocNumber('３３', before.docNumber)).toBe('示厅函〔2026〕33号');
    expect(completeDocNumber('青研发[2026]5号', before.docNumber)).toBe('青研发〔2026〕5号');
    expect(completeDocNumber('33', '')).toBe('33');
    expect(completeDocNumber('', before.docNumber)).toBe('');
  });

  it('writes the year in tortoise brackets, whatever brackets were typed', () => {
    for (const typed of ['国办发[2026]7号', '国办发（2026）7号', '国办发【２０２６】7号', '国办发(2026)7号']) expect(tidyDocNumber(typed)).toBe('国办发〔2026〕7号');
  });

  it('fills copy numbers to six places and counts on, when there are several copies', () => {
    expect(tidySerial('12')).toBe('000012');
    expect(serialsOf({ ...before, copySerial: '12', copies: '3' })).toEqual(['000012', '000013', '000014']);
    expect(serialsOf({ ...before, copySerial: '12-14' })).toEqual(['000012', '000013', '000014']);
    expect(copiesOf({ ...before, copySerial: '12－14', copies: '1' })).toBe(3);
    expect(serialsOf({ ...before, copySerial: '' })).toEqual([]);
    expect(nextSerial('甲009')).toBe('甲010');
  });

  it('understands a period, when it is typed as years, months, a day, long term or a condition', () => {
    expect(readPeriod('10')).toEqual({ years: 10 });
    expect(readPeriod('１０年')).toEqual({ years: 10 });
    expect(readPeriod('6个月')).toEqual({ months: 6 });
    expect(readPeriod('20360910')).toEqual({ until: '2036-09-10' });
    expect(readPeriod('长期')).toEqual({ longTerm: true });
    expect(readPeriod('')).toEqual({ unmarked: true });
    expect(readPeriod('项目公布之日')).toEqual({ condition: '项目公布之日' });
  });

  it('refuses a level above the terminal at the field, and no other', () => {
    expect(levelRefusal('top_secret', 'secret')).toContain('本终端为机密级，不能登记绝密载体');
    expect(levelRefusal('secret', 'secret')).toBeNull();
    expect(levelRefusal('', 'secret')).toBeNull();
  });

  it('gives an input the contract accepts, when a whole document was typed', () => {
    const input = toReceive({ ...before, copies: '2', returnBy: '2027-03-31', channel: 'confidential_transport', custodian: '欧阳笺', place: '3 号柜 1 格' }, '2026-11-20');
    const parsed = commands['carrier.receive'].input.parse(input);
    expect(parsed).toMatchObject({ copySerials: ['000012', '000013'], accessScope: ['慕容档', '上官册'], period: { years: 10 }, pages: 6 });
    expect(input).not.toHaveProperty('happenedAt');
  });

  it('says when it happened and why it is late, when the day is before today', () => {
    const input = toReceive({ ...before, receivedOn: '2026-11-18', lateReason: '外出开会' }, '2026-11-20');
    expect(commands['carrier.receive'].input.parse(input)).toMatchObject({ happenedAt: '2026-11-18T12:00', lateReason: '外出开会' });
  });

  it('keeps only the sticky fields, when the entry was posted', () => {
    const next = nextEntry(before, new Set(['issuer', 'level']));
    expect(next.issuer).toBe(before.issuer);
    expect(next.level).toBe('secret');
    expect([next.docNumber, next.title, next.receivedOn, next.copies]).toEqual(['', '', '', '1']);
  });

  it('takes the whole entry before with the next copy number, when the same document comes again', () => {
    expect(sameAgain(before)).toMatchObject({ title: before.title, docNumber: before.docNumber, copySerial: '000013', copies: '1' });
  });

  it('reads names between any of the usual separators', () => {
    expect(namesIn('慕容档、上官册，百里章  慕容档')).toEqual(['慕容档', '上官册', '百里章']);
  });
});
