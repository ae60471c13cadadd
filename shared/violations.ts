/** One kind of violation: what the clerk picks, and the clause of the law that forbids it; `sanction`: the item of article 57 that punishes it. */
export type ViolationKind = Readonly<{ zh: string; law: string; sanction?: number }>;

const LAW = '《保守国家秘密法》（2024）';
const REG = '《实施条例》（2024）';

/**
 * The pick-list of violations (L034): the acts that the law forbids in articles 28, 29 and 31 and punishes in article 57, in the order
 * of its thirteen items, then what the rest of the same articles and the regulation ask. Codes stand in the books and never change.
 */
export const violationKinds = {
  private_custody: { zh: '非法获取、持有，私自留存、携带载体', law: `${LAW}第二十八条第一项`, sanction: 1 },
  disposed: { zh: '买卖、转送、私自销毁载体', law: `${LAW}第二十八条第二项`, sanction: 2 },
  ordinary_channel: { zh: '通过普通邮政、快递等渠道传递载体', law: `${LAW}第二十八条第三项`, sanction: 3 },
  border: { zh: '违规寄递、携带、传递载体出境', law: `${LAW}第二十八条第四项、第五项`, sanction: 4 },
  copied: { zh: '非法复制、记录、存储国家秘密', law: `${LAW}第二十九条`, sanction: 5 },
  spoken: { zh: '在私人交往、通信中涉及国家秘密，违规谈论、传达', law: `${LAW}第二十九条`, sanction: 6 },
  sent_openly: { zh: '通过互联网或无保密措施的通信传递国家秘密', law: `${LAW}第二十九条`, sanction: 7 },
  networks: { zh: '涉密系统、设备违规接入公共网络', law: `${LAW}第三十一条第一项`, sanction: 8 },
  exchange: { zh: '涉密系统、设备与公共网络违规交换信息', law: `${LAW}第三十一条第二项`, sanction: 9 },
  ordinary_device: { zh: '用非涉密系统、设备存储、处理国家秘密', law: `${LAW}第三十一条第三项`, sanction: 10 },
  protection: { zh: '擅自卸载、修改安全技术程序、管理程序', law: `${LAW}第三十一条第四项`, sanction: 11 },
  retired: { zh: '违规处置退役涉密设备', law: `${LAW}第三十一条第五项`, sanction: 12 },
  carriers: { zh: '违规制作、收发、传递、使用、复制、保存、销毁载体', law: `${LAW}第二十八条第六项` },
  systems: { zh: '违规使用信息系统、设备', law: `${LAW}第三十一条第六项` },
  media: { zh: '违规使用移动存储介质', law: `${LAW}第三十一条第六项` },
  records: { zh: '未登记或登记不实', law: `${REG}第二十七条第二项` },
  outside_duty: { zh: '打听、索取、收集工作以外的秘密事项', law: '本单位保密制度' },
  other: { zh: '其他', law: `${LAW}第五十七条第十三项`, sanction: 13 },
} as const satisfies Readonly<Record<string, ViolationKind>>;

export type ViolationKindKey = keyof typeof violationKinds;
export const violationKindKeys = Object.keys(violationKinds) as [ViolationKindKey, ...ViolationKindKey[]];
export const violationZh = Object.fromEntries(violationKindKeys.map((k) => [k, violationKinds[k].zh])) as { readonly [K in ViolationKindKey]: (typeof violationKinds)[K]['zh'] };
export const isViolationKind = (kind: unknown): kind is ViolationKindKey => typeof kind === 'string' && Object.hasOwn(violationKinds, kind);
