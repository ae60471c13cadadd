// One filled example of every printed form, invented from end to end. Used by the contact sheet and by the print tests.
import { labelDigits, type ContinuationPrint, type DestructionPrint, type PrintColumn, type PrintDocument, type PrintFoot, type RegisterPrint, type UsageSession } from '#shared/printing.ts';

const foot = (n: number, carrier: string | null, digest = 'M4Q8-0RC7-7XKD'): PrintFoot => ({
  printNumber: `DY-2026-${String(n).padStart(4, '0')}`, printedBy: '欧阳笺', printedAt: '2026-11-20 11:20',
  carrierNumber: carrier, chainSeq: 18224, chainCode: '7K3Q-9MWD-2FXA', pageDigest: digest,
});
const unit = { organisation: '青岭研究所', department: '办公室（示例）', sample: true } as const;

export const CARRIER_COLUMNS: readonly PrintColumn[] = [
  { key: 'no', titleZh: '序\n号', width: '8mm' },
  { key: 'number', titleZh: '载体编号', width: '23.5mm', code: true, nowrap: true },
  { key: 'title', titleZh: '名　　称', width: '1fr', align: 'left' },
  { key: 'issuer', titleZh: '制发单位', width: '17mm' },
  { key: 'kind', titleZh: '载体\n类别', width: '12mm' },
  { key: 'docNumber', titleZh: '文号或编号', width: '21.5mm', nowrap: true },
  { key: 'copy', titleZh: '份号', width: '12.5mm', nowrap: true },
  { key: 'level', titleZh: '密级★\n期限', width: '18mm', nowrap: true },
  { key: 'date', titleZh: '制发日期', width: '17.5mm', nowrap: true },
  { key: 'volume', titleZh: '页数或\n容量', width: '12mm' },
  { key: 'count', titleZh: '份\n数', width: '7mm' },
  { key: 'scope', titleZh: '知悉\n范围', width: '13.5mm' },
  { key: 'keeper', titleZh: '责任人', width: '12.5mm' },
  { key: 'place', titleZh: '存放\n地点', width: '13mm' },
  { key: 'state', titleZh: '去向\n（状态）', width: '13.5mm' },
  { key: 'sign', titleZh: '责任人\n签字', width: '15mm', ink: true },
  { key: 'remark', titleZh: '备注', width: '13mm' },
];

const TITLES: readonly (readonly [string, string, string, string, string, string])[] = [
  ['示范园区供水管网改造方案（送审稿）', '示例省青岭厅', '纸介质', '示厅函〔2026〕27号', '机密★10年', '38页'],
  ['青岭研究所管线普查底稿（第1册）', '本单位', '纸介质', '青研调〔2026〕1号', '秘密★1年', '64页'],
  ['应急演练脚本（送审稿）', '本单位', '纸介质', '青研发〔2026〕35号', '秘密★5年', '22页'],
  ['园区测绘成果图 1:2000（示例幅）', '示例市测绘院', '图纸', '示测〔2026〕14号', '机密★10年', '1幅'],
  ['档案库房搬迁方案', '本单位', '纸介质', '青研发〔2026〕38号', '秘密★3年', '16页'],
  ['年度物资储备数据光盘', '示例市储备局', '光介质', '示储〔2026〕5号', '秘密★10年', '0.6GB'],
  ['涉密载体台账（2026年10月打印件）', '本单位', '纸介质', 'DY-2026-0309', '机密★20年', '42页'],
  ['云杉项目阶段评审材料（内部桌面推演）', '示例市云杉局', '纸介质', '示云函〔2026〕9号', '机密★10年', '27页'],
  ['关于下达年度水文监测任务的通知', '示例省青岭厅', '纸介质', '示厅发〔2026〕61号', '秘密★5年', '9页'],
];
const KEEPERS = ['欧阳笺', '慕容档', '东方簿', '皇甫柜'];

/** A carrier register of `rows` lines; the third one was corrected, so its first revision stands struck above it. */
export function carrierRegister(rows: number, mark: string | null = '机密★20年'): RegisterPrint {
  const lines = Array.from({ length: rows }, (_, at) => {
    const [title, issuer, kind, docNumber, level, volume] = TITLES[at % TITLES.length] ?? ['', '', '', '', '', ''];
    const cells: Record<string, string> = {
      no: String(at + 1), number: `ZT-2026-${String(at + 388).padStart(5, '0')}`, title: at < TITLES.length ? title : `${title}之${at + 1}`, issuer, kind, docNumber,
      copy: String(at + 3).padStart(6, '0'), level, date: `2026-${String((at % 11) + 1).padStart(2, '0')}-${String((at % 27) + 1).padStart(2, '0')}`, volume, count: '1',
      scope: `名单${(at % 7) + 3}人`, keeper: KEEPERS[at % 4] ?? '', place: `${(at % 5) + 1}号柜\n${(at % 4) + 1}格`, state: at % 4 === 0 ? '借出\n南宫砚' : '在库', sign: '不应印出', remark: '',
    };
    return { cells };
  });
  const third = lines[2];
  const printed = third === undefined ? lines : [
    ...lines.slice(0, 2),
    { cells: { ...third.cells, docNumber: '青研发〔2026〕33号' }, struck: true, noteZh: '第1稿\n见下行' },
    { ...third, noteZh: '第2稿' },
    ...lines.slice(3),
  ];
  return {
    form: 'register', register: 'R01', titleZh: '涉密载体台账', formNumber: 'R01-A4H', serialZh: '2026 年　第 3 册', orientation: 'landscape', ...unit,
    periodFrom: '2026-09-11', periodTo: '2026-11-13', mark, count: rows, columns: CARRIER_COLUMNS, rows: printed,
    totals: [{ kindZh: '纸介质', count: Math.max(rows - 2, 0), unitZh: '份' }, { kindZh: '图纸', count: 1, unitZh: '幅' }, { kindZh: '光盘', count: 1, unitZh: '张' }],
    foot: foot(316, mark === null ? null : 'ZT-2026-00442'), signatures: ['保管人', '审核人', '批准人'],
  };
}

const reading: RegisterPrint = {
  form: 'register', register: 'R04', titleZh: '涉密载体阅读（知悉）登记表', formNumber: 'R04-A4', countLabelZh: '已登记', serialZh: '单号 YD-2026-0127', orientation: 'portrait', ...unit, mark: '机密★10年', count: 6,
  facts: [
    { labelZh: '载体名称', value: '示范园区供水管网改造方案（送审稿）', wide: true },
    { labelZh: '载体编号', value: 'ZT-2026-00388' }, { labelZh: '文　　号', value: '示厅函〔2026〕27号' },
    { labelZh: '密级期限', value: '机密★10年（2036-09-10 止）' }, { labelZh: '份　　号', value: '000003' },
    { labelZh: '知悉范围', value: '9 人：闻人录、公孙墨、司徒印、上官册、钟离书、南宫砚、慕容档、皇甫柜、欧阳笺（经管）', wide: true },
  ],
  columns: [
    { key: 'no', titleZh: '序\n号', width: '8mm' }, { key: 'name', titleZh: '姓　名', width: '16mm' }, { key: 'post', titleZh: '部门职务', width: '20mm' }, { key: 'way', titleZh: '知悉\n方式', width: '11mm' },
    { key: 'from', titleZh: '开始\n时间', width: '13mm' }, { key: 'to', titleZh: '结束\n时间', width: '13mm' }, { key: 'place', titleZh: '地　点', width: '21mm' }, { key: 'scope', titleZh: '范围内或\n审批单号', width: '17mm' },
    { key: 'note', titleZh: '摘抄', width: '10mm' }, { key: 'sign', titleZh: '本人签名', width: '1fr', ink: true }, { key: 'clerk', titleZh: '经办人\n签　名', width: '16mm', ink: true },
  ],
  rows: [['闻人录', '院领导', '传达', '09-16\n16:40', '09-16\n17:15', '第二会议室'], ['公孙墨', '规划科科长', '传达', '09-16\n16:40', '09-16\n17:15', '第二会议室'], ['司徒印', '储备科', '传达', '09-16\n16:40', '09-16\n17:15', '第二会议室'], ['上官册', '测绘科', '传达', '09-16\n16:40', '09-16\n17:15', '第二会议室'], ['钟离书', '规划科', '现场', '11-12\n09:05', '11-12\n09:50', '阅文室'], ['南宫砚', '规划科', '借阅', '11-18\n15:20', '', '规划科 302']]
    .map(([name = '', post = '', way = '', from = '', to = '', place = ''], at) => ({ cells: { no: String(at + 1), name, post, way, from, to, place, scope: '范围内', note: '无' } })),
  blankRows: 7,
  notes: ['机密级以上载体的知悉人员必须逐人登记（《保守国家秘密法实施条例》2024 年第二十条）。', '先签名，后阅读；阅毕即交回经管人，不得横传。', '范围外人员须先经指定负责人批准并填审批单号。', '写错不得涂改，划线更正并签名，本机另作更正登记。'],
  foot: foot(317, 'ZT-2026-00443', '2FXA-9PVA-0C3T'), signatures: ['经管人', '审核人'],
};

export const destruction: DestructionPrint = {
  form: 'destruction', titleZh: '涉密载体销毁清册', formNumber: 'R12-A4', serialZh: '清册号 XH-2026-04', ...unit, mark: '机密★10年', number: 'XH-2026-04', listedOn: '2026-11-20', foot: foot(318, 'ZT-2026-00444', 'X6H0-4ZE2-K1WM'),
  rows: [
    { title: '防汛物资调拨表', issuer: '示例市\n储备局', kindZh: '纸介质', number: '示储〔2026〕11号\n份号 000018', level: '秘密', volume: '14页', quantity: '1', keeper: '欧阳笺' },
    { title: '管线普查底稿（第 2 册）', issuer: '本单位', kindZh: '纸介质', number: '青研调〔2026〕2号', level: '秘密', volume: '70页', quantity: '1', keeper: '欧阳笺' },
    { title: '协调会汇报提纲（过程稿）', issuer: '本单位', kindZh: '纸介质', number: '青研函〔2026〕19号\n过程稿', level: '秘密', volume: '6页', quantity: '2', keeper: '欧阳笺' },
    { title: '园区测绘成果图试印废页', issuer: '本单位', kindZh: '纸介质', number: 'DY-2026-0287\n废页', level: '机密', volume: '3页', quantity: '1', keeper: '慕容档' },
    { title: '刻录失败光盘', issuer: '本单位', kindZh: '光介质', number: 'KL-2026-0041', level: '秘密', volume: '—', quantity: '1', keeper: '皇甫柜' },
    { title: '移动硬盘（示例，已拆除）', issuer: '本单位', kindZh: '移动\n硬盘', number: '保密编号 YP-07\nSN EX0007', level: '机密', volume: '500GB', quantity: '1', keeper: '皇甫柜' },
  ],
  totals: [{ kindZh: '纸介质', count: 5, unitZh: '份', detailZh: '99 页' }, { kindZh: '光盘', count: 1, unitZh: '张' }, { kindZh: '移动硬盘', count: 1, unitZh: '个' }, { kindZh: 'U 盘', count: 0, unitZh: '个' }],
  reasonZh: '使用期满无保存价值；过程稿、废页、失败光盘随清；硬盘按设备报废（BF-2026-06）', destroyerUnit: '示例市销毁工作机构', methodZh: '纸张粉碎制浆，光盘、硬盘物理粉碎',
  certificate: { number: 'XZ-2026-04', approvedBy: '闻人录', approvalNumber: 'SP-2026-0211', counts: [{ stageZh: '出库清点', count: 7, at: '2026-11-24 08:40', by: '欧阳笺、司徒印' }, { stageZh: '到场清点', count: 7, at: '2026-11-24 09:55', by: '司徒印、上官册' }, { stageZh: '销毁前清点', count: 7, at: '2026-11-24 10:10', by: '司徒印、上官册' }] },
};

const session = (at: number, day: number, more: Partial<UsageSession> = {}): UsageSession => ({
  date: `${String(at).padStart(2, '0')}-${String(day).padStart(2, '0')}`, user: KEEPERS[(at + day) % 4] ?? '', from: '09:10', to: '11:35', taskZh: '起草示范园区供水管网改造方案', level: '机密', mediaZh: day % 3 === 0 ? '光盘 GP-2026-011' : '无', outputZh: day % 2 === 0 ? '打印 1 份 12 页，废页 0' : '无', abnormalZh: '无', ...more,
});

/** Pages 3 and 4 of a continued carrier register, the last not full, and one correction on page 2. */
function continued(): ContinuationPrint {
  const rows = carrierRegister(17).rows.filter((row) => row.struck !== true);
  const whole = carrierRegister(0);
  return {
    form: 'continuation', register: 'R01', titleZh: '涉密载体台账', formNumber: 'R01-A4H', orientation: 'landscape', ...unit, mark: '机密★20年', foot: foot(419, 'ZT-2026-00431'), columns: CARRIER_COLUMNS, linesPerPage: 12, signatures: whole.signatures,
    pages: [
      { page: 3, sealed: true, code: '9C41-07E2-B5D8-3A6F-11C0-84FE-2D97-A053', replaces: 'DY-2026-0388', rows: rows.slice(0, 12) },
      { page: 4, sealed: false, code: '5B7A-E19D-0C32-F864-7E50-D3A1-96B8-42CF', rows: rows.slice(12) },
    ],
    slip: [{ page: 2, number: 'ZT-2026-00371', fieldZh: '文号', before: '示厅函〔2026〕72号', after: '示厅函〔2026〕27号', reasonZh: '文号录入有误', byZh: '欧阳笺\n2026-11-18' }],
  };
}

/** Every form once, with the file name its picture gets. */
export const SAMPLES: readonly (readonly [string, PrintDocument])[] = [
  ['01-register', carrierRegister(29)],
  ['02-reading', reading],
  ['03-life', {
    form: 'life', titleZh: '涉密载体登记卡（全程）', formNumber: 'R01-LK', ...unit, mark: '机密★10年', foot: foot(319, 'ZT-2026-00445'), carrierNumber: 'ZT-2026-00388', stateZh: '借出　南宫砚',
    facts: [{ labelZh: '名　　称', value: '示范园区供水管网改造方案（送审稿）', wide: true }, { labelZh: '制发单位', value: '示例省青岭厅' }, { labelZh: '文　　号', value: '示厅函〔2026〕27号' }, { labelZh: '密级期限', value: '机密★10年' }, { labelZh: '解密时间', value: '2036-09-10' }, { labelZh: '份　　号', value: '000003' }, { labelZh: '页　　数', value: '38 页' }, { labelZh: '责 任 人', value: '欧阳笺' }, { labelZh: '存放地点', value: '3号柜1格' }],
    events: [
      { at: '2026-09-14 09:20', kindZh: '收文', personZh: '欧阳笺', detailZh: '机要交通送达，封口完好，份号相符，页数 38。收文号 SW-2026-0188', chainSeq: 16820 },
      { at: '2026-09-14 09:24', kindZh: '登记', personZh: '欧阳笺', detailZh: '入 3号柜1格，份号 000008', chainSeq: 16821, struck: true, noteZh: '第1稿' },
      { at: '2026-09-14 10:02', kindZh: '更正', personZh: '欧阳笺', detailZh: '份号 000003，事由：录入有误', chainSeq: 16829, noteZh: '第2稿' },
      { at: '2026-09-16 16:40', kindZh: '传达', personZh: '闻人录等 4 人', detailZh: '第二会议室，人员均在知悉范围内', chainSeq: 16902 },
      { at: '2026-11-12 09:05', kindZh: '阅读', personZh: '钟离书', detailZh: '阅文室，45 分钟，未摘抄', chainSeq: 18011 },
      { at: '2026-11-18 15:20', kindZh: '借出', personZh: '南宫砚', detailZh: '审批单 SP-2026-0207 闻人录同意，应还 2026-11-25', chainSeq: 18190 },
    ],
    known: [{ name: '闻人录', department: '院领导', methodZh: '传达', at: '2026-09-16 16:40', scopeZh: '范围内' }, { name: '钟离书', department: '规划科', methodZh: '阅读', at: '2026-11-12 09:05', scopeZh: '范围内' }, { name: '南宫砚', department: '规划科', methodZh: '借阅', at: '2026-11-18 15:20', scopeZh: '审批单 SP-2026-0207' }],
    corrections: [{ fieldZh: '份号', before: '000008', after: '000003', reasonZh: '录入有误', by: '欧阳笺', at: '2026-09-14 10:02' }], signatures: ['保管人', '审核人'],
  }],
  ['04-loan-slip', {
    form: 'loan-slip', titleZh: '涉密载体借据', formNumber: 'R05-A5', ...unit, mark: '机密★10年', foot: foot(320, 'ZT-2026-00446'),
    slips: ['存根联', '借阅人联'].map((copyZh) => ({
      titleZh: '涉密载体借据', number: 'JY-2026-0093', copyZh, mark: '机密★10年', barcode: labelDigits(5, 2026, 93),
      facts: [{ labelZh: '载体名称', value: '示范园区供水管网改造方案（送审稿）', wide: true }, { labelZh: '载体编号', value: 'ZT-2026-00388' }, { labelZh: '份号页数', value: '000003　38 页' }, { labelZh: '借 阅 人', value: '南宫砚（规划科）' }, { labelZh: '审批单号', value: 'SP-2026-0207' }, { labelZh: '借出时间', value: '2026-11-18 15:20' }, { labelZh: '应还日期', value: '2026-11-25（周三）' }, { labelZh: '使用地点', value: '规划科 302（保密室）' }, { labelZh: '用　　途', value: '编制实施方案' }],
      signatures: ['借阅人签字', '经办人签字', '归还时间', '接收核对签字'], noteZh: '不得复制、转借、带出指定地点；到期前归还或办理续借。归还时当面清点份号、页数。',
    })),
  }],
  ['05-approval', {
    form: 'approval', titleZh: '涉密载体借阅审批单', formNumber: 'R05-SP', ...unit, mark: '机密★10年', foot: foot(321, 'ZT-2026-00447'), number: 'SP-2026-0207', barcode: labelDigits(44, 2026, 207),
    facts: [{ labelZh: '申 请 人', value: '南宫砚' }, { labelZh: '部门职务', value: '规划科　工程师' }, { labelZh: '涉密等级', value: '重要涉密人员' }, { labelZh: '申请时间', value: '2026-11-18 14:05' }, { labelZh: '借阅期限', value: '2026-11-18 至 2026-11-25（7 日）' }, { labelZh: '使用地点', value: '规划科 302（保密室）' }, { labelZh: '用　　途', value: '编制示范园区供水管网改造实施方案', wide: true }],
    items: [{ number: 'ZT-2026-00388', title: '示范园区供水管网改造方案（送审稿）', level: '机密★10年', quantity: '1 份 38 页' }],
    checks: [{ textZh: '借阅人涉密等级与载体密级相符', resultZh: '相符' }, { textZh: '借阅人在载体知悉范围内', resultZh: '不在范围' }, { textZh: '借阅人没有逾期未还的载体', resultZh: '没有' }],
    opinions: [{ titleZh: '申请部门' }, { titleZh: '保密工作机构' }, { titleZh: '主管领导审批', hintZh: '（机密级，知悉范围外，须由指定负责人批准）' }],
    notes: ['本单与机内审批效力相同，签字后由保密员扫码录入，原件归入审批卷。', '载体、份数、期限有改动的，本单作废，另行申请。'],
  }],
  ['06-destruction', destruction],
  ['07-anchor', {
    form: 'anchor', titleZh: '审计锚点单', formNumber: 'R49-MD', ...unit, mark: null, foot: foot(322, null), terminalNumber: 'BM-JM-03', date: '2026-11-20', seq: 18224, code: '7K3Q-9MWD-2FXA-0TE5-RV8C-H', occasionZh: '当日收工', backupId: 'BF-20261120-1730',
    previous: [{ date: '2026-11-19', seq: 18190, code: 'C2D8-41MQ-ZZ0K-9A7N-5T6E-3' }, { date: '2026-11-18', seq: 18102, code: 'H90P-XXK4-2QGC-8W1R-YT7M-V' }],
  }],
  ['08-recovery', {
    form: 'recovery', titleZh: '恢复密钥单', formNumber: 'R49-HF', ...unit, mark: null, foot: foot(1, null), terminalNumber: 'BM-JM-03', storeName: '青岭研究所涉密台账', createdAt: '2026-11-20 08:00',
    sheets: [1, 2].map((index) => ({ index, keeperZh: index === 1 ? '单位负责人' : '保密工作机构负责人', checksum: index === 1 ? 'Q7WX' : '0ZK4', groups: Array.from({ length: 13 }, (_, at) => ['M4Q8', '0RC7', '7XKD', '2FXA', '9PVA', '0C3T', 'X6H0', '4ZE2', 'K1WM', '7K3Q', '9MWD', 'RV8C', 'H90P'][(at + index * 3) % 13] ?? '') })),
  }],
  ['09-isolation', {
    form: 'isolation', titleZh: '终端隔离状态检查记录', formNumber: 'R49-GL', ...unit, mark: null, foot: foot(323, null), terminalNumber: 'BM-JM-03', levelZh: '机密级', verdictZh: '有 1 项提示，未发现网络连接。',
    findings: [{ itemZh: '有线网络接口', stateZh: '正常', detailZh: '1 个接口，未接线，未分配地址', clauseZh: '保密法第三十一条第一项', grade: 'good' }, { itemZh: '无线与蓝牙', stateZh: '正常', detailZh: '未发现无线网卡、蓝牙设备', clauseZh: '保密法第三十一条', grade: 'good' }, { itemZh: '移动存储介质', stateZh: '提示', detailZh: '10:42 接入 U 盘一个，未登记，10:43 拔出', clauseZh: '保密法第三十一条第二项', grade: 'notice' }],
    notes: ['本记录只说明检查时本程序所见，不代替保密检查和专用工具检测。'],
  }],
  ['10-due-list', {
    form: 'due-list', titleZh: '今日待办单', formNumber: 'R00-DB', ...unit, mark: '机密★10年', foot: foot(324, 'ZT-2026-00448'), date: '2026-11-20',
    groups: [{ titleZh: '已超期', rows: [{ titleZh: '催还：园区测绘成果图 1:2000（示例幅）', number: 'ZT-2026-00407', personZh: '慕容档', level: '机密★10年', dueZh: '11-18\n超 2 日', ruleZh: 'P045' }] }, { titleZh: '今日到期', rows: [] }, { titleZh: '七日内', rows: [{ titleZh: '应还：示范园区供水管网改造方案（送审稿）', number: 'ZT-2026-00388', personZh: '南宫砚', level: '机密★10年', dueZh: '11-25\n5 日', ruleZh: 'P045' }, { titleZh: '清退：关于下达年度水文监测任务的通知', number: 'ZT-2026-00436', personZh: '欧阳笺', level: '秘密★5年', dueZh: '11-27\n7 日', ruleZh: 'P071' }] }],
  }],
  ['11-verification', {
    form: 'verification', titleZh: '审计核验报告', formNumber: 'R49-HY', ...unit, mark: null, foot: foot(325, null), terminalNumber: 'BM-JM-03', verifiedAt: '2026-11-20 17:20', verifiedBy: '太史审（安全审计员）', good: true, verdictZh: '未发现改动。',
    checks: [{ nameZh: '审计链', countZh: '18,224 条', resultZh: '首尾相接，序号连续', durationZh: '0.9 秒', good: true }, { nameZh: '台账行摘要', countZh: '6,310 行', resultZh: '与审计记录一致', durationZh: '0.6 秒', good: true }, { nameZh: '库文件页校验', countZh: '4,096 页', resultZh: '全部通过', durationZh: '1.2 秒', good: true }],
    anchor: { seq: 18190, code: 'C2D8-41MQ-ZZ0K-9A7N-5T6E-3', resultZh: '一致。自 2026-11-19 打印以来，序号 18,190 及以前的记录未发现改动。' }, notes: ['本报告说明核验时所见；没有纸质锚点核对的区段，不能排除持有口令者整体重写。'],
  }],
  ['12-usage-year', {
    form: 'usage-year', titleZh: '涉密计算机使用登记册', formNumber: 'R18-A4H', ...unit, mark: '机密★10年', foot: foot(326, 'ZT-2026-00449'), year: '2026', computerNumber: 'JS-JM-003', keepUntil: '2031-12-31',
    facts: [{ labelZh: '设备密级', value: '机密级' }, { labelZh: '存放地点', value: '保密室 301' }, { labelZh: '责 任 人', value: '慕容档' }, { labelZh: '硬盘序列号', value: 'EX-0003' }, { labelZh: '联网情况', value: '单机' }],
    months: Array.from({ length: 12 }, (_, at) => ({ month: at + 1, sessions: at === 1 || at === 11 ? [] : [session(at + 1, 5), session(at + 1, 12, at === 2 ? { struck: true, noteZh: '第1稿\n见下行' } : {}), ...(at === 2 ? [session(3, 12, { to: '12:05', noteZh: '第2稿' })] : []), session(at + 1, 21)] })), signatures: ['管理人', '审核人'],
  }],
  ['13-labels', { form: 'labels', titleZh: '载体标签', formNumber: 'R01-BQ', ...unit, mark: null, foot: foot(327, null), stock: 'a4-24', skip: 2, codeKind: 'code128', labels: Array.from({ length: 20 }, (_, at) => ({ number: `ZT-2026-${String(at + 388).padStart(5, '0')}`, digits: labelDigits(1, 2026, at + 388), mark: TITLES[at % 9]?.[4] ?? null, title: TITLES[at % 9]?.[0] ?? '', placeZh: '3号柜1格' })) }],
  ['14-labels-qr', { form: 'labels', titleZh: '载体标签', formNumber: 'R01-BQ', ...unit, sample: false, mark: null, foot: foot(328, null), stock: 'a4-14', skip: 0, codeKind: 'qr', labels: Array.from({ length: 9 }, (_, at) => ({ number: `ZT-2026-${String(at + 388).padStart(5, '0')}`, digits: labelDigits(1, 2026, at + 388), mark: TITLES[at % 9]?.[4] ?? null, title: TITLES[at % 9]?.[0] ?? '', placeZh: '3号柜1格' })) }],
  ['15-continuation', continued()],
];
