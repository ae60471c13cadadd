import { describe, expect, it } from 'vitest';
import { lackZh } from '../../../renderer/screens/backups/Restore.tsx';

describe('what a restored backup will lack', () => {
  it('is told by number before anything is done', () => {
    expect(lackZh(210, 1_213)).toBe('备份记到第 210 条，本机现有 1,213 条：恢复出的库将缺第 211 至 1,213 条，须按纸面登记补登。');
  });
  it('is nothing when nothing came after, and is not guessed when no store is open', () => {
    expect(lackZh(210, 210)).toContain('没有更新的登记');
    expect(lackZh(210, undefined)).toBeNull();
  });
});
