import { describe, expect, it } from 'vitest';
import type { LifeEntry } from '../../../renderer/app/answers.ts';
import { stretchesOf } from '../../../renderer/ui/custody.ts';
import { nodeOf } from '../../../renderer/ui/LifeLine.tsx';

const at = (seq: number, kind: string, day: string): LifeEntry => ({ seq, at: `${day}T04:00:00Z`, happenedAt: null, kind, kindZh: '', actor: '', sentenceZh: '', changes: [] });

describe('the custody band', () => {
  it('is solid, hatched and overdue, when a carrier was lent and not brought back', () => {
    const life = [at(3, 'carrier.lend', '2026-11-10'), at(1, 'carrier.receive', '2026-11-01')];
    expect(stretchesOf(life, '2026-11-20', '2026-11-15')).toEqual([
      { kind: 'in', from: '2026-11-01', to: '2026-11-10' },
      { kind: 'out', from: '2026-11-10', to: '2026-11-16' },
      { kind: 'late', from: '2026-11-16', to: '2026-11-21' },
    ]);
  });
  it('does not move, when an act was refused or a correction was made', () => {
    const life = [at(1, 'carrier.receive', '2026-11-01'), at(2, 'carrier.lend.refused', '2026-11-05'), at(3, 'carrier.correct', '2026-11-06')];
    expect(stretchesOf(life, '2026-11-20', null)).toEqual([{ kind: 'in', from: '2026-11-01', to: '2026-11-21' }]);
  });
  it('ends, when the carrier was destroyed', () => {
    const life = [at(1, 'carrier.enter', '2026-11-01'), at(2, 'carrier.destroy.execute', '2026-11-05')];
    expect(stretchesOf(life, '2026-11-20', null).at(-1)).toEqual({ kind: 'gone', from: '2026-11-05', to: '2026-11-21' });
  });
});

describe('nodes of the life line', () => {
  it.each([['carrier.lend', '借', ''], ['carrier.lend.refused', '拒', 'bad'], ['carrier.correct', '改', 'fix'], ['carrier.receive', '收', 'in'], ['carrier.giveBack', '还', 'in'], ['carrier.reportMissing', '失', 'bad'], ['carrier.returnToIssuer', '清', ''], ['something.else', '记', '']])('draws %s as %s', (kind, char, shape) => {
    expect(nodeOf(kind)).toEqual([char, shape]);
  });
});
