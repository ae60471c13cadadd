import type { Role } from '#shared/roles.ts';
import { registerKeys, registerOf } from '#shared/registers/index.ts';
import type { RegisterKey } from '#shared/registers/index.ts';
import { places } from './places.ts';

export type RailItem = Readonly<{ key: string; zh: string; to: string; /** Ctrl+n. */ digit?: number; /** Which number of today's answer it carries. */ badge?: 'due' | 'approvals' | 'violations' }>;

/** The verbs of each role, in a fixed order that hands can learn (ui 2). Numbers of verbs that are not there stay free. */
const verbs: Readonly<Record<Role, readonly RailItem[]>> = {
  clerk: [
    { key: 'today', zh: '今日', to: places.today, digit: 1, badge: 'due' },
    { key: 'receive', zh: '收文', to: places.receive, digit: 2 },
    { key: 'desk', zh: '借还', to: places.desk, digit: 3 },
    { key: 'copy', zh: '复制摘抄', to: places.copy, digit: 4 },
    { key: 'usage', zh: '机时登记', to: places.usage, digit: 5 },
    { key: 'missing', zh: '报失查找', to: places.missing, digit: 6 },
    { key: 'destruction', zh: '销毁清退', to: places.destruction(), digit: 7 },
    { key: 'approvals', zh: '审批', to: places.approvals, digit: 8, badge: 'approvals' },
    { key: 'circulation', zh: '传阅', to: places.circulation() },
    { key: 'archive', zh: '档案', to: places.archive },
    { key: 'trips', zh: '携带外出', to: places.trips },
    { key: 'printRoom', zh: '印制', to: places.printRoom() },
    { key: 'dispatch', zh: '发文投送', to: places.dispatch },
    { key: 'levels', zh: '定密', to: places.levels() },
    { key: 'stocktake', zh: '清点', to: places.stocktake() },
    { key: 'recall', zh: '清退收缴', to: places.recall() },
    { key: 'checks', zh: '检查', to: places.checks() },
    { key: 'cabinets', zh: '保密柜', to: places.cabinets },
    { key: 'telegrams', zh: '密码电报', to: places.telegrams() },
    { key: 'handover', zh: '移交', to: places.handover() },
    { key: 'tipOff', zh: '举报', to: places.tipOff },
    { key: 'check', zh: '全面核查', to: places.check },
  ],
  approver: [
    { key: 'today', zh: '今日', to: places.today, digit: 1, badge: 'due' },
    { key: 'approvals', zh: '审批', to: places.approvals, digit: 2, badge: 'approvals' },
    { key: 'decided', zh: '已批', to: places.register('approvals', 'all'), digit: 3 },
    { key: 'check', zh: '全面核查', to: places.check },
    { key: 'tipOff', zh: '举报', to: places.tipOff },
  ],
  system_administrator: [
    { key: 'today', zh: '今日', to: places.today, digit: 1, badge: 'due' },
    { key: 'accounts', zh: '账户', to: places.accounts, digit: 2 },
    { key: 'backups', zh: '备份与恢复', to: places.backups, digit: 3 },
    { key: 'verify', zh: '核验', to: places.verify, digit: 4 },
    { key: 'terminal', zh: '本机', to: places.terminal, digit: 5 },
    { key: 'tipOff', zh: '举报', to: places.tipOff },
  ],
  security_administrator: [
    { key: 'today', zh: '今日', to: places.today, digit: 1, badge: 'due' },
    { key: 'policy', zh: '制度参数', to: places.policy, digit: 2 },
    { key: 'accounts', zh: '权限', to: places.accounts, digit: 3 },
    { key: 'audit', zh: '审计记录', to: places.audit, digit: 4 },
    { key: 'verify', zh: '核验', to: places.verify, digit: 5 },
    { key: 'backups', zh: '备份', to: places.backups, digit: 6 },
    { key: 'terminal', zh: '本机', to: places.terminal, digit: 7 },
    { key: 'tipOff', zh: '举报', to: places.tipOff },
  ],
  auditor: [
    { key: 'today', zh: '今日', to: places.today, digit: 1, badge: 'due' },
    { key: 'audit', zh: '审计记录', to: places.audit, digit: 2 },
    { key: 'verify', zh: '核验与纸质锚点', to: places.verify, digit: 3 },
    { key: 'violations', zh: '违规登记', to: places.register('violations', 'new'), digit: 4, badge: 'violations' },
    { key: 'accounts', zh: '账户', to: places.accounts, digit: 5 },
    { key: 'backups', zh: '备份记录', to: places.backups, digit: 6 },
    { key: 'terminal', zh: '本机', to: places.terminal, digit: 7 },
    { key: 'tipOff', zh: '举报', to: places.tipOff },
  ],
};

/** The verbs of everyone who holds these roles; the first role's order leads. */
export function railOf(roles: readonly Role[]): RailItem[] {
  const seen = new Set<string>();
  return roles.flatMap((role) => verbs[role]).filter((item) => !seen.has(item.key) && seen.add(item.key));
}

/** What people say who do not know what a screen is called here, by its name. Ctrl+K finds the screen by these words too. */
const spoken: Readonly<Record<string, readonly string[]>> = {
  收文: ['来文登记', '登记来文', '签收文件'], 借还: ['借阅', '借出', '归还', '还文件', '续借', '现场阅读', '移库', '领用保密本'], 复制摘抄: ['复印', '翻印', '汇编'], 机时登记: ['开机', '关机', '上机', '计算机使用登记'],
  报失查找: ['丢失', '遗失', '找不到', '泄密', '泄露'], 销毁清退: ['碎纸', '粉碎', '监销', '造册'], 审批: ['送审', '请示', '领导批示'], 传阅: ['呈批', '批办', '送阅', '退阅', '阅文'], 档案: ['归档', '查阅', '调卷'],
  携带外出: ['带出', '出差', '出境', '外带'], 印制: ['付印', '制发', '排版'], 发文投送: ['寄出', '发出', '机要', '邮寄', '回执'], 定密: ['变更密级', '解密', '延长保密期限', '降密'], 清点: ['盘点', '清查', '对账', '账物相符'], 清退收缴: ['收回', '退还', '年终清退'],
  检查: ['自查', '整改'], 保密柜: ['保险柜', '文件柜', '换密码', '柜子'], 移交: ['交接', '离岗', '调动', '退休', '辞职'], 全面核查: ['核对台账'], 登记载体: ['新载体', '登记光盘', '登记U盘'], 登记人员: ['涉密人员', '新人员', '上岗'], 登记计算机: ['涉密计算机', '新计算机'],
  违规登记: ['违规'], 导入: ['旧台账', 'Excel', '电子表格'], 备份: ['备份与恢复', '恢复', '还原'], 核验: ['验证', '审计链'], 改口令: ['密码', '修改密码'], 制度与规则: ['参数', '规定', '法规'],
};

/** The words under which a screen is looked for, its own name first. */
export const spokenOf = (zh: string): readonly string[] => [zh, ...(Object.hasOwn(spoken, zh) ? (spoken[zh] ?? []) : [])];

export type ShelfDef = Readonly<{ key: string; zh: string; books: readonly RegisterKey[] }>;

/** 台账架: which books stand together. */
export const shelves: readonly ShelfDef[] = [
  { key: 'carriers', zh: '载体', books: ['receipts', 'dispatches', 'carriers', 'classifications', 'circulations', 'circulationSteps', 'readings', 'loans', 'notebooks', 'archiveUses', 'copies', 'trips', 'productions', 'consignments', 'recalls', 'stocktakes', 'stocktakeLines', 'cabinets', 'destructions', 'handovers', 'telegrams'] },
  { key: 'machines', zh: '计算机与介质', books: ['computers', 'usageLogs', 'usageBooks'] },
  { key: 'people', zh: '人员', books: ['persons'] },
  { key: 'events', zh: '检查与事件', books: ['checks', 'incidents', 'violations', 'explanations', 'refusals', 'tipOffs'] },
  { key: 'papers', zh: '审批与打印', books: ['approvals', 'prints', 'imports'] },
  { key: 'terminal', zh: '本机台账', books: ['backups', 'parameters', 'settings', 'accounts'] },
];

/** The shelves with at least one book these roles may open. */
export function shelvesOf(roles: readonly Role[]): ShelfDef[] {
  const may = (key: RegisterKey): boolean => registerOf(key).readers.some((role) => roles.includes(role));
  return shelves.map((s) => ({ ...s, books: s.books.filter(may) })).filter((s) => s.books.length > 0);
}

export const shelfOf = (register: string): ShelfDef | undefined => shelves.find((s) => (s.books as readonly string[]).includes(register));

/** Books that stand on no shelf: a mistake a test finds. */
export const unshelved = (): RegisterKey[] => registerKeys.filter((key) => shelfOf(key) === undefined);
