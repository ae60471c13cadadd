import type { CommandName } from '#shared/contract/commands.ts';
import { registers } from '#shared/registers/index.ts';
import type { Values } from '../../app/answers.ts';
import type { ActField } from '../parts/fields.ts';

/** One line of a circulation as the screen needs it. */
export type StepLine = Readonly<{ id: number; reader: number; name: string; department: string; state: string; outAt: string | null; backAt: string | null; dueOn: string | null; opinion: string }>;

/** Reads a stored line of a circulation. */
export const stepLine = (id: number, v: Values): StepLine => {
  const text = (key: string): string => (typeof v[key] === 'string' ? v[key] : '');
  return { id, reader: typeof v['reader'] === 'number' ? v['reader'] : 0, name: text('readerName'), department: text('department'), state: text('state'), outAt: text('outAt') || null, backAt: text('backAt') || null, dueOn: text('dueOn') || null, opinion: text('opinion') };
};

const signed = { ink: '纸面签名', own_password: '本人口令确认' } as const;

/** 送批办: what the office is asked, before there is a sheet. */
export const routeFields: readonly ActField[] = [
  { name: 'readers', labelZh: '拟送传阅人', kind: 'names', suggest: 'person', required: true, span: 12, hintZh: '按送阅次序写，用顿号隔开；由办公室负责人批定。' },
  { name: 'proposal', labelZh: '拟办意见', kind: 'line', span: 12 },
  { name: 'urgency', labelZh: '紧急程度', kind: 'choice', of: registers.circulations.fields.urgency.of, hintZh: '不填即同收文登记。' },
  { name: 'dueOn', labelZh: '应结束日期', kind: 'day', hintZh: '不填即按传阅期限。' },
  { name: 'routedBy', labelZh: '批办人', kind: 'line', suggest: 'person', hintZh: '非密件填写；涉密件以审批单为准。' },
];

/** One thing that is done with a sheet. */
export type SheetAct = Readonly<{ command: CommandName; zh: string; postZh: string; fields: readonly ActField[] }>;

const circulate = (waiting: readonly StepLine[]): SheetAct => ({
  command: 'carrier.circulate', zh: '送阅', postZh: '登记送阅',
  fields: [
    { name: 'reader', labelZh: '送给', kind: 'choice', of: Object.fromEntries(waiting.map((s) => [String(s.reader), s.department === '' ? s.name : `${s.name}　${s.department}`])), required: true, initial: String(waiting[0]?.reader ?? ''), read: Number, span: 6 },
    { name: 'signature', labelZh: '领取签名', kind: 'choice', of: signed, initial: 'ink', hintZh: '先在文件发放登记表签名，后阅读。', span: 6 },
    { name: 'place', labelZh: '阅读地点', kind: 'line', suggest: 'room' },
    { name: 'dueOn', labelZh: '应退日期', kind: 'day', hintZh: '涉密件不填即今天。' },
    { name: 'passedBy', labelZh: '由他人转来', kind: 'line', suggest: 'person', hintZh: '不是从保密员处领取的，写明转交人。' },
  ],
});

const takeBack: SheetAct = {
  command: 'circulation.takeBack', zh: '退阅', postZh: '登记退阅',
  fields: [
    { name: 'pagesChecked', labelZh: '页数齐全', kind: 'flag', initial: '1' },
    { name: 'signature', labelZh: '退还签名', kind: 'choice', of: { ...signed, pending: '没有签名' }, initial: 'ink' },
    { name: 'place', labelZh: '放回', kind: 'line', suggest: 'place', hintZh: '不填即固定存放位置。' },
    { name: 'opinion', labelZh: '阅后意见', kind: 'line', span: 12 },
    { name: 'instructions', labelZh: '领导批示（照录）', kind: 'long' },
    { name: 'followUpDueOn', labelZh: '批示应办结日期', kind: 'day', when: (typed) => (typed['instructions'] ?? '').trim() !== '' },
    { name: 'remark', labelZh: '说明', kind: 'line', span: 12, hintZh: '逾期、缺页或破损须说明。' },
  ],
};

const addReaders: SheetAct = {
  command: 'circulation.addReaders', zh: '增加传阅人', postZh: '登记增加',
  fields: [
    { name: 'readers', labelZh: '增加传阅人', kind: 'names', suggest: 'person', required: true, span: 12 },
    { name: 'routedBy', labelZh: '批办人', kind: 'line', suggest: 'person', hintZh: '非密件填写；涉密件以审批单为准。' },
  ],
};

const followUp: SheetAct = {
  command: 'circulation.followUp', zh: '批示落实', postZh: '登记落实',
  fields: [{ name: 'text', labelZh: '落实情况', kind: 'long', required: true }, { name: 'done', labelZh: '已办结', kind: 'flag' }],
};

const finish = (waiting: readonly StepLine[]): SheetAct => ({
  command: 'circulation.finish', zh: '结束传阅', postZh: '登记结束',
  fields: [
    ...(waiting.length === 0 ? [] : [{ name: 'reason', labelZh: '提前结束的原因', kind: 'line', required: true, span: 12, hintZh: `还没有看：${waiting.map((s) => s.name).join('、')}。` } satisfies ActField]),
    { name: 'archiveNumber', labelZh: '归卷号', kind: 'line', span: 6, hintZh: '暂不归卷的不填；批示办结后才能归卷。' },
  ],
});

const file: SheetAct = { command: 'circulation.finish', zh: '归卷', postZh: '登记归卷', fields: [{ name: 'archiveNumber', labelZh: '归卷号', kind: 'line', required: true, span: 6 }] };

/** What can be done with a sheet as it stands, the likeliest first: out is taken back, then the next one, then the end (P043). */
export function actsOfSheet(state: string | null, steps: readonly StepLine[], instructed: boolean): readonly SheetAct[] {
  const waiting = steps.filter((s) => s.state === 'waiting');
  const out = steps.some((s) => s.state === 'out');
  const more = instructed ? [followUp] : [];
  if (state === 'routed') return [...(out ? [takeBack] : waiting.length > 0 ? [circulate(waiting)] : []), ...(out || waiting.length > 0 ? [] : [finish(waiting)]), addReaders, ...more, ...(!out && waiting.length > 0 ? [finish(waiting)] : [])];
  return state === 'finished' || state === 'stopped' ? [...more, file] : more;
}
