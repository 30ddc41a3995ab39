import { describe, expect, it } from 'vitest';
import { tagSyntax } from '../../../src/guardrails/rules/tag-syntax.ts';
import { findingsIn } from '../../support/rule-example.ts';

const find = (line: string, dialect = 'klaviyo', options = {}) => findingsIn(tagSyntax, { line, dialect, options });

describe('tag-syntax', () => {
  it('suggests the tag as it should be', () => {
    expect(find('Hi {{ first_nme }}')[0]).toMatchObject({
      message: 'No attribute "first_nme" is known for Klaviyo here; write {{ first_name }}.',
      suggestion: { start: 3, end: 18, text: '{{ first_name }}' },
    });
  });

  it.each([
    ['Hi *|FNAME|*', 'klaviyo'],
    ['Hi {{ first_name|default:’there’ }}', 'klaviyo'],
    ['Hi {{ first_name }', 'klaviyo'],
    ["Hi {{ first_name|defalt:'you' }}", 'klaviyo'],
    ['Hi {{ first_name }}', 'mailchimp'],
    ['Hi {{ first_name }}', 'generic'],
  ])('suggests what then passes: %s in %s', (line, dialect) => {
    const suggestion = find(line, dialect)[0]?.suggestion;
    expect(suggestion).toBeDefined();
    const { start, end, text } = suggestion ?? { start: 0, end: 0, text: '' };
    expect(find(line.slice(0, start) + text + line.slice(end), dialect)).toEqual([]);
  });

  it.each([
    ['[firstname,fallback=there, new in', 'klaviyo'],
    ['[firstname, new in', 'campaignmonitor'],
    ['[fistname,fallback=there], new in', 'campaignmonitor'],
    ['[fistname,fallback=there], new in', 'klaviyo'],
    ['[firstname,falback=there], new in', 'campaignmonitor'],
    ['@FIRSTNAME, new in', 'dotdigital'],
    ['%FIRSTNAME, new in', 'activecampaign'],
    ['%%FirstName, new in', 'sfmc'],
    ['<span class="eloquaemail">FirstName, new in', 'eloqua'],
  ])('knows a tag that was begun or misspelt where prose has such brackets too: %s in %s', (line, dialect) => {
    expect(find(line, dialect)).toHaveLength(1);
  });

  it.each([
    ['[New] boots, [again, and again', 'campaignmonitor'],
    ['@MUSEUM shop: new prints', 'dotdigital'],
    ['20 %OFF, and no more', 'activecampaign'],
    ['[firstname,fallback=there], new in', 'campaignmonitor'],
  ])('leaves prose alone: %s in %s', (line, dialect) => {
    expect(find(line, dialect)).toEqual([]);
  });

  it('takes conditionals, unless the brand does not', () => {
    const line = '{% if first_name %}Hi{% else %}Ho{% endif %}';
    expect(find(line)).toEqual([]);
    expect(find(line, 'klaviyo', { allowConditionals: false })[0]?.spans).toEqual([{ start: 0, end: 19 }]);
  });

  it('takes the attributes the brand allows, and no other', () => {
    expect(find('{{ first_name }}', 'klaviyo', { allowedAttributes: ['first_name'] })).toEqual([]);
    expect(find('{{ email }}', 'klaviyo', { allowedAttributes: ['first_name'] })[0]?.message).toContain(
      'allowed: first_name',
    );
  });

  it('reports each broken tag of a line', () => {
    expect(find('*|FNAME|* and %%FirstName%%').map(({ spans }) => spans)).toEqual([
      [{ start: 0, end: 9 }],
      [{ start: 14, end: 27 }],
    ]);
  });
});
