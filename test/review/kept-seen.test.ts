import { describe, expect, it } from 'vitest';
import { keptSeen } from '../../src/review/kept-seen.ts';

const lines = (...ids: string[]) => ids.map((id) => ({ id, text: `Line ${id}` }));

describe('lists of seen lines', () => {
  it('stay the same object while they hold the same lines', () => {
    const keep = keptSeen();
    const first = keep('boot buyers', lines('a', 'b'));
    expect(keep('boot buyers', lines('a', 'b'))).toBe(first);
    expect(keep('coat buyers', lines('a', 'b'))).not.toBe(first);
  });

  it.each([
    ['one is new', lines('c', 'a', 'b')],
    ['one is gone', lines('b')],
    ['another came for one', lines('a', 'c')],
    ['they have no ids', [{ text: 'Line a' }, { text: 'Line b' }]],
  ])('are the new ones where %s', (_, now) => {
    const keep = keptSeen();
    keep('boot buyers', lines('a', 'b'));
    expect(keep('boot buyers', now)).toBe(now);
  });

  it('are kept for few readers', () => {
    const keep = keptSeen();
    const first = keep('first', lines('a'));
    for (let at = 0; at < 50; at += 1) keep(`others ${at}`, lines('a'));
    expect(keep('first', lines('a'))).not.toBe(first);
  });
});
