/** Level of the terminal: 秘密级, 机密级, 绝密级. */
export type TerminalLevel = 'confidential' | 'secret' | 'top_secret';

/** What the unit's settings may tighten (account.password.*). */
export type PasswordRules = Readonly<{ minLength?: number; classes?: number; account?: string }>;

const minLengths: Readonly<Record<TerminalLevel, number>> = { confidential: 10, secret: 10, top_secret: 12 };
const levelNames: Readonly<Record<TerminalLevel, string>> = { confidential: '秘密级', secret: '机密级', top_secret: '绝密级' };
const classes: readonly RegExp[] = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}\s]/u];

/** Longest password in characters; scrypt would take more, people do not. */
const maxLength = 128;

/**
 * In: a password, the terminal level, settings. Out: what is wrong with it, one Chinese sentence each; empty means good.
 * Pure. Minimum length 10 / 10 / 12 by level (P181), four character classes (P182), more than the account name.
 * Sentences never repeat the password.
 */
export function passwordProblems(password: string, level: TerminalLevel, rules: PasswordRules = {}): string[] {
  const text = password.normalize('NFC');
  const minLength = rules.minLength ?? minLengths[level];
  const wanted = rules.classes ?? 4;
  const length = Array.from(text).length;
  const problems: string[] = [];
  if (length < minLength) problems.push(`口令只有 ${length} 个字符。${levelNames[level]}终端的口令不得少于 ${minLength} 个字符（规则 P181）。请加长后再试。`);
  if (length > maxLength) problems.push(`口令有 ${length} 个字符。最长 ${maxLength} 个字符。请缩短后再试。`);
  const present = classes.filter((kind) => kind.test(text)).length;
  if (present < wanted) problems.push(`口令只含 ${present} 类字符。须含大写字母、小写字母、数字和符号中的 ${wanted} 类（规则 P182）。请补上缺少的字符。`);
  if (/\p{Cc}/u.test(text) || text !== text.trim()) problems.push('口令首尾有空白或含有控制字符，容易看漏。请去掉后再试。');
  const account = rules.account?.normalize('NFC').toLowerCase() ?? '';
  // A name inside is tolerable only when enough stands around it that the name alone does not give the password away.
  if (account !== '' && text.toLowerCase().includes(account) && Array.from(text.toLowerCase().replaceAll(account, '')).length < 6) problems.push('口令除账号名外所剩太少，容易被猜到。请换一个口令。');
  return problems;
}
