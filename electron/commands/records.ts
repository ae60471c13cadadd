import { oneName } from '#shared/names.ts';
import { correctableFields } from '#shared/registers/define.ts';
import { isRegisterKey, registerOf } from '#shared/registers/index.ts';
import type { AnyRecord, RecordOf, RegisterKey } from '#shared/registers/index.ts';
import { invalid } from '#shared/result.ts';
import type { Issue, Refusal } from '#shared/result.ts';
import { move } from '../policy/change.ts';
import type { Change } from '../policy/change.ts';
import type { Facts } from '../policy/question.ts';
import { recordsWhere } from '../vault/read.ts';
import { defineCommand, isRefusal } from './define.ts';
import { duplicatesOf, find, findCarrier, findPerson } from './find.ts';
import type { Ref } from './find.ts';
import type { ReadDb } from '../vault/open.ts';

/** Registers whose lines are the terminal's own; people do not correct them. */
const fixed: readonly RegisterKey[] = ['accounts', 'parameters', 'prints', 'backups', 'imports', 'settings', 'approvals'];

function anyRecord(db: ReadDb, register: string, ref: Ref): { register: RegisterKey; value: RecordOf<RegisterKey> } | Refusal {
  if (!isRegisterKey(register)) return invalid({ path: 'register', messageZh: `没有“${register}”这本台账。` });
  const value = register === 'carriers' ? findCarrier(db, ref) : register === 'persons' ? findPerson(db, ref) : find(db, register, ref);
  return isRefusal(value) ? value : { register, value: value as RecordOf<RegisterKey> };
}

/** Fields of any register that name one person. */
const personNames: readonly string[] = ['name', 'formerName', 'handler', 'signedBy'];
const textOf = (field: string, raw: string): string => (personNames.includes(field) ? oneName(raw.trim().normalize('NFC')) : raw.normalize('NFC'));

/** Parses the new values of a correction. Out: what really changes, or every problem by field. */
function corrected(register: RegisterKey, record: AnyRecord, revision: number, set: Readonly<Record<string, unknown>>, reason: string): Change[] | Refusal {
  const spec = registerOf(register);
  if (record.revision !== revision) return { kind: 'stale', expected: revision, actual: record.revision, messageZh: `这条登记刚刚更正或办理过（现为第 ${record.revision} 次变动，你看到的是第 ${revision} 次）。请刷新后再更正。` };
  const allowed = correctableFields(spec);
  const issues: Issue[] = [];
  const change: Record<string, unknown> = {};
  for (const [name, raw] of Object.entries(set)) {
    const field = spec.fields[name];
    if (field === undefined || !Object.hasOwn(spec.fields, name)) {
      issues.push({ path: `set.${name}`, messageZh: `${spec.title}没有“${name}”这一项。` });
      continue;
    }
    if (!allowed.includes(name)) {
      issues.push({ path: `set.${name}`, messageZh: `${field.label}不能用更正来改，只能由相应手续改变。请办理相应手续。` });
      continue;
    }
    const value = field.kind === 'flag' && typeof raw === 'boolean' ? (raw ? 1 : 0) : typeof raw === 'string' ? (raw.trim() === '' ? null : textOf(name, raw)) : raw;
    const parsed = field.schema.safeParse(value);
    if (!parsed.success) issues.push({ path: `set.${name}`, messageZh: `${field.label}的写法不对。请核对后再更正。` });
    else if (JSON.stringify(record[name] ?? null) !== JSON.stringify(parsed.data ?? null)) change[name] = parsed.data;
  }
  if (issues.length > 0) return invalid(...issues);
  if (Object.keys(change).length === 0) return invalid({ path: 'set', messageZh: '没有改动。请修改后再更正。' });
  if (change[spec.name] === null) return invalid({ path: `set.${spec.name}`, messageZh: `${spec.fields[spec.name]?.label ?? ''}不能为空。` });
  return [move(register, record, change, 'corrected', { correction: true, reason })];
}

const tidy = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value.trim().normalize('NFC') : undefined);

/** A carrier that is corrected, with what already bears the document number it would get. */
function carrierFacts(db: ReadDb, carrier: RecordOf<'carriers'>, set: Readonly<Record<string, unknown>>): Facts {
  const number = tidy(set['docNumber']);
  return { carrier, duplicates: number === undefined || number === carrier.docNumber || carrier.copySerial === null ? [] : duplicatesOf(db, number, [carrier.copySerial], carrier.level).filter((d) => d.id !== carrier.id) };
}

export const correctCarrier = defineCommand({
  name: 'carrier.correct',
  load: (db, input) => {
    const carrier = findCarrier(db, input.carrier);
    return isRefusal(carrier) ? carrier : carrierFacts(db, carrier, input.set);
  },
  plan: (q) => corrected('carriers', q.facts.carrier as AnyRecord, q.input.revision, q.input.set, q.input.reason),
  about: (q) => (q.facts.carrier === undefined ? null : { register: 'carriers', record: q.facts.carrier.id, number: q.facts.carrier.number }),
});

export const correct = defineCommand({
  name: 'record.correct',
  load: (db, input) => {
    const found = anyRecord(db, input.register, input.record);
    if (isRefusal(found)) return found;
    if (fixed.includes(found.register)) return invalid({ path: 'register', messageZh: `${registerOf(found.register).title}由程序记录，不能更正。` });
    const record = { register: found.register, value: found.value };
    if (found.register === 'carriers') return { record, ...carrierFacts(db, found.value as RecordOf<'carriers'>, input.set) };
    if (found.register === 'persons') return { record, sameName: recordsWhere(db, 'persons', { name: oneName(tidy(input.set['name']) ?? '') }, 2).find((p) => p.id !== found.value.id) ?? null };
    if (found.register === 'usageLogs') {
      const usage = found.value as RecordOf<'usageLogs'>;
      return { record, book: usage.computer === null || usage.year === null ? null : (recordsWhere(db, 'usageBooks', { computer: usage.computer, year: usage.year })[0] ?? null) };
    }
    return { record };
  },
  plan: (q) => {
    const found = q.facts.record as { register: RegisterKey; value: AnyRecord };
    return corrected(found.register, found.value, q.input.revision, q.input.set, q.input.reason);
  },
  about: (q) => (q.facts.record === undefined ? null : { register: q.facts.record.register, record: q.facts.record.value.id, number: q.facts.record.value.number }),
});

/** Opening a record is itself entered (P410). */
export const view = defineCommand({
  name: 'record.view',
  load: (db, input) => {
    const found = anyRecord(db, input.register, input.record);
    return isRefusal(found) ? found : { record: found };
  },
  plan: () => [],
  about: (q) => (q.facts.record === undefined ? null : { register: q.facts.record.register, record: q.facts.record.value.id, number: q.facts.record.value.number }),
  result: (_made, q) => ({ register: q.facts.record?.register, record: q.facts.record?.value }),
});
