// What an approval form says of an act about a level: the level asked for, until when, who is to decide.
import { commands, isCommandName } from '#shared/contract/commands.ts';
import { periodInput } from '#shared/contract/inputs.ts';
import { levelZh, levels } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';
import type { ApprovalPrint, PrintFact } from '#shared/printing.ts';
import { secretGrades } from '#shared/registers/carriers.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { periodText } from '../../policy/period.ts';

const isGrade = (v: unknown): v is keyof typeof secretGrades => typeof v === 'string' && Object.hasOwn(secretGrades, v);
const REASONS: Readonly<Record<string, string>> = { ended: '期限届满', condition: '解密条件达到', decided: '决定提前解密', published: '决定公布' };

export const isLevelAct = (command: string | null): boolean => command?.startsWith('classification.') === true;

/** 密级变更审批单 and the like; the general title for everything else. */
export const levelTitle = (command: string | null): string | null => (command !== null && isLevelAct(command) && isCommandName(command) ? `${commands[command].titleZh}审批单` : null);

/** The words of the input that the one who decides has to see. */
export function levelFacts(input: Readonly<Record<string, unknown>>): readonly PrintFact[] {
  const period = periodInput.safeParse(input['period']);
  const level = levels.find((l): l is Level => l === input['level']);
  return [
    ...(level === undefined ? [] : [{ labelZh: '新定密级', value: levelZh[level] }]), ...(isGrade(input['grade']) ? [{ labelZh: '新定等级', value: `商业秘密${secretGrades[input['grade']]}` }] : []),
    ...(period.success ? [{ labelZh: '保密期限', value: periodText(period.data) }] : []), ...(typeof input['decider'] === 'string' ? [{ labelZh: '定密责任人', value: input['decider'] }] : []),
    ...(typeof input['reason'] === 'string' && REASONS[input['reason']] !== undefined ? [{ labelZh: '解密理由', value: REASONS[input['reason']] ?? '' }] : []), ...(typeof input['basis'] === 'string' ? [{ labelZh: '依　　据', value: input['basis'], wide: true }] : []),
  ];
}

/** Boxes for those who decide about levels. */
export const levelOpinions = (a: RecordOf<'approvals'>): ApprovalPrint['opinions'] => [{ titleZh: '承办部门' }, { titleZh: '保密工作机构' }, { titleZh: `${a.approver ?? '定密责任人'}审定` }];
