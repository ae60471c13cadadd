import { z } from 'zod';
import { carrierKinds, secretGrades } from '../registers/carriers.ts';
import type { Role } from '../roles.ts';
import { isoDay, isoDayOrMonth, levelInput, line, longText, nameLine, nameList, periodInput } from './inputs.ts';

/** What every command says about itself: who may do it, what goes in, which register shows it. */
export type Exchange = Readonly<{ titleZh: string; roles: readonly Role[]; input: z.ZodType; register: string | null; approvable?: true }>;

/** Pieces that several inputs share. */
export const carrierKind = z.enum(Object.keys(carrierKinds) as [keyof typeof carrierKinds, ...(keyof typeof carrierKinds)[]]);
export const regime = z.enum(['state_secret', 'internal', 'commercial_secret', 'work_secret', 'ordinary']);
export const corrections = z.record(z.string(), z.json());
export const cabinetKind = z.enum(['code_safe', 'code_cabinet', 'iron_cabinet', 'archive_room', 'other']);

/** What describes a classified (or unclassified) item, wherever it comes from. */
export const itemFields = {
  title: line(500),
  level: levelInput.nullable().default(null),
  regime: regime.optional(),
  grade: z.enum(Object.keys(secretGrades) as [keyof typeof secretGrades, ...(keyof typeof secretGrades)[]]).optional().describe('商业秘密等级'),
  period: periodInput.optional(),
  periodBasis: line().optional().describe('超过最长期限时所依据的专门规定'),
  accessScope: nameList.optional().describe('知悉范围：人员姓名'),
  scopeUnit: line().optional().describe('知悉范围只到单位时填写'),
  issuer: line().optional(),
  docNumber: line(120).optional(),
  issuedOn: isoDayOrMonth.optional(),
  pages: z.int().min(0).max(100_000).optional(),
  copyingForbidden: z.boolean().optional(),
  wideningForbidden: z.boolean().optional(),
  returnRequired: z.boolean().optional(),
  returnBy: isoDay.optional(),
  note: longText().optional(),
};
export const custody = {
  custodian: nameLine().describe('责任人'),
  place: line().describe('存放位置'),
  cabinetKind: cabinetKind.optional(),
};

const paperText = z.string().max(8000);
/** What stands on one page of a continued register, as it was laid out. Texts are taken as they are: what is digested is what is printed. */
export const pagePaper = z.strictObject({
  titleZh: paperText, formNumber: line(60), orientation: z.enum(['landscape', 'portrait']), linesPerPage: z.int().min(1).max(60),
  columns: z.array(z.strictObject({ key: line(60), titleZh: paperText, width: z.templateLiteral([z.number(), z.enum(['mm', 'fr'])]), align: z.enum(['left', 'center', 'right']).optional(), ink: z.boolean().optional(), nowrap: z.boolean().optional(), code: z.boolean().optional() })).min(1).max(60),
  signatures: z.array(paperText).max(20), rows: z.array(z.array(paperText).max(60)).max(60),
});
