import { describe, expect, it } from 'vitest';
import { keyLabel, spell } from '../../../renderer/ui/keys.ts';
import type { Stroke } from '../../../renderer/ui/keys.ts';

const stroke = (part: Partial<Stroke>): Stroke => ({ key: '', code: '', ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, isComposing: false, keyCode: 0, ...part });

describe('spelling a key', () => {
  it('names function keys, arrows and Enter by their key, when nothing else is held', () => {
    expect(spell(stroke({ key: 'F2', code: 'F2' }))).toBe('F2');
    expect(spell(stroke({ key: 'ArrowDown', code: 'ArrowDown' }))).toBe('ArrowDown');
    expect(spell(stroke({ key: 'Enter', code: 'NumpadEnter' }))).toBe('Enter');
    expect(spell(stroke({ key: ' ', code: 'Space' }))).toBe('Space');
  });
  it('goes by the position of the key, when Ctrl is held and an input method changes what it writes', () => {
    expect(spell(stroke({ key: 'ｋ', code: 'KeyK', ctrlKey: true }))).toBe('Ctrl+K');
    expect(spell(stroke({ key: '１', code: 'Digit1', ctrlKey: true }))).toBe('Ctrl+1');
    expect(spell(stroke({ key: '=', code: 'Equal', ctrlKey: true }))).toBe('Ctrl+=');
  });
  it('is nobody’s command, when a composition runs or begins', () => {
    expect(spell(stroke({ key: 'Enter', code: 'Enter', isComposing: true }))).toBeNull();
    expect(spell(stroke({ key: 'Process', code: 'Enter', keyCode: 229 }))).toBeNull();
    expect(spell(stroke({ key: 'k', code: 'KeyK', ctrlKey: true, keyCode: 229 }))).toBeNull();
  });
  it('is never a command, when it is a bare letter or digit, or belongs to input methods and scanners', () => {
    expect(spell(stroke({ key: 'k', code: 'KeyK' }))).toBeNull();
    expect(spell(stroke({ key: '5', code: 'Digit5' }))).toBeNull();
    expect(spell(stroke({ key: '5', code: 'Digit5', altKey: true }))).toBeNull();
    expect(spell(stroke({ key: ' ', code: 'Space', ctrlKey: true }))).toBeNull();
    expect(spell(stroke({ key: ' ', code: 'Space', shiftKey: true }))).toBeNull();
    expect(spell(stroke({ key: '.', code: 'Period', ctrlKey: true }))).toBeNull();
    expect(spell(stroke({ key: 'K', code: 'KeyK', ctrlKey: true, shiftKey: true }))).toBeNull();
    expect(spell(stroke({ key: 'k', code: 'KeyK', ctrlKey: true, altKey: true }))).toBeNull();
  });
  it('keeps Shift and Alt in the name, when a named key is pressed with them', () => {
    expect(spell(stroke({ key: 'F6', code: 'F6', shiftKey: true }))).toBe('Shift+F6');
    expect(spell(stroke({ key: 'ArrowLeft', code: 'ArrowLeft', altKey: true }))).toBe('Alt+ArrowLeft');
  });
  it('prints the first of several keys, and pairs of arrows together', () => {
    expect(keyLabel('Ctrl+K F3')).toBe('Ctrl K');
    expect(keyLabel('ArrowUp ArrowDown')).toBe('↑↓');
    expect(keyLabel('Escape')).toBe('Esc');
    expect(keyLabel('Ctrl+-')).toBe('Ctrl -');
  });
});
