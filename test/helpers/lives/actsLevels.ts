import type { classificationCommands } from '#shared/contract/classification.ts';
import type { countingCommands } from '#shared/contract/counting.ts';
import { answersTo } from '../samplesCounting.ts';
import { level, maybe, ORGAN, OWN, scope, years } from './actsCarriers.ts';
import type { Makers } from './actsCarriers.ts';
import type { Input, World } from './world.ts';

const secret = `level IN ('secret', 'confidential') AND COALESCE(provisional, 0) = 0`;
const HELD = 'in_custody lent archived reading';
/** Who decides here, or whose word is followed: the unit decides its own, the rest by notice of the organ. */
const word = (w: World, carrier: number): Input => {
  const c = w.rows('SELECT issuer, source FROM carriers WHERE id = ?', carrier)[0];
  const own = c?.['issuer'] === OWN && c['source'] !== 'received';
  return own ? { decider: '闻人录', basis: '情势变化' } : { noticeNumber: w.fresh('示厅密〔2026〕'), noticeFrom: ORGAN, noticeOn: w.day(0), basis: '来文通知' };
};

/** Levels: proposed, decided, changed, extended, released; labels. */
export const levelActsOf: Makers<keyof typeof classificationCommands> = {
  'classification.propose': (w) => {
    const l = level(w);
    const unmarked = w.rows(`SELECT id FROM carriers WHERE level IS NULL AND grade IS NULL AND state = 'in_custody' AND carrierKind = 'paper' AND source = 'produced'`);
    const what: Input = unmarked.length > 0 && w.dice.chance(0.5) ? { carrier: w.dice.pick(unmarked)['id'] } : { title: w.fresh('事项') };
    const kind = w.dice.pick<Input>([{ kind: 'original', clause: '水利工作保密事项范围第三条', basis: '未公开数据' }, { kind: 'derived', derivedReason: 'executes', basisDocument: '示厅函〔2026〕1号' }, { kind: 'provisional', submitTo: ORGAN }]);
    return w.dice.chance(0.15) ? { title: w.fresh('商密'), regime: 'commercial_secret', grade: 'grade2', period: { years: 3 }, accessScope: scope(w), kind: 'original', clause: '商密', basis: '报价', proposer: '南宫砚' } : { ...what, level: l, period: years(l), accessScope: scope(w), ...kind, proposer: '南宫砚' };
  },
  'classification.decide': (w) => ({ classification: w.one('classifications', `state = 'proposed' AND kind IN ('original', 'derived')`), verdict: w.dice.chance(0.85) ? 'agreed' : 'refused', decider: '闻人录', deciderOffice: '主要负责人', reason: '依据充分' }),
  'classification.submit': (w) => {
    const classification = w.one('classifications', `state = 'submitted' OR (state = 'proposed' AND kind = 'provisional')`);
    const c = w.rows('SELECT state, kind FROM classifications WHERE id = ?', classification)[0];
    const answered: Input = { answeredOn: w.day(0), answerNumber: w.fresh('示厅复'), ...(c?.['kind'] === 'provisional' ? { level: w.dice.pick(['secret', 'confidential']), period: { years: 5 } } : {}), ...(c?.['kind'] === 'notice' ? { confirmed: w.dice.chance(0.5) } : {}) };
    return { classification, ...(c?.['state'] === 'submitted' ? answered : { to: ORGAN }) };
  },
  'classification.change': (w) => {
    const carrier = w.carrier(HELD, secret);
    const l = level(w);
    return { carrier, level: l, period: { years: l === 'secret' ? 16 : 7 }, ...word(w, carrier) };
  },
  'classification.extend': (w) => {
    const carrier = w.carrier(HELD, secret);
    return { carrier, period: { years: w.rows('SELECT level FROM carriers WHERE id = ?', carrier)[0]?.['level'] === 'secret' ? 20 : 10 }, decidedOn: w.day(0), ...word(w, carrier) };
  },
  'classification.release': (w) => {
    const carrier = w.carrier(HELD, secret);
    return { carrier, reason: 'decided', extensionChecked: true, ...word(w, carrier) };
  },
  'classification.recordNotice': (w) => {
    const notice = w.dice.pick(['change', 'extension', 'extension', 'release', 'published']);
    return { carriers: w.many('carriers', 2, `state IN ('in_custody', 'lent', 'archived') AND ${secret}`), notice, noticeNumber: w.fresh('示厅密〔2026〕'), noticeFrom: ORGAN, noticeOn: w.day(0), decidedOn: w.day(0), ...(notice === 'change' ? { level: 'confidential', period: { years: 9 } } : notice === 'extension' ? { period: { years: 10 } } : {}), ...maybe(w, 0.3, 'queriedWith', () => ORGAN) };
  },
  'classification.notified': (w) => {
    const classification = w.one('classifications', `notifyDueOn IS NOT NULL AND state IN ('decided', 'done')`);
    const names = w.rows('SELECT s.value AS name FROM classifications c, json_each(c.accessScope) s WHERE c.id = ?', classification).map((r) => r['name'] as string);
    return { classification, people: names.length === 0 ? ['南宫砚'] : names };
  },
  'classification.suggestRelease': (w) => ({ carrier: w.carrier(HELD, `${secret} AND issuer = '${ORGAN}'`), to: ORGAN, reason: '内容已过时' }),
  'classification.review': (w) => ({ carriers: w.many('carriers', 3, `state IN ('in_custody', 'archived') AND ${secret} AND issuer = '${OWN}'`), decider: '闻人录', deciderOffice: '主要负责人', listNumber: '青研备〔2026〕1号' }),
  'label.print': (w) => ({ carriers: w.many('carriers', 3, `state = 'in_custody' AND ${secret}`) }),
  'label.applied': (w) => ({ carriers: w.many('carriers', 3, `state = 'in_custody' AND ${secret}`), where: '封面左上角' }),
};

/** Recalls, stocktakes, cabinets, checks. */
export const countingActsOf: Makers<keyof typeof countingCommands> = {
  'recall.open': (w) => w.dice.pick<Input>([
    { kind: 'task', title: w.fresh('专项收回'), dueOn: w.day(20), carriers: w.many('carriers', 3, `state IN ('in_custody', 'lent', 'archived') AND recall IS NULL`) },
    { kind: 'issuer', title: w.fresh('清退'), issuer: ORGAN, noticeNumber: w.fresh('示厅函〔2026〕退'), dueOn: w.day(20), carriers: w.many('carriers', 3, `state IN ('in_custody', 'lent') AND recall IS NULL AND issuer = '${ORGAN}'`) },
  ]),
  'recall.close': (w) => ({ recall: w.one('recalls', `state = 'open'`), checkedBy: '闻人录', explanation: '尚在办理，继续追收' }),
  'stocktake.open': (w) => ({ kind: 'part', ...w.dice.pick<Input>([{ place: w.dice.pick(['4号柜', '清点柜', '档案库2架', '3号柜2格']) }, { level: 'confidential' }]), counter: w.keeper.name, checker: '闻人录' }),
  'stocktake.count': (w) => {
    const stocktake = w.one('stocktakes', `state = 'open'`);
    const left = w.rows('SELECT i.value AS id FROM stocktakes s, json_each(s.expected) i WHERE s.id = ? AND NOT EXISTS (SELECT 1 FROM stocktakeLines l WHERE l.stocktake = s.id AND l.carrier = i.value)', stocktake).map((r) => r['id'] as number);
    if (w.dice.chance(0.1)) return { stocktake, scanned: w.fresh('不明码'), explanation: '不在账上' };
    return { stocktake, carriers: w.dice.chance(0.6) ? w.dice.some(left, 40) : left.length === 0 ? [1] : left, ...maybe(w, 0.4, 'explanation', () => '已看到'), ...maybe(w, 0.3, 'withHolder', () => true) };
  },
  'stocktake.close': (w) => ({ stocktake: w.one('stocktakes', `state = 'open'`), action: '放回原处' }),
  'stocktake.cancel': (w) => ({ stocktake: w.one('stocktakes', `state = 'open'`), reason: '改日再点' }),
  'cabinet.register': (w) => ({ place: w.fresh('备用柜'), kind: 'code_safe', level: 'secret', keepers: [w.keeper.name] }),
  'cabinet.change': (w) => ({ cabinet: w.one('cabinets', `state = 'in_service'`), codeChangedOn: w.day(0), reason: '换人', ...maybe(w, 0.9, 'withdrawn', () => true) }),
  'check.record': (w) => (w.dice.chance(0.5)
    ? { checklist: 'store', inspector: w.keeper.name, place: '档案库', answers: answersTo('store') }
    : { checklist: 'destruction', inspector: w.keeper.name, answers: answersTo('destruction', 'yes', { scrap: 'no' }), findings: '废纸堆有一页', correctBy: w.day(7) }),
  'check.correct': (w) => ({ check: w.one('checks', `state = 'open'`), corrected: '已清理' }),
};
