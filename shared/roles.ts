/** The five roles of the terminal. What each may never do stands in the rule book (P411, P414). */
export const roles = ['clerk', 'approver', 'system_administrator', 'security_administrator', 'auditor'] as const;
export type Role = (typeof roles)[number];

export const roleZh: Readonly<Record<Role, string>> = {
  clerk: '保密员',
  approver: '审批领导',
  system_administrator: '系统管理员',
  security_administrator: '安全保密管理员',
  auditor: '安全审计员',
};

const administrators: readonly Role[] = ['system_administrator', 'security_administrator', 'auditor'];

/**
 * Combinations nobody may hold (P411, K40; REG24 第三十四条): two administrator roles, an administrator role with the
 * registers, and keeping registers with approving.
 * In: the roles of one account. Out: a Chinese sentence for each forbidden pair, empty when the set is lawful.
 */
export function roleConflicts(held: readonly Role[]): string[] {
  const found: string[] = [];
  const admin = held.filter((r) => administrators.includes(r));
  if (admin.length > 1) found.push(`${admin.map((r) => roleZh[r]).join('、')}不得由一人兼任`);
  const other = held.filter((r) => !administrators.includes(r));
  if (admin.length > 0 && other.length > 0) found.push(`${[...admin, ...other].map((r) => roleZh[r]).join('、')}不得由一人兼任`);
  if (other.length > 1) found.push('保密员与审批领导不得由一人兼任');
  return found;
}

/** Who is signed in, as the policy core sees it. `account` is the sign-in id, `name` what is printed. */
export type Actor = Readonly<{ account: string; name: string; roles: readonly Role[] }>;
