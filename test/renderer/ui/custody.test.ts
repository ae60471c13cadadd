import { describe, expect, it } from 'vitest';
import type { LifeEntry } from '../../../renderer/app/answers.ts';
import { stretchesOf } from '../../../renderer/ui/custody.ts';
import { nodeOf } from '../../../renderer/ui/LifeLine.tsx';

const at = (seq: number, kind: string, day: string): LifeEntry => ({ seq, at: `${day}T04:00:00Z`, happenedAt: null, kind, kindZh: '', actor: '', sentenceZh: '', changes: [] });

describe('the custody band', () => {
  it('is solid, hatched and overdue, when a carrier was lent and not brought back', () => {
    const life = [at(3, 'lent', '2026-11-10'), at(1, 'entered', '2026-11-01')];
    expect(stretchesOf(life, '2026-11-20', '2026-11-15')).toEqual([
      { kind: 'in', from: '2026-11-01', to: '2026-11-10' },
      { kind: 'out', from: '2026-11-10', to: '2026-11-16' },
      { kind: 'late', from: '2026-11-16', to: '2026-11-21' },
    ]);
  });
  it('does not move, when an act was refused or a correction was made', () => {
    const life = [at(1, 'entered', '2026-11-01'), at(2, 'refused', '2026-11-05'), at(3, 'corrected', '2026-11-06')];
    expect(stretchesOf(life, '2026-11-20', null)).toEqual([{ kind: 'in', from: '2026-11-01', to: '2026-11-21' }]);
  });
  it('ends, when the carrier was destroyed', () => {
    const life = [at(1, 'entered', '2026-11-01'), at(2, 'destroyed', '2026-11-05')];
    expect(stretchesOf(life, '2026-11-20', null).at(-1)).toEqual({ kind: 'gone', from: '2026-11-05', to: '2026-11-21' });
  });
});

describe('nodes of the life line', () => {
  it.each([['lent', '借出', '借', ''], ['refused', '拒绝', '拒', 'bad'], ['corrected', '更正', '改', 'fix'], ['entered', '收文', '收', 'in'], ['returned', '归还', '还', 'in'], ['missing', '报失', '报', 'bad'], ['returned_to_issuer', '清退', '清', ''], ['unheard', '办理', '办', '']])('draws %s as %s', (kind, kindZh, char, shape) => {
    expect(nodeOf(kind, kindZh)).toEqual([char, shape]);
  });
});
