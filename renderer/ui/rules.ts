// How a rule is called on screen. Most have the number of the matrix that people learn (P314); a few are named by a code only the
// program needs (STATE), and are called by their title.

const numbered = (rule: string): boolean => /^[A-Z]{1,2}\d+$/.test(rule);

/** 规则 P314, or 规则“办理顺序” where there is no number. */
export const ruleZh = (rule: string, titleZh: string | undefined): string => (numbered(rule) || titleZh === undefined ? `规则 ${rule}` : `规则“${titleZh}”`);

/** Several rules in a row: 规则 P314、办理顺序. `before` stands once in front. */
export const rulesZh = (rules: readonly string[], titles: ReadonlyMap<string, string>, before = '规则 '): string => (rules.length === 0 ? '' : `${before}${rules.map((r) => (numbered(r) ? r : (titles.get(r) ?? r))).join('、')}`);

/** `P045 扩大范围须批准；COPY-REASON 写明事由` without the codes that are no numbers. */
export const plainRules = (text: string): string => text.split('；').map((part) => part.replace(/^[A-Z]+(?:-[A-Z]+)*\s+(?=\p{Script=Han})/u, '')).join('；');
