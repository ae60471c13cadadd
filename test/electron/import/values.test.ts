import { describe, expect, it } from 'vitest';
import { readDocNumber } from '#electron/import/docNumbers.ts';
import { readLevel, readPeriod } from '#electron/import/levels.ts';
import { readName } from '#electron/import/names.ts';
import { chineseNumber, readCount } from '#electron/import/numbers.ts';
import { isBlankWord, isDitto, tidy, tidyNumber } from '#electron/import/text.ts';

describe('reading levels', () => {
  it.each([
    ['机密★20年', '机密', '20年'],
    ['机密 ★ 15年', '机密', '15年'],
    ['秘 密', '秘密', ''],
    ['绝　密', '绝密', ''],
    ['机密级', '机密', ''],
    ['机密级★长期', '机密', '长期'],
    ['秘密☆5年', '秘密', '5年'],
    ['秘密（5年）', '秘密', '5年'],
    ['秘密*3年', '秘密', '3年'],
    ['秘密★六个月', '秘密', '6个月'],
    ['秘密十年', '秘密', '10年'],
    ['绝密★2030年12月31日', '绝密', '2030年12月31日'],
    ['内部资料', '内部', ''],
    ['公开发布', '公开', ''],
    ['普通', '', ''],
    ['平件', '', ''],
    ['无', '', ''],
    ['—', '', ''],
    ['/', '', ''],
    ['非涉密', '', ''],
    ['机', '机密', ''],
  ])('reads %s as %s and period "%s", without a remark', (text, level, period) => {
    expect(readLevel(text)).toEqual({ level, period });
  });

  it.each(['较高', 'secret', '商业秘密', '工作秘密', '三级', '机蜜', '密'])('rejects %s, because it names no level', (text) => {
    expect(readLevel(text)).toMatchObject({ level: '', problem: { code: 'levelUnreadable', rejects: true } });
  });

  it('takes the highest and says so, when a cell names several levels', () => {
    expect(readLevel('秘密/机密')).toMatchObject({ level: '机密', problem: { code: 'levelSeveral', rejects: false } });
  });

  it('asks for a look, when the level is said to have changed', () => {
    expect(readLevel('机密（已解密）')).toMatchObject({ level: '机密', problem: { code: 'levelChanged' } });
  });

  it('reads periods in words and figures', () => {
    expect(['五年', '20 年', '10', '长期', '长期保密', '六个月', '无', '', '解密条件：任务结束'].map(readPeriod)).toEqual(['5年', '20年', '10年', '长期', '长期', '6个月', '', '', '解密条件:任务结束']);
  });
});

describe('reading numbers', () => {
  it('reads counts as people write them', () => {
    expect(['2', '２', '2份', '2 份', '贰份', '一式三份', '十份', '共5册', '1.0'].map(readCount)).toEqual([2, 2, 2, 2, 2, 3, 10, 5, 1]);
    expect(['若干', '', '2-3', '2.5', '-1', '很多份'].map(readCount)).toEqual([null, null, null, null, null, null]);
  });

  it('reads Chinese numerals', () => {
    expect(['十', '十二', '二十', '二十一', '廿一', '卅', '一百零五', '三百二十', '两千', '甲'].map(chineseNumber)).toEqual([10, 12, 20, 21, 21, 30, 105, 320, 2000, null]);
  });
});

describe('reading document numbers and names', () => {
  it.each([
    ['国办发【2012】1号', '国办发〔2012〕1号'],
    ['粤府 〔2012〕 12 号', '粤府〔2012〕12号'],
    ['国发(2012)4号', '国发〔2012〕4号'],
    ['国发（2012）2号', '国发〔2012〕2号'],
    ['国办函［2012］9号', '国办函〔2012〕9号'],
    ['国发〔2012〕第5号', '国发〔2012〕5号'],
    ['粤办函〔２０１２〕０１９号', '粤办函〔2012〕19号'],
    ['国务院令第 711 号', '国务院令第711号'],
    ['104-10001-10008', '104-10001-10008'],
  ])('writes %s as %s', (typed, standard) => {
    expect(readDocNumber(typed)).toBe(standard);
  });

  it('joins names and unifies the dot, but keeps rare characters and latin names', () => {
    expect(['张 三', '汪  妽', '林代昭 ', '努尔兰•阿不都满金', '包尔汉・沙希迪', '努尔兰.阿不都满金', '彭欣𨱇', 'John  Smith', '葛\u{E0100}城'].map(readName)).toEqual(['张三', '汪妽', '林代昭', '努尔兰·阿不都满金', '包尔汉·沙希迪', '努尔兰·阿不都满金', '彭欣𨱇', 'John Smith', '葛\u{E0100}城']);
  });

  it('tidies register numbers and text', () => {
    expect(['２０１２－００１１', 'zt-2022-0009 ', 'ZT－2019－0012'].map(tidyNumber)).toEqual(['2012-0011', 'ZT-2022-0009', 'ZT-2019-0012']);
    expect(tidy('标签脱落\r\n重新粘贴\u200B　ＡＢ１')).toBe('标签脱落 重新粘贴 AB1');
  });

  it('knows ditto marks from blanks and from text', () => {
    expect(['〃', '″', '同上', '"', '同 上', '—〃—'].every(isDitto)).toBe(true);
    expect(['', '—', '无', '同上级', '国务院'].some(isDitto)).toBe(false);
    expect(['', '—', '/', '无', ' - '].every(isBlankWord)).toBe(true);
    expect(['0', '无锡', '×', '√'].some(isBlankWord)).toBe(false);
  });
});
