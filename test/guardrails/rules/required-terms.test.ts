import { describe, expect, it } from 'vitest';
import { requiredTerms } from '../../../src/guardrails/rules/required-terms.ts';
import { findingsIn } from '../../support/rule-example.ts';
import { describeLists } from '../../support/rule-lists.ts';

const label = { prefix: '<ADV>' };
const sponsor = { allOf: ['Harbor Bank'] };
const own = { anyOf: ['Tilden Row', 'TR'] };
const both = { allOf: ['Harbor Bank', 'terms apply'], anyOf: ['run', 'walk'] };
const dialect = 'klaviyo';

describeLists(requiredTerms, {
  good: [
    { line: 'Weekend deals', because: 'Nothing is demanded.' },
    { line: '<ADV> Weekend deals', options: label },
    { line: '<ADV>Weekend deals', options: label },
    { line: "<ADV> {{ first_name|default:'Hello' }}, weekend deals", dialect, options: label },
    { line: 'Weekend deals', options: { ...label, markets: ['UK', 'EU'] } },
    { line: 'Weekend deals', options: { ...label, markets: ['US'] }, facts: { market: 'CA' } },
    { line: '<ADV> Weekend deals', options: { ...label, markets: ['US'] } },
    { line: 'The Harbor Bank run is on', options: sponsor },
    { line: 'The HARBOR BANK run is on', options: sponsor },
    { line: 'The harbor bank run', options: sponsor },
    { line: 'Harbor Bank’s summer run', options: sponsor },
    { line: 'The Harbor\u00a0Bank run', options: sponsor },
    { line: "Hi {{ first_name|default:'there' }}, the Harbor Bank run", dialect, options: sponsor },
    { line: "The {{ sponsor|default:'Harbor Bank' }} run", dialect, options: { anyOf: ['run'] } },
    { line: 'New at Tilden Row', options: own },
    { line: 'TR: the coats are in', options: own },
    { line: 'Tilden Row (TR) has coats', options: own },
    { line: 'A Harbor Bank walk, terms apply', options: both },
    { line: 'Terms apply: the Harbor Bank run', options: both },
    { line: '{% if city %}A run{% else %}A walk{% endif %} with Harbor Bank', dialect, options: sponsor },
    {
      line: '{% if city %}Harbor Bank{% else %}Harbor Bank run{% endif %} is on',
      dialect,
      options: sponsor,
      because: 'Both branches have it.',
    },
  ],
  bad: [
    { line: 'Weekend deals', options: label },
    { line: '[|<adv>|] Weekend deals', options: label },
    { line: ' <ADV> Weekend deals', options: label },
    { line: 'Weekend deals <ADV>', options: label },
    { line: 'ADV Weekend deals', options: label },
    { line: "{{ first_name|default:'<ADV>' }}, weekend deals", dialect, options: label },
    { line: '{% if city %}<ADV> {% endif %}Weekend deals', dialect, options: label },
    { line: 'Weekend deals', options: { ...label, markets: ['US'] } },
    { line: 'Weekend deals', options: { ...label, markets: ['CA'] }, facts: { market: 'CA' } },
    { line: 'The summer run is on', options: sponsor },
    { line: 'The Harbor Banks run', options: sponsor },
    { line: 'The Harbor, Bankside run', options: sponsor },
    { line: 'The H4rbor B4nk run', options: sponsor },
    { line: 'The harbor run, and a bank', options: sponsor },
    { line: '{% if city %}Harbor Bank{% endif %} run', dialect, options: sponsor },
    { line: 'The coats are in', options: own },
    { line: 'The tray is in', options: own },
    { line: 'A Harbor Bank evening, terms apply', options: both },
    { line: 'A Harbor Bank run', options: both },
  ],
});

describe('required-terms', () => {
  it('names the readers for whom the wording is missing', () => {
    const line = '{% if city %}Harbor Bank run{% else %}A run{% endif %}';
    const [finding] = findingsIn(requiredTerms, { line, dialect, options: sponsor });
    expect(finding?.rendering).toBe('city empty');
    expect(finding?.message).toBe('The line has no "Harbor Bank"; name it, as this brand\'s policy demands.');
  });

  it('says each missing term, and the choice, once', () => {
    expect(findingsIn(requiredTerms, { line: 'Coats', options: both })).toHaveLength(3);
  });

  it('puts a label first where there is room, and mends its case', () => {
    const suggested = ['Weekend deals', '<adv> Weekend deals', `Weekend ${'deals '.repeat(8)}here`].map(
      (line) => findingsIn(requiredTerms, { line, options: label })[0]?.suggestion,
    );
    expect(suggested).toEqual([{ start: 0, end: 0, text: '<ADV> ' }, { start: 0, end: 5, text: '<ADV>' }, undefined]);
  });
});
