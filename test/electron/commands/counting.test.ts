import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { carrierOfCode, tidyCode } from '#electron/commands/scanned.ts';
import { one } from '#electron/vault/read.ts';
import { labelDigits } from '#shared/printing.ts';
import { approver, clerk, openDesk, paper } from '#test/helpers/desk.ts';
import type { Desk } from '#test/helpers/desk.ts';
import { CARRIER, ready, staff, withBooks } from '#test/helpers/rulesCases.ts';

const begin = { kind: 'full', counter: '欧阳笺', checker: '闻人录' };

describe('a scanned code', () => {
  it.each([
    ['the number', 'ZT-2026-00001'], ['small letters', 'zt-2026-00001'], ['full-width letters and digits', 'ＺＴ－２０２６－００００１'], ['the dash of a Chinese input method', 'ZT—2026—00001'], ['spaces around it', ' ZT-2026-00001 '],
    ['the twelve digits of the label', labelDigits(1, 2026, 1)], ['the digits in full width', [...labelDigits(1, 2026, 1)].map((d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)).join('')], ['the old number', '保-2019-7'], ['the old number in full width', '保－２０１９－７'],
  ])('is the carrier when it is %s', (_what, code) => {
    withBooks('secret', (desk) => {
      staff()(desk);
      desk.must('carrier.enter', paper('甲', { oldNumber: '保-2019-7' }));
      expect(carrierOfCode(desk.db, code)).toMatchObject({ number: CARRIER });
    });
  });

  it('is nothing when the books do not know it, or it is a label with a wrong check digit, or of another book', () => {
    withBooks('secret', (desk) => {
      ready(desk);
      const digits = labelDigits(1, 2026, 1);
      expect(carrierOfCode(desk.db, 'ZT-2026-00099')).toBeNull();
      expect(carrierOfCode(desk.db, `${digits.slice(0, 11)}${(Number(digits[11]) + 1) % 10}`)).toBeNull();
      expect(carrierOfCode(desk.db, labelDigits(2, 2026, 1))).toBeNull();
    });
  });

  it('is refused when two carriers bear the old number', () => {
    withBooks('secret', (desk) => {
      for (const copySerial of ['1', '2']) desk.must('carrier.enter', paper('甲', { oldNumber: '旧1', copySerial }));
      expect(carrierOfCode(desk.db, '旧1')).toMatchObject({ kind: 'missing' });
    });
  });

  it('is written as the books write it', () => {
    expect(tidyCode('ｚｔ—２０２６－　１')).toBe('ZT-2026-1');
  });
});

describe('what was seen in another place and then handled', () => {
  const seen = { stocktake: 1, scanned: CARRIER, place: '2号柜' };
  const closed = { stocktake: 1, action: '放回原处', warnReason: '各柜已查' };
  const placeOf = (desk: Desk): unknown => one(desk.db, 'SELECT place FROM carriers WHERE number = ?', CARRIER)?.['place'];

  it('stays where it was put last when the count is closed', () => {
    withBooks('secret', (desk) => {
      ready(desk);
      desk.must('stocktake.open', begin);
      desk.must('stocktake.count', seen);
      desk.must('carrier.place', { carrier: CARRIER, place: '5号柜' });
      desk.must('stocktake.close', closed, clerk, approver);
      expect(placeOf(desk)).toBe('5号柜');
    });
  });

  it('is followed to where it was seen when nothing was done with it, or it was seen again', () => {
    withBooks('secret', (desk) => {
      ready(desk);
      desk.must('stocktake.open', begin);
      desk.must('carrier.place', { carrier: CARRIER, place: '5号柜' });
      desk.must('stocktake.count', seen);
      desk.must('stocktake.close', closed, clerk, approver);
      expect(placeOf(desk)).toBe('2号柜');
    });
  });
});

describe('a stocktake of 20,000 carriers', () => {
  it('opens and closes in seconds, without an event per carrier at the opening, and refuses one more', { timeout: 180_000 }, () => {
    const desk = openDesk();
    desk.must('carrier.enter', paper('甲'));
    const columns = 'title, carrierKind, regime, level, custodian, home, place, state, revision, corrections';
    // Rows as an old ledger brings them; only their number matters here.
    desk.db.exec(`WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
      INSERT INTO carriers (id, number, ${columns}) SELECT i, printf('ZT-2025-%05d', i), '第' || i || '件', 'paper', 'state_secret', 'secret', '欧阳笺', '3号柜', '3号柜', 'in_custody', 1, 0 FROM n`);
    const timed = (act: () => unknown): number => { const from = performance.now(); act(); return performance.now() - from; };
    const events = (): unknown => one(desk.db, 'SELECT count(*) AS n FROM event')?.['n'];
    const before = Number(events());
    const opening = timed(() => desk.must('stocktake.open', begin));
    expect(Number(events()) - before).toBe(1);
    const single = timed(() => desk.must('stocktake.count', { stocktake: 1, scanned: 'ZT-2026-00001' }));
    desk.must('stocktake.count', { stocktake: 1, carriers: Array.from({ length: 19_998 }, (_, i) => i + 2) });
    const closing = timed(() => desk.must('stocktake.close', { stocktake: 1, warnReason: '各柜已查' }, clerk, approver));
    expect(one(desk.db, 'SELECT found, missing FROM stocktakes')).toEqual({ found: 19_999, missing: 1 });
    expect(opening).toBeLessThan(5_000);
    expect(single).toBeLessThan(500);
    expect(closing).toBeLessThan(10_000);
    desk.must('carrier.enter', paper('乙', { copySerial: '000004' }));
    desk.must('carrier.find', { carrier: 'ZT-2025-20000', foundWhere: '柜顶' });
    const more = desk.do('stocktake.open', begin);
    expect(more.ok ? '' : more.refusal.messageZh).toContain('分几次清点');
    desk.close();
  });
});
