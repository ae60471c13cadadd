import type { CommandName } from '#shared/contract/commands.ts';
import { people } from './world.ts';
import type { Input, World } from './world.ts';

/** Makes an input that fits the books as they stand, or throws NoTarget. */
export type Maker = (w: World) => Input;
export type Makers<N extends CommandName> = Readonly<Record<N, Maker>>;

export const ORGAN = '示例省青岭厅';
export const OWN = '青岭研究所';
const at = '3号柜1格';
export const scope = (w: World): string[] => w.dice.some(people, people.length);
type Secret = 'top_secret' | 'secret' | 'confidential';
/** What the terminal may hold. */
export const level = (w: World): Secret => (w.desk.terminal.level === 'top_secret' && w.dice.chance(0.3) ? 'top_secret' : w.dice.pick(['secret', 'secret', 'confidential'] as const));
export const years = (l: string): Input => ({ years: l === 'top_secret' ? 25 : l === 'confidential' ? 8 : 15 });
/** Only sometimes there. */
export const maybe = <T>(w: World, p: number, key: string, value: () => T): Input => (w.dice.chance(p) ? { [key]: value() } : {});
export const consent = (w: World): Input => ({ originatorConsent: w.fresh('示厅函〔2026〕同意'), consentOn: w.day(0), consentFile: '2026-3卷' });
const signature = (w: World): string => w.dice.pick(['ink', 'ink', 'pending']);
const inHouse = `carrierKind NOT IN ('telegram', 'notebook')`;
/** Readers that stand in the carrier's own scope. */
const readerOf = (w: World, carrier: number): string => {
  const names = w.rows(`SELECT p.name FROM carriers c, json_each(c.accessScope) s JOIN persons p ON p.name = s.value WHERE c.id = ? AND p.status = 'on_post' AND p.personnelClass <> 'general'`, carrier);
  return names.length === 0 || w.dice.chance(0.15) ? w.person() : (w.dice.pick(names)['name'] as string);
};

type Names = 'carrier.receive' | 'carrier.enter' | 'carrier.place' | 'carrier.lend' | 'carrier.read' | 'carrier.giveBack' | 'carrier.extendLoan' | 'carrier.copy' | 'carrier.transfer' | 'carrier.returnToIssuer' | `carrier.destroy.${'propose' | 'execute' | 'cancel'}` | 'carrier.reportMissing' | 'carrier.find' | 'carrier.correct'
  | 'record.correct' | 'record.view' | `knowledge.${'record' | 'sign'}` | `scope.${'set' | 'widen' | 'revoke'}`;

/** Receipt, custody, loans, copies, destruction, search, knowledge. */
export const carrierActs: Makers<Names> = {
  'carrier.receive': (w) => {
    const l = w.dice.pick([level(w), level(w), 'internal', null] as const);
    const copies = 1 + w.dice.int(3);
    const secret = l !== null && l !== 'internal';
    return {
      title: w.fresh('来文'), level: l, copies, issuer: ORGAN, docNumber: w.fresh('示厅函〔2026〕收'), custodian: w.keeper.name, place: at, cabinetKind: 'code_safe', signedBy: w.keeper.name, counted: true, sealIntact: true, expectedCopies: w.dice.chance(0.2) ? copies + 1 : copies, channel: 'confidential_transport', envelope: w.fresh('机字'),
      ...(secret ? { period: years(l), accessScope: scope(w), copySerials: Array.from({ length: copies }, (_, n) => String(n + 1).padStart(6, '0')) } : {}), ...maybe(w, 0.1, 'asClassified', () => true), ...maybe(w, 0.2, 'returnRequired', () => true),
    };
  },
  'carrier.enter': (w) => {
    const l = w.dice.pick([level(w), level(w), level(w), 'internal', null] as const);
    const kind = w.dice.pick(['paper', 'paper', 'paper', 'notebook', 'optical', 'usb']);
    const batch = w.rows(`SELECT id FROM imports WHERE state = 'done' AND register = 'carriers'`);
    const secret = l !== null && l !== 'internal';
    const old = batch.length > 0 && w.dice.chance(0.4) ? { importBatch: w.dice.pick(batch)['id'], state: w.dice.pick(['in_custody', 'in_use', 'out_for_repair', 'out_for_repair', 'returned']) } : {};
    return {
      title: w.fresh('载体'), level: l, carrierKind: kind, issuer: w.dice.pick([ORGAN, OWN]), custodian: w.keeper.name, place: at, cabinetKind: 'code_safe', source: w.dice.pick(['received', 'produced']), pages: 10, basisDocument: '示厅函〔2026〕1号', issuedOn: w.dice.pick(['2026-10-01', '2017-01-10']),
      ...(secret ? { period: years(l), accessScope: scope(w) } : {}), ...(kind === 'notebook' ? {} : { docNumber: w.fresh('示厅函〔2026〕登'), copySerial: '000001' }), ...(kind === 'usb' ? { deviceSerial: w.fresh('U') } : {}), ...old, ...maybe(w, 0.05, 'copyingForbidden', () => true), ...maybe(w, 0.1, 'returnRequired', () => true),
    };
  },
  'carrier.place': (w) => ({ carrier: w.carrier('in_custody', inHouse), place: w.dice.pick(['3号柜2格', '4号柜', '清点柜1格']), cabinetKind: w.dice.pick(['code_cabinet', 'code_safe']) }),
  'carrier.lend': (w) => {
    const carrier = w.carrier('in_custody in_custody lent', `${inHouse} AND circulation IS NULL`);
    return { carrier, borrower: readerOf(w, carrier), reason: '编制方案', place: '办公室', dueOn: w.day(w.dice.int(7)), signature: signature(w), ...maybe(w, 0.2, 'copyingNote', () => '准予复制') };
  },
  'carrier.read': (w) => {
    const carrier = w.carrier('in_custody', `${inHouse} AND circulation IS NULL`);
    return { carrier, reader: readerOf(w, carrier), purpose: '编制方案', place: '阅文室', signature: signature(w), ...maybe(w, 0.3, 'endedAt', () => w.now()) };
  },
  'carrier.giveBack': (w) => ({ carrier: w.carrier('lent reading out_for_repair', `NOT EXISTS (SELECT 1 FROM archiveUses u, json_each(u.items) i WHERE u.state = 'open' AND i.value = carriers.id)`), pagesChecked: w.dice.chance(0.9), intact: true, remark: '完好', signature: 'ink' }),
  'carrier.extendLoan': (w) => ({ carrier: w.carrier('lent'), dueOn: w.day(1 + w.dice.int(6)), reason: '未办完' }),
  'carrier.copy': (w) => ({ carrier: w.carrier('in_custody archived lent', `${inHouse} AND level IS NOT NULL AND COALESCE(copyingForbidden, 0) = 0`), quantity: 1 + w.dice.int(3), kind: w.dice.pick(['copy', 'copy', 'electronic']), reason: '会议用', operator: '司马执', machine: '专用复印机', place: '文印室', stamped: true, wasteSheets: 1, ...consent(w), ...maybe(w, 0.3, 'recipients', () => [w.person()]) }),
  'carrier.transfer': (w) => ({ carrier: w.carrier('in_custody archived', inHouse), to: w.dice.pick(['慕容档', '南宫砚']), receivedBy: '慕容档', place: '5号柜', cabinetKind: 'code_cabinet', ...maybe(w, 0.3, 'toUnit', () => '示例省档案馆') }),
  'carrier.returnToIssuer': (w) => ({ carrier: w.carrier('in_custody', `${inHouse} AND issuer = '${ORGAN}' AND source = 'received'`), receivedBy: '司徒收', noticeNumber: '示厅函〔2026〕40号' }),
  'carrier.destroy.propose': (w) => ({ carriers: w.many('carriers', 3, `state IN ('in_custody', 'archived') AND carrierKind IN ('paper', 'printout', 'telegram') AND COALESCE(returnRequired, 0) = 0 AND circulation IS NULL`), reason: '过期', method: w.dice.pick(['shred', 'pulp']), ...w.dice.pick<Input>([{ place: 'authority_facility' }, { place: 'own_equipment', placeName: '粉碎机01号' }]), issuerLeave: '示厅函〔2026〕41号' }),
  'carrier.destroy.execute': (w) => {
    const destruction = w.one('destructions', `state = 'proposed'`);
    const items = w.rows('SELECT c.carrierKind AS kind, COUNT(*) AS n FROM destructions d, json_each(d.items) i JOIN carriers c ON c.id = i.value WHERE d.id = ? GROUP BY 1', destruction);
    const n = items.reduce((sum, r) => sum + (r['n'] as number), w.dice.chance(0.1) ? 1 : 0);
    return { destruction, countBefore: n, countAfter: n, tally: Object.fromEntries(items.map((r) => [r['kind'] as string, r['n']])), executor: '司马执', witness1: '端木核', witness2: '申屠校', escorts: ['端木核', '申屠校'], receiptNumber: w.fresh('HZ-'), unrecoverable: true };
  },
  'carrier.destroy.cancel': (w) => ({ destruction: w.one('destructions', `state = 'proposed'`), reason: '改送' }),
  'carrier.reportMissing': (w) => ({ carrier: w.carrier(w.dice.pick(['in_custody', 'lent', 'reading', 'circulating', 'archived', 'in_use', 'destroy_pending', 'in_transit', 'carried_out', 'out_for_repair'])), discoveredBy: w.keeper.name, account: '清点未见', reportedTo: '主管领导' }),
  'carrier.find': (w) => ({ carrier: w.carrier('missing'), foundWhere: '柜顶', account: '夹在别的文件里', ...maybe(w, 0.3, 'place', () => '3号柜3格') }),
  'carrier.correct': (w) => {
    const carrier = w.one('carriers');
    return { carrier, revision: (w.rows('SELECT revision FROM carriers WHERE id = ?', carrier)[0]?.['revision'] as number | undefined) ?? 1, set: { title: w.fresh('改名') }, reason: '笔误' };
  },
  'record.correct': (w) => {
    const record = w.one('persons');
    return { register: 'persons', record, revision: (w.rows('SELECT revision FROM persons WHERE id = ?', record)[0]?.['revision'] as number | undefined) ?? 1, set: { trainedOn: w.day(-1), phone: w.fresh('1380000') }, reason: '更新培训' };
  },
  'record.view': (w) => ({ register: 'carriers', record: w.one('carriers') }),
  'knowledge.record': (w) => {
    const carrier = w.carrier('in_custody lent archived', inHouse);
    return { carrier, readers: [readerOf(w, carrier)], how: w.dice.pick(['told', 'handled', 'meeting']), place: '会议室', purpose: '传达', signature: 'ink' };
  },
  'knowledge.sign': (w) => ({ reading: w.one('readings', `signature = 'pending'`), signature: 'ink' }),
  'scope.set': (w) => ({ carrier: w.carrier('in_custody', 'accessScope IS NULL OR 1'), accessScope: scope(w), basis: '来文' }),
  'scope.widen': (w) => ({ carrier: w.carrier('in_custody lent archived', 'level IS NOT NULL'), add: [w.person()], reason: '参加编制' }),
  'scope.revoke': (w) => ({ carrier: w.carrier('in_custody lent', 'accessScope IS NOT NULL'), remove: [w.person()], reason: '调离' }),
};
