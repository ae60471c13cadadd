import { describe, expect, it } from 'vitest';
import { commandNames, commands } from '#shared/contract/commands.ts';
import { roles } from '#shared/roles.ts';
import type { Actor, Role } from '#shared/roles.ts';
import { furnish, sampleInputs } from '#test/helpers/arbitrariesActs.ts';
import { breaches, contentOf } from '#test/helpers/arbitrariesBooks.ts';
import { auditor } from '#test/helpers/desk.ts';
import { withBooks } from '#test/helpers/rulesCases.ts';

/** Somebody who holds the role and appears nowhere else in the books. */
const holder = (role: Role): Actor => ({ account: `role-${role}`, name: `某${role}`, roles: [role] });

describe('roles and commands', () => {
  it.each(commandNames.map((n) => [n]))('%s is open to the roles of the contract and to no other', (name) => {
    withBooks('secret', (desk) => {
      furnish(desk);
      const allowed = roles.filter((role) => !desk.judge(name, sampleInputs[name], holder(role)).reasons.some((r) => r.rule === 'P414'));
      expect(allowed).toEqual(roles.filter((role) => (commands[name].roles as readonly Role[]).includes(role)));
      expect(desk.judge(name, sampleInputs[name], { account: 'nobody', name: '无名', roles: [] }).outcome).toBe('deny');
    });
  });

  it.each(commandNames.map((n) => [n]))('%s changes nothing when a role that may not tries it', (name) => {
    withBooks('secret', (desk) => {
      furnish(desk);
      const before = contentOf(desk);
      for (const role of roles) {
        if ((commands[name].roles as readonly Role[]).includes(role)) continue;
        const result = desk.do(name, sampleInputs[name], holder(role), auditor);
        expect(result.ok ? 'done' : result.refusal.kind).toBe('policy');
      }
      expect(contentOf(desk)).toBe(before);
      expect(breaches(desk)).toEqual([]);
    });
  });
});
