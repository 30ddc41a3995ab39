/** Merge tags in readable words. */
import { describe, expect, it } from 'vitest';
import { mergeTagsIn } from '../../../src/console/text/merge-tags.ts';

describe('mergeTagsIn', () => {
  it.each([
    ["{{ first_name|default:'there' }}", 'first name', 'there'],
    ['{{ person.first_name | default: "you" }}', 'first name', 'you'],
    ['{{ first_name }}', 'first name', null],
    ['*|FNAME|*', 'fname', null],
    ['%%first_name%%', 'first name', null],
    ['%FIRSTNAME%', 'firstname', null],
    ['[firstname,fallback=friend]', 'firstname', 'friend'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a merge tag of a platform.
    ['${first_name}', 'first name', null],
  ])('reads %s as %s', (tag, name, fallback) => {
    const text = `For ${tag}, socks`;
    expect(mergeTagsIn(text)).toEqual([{ start: 4, end: 4 + tag.length, name, fallback }]);
  });

  it('takes a percentage and a bracketed word in capitals for text', () => {
    expect(mergeTagsIn('40% off boots, 10% off socks [NEW]')).toEqual([]);
  });
});
