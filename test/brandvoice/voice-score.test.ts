import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { voiceProfile } from '../../src/brandvoice/voice-profile.ts';
import { exemplarScores, voiceNumber, voiceScore } from '../../src/brandvoice/voice-score.ts';
import { VoiceScore, type VoiceTrait } from '../../src/domain/voice-score.ts';
import { exemplarsOf, learnedVoices } from '../support/voice-lines.ts';

const learned = (exemplars: readonly string[], more: { approved?: readonly string[]; locale?: string } = {}) =>
  voiceProfile({ exemplars, approved: [], locale: 'en-US', ...more });
const chatty = learned(exemplarsOf('gingham-larder'));
const terse = learned(exemplarsOf('stannard-fell'));

function part(profile: ReturnType<typeof learned>, text: string, trait: VoiceTrait) {
  const found = voiceScore(profile, text).traits.find((each) => each.trait === trait);
  if (!found) throw new Error(`no part for ${trait}`);
  return found;
}

describe('the voice score of a line', () => {
  it.each<[VoiceTrait, typeof chatty, string, string, string]>([
    [
      'length',
      terse,
      'Oil the hinge',
      'Oil the hinge of the door to the shed before the winter rain comes in',
      '15 words where',
    ],
    ['person', terse, 'Oil the hinge', 'We oil your hinge', 'Says "we" and "you"'],
    ['mood', chatty, 'Shall we bake?', 'Pies and tins of jam', 'fragment'],
    ['punctuation', terse, 'Oil the hinge', 'Oil the hinge!', 'Has an exclamation mark; none of this brand'],
    ['casing', terse, 'Oil the hinge twice', 'Oil The Hinge Twice Before Winter', 'Capitalizes Most Words'],
    ['emoji', terse, 'Oil the hinge', 'Oil the hinge 🔧', 'Has one emoji'],
    ['small-words', terse, 'Hinge, oil, rag', 'It is for you and it is in the box', 'many small words'],
    ['vocabulary', chatty, 'Cookies and cocoa, friend', 'Latest arrivals, shop now', 'Other shops say this more: '],
  ])('weighs %s by itself and says in a sentence what it saw', (trait, profile, near, far, says) => {
    expect(part(profile, near, trait).score).toBeGreaterThan(part(profile, far, trait).score ?? 0);
    expect(part(profile, far, trait).says).toContain(says);
  });

  it('says how many words there are and how many the brand writes', () => {
    expect(part(terse, 'Rope', 'length').says).toBe('1 word where this brand writes 3 to 6.');
  });

  it('takes a figure with its decimals for one word', () => {
    expect(part(terse, 'Splitting maul. 3.6 kg.', 'length').says).toMatch(/^4 words/u);
  });

  it('names the words a line shares with the brand', () => {
    expect(part(chatty, 'More shortbread for you', 'vocabulary').says).toContain('shortbread');
  });

  it('tells where eight in ten of the brand’s own lines lie', () => {
    const { usual, note } = voiceScore(terse, 'Oil the hinge');
    expect(note).toBeNull();
    expect(usual?.from).toBeLessThan(usual?.to ?? 0);
    const inside = exemplarScores(terse).filter((score) => score >= (usual?.from ?? 0) && score <= (usual?.to ?? 0));
    expect(inside.length / exemplarsOf('stannard-fell').length).toBeGreaterThanOrEqual(0.8);
  });

  it.each([
    "Hi {{ first_name|default:'my dear old friend' }}, the rope is in",
    'Hi *|FNAME|*, the rope is in',
    'Hi %%=Iif(Empty(FirstName),"there",FirstName)=%%, the rope is in',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Braze writes its references so.
    "Hi {{${first_name} | default: 'there'}}, the rope is in",
  ])('counts no merge tag as a word: %s', (line) => {
    expect(part(terse, line, 'length').says).toMatch(/^5 words/u);
  });

  it('takes a trade mark sign for no emoji', () => {
    expect(part(terse, 'Thermaskin™ gloves', 'emoji').says).toContain('Has no emoji');
  });

  it('stays at 50 and says so where there is nothing to learn from, and near it with a line or two', () => {
    const nothing = voiceScore(learned([]), 'Oil the hinge');
    expect(nothing).toMatchObject({ score: 50, usual: null, note: expect.stringContaining('Too few lines') });
    expect(nothing.traits.every(({ score }) => score === 50)).toBe(true);
    const few = exemplarsOf('gingham-larder').slice(0, 2);
    const distance = (profile: typeof chatty) => Math.abs(voiceNumber(profile, 'We saved you a slice, friend!') - 50);
    expect(distance(learned(few))).toBeLessThan(distance(chatty) / 2);
    expect(voiceScore(learned(few), 'Pie').note).not.toBeNull();
  });

  it('leaves out what it knows nothing of in a language, and says why', () => {
    const parts = voiceScore(learned(['Нові светри', 'Пальто і шарф'], { locale: 'uk-UA' }), 'Нові чоботи').traits;
    const leftOut = parts.filter(({ score }) => score === null);
    expect(leftOut.map(({ trait }) => trait)).toEqual(['person', 'small-words', 'vocabulary']);
    expect(leftOut.every(({ says }) => says.includes('left out') && says.includes('"uk"'))).toBe(true);
    const japanese = voiceScore(learned(['新しいTシャツ'], { locale: 'ja-JP' }), '新色').traits;
    expect(japanese.find(({ trait }) => trait === 'length')?.score).toBeNull();
  });

  it('knows we and you in German as well', () => {
    const profile = learned(['Dein Mantel ist da', 'Für dich und deinen Garten'], { locale: 'de-DE' });
    expect(part(profile, 'Wir haben Mäntel', 'person').says).toContain('Says "we"');
    expect(part(profile, 'Dein Garten', 'person').says).toContain('Speaks to the reader');
  });

  it('lets approved lines teach, each for half of an exemplar and never more than the exemplars together', () => {
    const exemplars = exemplarsOf('stannard-fell');
    const loud = Array.from({ length: 400 }, (_, at) => `We love your number ${at}!`);
    const taught = learned(exemplars, { approved: loud });
    expect(taught.weight).toBeCloseTo(2 * exemplars.length);
    expect(learned(exemplars, { approved: loud.slice(0, 2) }).weight).toBe(exemplars.length + 1);
    expect(voiceNumber(taught, 'We love your rope!')).toBeGreaterThan(voiceNumber(terse, 'We love your rope!'));
  });

  it('does not let an exemplar vouch for itself', () => {
    const odd = 'INDULGE in our Exquisite, Curated Delights!!! 🎁🎁';
    const profile = learned([...exemplarsOf('stannard-fell'), odd]);
    expect(exemplarScores(profile).at(-1)).toBeLessThan(voiceNumber(profile, odd));
    expect(exemplarScores(profile).at(-1)).toBe(Math.min(...exemplarScores(profile)));
  });

  it('gives any text a whole score, the same each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const score = voiceScore(chatty, text);
        expect(VoiceScore.parse(score)).toEqual(score);
        expect(voiceNumber(chatty, text)).toBe(score.score);
      }),
      { numRuns: 200 },
    );
    expect([...learnedVoices.keys()]).toHaveLength(3);
  });
});
