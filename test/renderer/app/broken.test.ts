import { describe, expect, it } from 'vitest';
import { brokenScreen, staysOnForm } from '../../../renderer/app/broken.ts';

const integrity = (code: string) => ({ kind: 'integrity', code, messageZh: '' }) as const;

describe('screens of a store that does not open', () => {
  it.each([['damaged', 'damaged'], ['header_altered', 'damaged'], ['from_the_future', 'newer'], ['older_than_anchor', 'older'], ['opened_elsewhere', 'elsewhere']])('shows %s on the screen %s', (code, key) => {
    expect(brokenScreen(integrity(code)).key).toBe(key);
    expect(staysOnForm(integrity(code))).toBe(false);
  });
  it('stays on the form, when only the passphrase was wrong', () => {
    expect(staysOnForm({ kind: 'sign_in', code: 'wrong_password', messageZh: '' })).toBe(true);
  });
  it('names different people for different troubles', () => {
    expect(brokenScreen(integrity('older_than_anchor')).whoZh).toContain('安全审计员');
    expect(brokenScreen(integrity('from_the_future')).whoZh).toBe('系统管理员');
  });
});
