import { describe, expect, it } from 'vitest';
import { profanity } from '../../../src/guardrails/rules/profanity.ts';
import { findingsIn } from '../../support/rule-example.ts';
import { describeLists } from '../../support/rule-lists.ts';

const dialect = 'klaviyo';
const inLocale = (locale: string, lines: readonly string[]) => lines.map((line) => ({ line, locale }));

describeLists(profanity, {
  good: [
    'Shiitake season is here',
    'Shih tzu sweaters, sized right',
    'Dick’s Sporting Goods has the boots',
    'Moby-Dick and other summer reads',
    'Pussy willow wreaths for the door',
    'A pussy-bow blouse for the office',
    'Cox apples, Essex linen, a train to Scunthorpe',
    'Classic glasses, grass and brass',
    'Cocktail dresses for a peacock',
    'Assorted assessments of bassinets',
    'Kum & Go, and other gas stations',
    'She left cum laude and in wool',
    'A Bloody Mary and brunch',
    'A Maine Coon on a spic and span floor',
    'Fire-retardant pajamas',
    'Dickies, cockatoos and titmice',
    'Blue tits at the feeder',
    'A mist for the face, hello hellebores',
    'Dam good views of the Hoover',
    'A shell of a jacket',
    'Hell’s Kitchen, the table linen',
    'Rolling dice at the craps table',
    'Swedish saunas, Turkish towels',
    'Analog watches, therapist-approved chairs',
    'Van Dyke brown, new in oil',
    'Size a5, model F150, code SHIRT20',
    'A bite of summer, con gusto',
    { line: 'Damn good deals', options: { mild: false } },
    { line: 'The badass boot is back', options: { allow: ['badass'] } },
    { line: 'The Slut lipstick', options: { exceptions: ['slut lipstick'] } },
    ...inLocale('de-DE', ['Dick gepolstert und hell', 'Alles neu: die dicke Decke', 'Das Ass im Ärmel']),
    ...inLocale('es-ES', ['Un vestido negro', 'Un cono de helado', 'El verano es retro']),
    ...inLocale('fr-FR', ['En retard pour l’été', 'Un cul-de-sac en fleurs']),
  ],
  bad: [
    '[|Damn|] good deals',
    '[|Hell yes|], the coats are back',
    'It’s cold [|as hell|] out there',
    'The [|badass|] boot',
    '[|Kick-ass|] boots',
    'No [|crap|], just cotton',
    '[|Shit|], that’s warm',
    'The warmest [|f**king|] coat',
    '[|F u c k|] the cold',
    '[|fck|] Mondays',
    'Softest [|sh1t|] ever',
    'That’s [|b*tch|] behavior',
    'Fan-[|fucking|]-tastic coats',
    '[|ASSHOLE|] of a winter',
    'So cute, so [|slutty|]',
    'Don’t be a [|dick|]',
    'Your [|lazy-ass|] Sunday',
    'A [|bitchin|] sale',
    'Cozy socks, [|cozy AF|]',
    '[|Bullsh!t|]-free denim',
    '[|Fuuuuck|] it’s cold',
    { line: "Hi {{ first_name|default:'[|bitch|]' }}, hello", dialect },
    { line: 'Well [|sh{% if city %}{% endif %}it|]', dialect },
    ...inLocale('de-AT', ['[|Scheiße|], ist das kalt', '[|Verdammt|] warm', 'Kein [|Fuck|] gegeben']),
    ...inLocale('es-MX', ['[|Coño|], qué frío', '[|De puta madre|], el abrigo']),
    ...inLocale('fr-FR', ['[|Putain|] de froid', 'Un [|bordel|] de printemps']),
    ...inLocale('it-IT', ['Che [|cazzo|] di freddo']),
    ...inLocale('nl-NL', ['[|Verdomme|], wat koud', 'Wat een [|kutwijf|]']),
  ],
});

describe('profanity', () => {
  it('weighs mild words less, and each by itself', () => {
    const weights = ['Damn good', 'Shit', 'A damn bitch'].map((line) =>
      findingsIn(profanity, { line }).map(({ severity }) => severity),
    );
    expect(weights).toEqual([['warn'], ['block'], ['warn', 'block']]);
  });

  it('says that a word is in disguise', () => {
    expect(findingsIn(profanity, { line: 'Softest sh1t ever' })[0]?.message).toBe(
      '"sh1t" is profane or a slur in disguise; say it another way.',
    );
  });

  it('goes by the language of the cohort where that differs', () => {
    const facts = { locale: 'de-DE' };
    expect(findingsIn(profanity, { line: 'Dick gepolstert', facts })).toEqual([]);
    expect(findingsIn(profanity, { line: 'Arschloch', facts })).toHaveLength(1);
    expect(findingsIn(profanity, { line: 'Arschloch' })).toEqual([]);
  });
});
