import { places } from '../app/places.ts';

/** Ctrl+N: where a new entry of this register is made, and what the button says. Registers that only acts fill have none. */
export const newEntry: Readonly<Record<string, { zh: string; to: string }>> = {
  receipts: { zh: '收文', to: places.receive },
  carriers: { zh: '登记载体', to: places.enter },
  classifications: { zh: '提出定密', to: places.levels() },
  circulations: { zh: '送批办', to: places.circulation() },
  circulationSteps: { zh: '传阅', to: places.circulation() },
  stocktakes: { zh: '开始清点', to: places.stocktake() },
  stocktakeLines: { zh: '清点', to: places.stocktake() },
  recalls: { zh: '开始清退', to: places.recall() },
  cabinets: { zh: '登记柜具', to: places.cabinets },
  checks: { zh: '检查登记', to: places.checks() },
  refusals: { zh: '登记', to: places.refusal },
  handovers: { zh: '开始移交', to: places.handover() },
  telegrams: { zh: '收电', to: places.telegrams() },
  tipOffs: { zh: '举报', to: places.tipOff },
  readings: { zh: '借还', to: places.desk },
  loans: { zh: '借还', to: places.desk },
  copies: { zh: '复制摘抄', to: places.copy },
  destructions: { zh: '造册', to: places.destruction() },
  incidents: { zh: '报失', to: places.missing },
  violations: { zh: '违规登记', to: places.violation },
  computers: { zh: '登记计算机', to: places.computer },
  usageLogs: { zh: '开机登记', to: places.usage },
  persons: { zh: '登记人员', to: places.person },
};

/** Ledgers that can be brought in from a file. */
export const importable: ReadonlySet<string> = new Set(['receipts', 'carriers', 'persons', 'readings', 'computers', 'usageLogs']);
