import type { ImportTargetId } from '#shared/import.ts';
import { field, level, note, secrecyPeriod } from './fields.ts';
import type { ImportTarget } from './fields.ts';

const carrierNumber = field('carrierNumber', '载体编号', 'number', '保密编号 文件编号 介质编号 条码 文件条码 统一编号 资料编号 编号');
const docNumber = field('docNumber', '文号', 'docNumber', '发文字号 文件字号 来文字号 文件文号 发文文号 原文号 公文文号 字号');
const titled = (extra = '', required = false) => field('title', '名称', 'title', `文件名称 载体名称 文件标题 标题 题名 文件资料名称 资料名称 文件名 涉密载体名称 涉密载体内容(或文件名称) 公文标题 内容 ${extra}`, required ? { required: true } : {});
const copySerial = field('copySerial', '份号', 'number', '份数序号 文件份号');
const oldNumber = (more: string) => field('oldNumber', '原登记号', 'number', `登记号 登记编号 登记序号 顺序号 流水号 ${more}`);
const department = field('department', '部门', 'text', '所在部门 所属部门 处室 科室 单位 借阅部门 领用部门');
const approver = field('approver', '批准人', 'name', '审批人 批准领导 审批领导 批准人签字 审批人员 负责人员');

/** 借阅登记簿. A sheet without a column for the return is a list of what is still out. */
const loans: ImportTarget = {
  id: 'loans',
  zh: '借阅登记簿',
  fields: [
    oldNumber('借阅编号 借阅号'),
    carrierNumber, docNumber, titled('借阅文件 借阅资料 借阅内容 所借文件'), copySerial, level,
    field('borrower', '借阅人', 'name', '借阅人姓名 借用人 借阅者 姓名 借件人 借阅人签字 领用人 使用人', { required: true }),
    department,
    field('lentOn', '借出日期', 'date', '借阅日期 借阅时间 借出时间 借用日期 借阅起始日期 日期 时间', { past: true, expected: true }),
    field('dueOn', '应还日期', 'date', '预计归还日期 预计归还时间 应归还日期 归还期限 借阅期限 约定归还日期 拟还日期'),
    field('returnedOn', '归还日期', 'date', '实际归还日期 归还时间 实际归还时间 还件日期 退还日期 退还时间', { past: true }),
    field('reason', '借阅事由', 'text', '借阅目的 借阅用途 用途 事由 借阅原因 目的'),
    field('returnCheck', '归还检查', 'text', '归还情况 检查情况 归还检查情况'),
    approver,
    note(),
  ],
  sameWhen: [['borrower', 'lentOn', 'carrierNumber', 'docNumber', 'title', 'copySerial']],
};

/** 发文登记簿, and the book in which what was sent is signed for (送文登记簿). */
const dispatches: ImportTarget = {
  id: 'dispatches',
  zh: '发文登记簿',
  fields: [
    oldNumber('发文编号 发文序号 发文登记号 发文顺序号'),
    field('docNumber', '文号', 'docNumber', '发文字号 发文号 文件字号 公文字号 发文文号 文件文号 公文文号 文件编号 字号'),
    titled('发文标题 题目 事由'),
    level, secrecyPeriod,
    field('recipient', '发往机关', 'text', '发往单位 受文单位 受文机关 主送机关 主送单位 收文单位 收文机关 收件单位 发放范围 发放单位 送达单位 接收单位 接收方 收件单位/人员 发往机关及份数 姓名(或机关) 主送 去向', { required: true }),
    field('addressee', '收件人', 'name', '收文人 联系人 收件人员'),
    field('sentOn', '发出日期', 'date', '发文日期 发出时间 发文时间 登记日期 发文月日 寄发日期 送出日期 发送时间 日期 时间', { past: true, expected: true }),
    field('copies', '份数', 'count', '发文份数 印发份数 数量 件数 份 发出份数'),
    copySerial,
    field('urgency', '紧急程度', 'text', '缓急 缓急程度'),
    field('envelope', '封号', 'number', '封皮号 信封编号 封套号 信封号'),
    field('channel', '发送方式', 'text', '传递方式 投递方式 发送渠道 文别 寄发方式 送达方式'),
    field('handler', '经办人', 'name', '发文人 送文人 承办人 登记人 送件人'),
    field('receivedBy', '签收人', 'name', '签收 收件签字 签收人签字 接收人 领取人 收件签收'),
    field('receivedOn', '签收日期', 'date', '签收时间 签收日时 回执日期 收件日期 接收时间 接收日期', { past: true }),
    field('receiptNumber', '回执号', 'number', '回执编号 回执'),
    field('archiveNumber', '归入卷号', 'text', '归卷号 归档号 归卷情况 归卷日期'),
    field('drafter', '拟稿部门', 'text', '拟稿单位 主办部门 拟稿人'),
    field('signatory', '签发领导', 'name', '签发人 签发'),
    note('附件 明细账页'),
  ],
  sameWhen: [['docNumber', 'recipient', 'sentOn', 'copySerial', 'title'], ['title', 'recipient', 'sentOn', 'docNumber', 'copySerial']],
};

/** 复制登记簿 (复印、翻印、摘抄、拷贝). */
const copies: ImportTarget = {
  id: 'copies',
  zh: '复制登记簿',
  fields: [
    oldNumber('复制编号 准印号 准印证号'),
    carrierNumber, docNumber, titled('复制内容 复印内容 涉密载体内容', true), copySerial, level,
    field('kind', '复制方式', 'text', '方式 复制类型 类别'),
    field('quantity', '复制份数', 'count', '份数 复印份数 数量 印制份数 份', { expected: true }),
    field('pages', '页数', 'count', '每份总页数 页数(单份) 每份页数 单份页数'),
    field('copiedOn', '复制日期', 'date', '复印日期 复制时间 复印时间 日期 时间 登记日期', { past: true, expected: true }),
    field('operator', '复制人', 'name', '复印人 经办人 操作人 打印人 承办人 经办人签字 申请人'),
    approver,
    field('reason', '用途', 'text', '复制用途 复印用途 事由 复制事由 去向或用途 复制原因'),
    field('machine', '复印设备', 'text', '设备 复印机 设备编号 承制单位 复制单位名称'),
    field('originatorConsent', '原定密机关同意文号', 'text', '同意文号 制发机关同意文号 批准文号'),
    field('recipients', '领取人', 'text', '接收人 发放范围 领取人签字 去向'),
    note(),
  ],
  sameWhen: [['title', 'copiedOn', 'docNumber', 'carrierNumber', 'operator', 'quantity']],
};

/** 保密本 (涉密笔记本) 发放登记. */
const notebooks: ImportTarget = {
  id: 'notebooks',
  zh: '保密本领用登记簿',
  fields: [
    oldNumber('领用号 发放号'),
    field('carrierNumber', '保密本编号', 'number', '编号 本号 笔记本编号 保密编号 载体编号 工作笔记本编号 本子编号', { expected: true }),
    titled('本名'), level,
    field('holder', '领用人', 'name', '使用人 领用人姓名 姓名 持有人 领用人签字 领取人 责任人', { required: true }),
    department,
    field('issuedOn', '领用日期', 'date', '发放日期 领用时间 发放时间 领取日期 启用日期 日期', { past: true, expected: true }),
    field('pages', '页数', 'count', '领用页数 总页数 本页数 领用时页数'),
    field('dueOn', '应交回日期', 'date', '应收回日期 交回期限 收回期限'),
    field('returnedOn', '交回日期', 'date', '收回日期 归还日期 交回时间 收回时间 退还日期 上交日期', { past: true }),
    field('pagesBack', '交回页数', 'count', '收回页数 交回时页数 归还页数'),
    field('remark', '检查情况', 'text', '交回情况 收回检查情况 清点情况'),
    note(),
  ],
  sameWhen: [['carrierNumber', 'holder', 'issuedOn']],
};

/** 销毁登记 (清单): one line is one item that is no longer there. */
const destructions: ImportTarget = {
  id: 'destructions',
  zh: '销毁登记簿',
  fields: [
    field('listNumber', '清册编号', 'number', '销毁清册编号 清单编号 批次 批次号 销毁批次 销毁编号 清册号 批号'),
    carrierNumber,
    field('docNumber', '文号', 'docNumber', '文号或编号 发文字号 文件字号 来文字号 原文号'),
    titled('销毁内容 销毁文件名称', true), copySerial,
    field('issuer', '制发单位', 'text', '制作发文单位 制发机关 发文单位 发文机关 来文单位 形成单位'),
    field('carrierKind', '载体类别', 'text', '载体类型 种类 类别 类型 介质类型'),
    level,
    field('copies', '份数', 'count', '份数或数量 数量 件数 份'),
    field('pages', '页数', 'count', '页数或容量'),
    field('custodian', '保管人', 'name', '责任人 持有人 移交人 保管人签字'),
    field('destroyedOn', '销毁日期', 'date', '销毁时间 日期 时间', { past: true, expected: true }),
    field('method', '销毁方式', 'text', '方式 销毁方法'),
    field('place', '销毁地点', 'text', '销毁单位 承销单位 地点 送销单位'),
    field('approver', '批准人', 'name', '审批人 批准领导 审批领导 批准人签字'),
    field('executor', '销毁人', 'name', '执行人员 执行人 经办人 承办人'),
    field('witnesses', '监销人', 'text', '监销人员 见证人 监督人 证人 监销人签字 监督人员'),
    field('reason', '销毁原因', 'text', '原因 事由'),
    field('receiptNumber', '回执号', 'number', '接收单号 销毁回执号 回执编号'),
    note(),
  ],
  sameWhen: [['carrierNumber'], ['docNumber', 'title', 'copySerial', 'destroyedOn', 'listNumber']],
};

/** 保密柜、存放场所一览. */
const cabinets: ImportTarget = {
  id: 'cabinets',
  zh: '保密柜台账',
  fields: [
    field('place', '位置名称', 'text', '柜号 柜具编号 编号 保密柜编号 柜名 名称 存放位置 存放场所 柜具名称', { required: true }),
    field('kind', '柜具', 'text', '柜具类型 柜型 类型 种类 类别 型号'),
    field('room', '房间', 'text', '房间号 地点 所在房间 存放地点 放置地点 所处位置 所在位置 位置'),
    field('level', '存放最高密级', 'level', '密级 最高密级 存放密级 存放载体最高密级'),
    field('keepers', '可开启人员', 'text', '责任人 保管人 管理人 负责人 开启人员 使用人 掌握密码人员'),
    field('codeChangedOn', '密码更换日期', 'date', '密码更换时间 最近更换密码日期 密码修改日期', { past: true }),
    note('存放内容'),
  ],
  sameWhen: [['place']],
};

/** Registers of the life of a carrier, as offices keep them on paper and in spreadsheets. */
export const historyTargets = { dispatches, loans, copies, notebooks, destructions, cabinets } as const satisfies Partial<Record<ImportTargetId, ImportTarget>>;
