import { describe, expect, it } from 'vitest';
import { commands } from '#shared/contract/commands.ts';
import { oneName } from '#shared/names.ts';

describe('a person’s name', () => {
  it.each([
    ['张 三', '张三'], ['张　三', '张三'], ['欧 阳　笺', '欧阳笺'], ['买买提•艾力', '买买提·艾力'], ['买买提 · 艾力', '买买提·艾力'], ['买买提.艾力', '买买提·艾力'],
    ['John Smith', 'John Smith'], ['王 J. Smith', '王 J. Smith'], ['张伟（规划科）', '张伟（规划科）'], ['', ''],
  ])('%s is kept as %s', (typed, kept) => {
    expect(oneName(typed)).toBe(kept);
  });

  it('is one name in every act, however it was spread out', () => {
    const executed = commands['carrier.destroy.execute'].input.parse({ destruction: 1, countBefore: 1, countAfter: 1, executor: '王 芳', witness1: '王　芳', escorts: ['王 芳'] });
    expect(executed).toMatchObject({ executor: '王芳', witness1: '王芳', escorts: ['王芳'] });
    expect(commands['carrier.lend'].input.parse({ carrier: 1, borrower: ' 王 芳' })).toMatchObject({ borrower: '王芳' });
    expect(commands['approval.recordPaper'].input.parse({ request: 1, verdict: 'approved', signedBy: '王 芳', signedOn: '2026-11-20', opinion: '同意' })).toMatchObject({ signedBy: '王芳' });
    expect(commands['carrier.transfer'].input.parse({ carrier: 1, to: '王 芳' })).toMatchObject({ to: '王芳' });
  });
});
