import type { CommandName } from '#shared/contract/commands.ts';
import { sanctionsZh } from '#shared/contract/incidents.ts';
import { carrierKinds } from '#shared/registers/carriers.ts';
import { registers } from '#shared/registers/index.ts';
import type { ActField } from '../parts/fields.ts';

/** One thing that can be done here: its command, its words, its fields. */
export type EndingAct = Readonly<{ command: CommandName; zh: string; postZh: string; fields: readonly ActField[] }>;
export type HandoverKind = 'post' | 'holder' | 'unit' | 'retired';

const signature = { ink: '纸面签名', own_password: '本人口令确认' } as const;

/** Lines 名目 件数 as a person writes them; what cannot be read goes on as typed and is named by the refusal. */
const counted = (words: Readonly<Record<string, string>>) => (text: string): unknown => {
  const found: Record<string, number> = {};
  for (const line of text.split(/[\n；;、，,]/u).map((s) => s.trim()).filter((s) => s !== '')) {
    const parts = /^(.+?)[\s：:]*(\d+)\s*[件份个张把本台]?$/u.exec(line);
    const key = parts === null ? undefined : Object.keys(words).find((k) => words[k] === parts[1]?.trim());
    if (parts === null || key === undefined) return text;
    found[key] = Number(parts[2]);
  }
  return found;
};

const otherWords = { electronicFiles: '电子文件', devices: '设备', media: '存储介质', notebooks: '保密本', passes: '工作证件', keys: '钥匙', doorRights: '门禁权限' } as const;
const nothing = Object.values(otherWords).map((zh) => `${zh} 0`).join('\n');

const giver: ActField = { name: 'giver', labelZh: '移交人', kind: 'line', suggest: 'custodian', required: true };
const taker: ActField = { name: 'taker', labelZh: '接收人', kind: 'line', suggest: 'custodian', required: true };
const cause: ActField = { name: 'cause', labelZh: '事由', kind: 'line', required: true, span: 12, hintZh: '轮岗、调动、辞职、退休、机构合并等。' };

/** 开始移交, by kind: what each kind has to say. */
export const openFields: Readonly<Record<HandoverKind, readonly ActField[]>> = {
  post: [
    giver, { name: 'giverAccount', labelZh: '移交人账户', kind: 'line', hintZh: '不填即移交人自己的账户。' }, taker, { name: 'takerAccount', labelZh: '接收人账户', kind: 'line', required: true, hintZh: '办结之前该账户不能登记。' },
    { name: 'supervisor', labelZh: '监交领导', kind: 'line', suggest: 'person', required: true }, cause,
  ],
  holder: [{ name: 'person', labelZh: '离岗人员', kind: 'line', suggest: 'person', required: true }, giver, taker, { name: 'supervisor', labelZh: '监交领导', kind: 'line', suggest: 'person' }, cause],
  unit: [giver, { name: 'toUnit', labelZh: '接收单位', kind: 'line', suggest: 'issuer', required: true }, { ...taker, labelZh: '接收单位经办人' }, { name: 'carriers', labelZh: '只交这些载体', kind: 'refs', span: 12, hintZh: '不填即移交人名下全部。' }, cause],
  retired: [giver, taker, { name: 'carriers', labelZh: '退还的载体', kind: 'refs', required: true, span: 12, hintZh: '先逐件登记，再填编号，用顿号隔开。' }, cause],
};

/** 办结移交: counted, signed, rights ended. */
export function closeFields(kind: HandoverKind): readonly ActField[] {
  const person = kind === 'holder' || kind === 'retired';
  return [
    { name: 'counted', labelZh: '清点件数', kind: 'count', required: true, hintZh: '逐件清点实物后填写；下落不明的先报失，不计入。' },
    { name: 'signedFrom', labelZh: '移交人签名', kind: 'choice', of: signature, initial: kind === 'post' ? 'own_password' : 'ink' },
    { name: 'signedTo', labelZh: '接收人签名', kind: 'choice', of: signature, initial: kind === 'post' ? 'own_password' : 'ink' },
    ...(kind === 'unit' ? [{ name: 'receiptNumber', labelZh: '接收单位回执号', kind: 'line', span: 6 } as const] : [{ name: 'others', labelZh: '其他移交物', kind: 'long', initial: nothing, read: counted(otherWords), hintZh: '逐行改数字，没有的写 0。' } as const]),
    ...(kind === 'post' || kind === 'holder' ? [{ name: 'rightsRevokedOn', labelZh: '权限取消日期', kind: 'day', hintZh: '账户、口令、门禁当日取消。' } as const] : []),
    ...(person ? [{ name: 'keptPrivately', labelZh: '私自留存', kind: 'choice', of: { none: '没有', some: '还有' }, read: (text: string): unknown => text === 'some', hintZh: '由本人确认。' } as const] : []),
    { name: 'place', labelZh: '接收后存放', kind: 'line', suggest: 'place', hintZh: '不填即不动。' },
    { name: 'differences', labelZh: '差异说明', kind: 'long', hintZh: '清册所列下落不明的，写明由谁继续查找。' },
  ];
}
export const cancelFields: readonly ActField[] = [{ name: 'reason', labelZh: '取消原因', kind: 'line', required: true, span: 12 }];

/** 收密码电报. */
export const receiveFields: readonly ActField[] = [
  { name: 'telegramNumber', labelZh: '电报编号', kind: 'line', required: true }, { name: 'title', labelZh: '名称', kind: 'line', required: true, span: 8 }, { name: 'issuer', labelZh: '发电单位', kind: 'line', suggest: 'issuer', required: true },
  { name: 'channel', labelZh: '来电方式', kind: 'choice', of: registers.telegrams.fields.channel.of, initial: 'cipher' }, { name: 'level', labelZh: '密级', kind: 'level', required: true }, { name: 'period', labelZh: '保密期限', kind: 'period' }, { name: 'pages', labelZh: '页数', kind: 'count' },
  { name: 'keeper', labelZh: '保管人', kind: 'line', suggest: 'custodian', required: true, hintZh: '本单位指定的人。' }, { name: 'place', labelZh: '存放位置', kind: 'line', suggest: 'place', required: true }, { name: 'cabinetKind', labelZh: '柜具', kind: 'choice', of: registers.carriers.fields.cabinetKind.of },
  { name: 'accessScope', labelZh: '知悉范围', kind: 'names', suggest: 'person', span: 12 },
];

/** What can be done with a telegram that lies with its keeper. */
export const telegramActs: readonly EndingAct[] = [
  {
    command: 'telegram.read', zh: '阅读', postZh: '登记阅读',
    fields: [
      { name: 'reader', labelZh: '阅读人', kind: 'line', suggest: 'person', required: true }, { name: 'purpose', labelZh: '阅读事由', kind: 'line', span: 8 }, { name: 'place', labelZh: '阅读地点', kind: 'line', suggest: 'room' },
      { name: 'signature', labelZh: '本人签名', kind: 'choice', of: { pending: '待签名', ...signature }, initial: 'pending' },
    ],
  },
  {
    command: 'telegram.extract', zh: '摘录', postZh: '登记摘录',
    fields: [
      { name: 'by', labelZh: '摘录人', kind: 'line', suggest: 'custodian', required: true, hintZh: '只由保管人摘录。' }, { name: 'notebook', labelZh: '摘入的保密本', kind: 'line', required: true, hintZh: '载体编号；密级不低于电报。' }, { name: 'reason', labelZh: '事由', kind: 'line', required: true, span: 12 },
      { name: 'originatorConsent', labelZh: '发电单位同意文号', kind: 'docNumber', span: 6, hintZh: '绝密必填。' }, { name: 'consentOn', labelZh: '同意日期', kind: 'day', span: 6 },
    ],
  },
  {
    command: 'telegram.reply', zh: '复电', postZh: '登记复电',
    fields: [{ name: 'channel', labelZh: '复电方式', kind: 'choice', of: registers.telegrams.fields.replyChannel.of, initial: 'cipher', required: true }, { name: 'replyNumber', labelZh: '复电编号', kind: 'line' }, { name: 'classified', labelZh: '复电内容涉密', kind: 'choice', of: { yes: '涉密', no: '不涉密' }, initial: 'yes', read: (text) => text !== 'no' }],
  },
  {
    command: 'telegram.return', zh: '退还', postZh: '登记退还',
    fields: [{ name: 'receivedBy', labelZh: '签收人', kind: 'line', required: true }, { name: 'channel', labelZh: '退还方式', kind: 'choice', of: { confidential_transport: '机要交通', courier: '专人' }, initial: 'confidential_transport' }],
  },
];

/** 立案 for what is no loss of a carrier in the ledger. */
export const caseFields: readonly ActField[] = [
  { name: 'kind', labelZh: '类别', kind: 'choice', of: { leak: '泄密或可能泄密', damage: '损毁', anomaly: '涉密人员异常情况', shortage: '收文短缺' }, required: true, initial: 'leak' },
  { name: 'carrier', labelZh: '载体编号', kind: 'line', hintZh: '涉及在册载体时填写。', when: (t) => t['kind'] !== 'anomaly' }, { name: 'level', labelZh: '密级', kind: 'level' },
  { name: 'persons', labelZh: '涉及人员', kind: 'names', suggest: 'person', span: 12, when: (t) => t['kind'] === 'anomaly' }, { name: 'title', labelZh: '名称', kind: 'line', span: 12, hintZh: '没有在册载体的必填。', when: (t) => t['kind'] !== 'anomaly' },
  { name: 'discoveredAt', labelZh: '发现时间', kind: 'moment', span: 6, hintZh: '不填即现在；时钟从发现起算。' }, { name: 'discoveredBy', labelZh: '发现人', kind: 'line', suggest: 'person', required: true, span: 6 },
  { name: 'account', labelZh: '情况说明', kind: 'long', required: true }, { name: 'remedy', labelZh: '补救措施', kind: 'long' }, { name: 'reportedTo', labelZh: '已报告', kind: 'line', span: 6, hintZh: '主管领导、保密工作机构。' }, { name: 'reportedAt', labelZh: '报告时间', kind: 'moment', span: 6 },
];

/** The written report with what the law wants in it; by word of mouth first where it is urgent. */
export const reportFields: readonly ActField[] = [
  { name: 'reportedTo', labelZh: '报告对象', kind: 'lines', required: true, initial: '主管领导\n保密工作机构\n同级保密行政管理部门\n上级主管部门', hintZh: '每行一个。' },
  { name: 'byWord', labelZh: '先行口头报告', kind: 'flag', hintZh: '紧急时先口头，书面仍须二十四小时内报出。' }, { name: 'reportedAt', labelZh: '报告时间', kind: 'moment', hintZh: '不填即现在。' },
  { name: 'responsible', labelZh: '责任人', kind: 'names', suggest: 'person', span: 12, hintZh: '没有查明的写“尚未查明”。', when: (t) => t['byWord'] !== '1' }, { name: 'course', labelZh: '时间、地点、经过', kind: 'long', when: (t) => t['byWord'] !== '1' },
  { name: 'harm', labelZh: '造成或可能造成的危害', kind: 'long', when: (t) => t['byWord'] !== '1' }, { name: 'inquiry', labelZh: '查处工作', kind: 'long', hintZh: '已续记查找的可以不填。', when: (t) => t['byWord'] !== '1' }, { name: 'remedy', labelZh: '补救措施', kind: 'long' },
];

const measureOf = (word: string | undefined): string | undefined => Object.entries(sanctionsZh).find(([, zh]) => zh === word)?.[0];
/** 某某 警告 党组会: name, measure, who decided; 不予处理 takes the reason after it. */
const decisions = (text: string): unknown => {
  const lines = text.split('\n').map((s) => s.trim()).filter((s) => s !== '').map((line) => {
    const [name = '', word, by, reason] = line.split(/\s+/);
    const measure = measureOf(word);
    return measure === undefined ? null : { name, measure, ...(by === undefined ? {} : { by }), ...(reason === undefined ? {} : { reason }) };
  });
  return lines.includes(null) ? text : lines;
};

/** Steps of a case after it was opened. */
export const courseActs: readonly EndingAct[] = [
  { command: 'incident.internal', zh: '内部报告', postZh: '登记内部报告', fields: [{ name: 'to', labelZh: '报告对象', kind: 'line', required: true, span: 8, initial: '主管领导、保密工作机构' }, { name: 'at', labelZh: '报告时间', kind: 'moment', hintZh: '不填即现在。' }] },
  { command: 'incident.escalate', zh: '转泄密', postZh: '登记转泄密处理', fields: [{ name: 'reason', labelZh: '原因', kind: 'line', required: true, span: 12, hintZh: '查找期满没有找到，或有泄密迹象。' }] },
  {
    command: 'incident.sanction', zh: '处理', postZh: '登记处理决定',
    fields: [
      { name: 'responsible', labelZh: '责任人', kind: 'names', suggest: 'person', required: true, span: 12 },
      { name: 'sanctions', labelZh: '处理决定', kind: 'long', required: true, read: decisions, hintZh: `每行：姓名 处理 决定机构 理由，用空格隔开。处理可写${Object.values(sanctionsZh).join('、')}。` },
      { name: 'supervisor', labelZh: '负领导责任人', kind: 'line', suggest: 'person', span: 6 }, { name: 'noSupervisorReason', labelZh: '没有的，理由', kind: 'line', span: 6 },
    ],
  },
  {
    command: 'incident.result', zh: '报结果', postZh: '登记结果报告',
    fields: [
      { name: 'progress', labelZh: '只报进展', kind: 'flag' }, { name: 'reportedOn', labelZh: '报告日期', kind: 'day', hintZh: '不填即今天。' }, { name: 'reason', labelZh: '没有查结的原因', kind: 'line', span: 12, when: (t) => t['progress'] === '1' },
      { name: 'investigators', labelZh: '调查机关', kind: 'line', span: 6, hintZh: '有关机关介入调查的填写。' }, { name: 'cooperation', labelZh: '配合调查情况', kind: 'long' },
    ],
  },
];

/** 举报: what somebody saw. */
export const tipOffFields: readonly ActField[] = [
  { name: 'about', labelZh: '被举报人或事', kind: 'line', required: true, span: 8 }, { name: 'stopped', labelZh: '已当场制止', kind: 'choice', of: { yes: '已制止', no: '没有' }, required: true, read: (text) => text === 'yes' },
  { name: 'account', labelZh: '情况', kind: 'long', required: true, hintZh: '时间、地点、何人何事。' }, { name: 'anonymous', labelZh: '登记簿不写举报人', kind: 'flag', hintZh: '审计记录仍记有登录账户，只有管理员可查。' },
];

/** The fields of 执行销毁 that hold for every batch; counts of each kind where there are several. */
export function destroyFields(tally: Readonly<Record<string, number>> | null, away: boolean): readonly ActField[] {
  const several = tally !== null && Object.keys(tally).length > 1;
  return [
    { name: 'countBefore', labelZh: '出库清点数', kind: 'count', required: true }, { name: 'countAfter', labelZh: '销毁清点数', kind: 'count', required: true },
    ...(several ? [{ name: 'tally', labelZh: '分类清点', kind: 'long', required: true, read: counted(carrierKinds), initial: Object.keys(tally).map((k) => `${carrierKinds[k as keyof typeof carrierKinds]} `).join('\n'), hintZh: '每类各清点一次，写在后面。' } as const] : []),
    { name: 'executor', labelZh: '销毁人', kind: 'line', suggest: 'person', required: true }, { name: 'witness1', labelZh: '监销人一', kind: 'line', suggest: 'person', hintZh: '两名监销人中须有一人当场输入口令确认。' }, { name: 'witness2', labelZh: '监销人二', kind: 'line', suggest: 'person' },
    ...(away ? [{ name: 'escorts', labelZh: '押运人', kind: 'names', suggest: 'person', hintZh: '两人以上，用顿号隔开。' } as const, { name: 'receiptNumber', labelZh: '承销单位回执号', kind: 'line' } as const] : []),
    { name: 'unrecoverable', labelZh: '已查看残余，确认不可还原', kind: 'flag' },
  ];
}
