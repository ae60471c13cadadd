import { describe, expect, it } from 'vitest';
import { asVaultError, sentenceOf, VaultError, vaultErrorCodes } from '#electron/vault/errors.ts';

describe('the sentences of the vault', () => {
  it.each(vaultErrorCodes)('%s says what happened and what to do, in the words of the house', (code) => {
    const sentence = sentenceOf(code);
    expect(sentence).toMatch(/。$/);
    expect(sentence.split('。').length).toBeGreaterThanOrEqual(3);
    expect(sentence).not.toMatch(/失败|错误|非法|抱歉|系统异常|[!！]|该用户/);
    expect(sentence).not.toMatch(/[一-鿿][,:;()?]|[,:;()?][一-鿿]/);
  });

  it('are all different, so that two troubles never look alike', () => {
    expect(new Set(vaultErrorCodes.map(sentenceOf)).size).toBe(vaultErrorCodes.length);
  });

  it('carry numbers and names, not what was typed', () => {
    const error = new VaultError('sheet_typo', { line: 2 }, '不符的是第 2 行。');
    expect(error.messageZh).toContain('第 2 行');
    expect(error).toMatchObject({ name: 'VaultError', code: 'sheet_typo', details: { line: 2 } });
  });
});

describe('errors of driver and file system', () => {
  it.each([
    ['SQLITE_FULL', 'disk_full'],
    ['ENOSPC', 'disk_full'],
    ['SQLITE_BUSY', 'opened_elsewhere'],
    ['SQLITE_BUSY_RECOVERY', 'opened_elsewhere'],
    ['SQLITE_READONLY_DIRECTORY', 'no_rights'],
    ['EACCES', 'no_rights'],
    ['SQLITE_IOERR_FSYNC', 'disk_error'],
    ['EIO', 'disk_error'],
    ['SQLITE_NOTADB', 'damaged'],
    ['SQLITE_CORRUPT_INDEX', 'damaged'],
  ])('%s becomes %s', (driver, code) => {
    expect(asVaultError(Object.assign(new Error('x'), { code: driver }))?.code).toBe(code);
  });

  it('leave bugs alone', () => {
    expect(asVaultError(new TypeError('x'))).toBeNull();
    expect(asVaultError(Object.assign(new Error('x'), { code: 'SQLITE_CONSTRAINT_UNIQUE' }))).toBeNull();
    expect(asVaultError('text')).toBeNull();
  });
});
