/** What is wrong with a password apart from its length, as short Chinese phrases (P182). Never echoes the password. */
export function passwordFindings(password: string, account: string): string[] {
  const found: string[] = [];
  const classes: readonly (readonly [RegExp, string])[] = [[/\p{Lu}/u, '缺大写字母'], [/\p{Ll}/u, '缺小写字母'], [/\p{N}/u, '缺数字'], [/[^\p{L}\p{N}\s]/u, '缺符号']];
  for (const [pattern, zh] of classes) if (!pattern.test(password)) found.push(zh);
  // A name inside is tolerable only when enough stands around it that the name alone does not give it away.
  const rest = password.toLowerCase().replaceAll(account.toLowerCase(), '');
  if (account.length > 0 && rest.length < Math.min(6, password.length)) found.push('除账户名外所剩太少');
  return found;
}
