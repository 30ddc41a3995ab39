import { describe, expect, it } from 'vitest';
import { replaceWord } from '../../src/domain/replace-word.ts';

describe('replacing a word', () => {
  it.each([
    ['The rack, and the racks beside the Rack', 'rack', 'shelf', 'The shelf, and the racks beside the Shelf'],
    ['Rack by rack', 'rack', 'shelf', 'Shelf by shelf'],
    ['50% off. 50% off!', '50% off', 'half price', 'half price. half price!'],
    ['Très très chic', 'très', 'bien', 'Bien bien chic'],
    ['A (quiet) word', '(quiet)', '$& loud', 'A $& loud word'],
  ])('in %j', (text, find, replacement, after) => {
    // A dollar sign in the replacement is one.
    expect(replaceWord(text, find, replacement)).toBe(after);
  });

  it('says where there is nothing to replace', () => {
    expect(replaceWord('The racks', 'rack', 'shelf')).toBeNull();
    expect(replaceWord('Ärack', 'rack', 'shelf')).toBeNull();
  });
});
