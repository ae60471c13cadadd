import { z } from 'zod';
import { levels } from '../levels.ts';
import { oneName } from '../names.ts';
import { dayOrMonth, isMeantDay, isRealDay } from '../time.ts';

const visible = (v: string): boolean => /[^\s\p{Cf}]/u.test(v);
const unseenZh = '没有看得见的字';

/** Pieces that inputs are made of. Texts are trimmed and NFC-normalised before anything looks at them. */
export const line = (max = 300) => z.string().overwrite((v) => v.replace(/[\r\n\t\u2028\u2029]+/g, ' ')).trim().normalize('NFC').min(1).max(max).refine(visible, unseenZh);
/** A person's name, written as names are kept: 张 三 is 张三. */
export const nameLine = (max = 60) => line(max).overwrite(oneName);
export const longText = (max = 4000) => z.string().trim().normalize('NFC').min(1).max(max).refine(visible, unseenZh);
const meantZh = '年份须在 1900 至 2199 之间';
export const isoDay = z.iso.date().refine(isMeantDay, meantZh);
/** Old ledgers sometimes give only the month. */
export const isoDayOrMonth = z.string().regex(dayOrMonth, '日期写作 2026-11-20，只知道月份时写作 2026-11').refine(isRealDay, '日历上没有这一天').refine(isMeantDay, meantZh);
export const isoInstant = z.iso.datetime({ offset: true, local: true }).refine(isMeantDay, meantZh);
export const levelInput = z.enum(levels);
/** A record by its id or its number as people read it, ZT-2026-00388. */
export const carrierRef = z.union([z.int().positive(), line(40)]).describe('载体编号或内部号');
export const personRef = z.union([z.int().positive(), nameLine()]).describe('人员编号、姓名（不重名时）或内部号');
export const computerRef = z.union([z.int().positive(), line(60)]).describe('设备编号、登记号或内部号');
export const anyRef = z.union([z.int().positive(), line(60)]);
export const nameList = z.array(nameLine()).min(1).max(2000);

/**
 * What every act may carry: when it happened if not now (补登, with a reason), the reason a warning asks for, and the
 * approval that answers `needs_approval`.
 */
const circumstances = {
  happenedAt: isoInstant.optional().describe('发生时间；不填即为现在'),
  lateReason: line().optional().describe('补登原因；发生时间早于今天时必填'),
  warnReason: line(1000).optional().describe('对提示事项的说明'),
  approval: anyRef.optional().describe('已同意的审批单'),
};
export type Circumstances = z.output<z.ZodObject<typeof circumstances>>;

/** The input of a command: its own fields, the circumstances, and nothing else. */
export const act = <S extends z.ZodRawShape>(shape: S) => z.strictObject({ ...shape, ...circumstances });

/** 保密期限: years, months, a date, a condition, long term, or not marked (then the maximum is assumed, L008). */
export const periodInput = z.union([
  z.strictObject({ years: z.int().min(1).max(100) }),
  z.strictObject({ months: z.int().min(1).max(1200) }),
  z.strictObject({ until: isoDay }),
  z.strictObject({ condition: line() }),
  z.strictObject({ longTerm: z.literal(true) }),
  z.strictObject({ unmarked: z.literal(true) }),
]);
export type Period = z.output<typeof periodInput>;
