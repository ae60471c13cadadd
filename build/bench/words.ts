/** Invented titles, names and places, always the same for the same number: two stores filled with the same numbers hold the same bytes. */

const verbs = ['下达', '印发', '做好', '加强', '调整', '核定', '转发', '落实', '开展', '完善', '报送', '修订'];
const years = ['二〇二四年度', '二〇二五年度', '二〇二六年度', '本季度', '汛期', '冬季', '节日期间', '下半年'];
const places = ['青岭', '云杉', '石门', '白鹭湾', '清水河', '东滩', '南坪', '玉泉', '梧桐坳', '赤松', '临江', '沙洲', '望岳', '北渡', '长堤', '鹿鸣', '枫桥', '金岩', '雁荡', '芦苇荡'];
const subjects = [
  '水文监测', '供水管网改造', '物资储备', '档案库房搬迁', '测绘成果汇交', '管线普查', '应急预案', '通信保障', '地质勘查', '人员编制', '设备采购', '经费安排', '安全检查', '信息系统建设', '培训计划', '粮食轮换', '森林防火',
  '电力调度', '道路养护', '桥梁检测', '防汛抗旱', '气象观测', '园区规划', '土地整治', '审计整改', '项目评审', '统计报表', '干部考察', '外事接待', '会议安排', '专利申报', '试验任务', '样机测试', '数据备份', '频率规划', '仓储管理',
];
const forms = ['通知', '意见', '方案', '请示', '批复', '函', '纪要', '报告', '清单', '预案', '决定', '情况说明'];
const issuers = ['示例省青岭厅', '示例市云杉局', '示例市储备局', '示例市测绘院', '示例省水文局', '本单位', '示例市应急局', '示例省通信管理处', '示例县石门办', '示例市档案馆'];
const surnames = ['欧阳', '慕容', '南宫', '东方', '皇甫', '司空', '令狐', '闻人', '端木', '百里', '呼延', '上官', '夏侯', '诸葛', '尉迟', '公孙', '轩辕', '宇文', '长孙', '钟离'];
const given = ['砚', '笺', '簿', '柜', '档', '录', '策', '核', '栈', '卷', '函', '册', '墨', '封', '印'];
const departments = ['规划科', '办公室', '财务科', '技术科', '档案科', '信息科', '保障科', '人事科'];

const at = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
/** A number that looks random and is not. */
export const mixed = (n: number, salt: number): number => {
  let x = (Math.imul(n + 1, 2_654_435_761) ^ Math.imul(salt + 1, 40_503)) >>> 0;
  x = Math.imul(x ^ (x >>> 15), 2_246_822_519) >>> 0;
  return (x ^ (x >>> 13)) >>> 0;
};

export const titleOf = (n: number): string => `关于${at(verbs, mixed(n, 1))}${at(places, mixed(n, 2))}${at(years, mixed(n, 3))}${at(subjects, mixed(n, 4))}工作的${at(forms, mixed(n, 5))}`;
export const issuerOf = (n: number): string => at(issuers, mixed(n, 6));
export const docNumberOf = (n: number): string => `示${at(['厅', '局', '办', '储', '测', '应'], mixed(n, 7))}${at(['函', '发', '密'], mixed(n, 8))}〔${2024 + (mixed(n, 9) % 3)}〕${1 + Math.floor(n / 7)}号`;
export const placeOf = (n: number): string => `${1 + (mixed(n, 10) % 24)}号柜${1 + (mixed(n, 11) % 6)}格`;
/** As many as there are pairs of surname and given name; after that they repeat with a number. */
export const nameOf = (n: number): string => `${at(surnames, n)}${at(given, Math.floor(n / surnames.length))}${n < surnames.length * given.length ? '' : at(given, Math.floor(n / (surnames.length * given.length)))}`;
export const departmentOf = (n: number): string => at(departments, n);
