import { describe, expect, it } from 'vitest';
import { textsOf } from '../../../renderer/app/drafts.ts';

describe('a draft that is taken up', () => {
  it('gives a form only texts for the fields it has', () => {
    expect(textsOf({ title: '来文', pages: 3, gone: '旧栏', place: '3号柜' }, ['title', 'pages', 'place'])).toEqual({ title: '来文', place: '3号柜' });
  });
  it('is nothing when it is no form at all', () => {
    expect(textsOf(null, ['title'])).toEqual({});
    expect(textsOf('来文', ['title'])).toEqual({});
  });
});
