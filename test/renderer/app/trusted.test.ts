import { describe, expect, it } from 'vitest';
import { onlyPlainText } from '../../../renderer/app/trusted.ts';

describe('the one policy for text that becomes a style sheet', () => {
  it('passes text, when it can hold neither an element nor a character reference', () => {
    expect(onlyPlainText('.a{color:red}')).toBe('.a{color:red}');
    expect(onlyPlainText('')).toBe('');
  });
  it.each(['<b>', '<img src=x onerror=alert(1)>', '&lt;b&gt;', 'a<'])('refuses %s', (text) => expect(() => onlyPlainText(text)).toThrow(TypeError));
});
