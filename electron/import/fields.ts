import type { ImportTargetId } from '#shared/import.ts';

/** How the cells of a field are read. */
export type FieldKind = 'title' | 'text' | 'number' | 'docNumber' | 'name' | 'date' | 'moment' | 'count' | 'level' | 'period' | 'personnelClass' | 'phone';

export type ImportField = Readonly<{
  code: string;
  /** The heading as offices say it. */
  zh: string;
  /** Other headings that mean the same, the most certain first. `zh` comes before all of them. */
  synonyms: readonly string[];
  kind: FieldKind;
  /** A row without it is not a record. */
  required?: boolean;
  /** A row without it is taken, but the clerk should look. Only where the sheet has the column. */
  expected?: boolean;
  /** The day cannot lie ahead. */
  past?: boolean;
}>;

export type ImportTarget = Readonly<{
  id: ImportTargetId;
  zh: string;
  fields: readonly ImportField[];
  /** Rows that agree in all fields of one of these sets were probably entered twice. A set counts only when its first field is filled. */
  sameWhen: readonly (readonly string[])[];
}>;

type Extra = Partial<Pick<ImportField, 'required' | 'expected' | 'past'>>;
/** A field of a register as offices head its column. `synonyms`: other headings, the most certain first, blanks between them, _ for a blank inside. */
export const field = (code: string, zh: string, kind: FieldKind, synonyms: string, extra: Extra = {}): ImportField => ({
  code,
  zh,
  kind,
  synonyms: synonyms.split(' ').filter((s) => s !== '').map((s) => s.replaceAll('_', ' ')),
  ...extra,
});

/** 密级, by all its names. */
export const level = field('level', '密级', 'level', '文件密级 介质密级 载体密级 设备密级 涉密级别 涉密等级 密级程度 秘密等级 保密等级 密级标识 密级分类 秘级 等级 级别 密别');
/** 保密期限, by all its names. */
export const secrecyPeriod = field('secrecyPeriod', '保密期限', 'period', '保密期 保密年限 期限 密期 保密时限 解密时间 解密期限 保密期限/解密时间/解密条件');
/** 备注 and what offices put there. */
export const note = (more = '') => field('note', '备注', 'text', `备_注 说明 备注说明 附注 备考 其他 其它 remark remarks comment comments ${more}`);
