import { describe, expect, it } from 'vitest';
import { isSaid, originWords, shareWords, valueWords } from '../../../src/console/words/settings.ts';

describe('settings in words', () => {
  it.each([
    ['50', '50'],
    ['"subject"', 'subject'],
    ['true', 'yes'],
    ['false', 'no'],
    ['null', 'none'],
    ['[]', 'none'],
    ['["a","b"]', 'a, b'],
    ['{"term":"must-have","suggest":"good"}', 'must-have (suggest: good)'],
    ['{"term":"must-have"}', 'must-have'],
    ['{"from":1,"to":[2,3]}', 'from: 1; to: 2, 3'],
  ])('%s is %s', (json, words) => {
    expect(valueWords(json)).toBe(words);
  });

  it('say where they were written', () => {
    expect(originWords({ file: 'data/brands/shop/policy.yaml', line: 3, column: 5 })).toBe('shop/policy.yaml, line 3');
    expect([originWords('default'), originWords(null)]).toEqual(['default', null]);
  });

  it('leave out an empty list that nobody wrote', () => {
    const empty = { setting: 'terms', value: null, entries: [] };
    const at = { file: 'policy.yaml', line: 1, column: 1 };
    expect([isSaid({ ...empty, from: 'default' }), isSaid({ ...empty, from: at })]).toEqual([false, true]);
  });

  it('round shares, and never to nothing', () => {
    expect([shareWords(1, 3), shareWords(1, 1000), shareWords(0, 5)]).toEqual(['33%', 'under 1%', '0%']);
  });
});
