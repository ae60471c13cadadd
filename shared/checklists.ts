/** One thing that a person looks at, and the rules it answers. 是 means in order. */
export type CheckQuestion = Readonly<{ key: string; textZh: string; rules: readonly string[] }>;

/** What software cannot see, as a list of questions. `everyMonths`: the parameter that says how often; without one it is done as needed. */
export type Checklist = Readonly<{ key: string; titleZh: string; rhythmZh: string; everyMonths?: string; questions: readonly CheckQuestion[] }>;

const q = (key: string, textZh: string, ...rules: string[]): CheckQuestion => ({ key, textZh, rules });

/** Every checklist, by key. The thirteen heads of the self-check are those of the regulation, article 58. */
export const checklists = {
  self: {
    key: 'self', titleZh: '保密自查表', rhythmZh: '按月', everyMonths: 'selfCheck.everyMonths',
    questions: [
      q('responsibility', '保密工作责任制落实，领导和岗位责任明确', 'L050'),
      q('rules', '保密制度健全，按规定修订', 'L050'),
      q('education', '保密宣传教育培训按计划进行，有记录', 'L050'),
      q('personnel', '涉密人员上岗、在岗、离岗管理到位', 'L050'),
      q('classification', '定密、变更、解密有依据，按期审核', 'L050'),
      q('carriers', '涉密载体收发、传递、使用、复制、保存、维修、销毁均有登记', 'L050'),
      q('systems', '涉密信息系统、设备按规定使用管理', 'L050'),
      q('internet', '互联网使用符合保密规定，未处理、传输国家秘密', 'L050'),
      q('places', '保密要害部门、部位防护措施有效', 'L050'),
      q('commissioning', '涉密采购、委托业务保密管理到位', 'L050'),
      q('meetings', '涉密会议、活动保密措施到位', 'L050'),
      q('publication', '信息公开前经保密审查', 'L050'),
      q('other', '上次检查发现的问题已整改，其他要求已落实', 'L050'),
      q('desk', '人离文入柜，用后及时退还，桌面无涉密件', 'P115-K'),
      q('drafts', '未完的草稿、底稿下班时锁入柜中', 'P031'),
      q('wire', '涉密事项未用普通电话、传真、网络联系；所用密码设备经批准', 'P104'),
    ],
  },
  store: {
    key: 'store', titleZh: '库房柜具检查表', rhythmZh: '按季', everyMonths: 'storage.checkEveryMonths',
    questions: [
      q('theft', '门锁、柜锁、报警完好，无被盗、遗失迹象', 'P122-K'),
      q('spying', '无窥视、窃听、私接设备', 'P122-K'),
      q('pests', '无虫蛀、鼠害', 'P122-K'),
      q('damp', '无受潮、霉变，温湿度正常', 'P122-K'),
      q('fire', '消防器材有效，无火险', 'P122-K'),
      q('apart', '涉密与普通材料分柜存放，绝密专柜', 'P122-K'),
      q('codes', '密码、钥匙按规定保管和更换', 'P122-K'),
      q('marks', '载体密级标志在规定位置，清楚完整', 'P008-K'),
    ],
  },
  closing: {
    key: 'closing', titleZh: '下班巡查表', rhythmZh: '每日，按需登记',
    questions: [
      q('desk', '桌面无涉密件，人离文入柜', 'P115-K'),
      q('drafts', '草稿、底稿、清样、废页已锁', 'P031'),
      q('machine', '复印机、打印机、传真机内无遗留原件、复制件', 'P094-K'),
      q('cabinets', '柜具、门窗已锁，密码已打乱', 'P122-K'),
    ],
  },
  printRoom: {
    key: 'printRoom', titleZh: '文印室检查表', rhythmZh: '按需',
    questions: [
      q('guests', '无关人员没有进入，没有在文印室会客', 'P034'),
      q('left', '复制、传真后原件和复制件全部取走', 'P094-K'),
      q('waste', '废页当场销毁或装入专用容器', 'P094-K'),
      q('drafts', '未完的草稿和底稿已锁', 'P031'),
    ],
  },
  dispatch: {
    key: 'dispatch', titleZh: '发出投送检查表', rhythmZh: '按需',
    questions: [
      q('recount', '临发前另一人重核收件单位和件数', 'P051-K'),
      q('seal', '封套韧线装订，封口加盖密封章或贴密封条，盖住封口和骑缝', 'P099-K'),
      q('person', '投送人直送，不托人转交', 'P101-K'),
      q('stops', '途中不在公共场所停留', 'P101-K'),
      q('wire', '需要电传的只用经批准的密码设备', 'P104'),
    ],
  },
  archive: {
    key: 'archive', titleZh: '查阅档案检查表', rhythmZh: '按需',
    questions: [
      q('range', '只开放登记的查阅范围', 'P079-K'),
      q('extracts', '摘录经审查后盖章', 'P079-K'),
    ],
  },
  milestone: {
    key: 'milestone', titleZh: '涉密项目检查表', rhythmZh: '开工前、进行中、完成后',
    questions: [
      q('before', '开工前：保密要求已提出并交底', 'P021'),
      q('during', '进行中：按要求监督，有记录', 'P021'),
      q('after', '完成后：验收保密要求，载体全部收回', 'P021'),
    ],
  },
  heads: {
    key: 'heads', titleZh: '部门负责人检查考核表', rhythmZh: '按季', everyMonths: 'assessment.headEveryMonths',
    questions: [
      q('duty', '部门负责人履行保密责任，部署检查有记录', 'P346-K'),
      q('people', '掌握本部门涉密人员情况，谈话提醒有记录', 'P346-K'),
      q('carriers', '本部门载体去向清楚，到期退还', 'P346-K'),
      q('findings', '上次发现的问题已督促整改', 'P346-K'),
    ],
  },
  people: {
    key: 'people', titleZh: '涉密人员考核表', rhythmZh: '按年', everyMonths: 'assessment.personEveryMonths',
    questions: [
      q('each', '在岗涉密人员逐人考核，有结果', 'P321-K'),
      q('conduct', '政治表现、能力、保密意识、技能和守纪情况均已考核', 'P321-K'),
      q('report', '个人有关事项按时报告', 'P321-K'),
      q('unfit', '不适合的人员已提出调整', 'P321-K'),
    ],
  },
  joint: {
    key: 'joint', titleZh: '组织、人事、保密联合检查表', rhythmZh: '按年', everyMonths: 'assessment.jointEveryMonths',
    questions: [
      q('together', '组织、人事、保密三部门共同检查', 'P324-K'),
      q('posts', '涉密岗位和人员对应，等级确定准确', 'P324-K'),
      q('screening', '审查、培训、承诺书齐全有效', 'P324-K'),
      q('unfit', '不适合在岗的已调离', 'P324-K'),
    ],
  },
  computers: {
    key: 'computers', titleZh: '涉密计算机检查表', rhythmZh: '按季', everyMonths: 'inspection.computerEveryMonths',
    questions: [
      q('tool', '用保密工作机构认可的检查工具，涉密与非涉密不混用，记下工具编号', 'P193-K'),
      q('marks', '备案号、密级标识、责任人与台账一致', 'P193-K'),
      q('network', '没有联网和无线痕迹，没有违规外联', 'P193-K'),
      q('media', '没有非涉密介质接入记录', 'P193-K'),
      q('logs', '使用登记逐次填写', 'P193-K'),
    ],
  },
  destruction: {
    key: 'destruction', titleZh: '销毁检查表', rhythmZh: '按需',
    questions: [
      q('private', '没有个人私自销毁', 'P128-K'),
      q('scrap', '没有当废品出售，没有用作包装', 'P128-K'),
      q('residue', '销毁后碎屑不可还原，现场无遗留', 'P128-K'),
    ],
  },
} as const satisfies Record<string, Checklist>;

export type ChecklistKey = keyof typeof checklists;
export const isChecklistKey = (key: string): key is ChecklistKey => Object.hasOwn(checklists, key);
/** The list of that key, as plain data. */
export const checklistOf = (key: ChecklistKey): Checklist => checklists[key];
