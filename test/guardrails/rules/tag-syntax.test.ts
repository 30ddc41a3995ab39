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
