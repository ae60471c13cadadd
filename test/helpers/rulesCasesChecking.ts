import { expect } from 'vitest';
import { reader } from './desk.ts';
import type { Desk } from './desk.ts';
import { all_, ready } from './rulesCases.ts';
import type { Case } from './rulesCases.ts';

type Input = Record<string, unknown>;
const untrained = (desk: Desk): void => void desk.must('person.register', reader('司寇缺', { trainedOn: undefined }));
const explain: Input = { rule: 'BOOK-PERSON', register: 'persons', record: '司寇缺', explanation: '已报名参加十二月培训' };
const command = 'finding.explain';
const explained = (desk: Desk): void => void desk.must(command, explain);
const changed = (desk: Desk): void => void desk.must('record.correct', { register: 'persons', record: 2, revision: 1, set: { duty: '科员' }, reason: '补登' });

/** The whole-ledger check: what is explained, and when it has to be explained again. */
export const checkingCases: readonly Case[] = [
  { rule: 'CHECK-STANDS', name: 'refuses an explanation of what is in order', arrange: ready, command, input: { ...explain, record: '南宫砚' }, expect: { refused: 'deny' } },
  { rule: 'CHECK-STANDS', name: 'keeps what was found beside the explanation', arrange: all_(ready, untrained), command, input: explain, expect: { passes: true, after: (b) => { expect(b.row('explanations')).toMatchObject({ rule: 'BOOK-PERSON', register: 'persons', record: 2, recordRevision: 1, title: '司寇缺', finding: '司寇缺没有保密培训记录，依据《保守国家秘密法》（2024）第四十三条。请补齐手续；补齐前不得接触国家秘密。', explanation: '已报名参加十二月培训', explainedBy: '欧阳笺' }); } } },
  { rule: 'CHECK-ONCE', name: 'refuses the same explanation again', arrange: all_(ready, untrained, explained), command, input: explain, expect: { refused: 'deny' } },
  { rule: 'CHECK-ONCE', name: 'asks again once the record has changed', arrange: all_(ready, untrained, explained, changed), command, input: explain, expect: { passes: true } },
];
