import { describe, expect, it } from 'vitest';
import { readingLevel } from '../../../src/guardrails/rules/reading-level.ts';
import { findingsIn } from '../../support/rule-example.ts';
import { describeLists } from '../../support/rule-lists.ts';

describeLists(readingLevel, {
  good: [
    'Warm coats, small prices',
    'Fall, sorted',
    'Comfortable shoes for any weather',
    'Congratulations are due',
    'A Massachusetts morning',
    'Mother-in-law-approved, weather-resistant coats',
    'Machine-washable, hand-finished, cold-water wool',
    'Sooooooooooooooo soft',
    'Waaaaaaaaaaaaaarm',
    'New apparel, outerwear and footwear',
    'A silhouette you know',
    'Use it, wear it, wash it',
    'Additional sizes, fewer returns',
    'The purchase of a lifetime of socks',
    'Shop the lookbook',
    '秋の新作コートが届きましたので是非ご覧くださいませ',
    'เสื้อโค้ทใหม่สำหรับฤดูหนาวมาแล้ว',
    'Nouveautés de la saison',
    { line: 'Herbstjackenneuheiten sind da', locale: 'de-DE' },
    { line: 'Winterjassencollectie is er', locale: 'nl-NL' },
    { line: 'Utilize ist kein Wort', locale: 'de-DE' },
    { line: 'The Transcontinental tote', facts: { products: ['Transcontinental tote'] } },
    { line: 'The Transcontinental tote', facts: { mustMention: ['transcontinental'] } },
    { line: 'The Transcontinental tote', options: { allow: ['Transcontinental'] } },
    { line: 'A cutting-edge knife', options: { allow: ['cutting-edge'] } },
    { line: 'Utilize your points', options: { findKnownJargon: false } },
    { line: 'Extraordinarily fine', options: { maxWordLetters: 15 } },
    { line: "Hi {{ extraordinarily_long_name|default:'you' }}", dialect: 'klaviyo' },
  ],
  bad: [
    'Coats of [|extraordinarily|] fine wool',
    '[|Revolutionizing|] your closet',
    '[|Multifunctional|] bags, [|uncharacteristically|] light',
    '[|Utilize|] your points',
    '[|Utilizing|] wool since 1920',
    'New [|colorway|], same boots',
    'A [|cutting edge|] knife',
    '[|State-of-the-art|] zippers',
    'A [|holistic|] approach to socks',
    'Warm coats [|prior to|] snow',
    '[|In order to|] stay warm',
    'Sign up now [|in the event that|] it snows',
    'We [|leverage|] wool',
    'The [|omnichannel|] sock',
    'The [|best-in-class|] coat',
    '[|Approximately|] twenty coats',
    { line: 'A [|boho-luxe|] tote', options: { jargon: ['boho-luxe'] } },
    { line: 'Our [|kicks|] are in', options: { jargon: [{ term: 'kicks', suggest: 'shoes' }] } },
    { line: 'Die [|Donaudampfschifffahrtsgesellschaft|]', locale: 'de-DE' },
    { line: 'Something [|fabulous|]', options: { maxWordLetters: 7, allow: ['something'] } },
    { line: "Hi {{ first_name|default:'[|extraordinarily|] you' }}", dialect: 'klaviyo' },
  ],
});

describe('reading-level', () => {
  it('suggests the plainer word in the same case', () => {
    expect(findingsIn(readingLevel, { line: 'Utilize your points' })[0]).toMatchObject({
      severity: 'warn',
      message: '"Utilize" is jargon; write "use" instead.',
      suggestion: { start: 0, end: 7, text: 'Use' },
    });
  });

  it('suggests nothing for a word with an ending', () => {
    expect(findingsIn(readingLevel, { line: 'Utilizing wool' })[0]?.suggestion).toBeUndefined();
  });

  it('counts letters as readers do', () => {
    expect(findingsIn(readingLevel, { line: 'Extraordinarily fine' })[0]?.message).toBe(
      '"Extraordinarily" has 15 letters and the limit is 14; say it in a shorter word.',
    );
    expect(findingsIn(readingLevel, { line: 'e\u0301'.repeat(14) })).toEqual([]);
  });

  it('is off unless a policy asks for it', () => {
    expect(readingLevel.on).toBe(false);
  });
});
