import { describe, expect, it } from 'vitest';
import { afterOf, pageOf } from '../../src/store/cursor.ts';

const idOf = (entry: { readonly id: string }) => entry.id;
const entries = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

describe('cursors', () => {
  it('name the last entry of their page', () => {
    const page = pageOf('letters', entries, 2, idOf);
    expect(page.data).toEqual([{ id: 'a' }, { id: 'b' }]);
    expect(afterOf('letters', page.nextCursor)).toBe('b');
  });

  it('end with the list', () => {
    expect(pageOf('letters', entries, 3, idOf)).toEqual({ data: entries, nextCursor: null });
    expect(pageOf('letters', [], 3, idOf)).toEqual({ data: [], nextCursor: null });
    expect(afterOf('letters', null)).toBeNull();
  });

  it.each([
    '',
    'b',
    'eyJ2IjoxfQ',
    Buffer.from('null').toString('base64url'),
    Buffer.from('{"v":2,"list":"letters","after":"b"}').toString('base64url'),
    Buffer.from('{"v":1,"list":"letters","after":"b","limit":9}').toString('base64url'),
    Buffer.from('{"v":1,"list":"letters","after":"\\u0000"}').toString('base64url'),
    pageOf('numbers', entries, 2, idOf).nextCursor,
  ])('are refused where this list did not give them out: %s', (cursor) => {
    expect(() => afterOf('letters', cursor)).toThrow(expect.objectContaining({ code: 'bad-request' }));
  });
});
