// How offices write what the books keep: levels with their period, kinds, amounts, times.
import { isStateSecret, levelZh, markOf } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';
import { carrierKinds, carrierStates } from '#shared/registers/carriers.ts';
import type { Field } from '#shared/registers/fields.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { clockOf, dayOf, showInstant } from '#shared/time.ts';

/** 机密★10年; 内部 without a star; a dash for no level. */
export const levelText = (level: Level | null, period: string | null): string => (level === null ? '—' : isStateSecret(level) ? (markOf(level, period) ?? '') : levelZh[level]);

/** Date and clock on two lines, as narrow columns want them. */
export const twoLines = (instant: string | null): string => (instant === null ? '' : `${dayOf(instant)}\n${clockOf(instant)}`);

type Kind = keyof typeof carrierKinds;
const PAPER_KINDS: Readonly<Record<Kind, readonly [name: string, total: string, unit: string]>> = {
  paper: ['纸介质', '纸介质', '份'], printout: ['纸介质', '纸介质', '份'], optical: ['光介质', '光盘', '张'], usb: ['U 盘', 'U 盘', '个'], disk: ['移动\n硬盘', '移动硬盘', '个'], internal_disk: ['硬盘', '硬盘', '个'],
  card: ['存储卡', '存储卡', '张'], tape: ['磁带', '磁带录音带', '盒'], film: ['胶片', '胶片影像', '件'], laptop: ['便携机', '便携计算机', '台'], map: ['图纸', '图纸地图', '幅'], notebook: ['保密本', '保密本', '本'], object: ['密品', '密品', '件'], telegram: ['密码\n电报', '密码电报', '份'], archive: ['档案', '档案卷宗', '卷'], other: ['其他', '其他', '件'],
};
const kindOf = (kind: string | null): readonly [string, string, string] => PAPER_KINDS[(kind ?? 'other') as Kind];
/** 纸介质, 光介质, 图纸: the column 载体类别. */
export const kindZh = (kind: string | null): string => kindOf(kind)[0];
/** Under which name and in which unit a kind is totalled. */
export const totalKind = (kind: string | null): readonly [string, string] => [kindOf(kind)[1], kindOf(kind)[2]];

/** 38页, 500GB; a dash when neither is known. */
export const volumeOf = (c: Pick<RecordOf<'carriers'>, 'pages' | 'sizeNote'>): string => (c.sizeNote !== null ? c.sizeNote : c.pages !== null ? `${c.pages}页` : '—');

/** 文号, for media 保密编号 and serial number instead. */
export const docOf = (c: Pick<RecordOf<'carriers'>, 'docNumber' | 'deviceSerial'>): string => [c.docNumber, c.deviceSerial === null ? null : `SN ${c.deviceSerial}`].filter((s) => s !== null).join('\n') || '—';

const COPIED = /^(复\d+)-([A-Z]{2}-\d{4})-(\d+)$/;
/** 份号 in a narrow column: of a copy its own number among the copies; which paper it was copied from stands in 备注 (`copiedFrom`). */
export const copyText = (serial: string | null): string => (serial === null ? '—' : (COPIED.exec(serial)?.[1] ?? serial));
/** The number of the paper a copy was made from, on two lines. */
export const copiedFrom = (serial: string | null): string | null => {
  const [, , series, no] = COPIED.exec(serial ?? '') ?? [];
  return series === undefined || no === undefined ? null : `母件${series.slice(0, 3)}\n${series.slice(3)}-${no}`;
};

/** A number in a column too narrow for it, broken before its running part and nowhere else. */
export const inTwo = (number: string | null): string => (number ?? '').replace(/^([A-Z]{2}-\d{4}-)(\d+)$/, '$1\n$2');

/** 名单9人, or the unit that may know. */
export const scopeOf = (c: Pick<RecordOf<'carriers'>, 'accessScope' | 'scopeUnit'>): string => (c.accessScope !== null && c.accessScope.length > 0 ? `名单${c.accessScope.length}人` : (c.scopeUnit ?? '—'));

/** 在库, or who has it and until when. */
export function whereabouts(c: RecordOf<'carriers'>): string {
  const state = c.state === null ? '' : carrierStates[c.state];
  if (c.state !== 'lent' && c.state !== 'reading' && c.state !== 'circulating' && c.state !== 'carried_out' && c.state !== 'transferred') return state;
  return [state, c.holderName, (c.state === 'lent' || c.state === 'carried_out') && c.dueOn !== null ? `至${c.dueOn.slice(5)}` : null].filter((s) => s !== null && s !== '').join('\n');
}

/** A place of cabinet and shelf on two lines: 3号柜1格 → 3号柜 / 1格. */
export const placeText = (place: string | null): string => (place ?? '').replace(/^(.{2,6}柜)(.{1,6})$/u, '$1\n$2');

/** A code of the chain as paper writes it; typing it in, hyphens and blanks are the same. */
export const codeText = (code: string): string => code.trim().replaceAll(' ', '-');

/** Any value of any field, as paper shows it. */
export function fieldText(field: Field, value: unknown): string {
  if (value === null || value === undefined) return '';
  switch (field.kind) {
    case 'choice': return field.of?.[String(value)] ?? String(value);
    case 'level': return levelZh[value as Level];
    case 'flag': return value === 1 ? '是' : '否';
    case 'instant': return showInstant(value as string);
    case 'names': return (value as string[]).join('、');
    case 'ids': return `${(value as number[]).length} 件`;
    case 'json': return Array.isArray(value) ? value.map(String).join('、') : typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
    case 'text': case 'note': case 'day': case 'count': case 'ref': return String(value as string | number);
  }
}
