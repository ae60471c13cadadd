import type { ImportTargetId } from '#shared/import.ts';
import { field, level, note, secrecyPeriod } from './fields.ts';
import type { ImportTarget } from './fields.ts';
import { ImportRefusal } from './refusal.ts';
import { historyTargets } from './targetsHistory.ts';

/** 收文登记簿. Headings: 党政机关公文处理工作条例第二十四条, and those seen in published forms. */
const receipts: ImportTarget = {
  id: 'receipts',
  zh: '收文登记簿',
  fields: [
    field('receiptNumber', '收文号', 'number', '收文编号 收文序号 收文登记号 收文顺序号 登记号 登记编号 来文登记号 办文编号 收件号 顺序号 流水号 编号 收文流水号'),
    field('docNumber', '文号', 'docNumber', '发文字号 来文字号 文件字号 来文文号 发文文号 文件文号 发文号 公文字号 公文文号 字号 来文号 文件编号 文件号 原文号 文号或编号 doc_number document_number docnumber documentnumber record_number'),
    field('title', '标题', 'title', '文件标题 公文标题 来文标题 题名 文件名称 文件题名 标题内容 事由 文件名 名称 文件资料名称 来文名称 来文内容 文件内容 文件资料名称或标题 公文名称 案由 内容摘要 文件 内容 标题及文号 title', { required: true }),
    field('issuer', '来文机关', 'text', '来文单位 发文机关 发文单位 制发单位 制发机关 来文部门 发文部门 发文机构 制作发文单位 印发机关 印发单位 来件单位 来文机关单位 发送方 发送单位 发送单位/人员 发往机关 成文单位 来文处 机关 单位 issuer from'),
    field('issuedOn', '成文日期', 'date', '发文日期 印发日期 文件日期 成文时间 发文时间 印发时间 签发日期 制发日期 文件形成时间 形成时间 形成日期 落款日期 pub_date document_date pubdate', { past: true }),
    field('receivedOn', '收文日期', 'date', '收到日期 收文时间 来文日期 收件日期 收到时间 接收日期 接收时间 签收日期 签收时间 来文时间 登记日期 收件时间 收文月日 收日期 日期 时间 received', { past: true, expected: true }),
    level,
    secrecyPeriod,
    field('copies', '份数', 'count', '份 数量 来文份数 收文份数 件数 册数 份/册 共几份'),
    field('copySerial', '份号', 'number', '份数序号 编号(份号) 文件份号 份数编号'),
    field('urgency', '紧急程度', 'text', '缓急 缓急程度 急缓 紧急 等级(紧急程度) 急件'),
    field('registerDate', '登记日期', 'date', '登记时间 录入日期', { past: true }),
    field('handler', '承办人', 'name', '经手人 经办人 签收人 收文人 承办 承办者 拟办人 领取人 签收 收件人 接收人 办理人 承办人员 负责人 责任人 领取人签字 承办人签字 签收人签字 清退人 借阅人'),
    field('department', '承办部门', 'text', '承办单位 承办处室 承办科室 办理部门 主办部门 主办单位'),
    field('returnBy', '清退日期', 'date', '应清退日期 清退期限 应退日期 清退时限 归还期限 清退要求及期限 退文期限'),
    field('place', '存放位置', 'text', '存放地点 保管地点 归入卷号 归档位置'),
    note('处理结果 办理情况 办理结果 去向 处理情况 文件去向 清退情况 归卷情况'),
  ],
  sameWhen: [['docNumber', 'title', 'copySerial'], ['title', 'issuer', 'issuedOn', 'docNumber', 'copySerial']],
};

/** 涉密载体台账. */
const carriers: ImportTarget = {
  id: 'carriers',
  zh: '涉密载体台账',
  fields: [
    field('carrierNumber', '载体编号', 'number', '保密编号 介质编号 涉密编号 登记编号 台账编号 条码 文件条码 光盘条码 条码号 统一编号 资产编号 机要号 载体号 设备编号 编号'),
    field('title', '载体名称', 'title', '名称 文件资料名称 文件名称 资料名称 介质名称 文件标题 标题 题名 文件名 涉密载体名称 载体内容 涉密载体名称(内容) 涉密载体内容(或文件名称) 文件列表 设备名称 内容', { required: true }),
    field('carrierKind', '载体类型', 'text', '载体类别 类型 介质类型 种类 类别 载体种类 载体形式 载体形态 介质种类 载体 形式 设备类型'),
    level,
    secrecyPeriod,
    field('copies', '份数', 'count', '数量 份 件数 份数或数量 个数 份/件'),
    field('pages', '页数/容量', 'text', '页数或容量 页数 容量 页数(单份) 页数容量 每份总页数 文件页数 规格 容量/页数 型号及规格'),
    field('issuer', '制发单位', 'text', '制发机关 制作发文单位 制作单位 来源单位 发文机关 发文单位 来文单位 来文机关 制作部门 来源 定密单位 产生单位 单位'),
    field('receivedOn', '接收日期', 'date', '接收时间 收到日期 收文日期 登记日期 入库日期 领用日期 产生时间 制作时间 启用时间 启用日期 制作日期 收到时间 登记时间 入账日期 日期', { past: true, expected: true }),
    field('custodian', '责任人', 'name', '保管人 持有人 使用人 保管责任人 保管人签字 管理人 领用人 责任人姓名 保管员 制作人 借用人'),
    field('holder', '现持有人', 'name', '当前持有人 现在何人处 现借阅人 现使用人 借阅人 现借用人'),
    field('place', '存放位置', 'text', '现存放位置 存放地点 存放处 保管地点 存放场所 保管位置 位置 地点 存放'),
    field('state', '状态', 'text', '载体状态 现状 使用状态 使用情况 去向 状况 当前状态'),
    field('docNumber', '文号', 'docNumber', '发文字号 文号或编号 文件字号 来文字号 发文号'),
    field('copySerial', '份号', 'number', '份数序号 文件份号'),
    field('serial', '序列号', 'number', '硬盘序列号 产品序列号 出厂序列号 出厂编号 sn s/n 唯一标识'),
    field('accessScope', '知悉范围', 'text', '使用范围 接触范围 知悉人员 知悉人员范围 发放范围'),
    note(),
  ],
  sameWhen: [['carrierNumber']],
};

/** 涉密人员台账. The class is 核心, 重要 or 一般 (保守国家秘密法（2024）第四十三条), never a document level. */
const persons: ImportTarget = {
  id: 'persons',
  zh: '涉密人员台账',
  fields: [
    field('name', '姓名', 'name', '人员姓名 涉密人员 涉密人员姓名 名字 name', { required: true }),
    field('staffNumber', '编号', 'number', '人员编号 工号 员工卡号 人员代码'),
    field('department', '部门', 'text', '所属部门 所在部门 处室 科室 单位 部门单位 所属部门单位 所在部门及处室 工作部门 所属单位 工作单位'),
    field('post', '职务', 'text', '岗位 岗位名称 涉密岗位 行政职务 职务/岗位 岗位/职务 职务(岗位) 职位 岗位(职务)'),
    field('personnelClass', '涉密等级', 'personnelClass', '涉密人员等级 涉密类别 人员类别 涉密人员类别 涉密程度 岗位涉密等级 涉密人员分类 岗位等级 等级 类别'),
    field('employment', '用工形式', 'text', '聘用类型 用工性质 人员性质 编制 身份类别 聘用形式'),
    field('idLast', '证件号码末四位', 'number', '身份证末四位 证件号末四位 身份证后四位 证件号后四位'),
    field('status', '人员状态', 'text', '状态 在岗情况 在岗状态 在岗 在职状态 任职状态'),
    field('determinedOn', '确定日期', 'date', '确定为涉密人员时间 进入涉密岗位时间 上岗日期 上岗时间 确定时间 任岗日期 定岗日期', { past: true }),
    field('screenedOn', '审查日期', 'date', '保密审查日期 审查时间 上岗审查日期 复审日期 复审时间 政审日期 审查通过日期', { past: true }),
    field('trainedOn', '培训日期', 'date', '保密培训日期 教育培训日期 培训时间 最近培训日期 最近一次培训 教育培训', { past: true }),
    field('undertakingOn', '承诺书签订日期', 'date', '保密承诺书签订日期 承诺时间 承诺日期 承诺书日期 保密承诺书 承诺书签订时间 签订承诺书日期 承诺书', { past: true }),
    field('coolingOffFrom', '脱密期起', 'date', '脱密期开始 脱密期始 离岗日期 离岗时间 脱密期自'),
    field('coolingOffUntil', '脱密期至', 'date', '脱密期止 脱密期截止日期 脱密期满日期 脱密期结束 脱密截止日期 脱密期限 脱密期'),
    field('phone', '联系电话', 'phone', '电话 联系方式 手机 手机号码 办公电话 联系电话(手机)'),
    note(),
  ],
  sameWhen: [['name', 'department', 'staffNumber', 'idLast']],
};

/** 知悉登记. Source: 保守国家秘密法实施条例（2024）第二十条. */
const readings: ImportTarget = {
  id: 'readings',
  zh: '知悉登记',
  fields: [
    field('carrierNumber', '载体编号', 'number', '文件编号 编号 保密编号 条码 文件条码 份号'),
    field('docNumber', '文号', 'docNumber', '发文字号 文件字号 来文字号'),
    field('title', '载体名称', 'title', '文件名称 名称 文件标题 标题 题名 文件资料名称 内容'),
    level,
    field('reader', '知悉人', 'name', '阅读人 传阅人 阅件人 阅文人 知悉人姓名 借阅人姓名 借阅人 阅读人姓名 姓名 知悉人员 传达对象', { required: true }),
    field('department', '部门', 'text', '所在部门 处室 单位 知悉人部门 借阅部门'),
    field('readAt', '知悉时间', 'moment', '知悉日期 阅读时间 阅读日期 传阅时间 传阅日期 借阅日期 借阅时间 送阅时间 阅件时间 传达时间 日期 时间', { past: true, expected: true }),
    field('returnedAt', '退还时间', 'moment', '退还日期 归还日期 实际归还日期 退回时间 归还时间', { past: true }),
    field('place', '地点', 'text', '知悉地点 阅读地点 阅文地点 传达地点'),
    field('purpose', '事由', 'text', '用途 借阅目的 借阅用途 目的 知悉事由 使用目的'),
    field('method', '知悉方式', 'text', '方式 传达方式 阅读方式'),
    field('approver', '审批人', 'name', '批准人 审批人员 批准人签字 负责人员 审批领导'),
    note(),
  ],
  sameWhen: [['reader', 'readAt', 'carrierNumber', 'title']],
};

/** 涉密计算机台账. */
const computers: ImportTarget = {
  id: 'computers',
  zh: '涉密计算机台账',
  fields: [
    field('assetNumber', '设备编号', 'number', '编号 保密编号 保密编码 计算机编号 资产编号 固定资产编号 统一编号 设备代码', { required: true }),
    field('kind', '设备类型', 'text', '类型 设备名称 名称 种类 类别 计算机类型'),
    field('brandModel', '品牌型号', 'text', '型号 品牌 品牌及型号 规格型号 品牌/型号 型号及规格'),
    level,
    field('diskSerial', '硬盘序列号', 'number', '硬盘号 硬盘编号 序列号 硬盘sn 硬盘序列号(sn)'),
    field('macAddress', '物理地址', 'number', 'mac地址 mac地址/物理地址 mac 网卡mac地址 网卡地址'),
    field('custodian', '责任人', 'name', '保管人 使用人 管理人 设备负责人 设备责任人 责任人姓名'),
    field('department', '部门', 'text', '所属部门 所在部门 使用部门 责任部门 单位 处室 归属部门'),
    field('room', '位置', 'text', '存放地点 存放位置 放置地点 安装地点 房间 房间号 所处位置 使用地点'),
    field('operatingSystem', '操作系统', 'text', '操作系统及安装日期 系统 操作系统版本'),
    field('filingNumber', '备案号', 'number', '备案编号 审批文号 备案登记号'),
    field('startedOn', '启用日期', 'date', '启用时间 投入使用日期 开始使用日期 购置日期 启用', { past: true }),
    field('state', '状态', 'text', '使用状态 使用情况 现状 设备状态'),
    note(),
  ],
  sameWhen: [['assetNumber'], ['diskSerial']],
};

/** 涉密计算机使用登记. */
const usageLogs: ImportTarget = {
  id: 'usageLogs',
  zh: '涉密计算机使用登记',
  fields: [
    field('date', '日期', 'date', '使用日期 登记日期 上机日期', { past: true, expected: true }),
    field('startAt', '开机时间', 'moment', '开始时间 起始时间 上机时间 使用时间 开始使用时间 使用时间段 起', { past: true }),
    field('endAt', '关机时间', 'moment', '结束时间 终止时间 下机时间 结束使用时间 止', { past: true }),
    field('computer', '设备编号', 'number', '计算机编号 机号 编号 设备名称 计算机'),
    field('user', '使用人', 'name', '使用人姓名 姓名 上机人 操作人 使用人签名 使用人签字 使用人员', { required: true }),
    field('work', '使用事由', 'text', '使用目的 事由 用途 工作内容 处理信息名称 处理信息名称及最高密级 使用内容 操作情况'),
    level,
    field('media', '介质编号', 'text', '使用介质 存储介质编号 接入介质 移动介质编号'),
    field('outputs', '输出情况', 'text', '有无输入输出 打印刻录情况 输入输出 输入输出情况 打印/刻录/介质编号 打印份数'),
    field('abnormal', '异常情况', 'text', '异常 使用结果及异常 有无异常 运行情况'),
    note(),
  ],
  sameWhen: [['user', 'date', 'startAt', 'computer']],
};

export const targets: Readonly<Record<ImportTargetId, ImportTarget>> = { receipts, carriers, persons, readings, computers, usageLogs, ...historyTargets };

/** The target of a register id; ImportRefusal `targetUnknown` when that register takes no spreadsheets. */
export function targetOf(id: string): ImportTarget {
  if (!Object.hasOwn(targets, id)) throw new ImportRefusal('targetUnknown', `这个登记簿不能从表格导入，没有对应的列；可选的有${Object.values(targets).map((t) => t.zh).join('、')}。`);
  return targets[id as ImportTargetId];
}
