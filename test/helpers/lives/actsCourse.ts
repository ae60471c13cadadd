import type { archiveCommands } from '#shared/contract/archive.ts';
import type { circulationCommands } from '#shared/contract/circulation.ts';
import type { productionCommands } from '#shared/contract/production.ts';
import { consent, level, maybe, ORGAN, scope, years } from './actsCarriers.ts';
import type { Makers } from './actsCarriers.ts';
import type { Input, World } from './world.ts';

const plain = `carrierKind NOT IN ('telegram', 'notebook')`;
const free = `${plain} AND circulation IS NULL`;
const numberOf = (w: World, sql: string, ...bound: unknown[]): number => (w.rows(sql, ...bound)[0]?.['n'] as number | undefined) ?? 0;

/** Circulation, holding, notebooks, refusals. */
export const circulationActsOf: Makers<keyof typeof circulationCommands> = {
  'carrier.route': (w) => {
    const receipts = w.rows(`SELECT id FROM receipts WHERE level IS NULL AND state = 'registered' AND circulation IS NULL`);
    const what: Input = receipts.length > 0 && w.dice.chance(0.2) ? { receipt: w.dice.pick(receipts)['id'] } : { carrier: w.carrier('in_custody', free) };
    return { ...what, readers: w.dice.some(w.rows(`SELECT name FROM persons WHERE status = 'on_post' AND personnelClass <> 'general'`), 3).map((r) => r['name']), proposal: '请阅', routedBy: '公孙批', dueOn: w.day(w.dice.int(7)) };
  },
  'carrier.circulate': (w) => {
    const step = w.one('circulationSteps', `state = 'waiting' AND NOT EXISTS (SELECT 1 FROM circulationSteps o WHERE o.circulation = circulationSteps.circulation AND o.state = 'out') AND turn = (SELECT MIN(turn) FROM circulationSteps f WHERE f.circulation = circulationSteps.circulation AND f.state = 'waiting')`);
    const s = w.rows('SELECT circulation, readerName FROM circulationSteps WHERE id = ?', step)[0] ?? { circulation: 1, readerName: '南宫砚' };
    return { circulation: s['circulation'], reader: s['readerName'], signature: w.dice.pick(['ink', 'pending']), place: '阅文室', dueOn: w.day(w.dice.int(2)) };
  },
  'circulation.takeBack': (w) => ({ circulation: w.one('circulations', `EXISTS (SELECT 1 FROM circulationSteps s WHERE s.circulation = circulations.id AND s.state = 'out')`), opinion: '已阅', pagesChecked: w.dice.chance(0.9), signature: 'ink', remark: '完好', ...maybe(w, 0.3, 'instructions', () => '请规划科提出意见'), ...maybe(w, 0.3, 'followUpDueOn', () => w.day(5)) }),
  'circulation.followUp': (w) => ({ circulation: w.one('circulations', 'instructions IS NOT NULL AND followUpDoneOn IS NULL'), text: '已提出意见', done: w.dice.chance(0.5) }),
  'circulation.addReaders': (w) => ({ circulation: w.one('circulations', `state = 'routed'`), readers: [w.person(`personnelClass <> 'general'`)], routedBy: '公孙批' }),
  'circulation.finish': (w) => ({ circulation: w.one('circulations', `state IN ('routed', 'finished') AND NOT EXISTS (SELECT 1 FROM circulationSteps s WHERE s.circulation = circulations.id AND s.state = 'out')`), reason: '改为借阅', ...maybe(w, 0.3, 'archiveNumber', () => w.fresh('2026-3-')) }),
  'refusal.record': (w) => ({ askedBy: '某科长', asked: '要求复印两份自留', rules: '不得私自复制', ...maybe(w, 0.5, 'carrier', () => w.one('carriers')) }),
  'refusal.reported': (w) => ({ refusal: w.one('refusals', `state = 'recorded'`), reportedTo: '主管领导' }),
  'carrier.hold': (w) => ({ carrier: w.carrier('lent circulating'), until: w.day(1 + w.dice.int(6)), reason: '赶写报告' }),
  'notebook.issue': (w) => ({ carrier: w.carrier('in_custody', `carrierKind = 'notebook'`), holder: w.person(`personnelClass <> 'general'`), pages: 100, dueOn: w.day(30) }),
  'notebook.giveBack': (w) => {
    const carrier = w.carrier('in_use', `EXISTS (SELECT 1 FROM notebooks n WHERE n.carrier = carriers.id AND n.state = 'out')`);
    return { carrier, pages: w.dice.chance(0.85) ? 100 : 98, used: w.dice.int(90), remark: '已检查' };
  },
};

/** Who may know all of these. */
const shared = (w: World, parts: readonly number[]): string[] => {
  const names = w.rows('SELECT s.value AS name FROM carriers c, json_each(c.accessScope) s WHERE c.id IN (SELECT value FROM json_each(?)) GROUP BY 1 HAVING COUNT(*) = ?', JSON.stringify(parts), parts.length).map((r) => r['name'] as string);
  return names.length === 0 ? scope(w) : names;
};
const items = (w: World, atMost: number): number[] => w.many('carriers', atMost, `state = 'archived'`);
const outing = `state = 'in_custody' AND ${free} AND level IS NOT NULL`;

/** Archives, extracts, compilations, trips. */
export const archiveActsOf: Makers<keyof typeof archiveCommands> = {
  'archive.consult': (w) => ({ items: items(w, 2), purpose: '编制方案', range: '第1至10页', place: '档案查阅室', ...(w.dice.chance(0.3) ? { readerName: '外来人', unit: '示例市某局', outsider: true, letter: '介〔2026〕3号 示例市某局' } : { reader: w.person(`personnelClass <> 'general'`) }) }),
  'archive.lendOut': (w) => ({ items: items(w, 2), reader: w.person(`personnelClass <> 'general'`), purpose: '编制方案', dueOn: w.day(w.dice.int(5)) }),
  'archive.close': (w) => ({ use: w.one('archiveUses', `state = 'open'`), intact: true, reshelved: true, ...maybe(w, 0.2, 'extracts', () => '第三页'), extractChecked: true }),
  'archive.move': (w) => {
    const moved = items(w, 3);
    return { items: moved, volumes: moved.length, toPlace: w.dice.pick(['档案库2架', '档案库3架']), receivedBy: '慕容档' };
  },
  'carrier.extract': (w) => {
    const book = w.dice.pick(w.rows(`SELECT n.carrier, n.holderName FROM notebooks n JOIN carriers c ON c.id = n.carrier WHERE n.state = 'out' AND c.state = 'in_use'`));
    return { carrier: w.carrier('in_custody archived', `${plain} AND level IS NOT NULL AND COALESCE(copyingForbidden, 0) = 0`), by: book['holderName'], notebook: book['carrier'], reason: '编制方案', content: '第三部分', pages: 2, ...consent(w) };
  },
  'carrier.compile': (w) => {
    const parts = w.many('carriers', 3, `state IN ('in_custody', 'archived') AND ${plain} AND level IS NOT NULL AND COALESCE(copyingForbidden, 0) = 0`);
    return { carriers: parts.length < 2 ? [...parts, ...parts] : parts, title: w.fresh('汇编'), copies: 1 + w.dice.int(2), reason: '会议用', operator: '司马执', custodian: w.keeper.name, place: '3号柜1格', pages: 20, accessScope: shared(w, parts), ...consent(w) };
  },
  'carrier.carryOut': (w) => {
    const carriers = w.many('carriers', 3, outing);
    return { carriers, traveller: w.person(`personnelClass <> 'general'`), companions: w.dice.chance(0.5) ? [w.person(`personnelClass = 'core'`)] : [], destination: ORGAN, purpose: w.dice.pick(['meeting', 'work', 'work', 'foreign_affairs', 'home']), reason: '参加评审', measures: '密码箱，随身携带', keeper: '南宫砚', dueOn: w.day(1 + w.dice.int(3)), counted: carriers.length };
  },
  'carrier.checkIn': (w) => {
    const trip = w.one('trips', `state = 'out'`);
    const out = w.rows(`SELECT id FROM carriers WHERE trip = ? AND state = 'carried_out'`, trip).map((r) => r['id'] as number);
    const lost = out.length > 0 && w.dice.chance(0.15) ? [w.dice.pick(out)] : [];
    return { trip, counted: out.length - lost.length, pagesChecked: true, remark: '已清点', checkedBy: w.keeper.name, ...(lost.length === 0 ? {} : { missing: lost, reportedTo: '主管领导' }) };
  },
};

/** Runs of the print room, dispatch, conveyance. */
export const productionActsOf: Makers<keyof typeof productionCommands> = {
  'production.request': (w) => {
    const l = level(w);
    const copies = 2 + w.dice.int(4);
    return {
      title: w.fresh('方案'), docNumber: w.fresh('青研〔2026〕'), level: l, period: years(l), basisDocument: '示厅函〔2026〕1号', accessScope: scope(w), distribution: [{ recipient: ORGAN, copies: 1 }], copies, retention: '办结归档', returnBy: w.day(60), drafter: '南宫砚', department: '规划科',
      signed: [{ role: '科室负责人', name: '申屠校' }, { role: '主管领导', name: '闻人录' }, { role: '单位负责人', name: '公孙批' }], machine: 'SM-001', operator: w.person(`personnelClass <> 'general'`), ...consent(w), consentOn: undefined, consentFile: undefined,
    };
  },
  'production.complete': (w) => {
    const production = w.one('productions', `state = 'approved'`);
    const approved = numberOf(w, 'SELECT copiesApproved AS n FROM productions WHERE id = ?', production);
    const copiesMade = w.dice.chance(0.1) ? approved + 1 : w.dice.chance(0.1) ? Math.max(1, approved - 1) : approved;
    return { production, copiesMade, filedCopies: 1, typist: '南宫砚', proofreader: '百里舟', proofs: 3, wasteSheets: 4, master: 'erased', pages: 12, custodian: w.keeper.name, place: '3号柜2格', cabinetKind: 'code_safe' };
  },
  'production.destroyWaste': (w) => ({ production: w.one('productions', 'wasteDueOn IS NOT NULL AND wasteDestroyedAt IS NULL'), sheets: w.dice.chance(0.1) ? 6 : 7, executor: '司马执', witness: '慕容档' }),
  'production.cancel': (w) => ({ production: w.one('productions', `state = 'approved'`), reason: '不印了' }),
  'carrier.file': (w) => {
    const runs = w.rows(`SELECT id FROM productions WHERE state = 'made'`);
    const receipts = w.rows(`SELECT id FROM receipts WHERE state = 'registered' AND archivedOn IS NULL`);
    const what = w.dice.int(4);
    return { ...(what === 0 && runs.length > 0 ? { production: w.dice.pick(runs)['id'] } : what === 1 && receipts.length > 0 ? { receipt: w.dice.pick(receipts)['id'] } : { carrier: w.carrier('in_custody', free) }), archiveNumber: w.fresh('2026-DA-'), place: '档案库1架' };
  },
  'carrier.dispatch': (w) => {
    const run = w.dice.chance(0.7) ? w.one('productions', `state IN ('made', 'filed')`) : null;
    const carriers = w.many('carriers', 2, run === null ? `state = 'in_custody' AND ${free} AND level IS NOT NULL` : `state = 'in_custody' AND production = ${run} AND NOT EXISTS (SELECT 1 FROM dispatches d, json_each(d.carriers) i WHERE i.value = carriers.id)`);
    const inside = w.dice.chance(0.3);
    return { carriers, recipient: inside ? '规划科' : ORGAN, outside: !inside, checkedBy: '端木核', ...(inside ? { addressee: '南宫砚' } : {}), ...maybe(w, 0.3, 'channel', () => 'confidential_transport'), envelope: w.fresh('青研机字'), ...maybe(w, 0.05, 'finalList', () => true) };
  },
  'dispatch.withdraw': (w) => ({ dispatch: w.one('dispatches', `state = 'registered'`), reason: '发往单位写错' }),
  'carrier.convey': (w) => {
    const waiting = w.rows(`SELECT carriers, recipient FROM dispatches WHERE state = 'registered' AND outside = 1`);
    const line = waiting.length > 0 && w.dice.chance(0.6) ? w.dice.pick(waiting) : null;
    return { carriers: line === null ? w.many('carriers', 2, `state = 'in_custody' AND ${free} AND level IS NOT NULL`) : (JSON.parse(line['carriers'] as string) as number[]), recipient: line?.['recipient'] ?? ORGAN, channel: w.dice.pick(['confidential_transport', 'courier']), couriers: [w.person(`personnelClass = 'core'`)], route: '直达', vehicle: '公务车', measures: '密码箱', envelope: w.fresh('青研机字'), sealed: true, itemsListed: true };
  },
  'carrier.acknowledge': (w) => {
    if (w.dice.chance(0.5)) {
      const consignment = w.one('consignments', `state <> 'receipted'`);
      const n = numberOf(w, `SELECT COUNT(*) AS n FROM consignments s, json_each(s.items) i JOIN carriers c ON c.id = i.value WHERE s.id = ? AND c.state = 'in_transit'`, consignment);
      return { consignment, receivedBy: '司徒收', receiptNumber: w.fresh('回执'), count: Math.max(0, w.dice.chance(0.15) ? n - 1 : n) };
    }
    return { dispatch: w.one('dispatches', `state IN ('registered', 'sent')`), receivedBy: w.dice.pick(['司徒收', '南宫砚']), receiptNumber: w.fresh('回执') };
  },
};
