import type { checkingCommands } from '#shared/contract/checking.ts';
import { reader } from './desk.ts';
import type { Desk } from './desk.ts';

const UNTRAINED = '司寇缺';

/** Somebody on the post whose papers are not complete: what the whole-ledger check finds. */
export const furnishChecking = (desk: Desk): void => void desk.must('person.register', reader(UNTRAINED, { trainedOn: undefined }));

/** A well-formed input for every command of this area. */
export const checkingSamples: Readonly<Record<keyof typeof checkingCommands, Record<string, unknown>>> = {
  'finding.explain': { rule: 'BOOK-PERSON', register: 'persons', record: UNTRAINED, explanation: '已报名参加十二月培训' },
};
