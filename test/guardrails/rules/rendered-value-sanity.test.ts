import { describe, expect, it } from 'vitest';
import { Attributes } from '../../../src/domain/attribute.ts';
import { renderedValueSanity } from '../../../src/guardrails/rules/rendered-value-sanity.ts';
import { findingsIn } from '../../support/rule-example.ts';
import { describeLists, type Listed } from '../../support/rule-lists.ts';

const attributes = Attributes.parse({
  shoe_size: { type: 'number', samples: ['9'] },
  days_left: { type: 'number', samples: ['12'] },
  saved: { type: 'number', samples: ['120'] },
});
const klaviyo = (line: string, more: Partial<Exclude<Listed, string>> = {}): Listed => ({
  line,
  dialect: 'klaviyo',
  ...more,
});

describeLists(renderedValueSanity, {
  good: [
    '0 calories, 0 guilt',
    '0% APR on 1 coats',
    'None of the fuss, Hi hi',
    klaviyo('{{ first_name }}, your edit'),
    klaviyo("Hi {{ first_name|default:'there' }}, the linen is in"),
    klaviyo("{{ first_name|default:'there' }}, your edit is here"),
    klaviyo("{{ first_name|default:'Hey' }}, see the new knits"),
    klaviyo("Hey there! {{ first_name|default:'Friend' }}, look"),
    klaviyo("The linen is in, {{ first_name|default:'there' }}"),
    klaviyo("New in for you, {{ first_name|default:'friend' }}"),
    klaviyo("Picked for {{ first_name|default:'you' }}"),
    klaviyo("{{ first_name|default:'A friend' }}’s picks"),
    klaviyo("Good morning, {{ first_name|default:'sunshine' }}"),
    klaviyo("{% if person|lookup:'Points' > 0 %}Your points are waiting{% else %}New in{% endif %}"),
    klaviyo('{% if points > 1 %}{{ points }} points for you{% else %}New in{% endif %}'),
    klaviyo('{% if points >= 2 %}{{ points }} points for you{% else %}New in{% endif %}'),
    klaviyo('{% if points > 0 %}{{ points }} point(s) for you{% else %}New in{% endif %}'),
    klaviyo('{% if points > 0 %}Balance: {{ points }}{% else %}New in{% endif %}'),
    klaviyo('You have {{ points }} points', { options: { requireGuardForNumeric: false } }),
    klaviyo('Size {{ shoe_size }} is back', { facts: { attributes } }),
    klaviyo('Your {{ shoe_size }} is back', { facts: { attributes } }),
    klaviyo('Fall in {{ city }}'),
    klaviyo('Made for a {{ city }} fall', { locale: 'es-ES' }),
    klaviyo("{{ first_name|default:'there'|title }}, the linen is in"),
    klaviyo("{{ first_name|lower|capfirst|default:'there' }}, the linen is in"),
    klaviyo('{{ city|upper }} opens'),
    klaviyo('{% if first_name %}Hi {{ first_name }}{% else %}Hi there{% endif %}, new in'),
    klaviyo('It is so, so soft, {{ first_name }}'),
    klaviyo('{% if points and points > 1 %}{{ points }} points{% else %}New in{% endif %} today'),
    { line: '{{#if (gt points 1)}}{{points}} points{{else}}New in{{/if}} today', dialect: 'iterable' },
    klaviyo('{{ color }}, {{ fabric }} and Sample, {{ size }}'),
    klaviyo('Denver, {{ city }} and more'),
  ],
  bad: [
    klaviyo('Your balance: [|{{ person.points|default:0 }}|] points'),
    klaviyo('You have [|{{ points }}|] points'),
    klaviyo('You have €[|{{ balance }}|]'),
    klaviyo('[|{{ reward_points }}|] reasons to smile'),
    klaviyo('{% if points %}[|{{ points }}|] points{% else %}New in{% endif %} today'),
    klaviyo('{% if points > 0 %}[|{{ points }}|] points{% else %}New in{% endif %} today'),
    klaviyo('{% if points > 0 %}[|{{ points }}|] reward points{% else %}New in{% endif %} today'),
    klaviyo("You have [|{{ stamps|default:'0' }}|] stamps"),
    klaviyo('[|{{ days_left }}|] days left', { facts: { attributes } }),
    klaviyo('You saved £[|{{ saved }}|]', { facts: { attributes } }),
    klaviyo('{% if points > 5 %}[|{{ points }}|] for you{% else %}New{% endif %} today', {
      options: { minNumeric: 1000 },
    }),
    klaviyo('Gate [|{{ gate }}|]', {
      options: { numericAttributes: ['gate'] },
      facts: { attributes: Attributes.parse({ gate: { type: 'number' } }) },
    }),
    klaviyo("You have [|{{ points|default:'0' }}|] points", { options: { requireGuardForNumeric: false } }),
    klaviyo("Hi {{ first_name|default:'[|None|]' }}, new in"),
    klaviyo("Hi {{ first_name|default:'[|null|]' }}, new in"),
    klaviyo("Hi {{ first_name|default:'[|undefined|]' }}, new in"),
    klaviyo("In {{ city|default:'[|N/A|]' }}"),
    klaviyo("Hi there, [|{{ first_name|default:'there' }}|]"),
    klaviyo("[|{{ first_name|default:'Hey there' }}|], there is linen"),
    klaviyo("Hi [|{{ first_name|default:'Hey' }}|], new in"),
    klaviyo("Hello [|{{ first_name|default:'hello there' }}|]"),
    klaviyo("New for you, [|{{ first_name|default:'you' }}|]"),
    klaviyo('{% if first_name %}Hi {{ first_name }}{% else %}Hi [|there{% endif %} there|]'),
    klaviyo('{% if points < 100 %}[|{{ points }}|] points{% else %}New in{% endif %} today'),
    klaviyo("Hi [|{{ first_name|default:'you' }}|], {{ last_name|default:'you' }}"),
    klaviyo("Picked for {{ first_name|default:'[|there|]' }}"),
    klaviyo("Thank you {{ first_name|default:'[|there|]' }}"),
    klaviyo("{{ first_name|default:'[|there|]' }}'s picks are in"),
    klaviyo("Made for a [|{{ city|default:'quiet' }}|] fall"),
    klaviyo('An [|{{ city }}|] evening'),
    klaviyo("[|{{ first_name|default:'there'|upper }}|], the linen is in"),
    klaviyo("[|{{ first_name|lower|default:'there' }}|], the linen is in"),
    klaviyo("[|{{ first_name|first|default:'there' }}|], the linen is in"),
  ],
});

describe('rendered-value-sanity', () => {
  it('names the rendering, shows what readers see and says what to ask for', () => {
    expect(findingsIn(renderedValueSanity, { line: 'You have {{ points }} points', dialect: 'klaviyo' })).toMatchObject(
      [
        {
          severity: 'block',
          rendering: 'points_or_balance = 0',
          message:
            'With points_or_balance = 0, readers see "You have 0 points"; print the number only where points is 2 or more.',
        },
      ],
    );
  });

  it('only warns where the platform may take zero for no value', () => {
    const line = '{% if points %}{{ points }} points{% else %}New in{% endif %} today';
    expect(findingsIn(renderedValueSanity, { line, dialect: 'klaviyo' })).toMatchObject([{ severity: 'warn' }]);
  });

  it('only warns of one that is counted in the plural, and of wording', () => {
    const lines = [
      '{% if points > 0 %}{{ points }} points{% else %}New in{% endif %} today',
      "Hi there, {{ first_name|default:'there' }}",
      "Picked for {{ first_name|default:'there' }}",
      'A {{ city }} evening',
    ];
    const severities = lines.map((line) => findingsIn(renderedValueSanity, { line, dialect: 'klaviyo' })[0]?.severity);
    expect(severities).toEqual(['warn', 'warn', 'warn', 'warn']);
  });

  it('says one thing of a tag, the worst', () => {
    const line = "A {{ points|default:'None' }} points";
    expect(findingsIn(renderedValueSanity, { line, dialect: 'klaviyo' })).toMatchObject([
      { message: expect.stringContaining('None') },
    ]);
  });
});
