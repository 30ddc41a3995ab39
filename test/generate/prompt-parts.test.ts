/** The parts of a prompt, each by the facts that change it. */
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../src/domain/facts.ts';
import type { Offer } from '../../src/domain/offer.ts';
import type { Policy, RuleSetting } from '../../src/domain/policy.ts';
import { fittingAngles } from '../../src/generate/angles.ts';
import { instantInWords, moneyInWords } from '../../src/generate/fact-words.ts';
import { nameTagWords } from '../../src/generate/name-tag-words.ts';
import { policyWords } from '../../src/generate/policy-words.ts';
import { unknownFacts } from '../../src/generate/unknown-facts.ts';
import { exampleBrief, factsOf } from '../support/example-briefs.ts';

const facts = factsOf(exampleBrief('second-purchase'), 'jeans-buyers');
const setting: RuleSetting = { on: true, version: 1, severity: 'block', onMissingFacts: 'block', options: {} };
const none = 'Use no merge tags and no placeholders of any kind.';

function policyFor(dialect: string, first: Partial<Policy['attributes'][string]> | null): Policy {
  const attributes: Policy['attributes'] = first
    ? { first_name: { type: 'text', samples: [], spelledAs: [], ...first } }
    : {};
  return { dialect, locale: 'en-US', market: 'US', attributes, rules: {}, examples: { pass: [], block: [] } };
}

describe('first names', () => {
  const nameless: Facts = { ...facts, attributes: {} };

  it.each([
    ['klaviyo', "{{ first_name|default:'there' }}"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Braze writes it so.
    ['braze', "{{${first_name} | default: 'there'}}"],
    ['mailchimp', '*|IF:FNAME|**|FNAME|**|ELSE:|*there*|END:IF|*'],
    ['hubspot', "{{ personalization_token('contact.firstname', 'there') }}"],
  ])('are written as %s wants them', (dialect, tag) => {
    expect(nameTagWords(policyFor(dialect, { coverage: 0.7 }), nameless, 8)).toContain(`exactly so: ${tag}\n`);
  });

  it.each([
    [0.4, 8, none],
    [0.7, 8, 'At most 2 of the 8 lines'],
    [0.7, 4, 'At most one of the 4 lines'],
    [0.7, 3, none],
    [0.95, 9, 'At most 3 of the 9 lines'],
    [undefined, 8, 'is not known'],
  ])('with a coverage of %s stand in so many of %s lines', (coverage, count, words) => {
    const known = coverage === undefined ? {} : { coverage };
    expect(nameTagWords(policyFor('klaviyo', known), nameless, count)).toContain(words);
  });

  it('are left out where the list has none, the platform has no form for it, or we apologise', () => {
    expect(nameTagWords(policyFor('klaviyo', null), nameless, 8)).toBe(none);
    expect(nameTagWords(policyFor('generic', { coverage: 1 }), nameless, 8)).toBe(none);
    const sorry: Facts = { ...nameless, messageType: 'apology' };
    expect(nameTagWords(policyFor('klaviyo', { coverage: 1 }), sorry, 8)).toBe(none);
  });

  it('stand without a fallback where the platform fills it in by itself', () => {
    const words = nameTagWords(policyFor('generic', { coverage: 1, defaultSetInEsp: 'friend' }), nameless, 9);
    expect(words).toContain('exactly so: {FNAME}\n');
    expect(words).toContain('the others get "friend"');
    const rules = { 'tag-fallback-required': { ...setting, options: { defaultSetInEsp: ['first_name'] } } };
    const declared = { ...policyFor('generic', { coverage: 1, samples: ['Loren'] }), rules };
    expect(nameTagWords(declared, nameless, 9)).toContain('the others get "Loren"');
  });

  it('count as the longest the list holds', () => {
    expect(nameTagWords(policyFor('klaviyo', { longest: 'Maximiliana-Josephine' }), nameless, 8)).toContain(
      'as 21 char',
    );
    expect(nameTagWords(policyFor('klaviyo', { samples: ['Jo'] }), nameless, 8)).toContain('as 12 char');
  });
});

describe('angles', () => {
  it.each([
    ['second-purchase', 'jeans-buyers', 'variant'],
    ['second-purchase', 'moisturizer-buyers', 'completion'],
    ['end-of-season', undefined, 'offer'],
    ['apology', undefined, 'apology'],
  ])('of %s for %s begin with %s', (name, cohort, first) => {
    const brief = exampleBrief(name);
    expect(fittingAngles(factsOf(brief, cohort), brief.goal)[0]).toBe(first);
  });

  it('have ground in the facts', () => {
    const bare: Facts = { ...facts, claims: [], products: [], cohort: undefined };
    expect(fittingAngles(bare, 'Say hello')).toEqual(['benefit', 'curiosity', 'question']);
    expect(fittingAngles(bare, 'The new wool is here')).toContain('news');
    expect(fittingAngles({ ...bare, messageType: 'transactional' }, 'Receipt')).not.toContain('curiosity');
    expect(fittingAngles({ ...bare, messageType: 'apology' }, 'Sorry')).toEqual(['apology']);
  });
});

describe('what must not be made up', () => {
  const offer: Offer = { type: 'percent-off', percent: '40' };
  const said = (own: Partial<Facts>) => unknownFacts({ ...facts, ...own }).join('\n');

  it.each<[string, Partial<Facts>, string]>([
    ['no offer', { offer: null }, 'There is no offer'],
    ['an unknown offer', { offer: undefined }, 'Nothing is known of an offer'],
    ['an unknown end', { offer }, 'When the offer ends is not known'],
    ['no end', { offer: { ...offer, endsAt: null } }, 'has no end'],
    ['unknown conditions', { offer }, 'no exclusions'],
    ['plenty of stock', { offer: { ...offer, stockLimited: false } }, 'Stock is not limited'],
    ['an unknown reach', { offer }, 'do not say "everything"'],
    ['an unknown threshold', { offer: { type: 'free-shipping' } }, 'unconditional'],
    ['no claim', { claims: [] }, 'No claim is proven'],
    ['an unknown day', {}, 'no weekday'],
  ])('is said of %s', (_name, own, words) => {
    expect(said(own)).toContain(words);
  });

  it('is not said of what is known', () => {
    const end = '2026-12-01T00:00:00.000Z';
    const known: Offer = { ...offer, percentIsMax: true, endsAt: end, conditions: [], stockLimited: true };
    const words = said({ offer: { ...known, extendedFrom: end, referencePrice: { minor: 100, currency: 'USD' } } });
    expect(words).not.toMatch(/offer|stock|price/i);
  });
});

describe('facts in words', () => {
  it('tell the time in the zone of the campaign', () => {
    expect(instantInWords('2026-11-30T04:59:00.000Z', 'America/New_York')).toBe(
      'Sunday, 29 November 2026, 23:59 (America/New_York)',
    );
  });

  it.each([
    [{ minor: 5_000, currency: 'USD' }, '$50'],
    [{ minor: 1_250, currency: 'GBP' }, '£12.50'],
    [{ minor: 500, currency: 'JPY' }, '¥500'],
  ])('tell %o as %s', (money, words) => {
    expect(moneyInWords(money)).toBe(words);
  });
});

describe('a policy in words', () => {
  const words = (rules: Policy['rules']) => policyWords({ ...policyFor('klaviyo', null), rules });

  it('names its limits', () => {
    const told = words({ length: { ...setting, options: { warnAt: 44, max: 61 } } });
    expect(told).toContain('30 to 44 characters; a line above 61 is thrown away');
  });

  it('names the words it bans, and what to write rather, as far as anybody would read', () => {
    const terms = ['bargain bin', { term: 'guaranteed', suggest: 'promised' }];
    expect(words({ 'banned-terms': { ...setting, options: { terms } } })).toContain(
      'Never: "bargain bin", "guaranteed" (rather "promised").',
    );
    const near = { terms: ['cheap', 'reduced'] };
    expect(words({ 'banned-near': { ...setting, options: near } })).toContain('with a name: "cheap", "reduced".');
    const many = Array.from({ length: 5_000 }, (_, index) => `word ${index}`);
    const told = words({ 'banned-terms': { ...setting, options: { terms: many } } });
    expect(told).toContain('and 4800 more of the kind');
    expect(told.length).toBeLessThan(4_000);
  });

  it('tells what blocks apart from what warns, and leaves out remarks and what is off', () => {
    const told = words({
      length: setting,
      'tag-syntax': { ...setting, severity: 'warn' },
      'unresolved-placeholder': { ...setting, severity: 'info' },
      'tag-fallback-required': { ...setting, on: false },
    });
    expect(told.split('\n')).toHaveLength(4);
    expect(told.indexOf('thrown away')).toBeLessThan(told.indexOf('held up'));
  });

  it('names whom never to name, what to write exactly, and wording that must be there', () => {
    const told = words({
      'competitor-names': { ...setting, options: { names: ['Northrow'] } },
      'trademark-spelling': { ...setting, options: { marks: [{ canonical: 'Tilden Row' }] } },
      'required-terms': { ...setting, options: { anyOf: [], allOf: ['linen'], prefix: '<ADV>' } },
    });
    expect(told).toContain('Never name: "Northrow".');
    expect(told).toContain('Always write: "Tilden Row".');
    expect(told).toContain('Each line holds all of: "linen". Each line begins with "<ADV>".');
  });

  it('says nothing of rules that judge campaigns alone', () => {
    expect(words({ 'cohort-size': setting })).toBe('');
  });

  it('is empty where nothing is on', () => {
    expect(words({})).toBe('');
  });
});
