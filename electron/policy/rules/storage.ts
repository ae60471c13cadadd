import type { CommandName } from '#shared/contract/commands.ts';
import { isStateSecret, levelZh, rankOf } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { keyOfLevel } from '../parameters.ts';
import { deny, warn } from '../question.ts';
import type { Finding, Question, Rule } from '../question.ts';
import { called, zh } from './subject.ts';

/** Acts that say where a carrier is put. */
export const storing = ['carrier.receive', 'carrier.enter', 'carrier.place', 'carrier.transfer', 'carrier.giveBack', 'circulation.takeBack', 'notebook.issue', 'notebook.giveBack', 'carrier.find', 'carrier.file', 'production.complete', 'carrier.copy', 'carrier.compile', 'archive.move', 'telegram.receive'] as const;
const cabinetActs = ['cabinet.register', 'cabinet.change'] as const;

/** Furniture from weak to strong. */
export const cabinetRanks = ['other', 'iron_cabinet', 'archive_room', 'code_cabinet', 'code_safe'];
export const cabinetKindZh: Readonly<Record<string, string>> = { code_safe: '密码保险柜', code_cabinet: '密码文件柜', iron_cabinet: '铁皮柜', archive_room: '档案库', other: '其他柜具' };

/** The field of an act that says where something is put; most call it `place`. */
const placeFields: Readonly<Partial<Record<CommandName, string>>> = { 'carrier.copy': 'storedAt', 'archive.move': 'toPlace' };
/** Where the act puts something, as it is written; undefined when it does not say. */
export const placeIn = (command: CommandName, input: Readonly<Record<string, unknown>>): unknown => input[placeFields[command] ?? 'place'];

type Item = Readonly<{ level: Level | null; ordinary: boolean }>;
const itemOf = (c: RecordOf<'carriers'>): Item => ({ level: c.level, ordinary: (c.regime ?? (c.level === null ? 'ordinary' : 'state_secret')) === 'ordinary' && c.asClassified !== 1 });

/** What the act puts away: carriers of the books, or what it brings in. A compilation counts as the highest of its parts. */
function itemsIn(q: Question): readonly Item[] {
  if (q.command === 'archive.move') return (q.facts.carriers ?? []).map(itemOf);
  if (q.command === 'carrier.compile') return (q.facts.carriers ?? []).map(itemOf).toSorted((x, y) => rankOf(y.level) - rankOf(x.level)).slice(0, 1);
  const c = q.facts.carrier;
  const level = c?.level ?? q.facts.production?.level ?? (q.input['level'] as Level | undefined) ?? null;
  const regime = c?.regime ?? (q.input['regime'] as string | undefined) ?? (level === null ? 'ordinary' : 'state_secret');
  return [{ level, ordinary: regime === 'ordinary' && c?.asClassified !== 1 && q.input['asClassified'] !== true }];
}

/** The first finding about anything that is put into a registered cabinet. */
function intoCabinet(q: Question, judge: (item: Item, cabinet: RecordOf<'cabinets'>) => Finding | null): Finding | null {
  const cabinet = q.facts.cabinetAt;
  if (cabinet == null || q.historical || q.input['toUnit'] !== undefined) return null;
  for (const item of itemsIn(q)) {
    const found = judge(item, cabinet);
    if (found !== null) return found;
  }
  return null;
}
const mixed = (q: Question, messageZh: string, nextStepZh: string): Finding => (q.profile.text('storage.mixedCabinet') === 'warn' ? warn(messageZh, nextStepZh) : deny(`不得混存。${messageZh}`, nextStepZh));

/** What a cabinet is to be after the act. */
function cabinetAfter(q: Question): { kind: string; level: Level | null; ordinary: boolean } {
  const old = q.facts.cabinet;
  const ordinary = q.input['ordinary'];
  return { kind: old?.kind ?? String(q.input['kind']), level: (q.input['level'] === undefined ? old?.level : q.input['level']) as Level | null, ordinary: ordinary === undefined ? old?.ordinary === 1 : ordinary === true };
}

/** Where carriers lie: by level, apart from ordinary material, in one hand (P119–P121, C09). */
export const storageRules: readonly Rule[] = [
  {
    id: 'P120-R', titleZh: '存入与密级相配的柜', matrix: ['P120'], outcome: 'deny', source: { seed: 'C09；002-B2 9', law: '密码柜（二手）' }, parameters: [], commands: storing,
    sentenceZh: '载体不存入最高密级低于它的柜具。',
    judge: (q) => intoCabinet(q, ({ level }, cabinet) => {
      if (!isStateSecret(level) || cabinet.level === null || rankOf(level) <= rankOf(cabinet.level)) return null;
      return deny(`不得存放。${cabinet.place ?? ''}最高存放${levelZh[cabinet.level]}，本件${levelZh[level]}（规则 P120）。`, '请另选柜具。');
    }),
  },
  {
    id: 'P120-O', titleZh: '绝密专柜', matrix: ['P120', 'P067'], outcome: 'deny', source: { seed: '003-14 3', law: '绝密专柜存放（二手）' }, parameters: ['storage.ownCabinetTopSecret'], commands: storing,
    sentenceZh: '绝密载体专柜存放，其他载体不放进绝密柜。',
    judge: (q) => intoCabinet(q, ({ level }, cabinet) => {
      if (cabinet.level !== 'top_secret' || level === 'top_secret' || q.profile.get('storage.ownCabinetTopSecret') !== true) return null;
      return deny(`不得存放。${cabinet.place ?? ''}是绝密专柜，本件${level === null ? '没有密级' : levelZh[level]}（规则 P120）。`, '请另选柜具。');
    }),
  },
  {
    id: 'P121', titleZh: '涉密与普通材料分开', matrix: ['P121'], outcome: 'deny', source: { seed: '003-7（一）3；003-10 33（四）' }, parameters: ['storage.mixedCabinet'], commands: storing,
    sentenceZh: '涉密载体与普通材料分柜存放。',
    judge: (q) => intoCabinet(q, ({ level, ordinary }, cabinet) => {
      if (isStateSecret(level) && cabinet.ordinary === 1) return mixed(q, `${cabinet.place ?? ''}存放普通材料，本件是${levelZh[level]}（规则 P121）。`, '请另选涉密柜具。');
      if (ordinary && isStateSecret(cabinet.level) && cabinet.ordinary !== 1) return mixed(q, `${cabinet.place ?? ''}存放涉密载体，本件是普通材料（规则 P121）。`, '请另选普通柜具。');
      return null;
    }),
  },
  {
    id: 'P119', titleZh: '集中保管', matrix: ['P119'], outcome: 'warn', source: { seed: '000-1M 34；002-A2 10（二）' }, parameters: [], commands: storing,
    sentenceZh: '涉密载体由一处集中保管；部门只存暂时需用的，写明原因。',
    judge: (q) => {
      if (q.facts.cabinetAt !== null || q.historical || q.input['toUnit'] !== undefined || !itemsIn(q).some((i) => isStateSecret(i.level))) return null;
      return warn(`${String(placeIn(q.command, q.input))}不是登记的保密柜，涉密载体应集中保管，依据本单位制度（规则 P119）。`, '请改存保密柜；部门暂时需用的，写明原因。');
    },
  },
  {
    id: 'P120-C', titleZh: '柜具够得上密级', matrix: ['P120'], outcome: 'deny', source: { seed: 'C09；002-B2 9', law: '密码柜（二手）' }, parameters: ['storage.cabinetFor.topSecret', 'storage.cabinetFor.secret', 'storage.cabinetFor.confidential'], commands: cabinetActs,
    sentenceZh: '登记柜具的存放密级不超过柜具本身的等级。',
    judge: (q) => {
      const { kind, level } = cabinetAfter(q);
      if (!isStateSecret(level)) return null;
      const need = q.profile.text(`storage.cabinetFor.${keyOfLevel(level)}`);
      return cabinetRanks.indexOf(kind) >= cabinetRanks.indexOf(need) ? null : deny(`不得登记。${cabinetKindZh[kind] ?? kind}不能存放${levelZh[level]}载体，须用${cabinetKindZh[need] ?? need}（规则 P120）。`, '请降低存放密级，或更换柜具。');
    },
  },
  {
    id: 'P121-C', titleZh: '一柜不两用', matrix: ['P121'], outcome: 'deny', source: { seed: '003-7（一）3；003-10 33（四）' }, parameters: ['storage.mixedCabinet'], commands: cabinetActs,
    sentenceZh: '存放涉密载体的柜具不同时存放普通材料。',
    judge: (q) => {
      const { level, ordinary } = cabinetAfter(q);
      return ordinary && isStateSecret(level) ? mixed(q, '同一柜具既存涉密载体又存普通材料（规则 P121）。', '请分柜存放。') : null;
    },
  },
  {
    id: 'P120-U', titleZh: '一处一柜', matrix: ['P120'], outcome: 'deny', source: { seed: '（产品规定）' }, parameters: [], commands: ['cabinet.register'],
    sentenceZh: '一个位置名称只登记一个在用柜具。',
    judge: (q) => (q.facts.cabinetAt == null ? null : deny(`不得登记。${String(q.input['place'])}已登记为 ${q.facts.cabinetAt.number ?? ''}（规则 P120）。`, '请用变更柜具，或换一个位置名称。')),
  },
  {
    id: 'P120-H', titleZh: '先腾空再停用', matrix: ['P120', 'P121'], outcome: 'deny', source: { seed: '002-B2 9' }, parameters: [], commands: ['cabinet.change'],
    sentenceZh: '柜内还有载体的不停用；柜内载体密级高于新密级的不降低。',
    judge: (q) => {
      const inside = q.facts.highestIn;
      if (inside == null) return null;
      if (q.input['withdrawn'] === true) return deny(`不得停用。柜内还有 ${called(inside)} 等载体（规则 P120）。`, '请先移存柜内载体。');
      const { level, ordinary } = cabinetAfter(q);
      if (isStateSecret(inside.level) && (ordinary || (level !== null && rankOf(inside.level) > rankOf(level)))) return deny(`不得变更。柜内 ${called(inside)} 是${zh(inside.level)}（规则 P120）。`, '请先移存柜内载体。');
      return null;
    },
  },
];
