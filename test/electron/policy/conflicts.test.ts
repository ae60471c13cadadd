import { describe, expect, it } from 'vitest';
import { parameterOf, parameterProblems } from '#electron/policy/parameters.ts';
import type { Parameter } from '#electron/policy/parameters.ts';
import { secadmin } from '#test/helpers/desk.ts';
import { set, withBooks } from '#test/helpers/rulesCases.ts';
import { conflicts } from '#test/helpers/conflictsTable.ts';

/** Table A of the policy defaults: each item with its keys that carriers, their people and their machines meet. */
const tableA: Readonly<Record<string, readonly string[]>> = {
  C01: ['coolingOff.months.core', 'coolingOff.months.important', 'coolingOff.months.general'],
  C03: ['copy.topSecret', 'extract.approver.topSecret'],
  C04: ['copy.approver.secret', 'copy.approver.confidential', 'copy.originatorConsent.secret', 'copy.originatorConsent.confidential'],
  C05: ['reading.recordFrom', 'reading.signatureFrom'],
  C06: ['circulation.sameDay.topSecret', 'circulation.sameDay.secret', 'circulation.sameDay.confidential', 'circulation.maxDays', 'loan.days'],
  C07: ['carryOut.approver.topSecret', 'carryOut.escorts.topSecret'],
  C08: ['destruction.supervisors', 'destruction.approver.topSecret', 'destruction.approver.secret', 'destruction.approver.confidential', 'destruction.places', 'destruction.ownMaxItems'],
  C09: ['storage.cabinetFor.topSecret', 'storage.cabinetFor.secret', 'storage.cabinetFor.confidential', 'storage.ownCabinetTopSecret'],
  C10: ['production.wasteMode', 'production.wasteWithinDays'],
  C14: ['person.tierScheme', 'person.tiersInUse'],
  C17: ['screening.everyMonths.core', 'screening.everyMonths.important', 'screening.everyMonths.general'],
  C18: ['computer.network'],
  C19: ['cipher.copy', 'cipher.extract', 'cipher.keepers'],
  C20: ['item.regime'],
  C21: ['archive.loanOut'],
  C24: ['selfCheck.everyMonths', 'assessment.personEveryMonths', 'assessment.headEveryMonths', 'assessment.jointEveryMonths', 'inspection.computerEveryMonths'],
  C26: ['separation.mode', 'separation.outsideCountMonths'],
  C27: ['legalBasis.set'],
  C29: ['incident.recipients', 'incident.reportWithinHours', 'incident.internalWithinHours', 'incident.anomalyRecipient'],
};
/** The other items of Table A touch no carrier: the group to which each belongs. */
const elsewhere: Readonly<Record<string, string>> = {
  C02: '2.16 leaving', C11: '2.14 training', C12: '2.14 undertakings', C13: '2.14 undertakings', C15: '2.14 employment', C16: '2.14 who classifies a person', C22: '2.16 consultation', C23: '2.14 posting of lists', C25: '2.18, 2.20 phones', C28: '2.13 repair',
};

const parameter = (key: string): Parameter => {
  const found = parameterOf(key);
  if (found === undefined) throw new Error(`no parameter ${key}`);
  return found;
};
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

describe('the conflicts between the sources', () => {
  it('are all 29 either here or in a group that touches no carrier', () => {
    expect([...Object.keys(tableA), ...Object.keys(elsewhere)].toSorted()).toEqual(Array.from({ length: 29 }, (_, i) => `C${String(i + 1).padStart(2, '0')}`));
  });

  it('have each of their parameters in the table', () => {
    const shown = new Map(Object.keys(tableA).map((item) => [item, conflicts.filter((c) => c.item === item).map((c) => c.key)]));
    for (const [item, keys] of Object.entries(tableA)) expect({ item, missing: keys.filter((key) => shown.get(item)?.includes(key) !== true) }).toEqual({ item, missing: [] });
    expect(conflicts.filter((c) => tableA[c.item] === undefined).map((c) => c.key)).toEqual([]);
  });

  it.each(conflicts.map((c) => [`${c.item} ${c.key}`, c] as const))('%s is shown with its default, all its values and both its bounds', (_name, c) => {
    const p = parameter(c.key);
    const shown = c.shows.map(([value]) => value);
    expect(shown.some((v) => same(v, p.default)), 'default').toBe(true);
    if (p.who !== 'F' && p.allowed !== undefined && !Array.isArray(p.default)) expect(p.allowed.filter((v) => !shown.includes(v)), 'values').toEqual([]);
    for (const bound of [p.min, p.max]) if (bound !== undefined && p.who !== 'F') expect(shown, 'bounds').toContain(bound);
    // No two values answer alike: a value that changes nothing is no choice.
    const answers = c.shows.map(([, answer]) => JSON.stringify(answer));
    expect(new Set(answers).size).toBe(answers.length);
    if (c.shows.length === 1) expect(p.who === 'F' || p.allowed?.length === 1).toBe(true);
  });

  describe.each(conflicts.map((c) => [`${c.item} ${c.key}`, c] as const))('%s', (_name, c) => {
    it.each(c.shows.map(([value, answer]) => [JSON.stringify(value), value, answer] as const))('decides as %s says', (_value, value, answer) => {
      withBooks(c.level ?? 'secret', (desk) => {
        c.arrange?.(desk);
        if (!same(value, parameter(c.key).default)) set(c.key, value)(desk);
        expect(c.look(desk)).toEqual(answer);
      });
    });
  });

  it.each(conflicts.map((c) => [`${c.item} ${c.key}`, c] as const))('%s takes nothing beyond the law, whoever agrees', (_name, c) => {
    const p = parameter(c.key);
    const beyond: unknown[] = [...(p.min === undefined ? [] : [p.min - 1]), ...(p.max === undefined ? [] : [p.max + 1]), ...(typeof p.default === 'string' ? ['whatever'] : []), ...(p.floor === undefined ? [] : [p.floor.slice(1)]), ...(Array.isArray(p.default) ? [[]] : []), ...(p.who === 'F' ? [p.default] : [])];
    expect(beyond.length).toBeGreaterThan(0);
    for (const value of beyond) {
      expect({ value, problems: parameterProblems(p, value, true).length > 0 }).toEqual({ value, problems: true });
      withBooks('secret', (desk) => {
        expect(desk.do('policy.change', { key: c.key, value, reason: '放宽', headAgreement: '青研函〔2026〕3号' }, secadmin).ok).toBe(false);
      });
    }
  });
});
