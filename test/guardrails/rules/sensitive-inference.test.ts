import { describe, expect, it } from 'vitest';
import type { FactsCohort } from '../../../src/domain/facts.ts';
import { sensitiveInference } from '../../../src/guardrails/rules/sensitive-inference.ts';
import { findingsIn } from '../../support/rule-example.ts';
import { describeLists } from '../../support/rule-lists.ts';

const dialect = 'klaviyo';
const cohort = (given: Partial<FactsCohort>) => ({
  cohort: { externalId: 'c', name: 'A cohort', who: 'Readers of the coat mail', bought: [], ...given },
});
const expecting = cohort({ who: 'Bought maternity jeans in the last three months', basis: 'purchase' });
const coats = cohort({ who: 'Bought a wool coat last fall', why: 'A second purchase', bought: ['wool coat'] });
const curve = cohort({ name: 'Plus-size denim', bought: ['plus-size jeans'] });
const withFacts = (facts: ReturnType<typeof cohort>, lines: readonly string[]) =>
  lines.map((line) => ({ line, facts }));

describeLists(sensitiveInference, {
  good: [
    'Maternity styles, now 20% off',
    'Diwali edit: light it up',
    'Happy Hanukkah from all of us',
    'Plus-size denim, sizes 14 to 28',
    'Diapers and wipes, 20% off through Sunday',
    'Stock up on diapers',
    'Baby blue, all over',
    'Your baby tee, now in oat',
    'Baby, it’s cold outside. Your coat is here',
    'Baby bangs, and a clip for you',
    'Your new baby alpaca cardigan',
    'Weightless foundation for your Mondays',
    'Heavyweight sweats for your week',
    'Store credit for you',
    'A $10 credit is yours',
    'Your Christian Louboutin moment',
    'Depression glass for your shelf',
    'Your age of reason, in linen',
    'Don we now our gay apparel, and you?',
    'Your straight-leg jeans are back',
    'A healthy glow for you',
    'Your Mother’s Day gift, sorted',
    'Cancer season: a candle for you',
    'Blush you will wear all day',
    'Your period drama wardrobe',
    'Linen for your period home',
    'Your kitchen scale, and flour to go with it',
    'Diet soda glasses for your bar cart',
    'Labor Day is here, and so are your coats',
    'Your library books’ due date, on a bookmark',
    'A pregnant pause before you open this',
    'Hot flash sale: yours until noon',
    'Acne Studios, picked for you',
    'You support breast cancer research with every bag',
    'Pull your weight, in a better backpack',
    'The answer to your prayers: pockets',
    'Kosher salt, and a pan you will love',
    'A style bible for you',
    'Say goodbye to your sleep debt',
    'A sale you can’t afford to miss',
    'We turned 60. You get the cake.',
    'Over 50 new styles you’ll love',
    'Your 90s jeans are back',
    'Live in your 90s denim',
    'Orders of $50 and over ship free to you',
    'Your Visa card works here',
    'Make your transition into fall',
    'Anxiety vests for your dog',
    'High school seniors, your jackets are in',
    'Memory foam, for you and the dog',
    'Memorial Day weekend, your way',
    'Black widow pins for your denim jacket',
    'Use your prescription lenses in new frames',
    'What you’re expecting from a raincoat',
    'You’re expecting guests. So are the towels.',
    'Banana Republic would like your opinion',
    'Coming out soon: your new jeans',
    'Your training, your recovery, our foam roller',
    'New in Mauternity? U.S. maternity sizes',
    'Hi {FNAME}, the linen is in',
    ...withFacts(coats, ['For the little one in the mirror', 'Room to grow, in wool', 'Curvy hangers for the hall']),
    ...withFacts(expecting, ['20% off coats ends Sunday', 'Labor Day is here', 'A softer pair of jeans']),
    ...withFacts(cohort({ who: 'Told us that they expect', declared: ['pregnancy', 'family'] }), [
      'Your maternity edit is here',
      'Room for the little one',
    ]),
    ...withFacts(cohort({ who: 'Adults aged 25 to 40 who bought a coat' }), [
      'Timeless coats, gray and black',
      'Silver hoops, old favorites',
    ]),
    { line: 'You turned 60, and so did this chair', facts: cohort({ declared: ['age'] }) },
    { line: 'Your pregnancy pillow', options: { categories: ['religion'] } },
    { line: 'Your Ramadan Lamp, the bestseller', options: { exceptions: ['Ramadan Lamp'] } },
    { line: 'Une enceinte pour ta cuisine', locale: 'en-US' },
  ],
  bad: [
    '[|{FNAME}|], stock up on [|diapers|]',
    '[|Your|] [|pregnancy|] must-haves',
    'Looking for [|plus-size|], Anna? [|You’ll|] need it',
    'Because [|you turned 60|]',
    'Time for the second [|trimester|], [|{FNAME}|]',
    '[|Your|] [|due date|] is near',
    'Soft things for [|your baby|]',
    'Jeans for [|your bump|]',
    '[|You’re expecting|]. So are we.',
    '[|Maternity|] jeans [|you|] will live in',
    '[|IVF|] is hard. [|You|] deserve rest',
    '[|Hot flashes|]? Cooling sheets for [|you|]',
    'Underwear for [|your period|]',
    '[|Diabetic|]-friendly socks for [|you|]',
    'Living with [|arthritis|], [|{FNAME}|]?',
    'Cheaper [|insulin|] for [|you|]',
    'Ready to [|lose weight|], [|{FNAME}|]?',
    'Jackets that hide [|your waistline|]',
    '[|Bladder leaks|]? We have [|you|] covered',
    'Sheets for [|your|] [|insomnia|]',
    'Happy [|Diwali|], [|{FNAME}|]',
    'As a [|Christian|], [|you|] will love this',
    'Style for [|{FNAME}|], proud [|Latina|]',
    '[|You|] and the other [|lesbian|] shoppers',
    'Fellow [|Republicans|], [|your|] hats are in',
    'Struggling with [|debt|]? [|You|] can pay later',
    '[|Bad credit|]? [|Your|] sofa awaits',
    'Looks for [|women your age|]',
    '[|{FNAME}|], [|happy 40th|]',
    'We are [|sorry for your loss|]',
    '[|Newly single|]? [|Your|] new sheets',
    '[|Refugee|] or not, [|u|] need a coat',
    { line: "[|{{ first_name|default:'you' }}|], [|diapers|] are in", dialect },
    { line: "Hi {{ city|default:'[|pregnant|] people' }}, [|your|] edit", dialect },
    ...withFacts(expecting, [
      'Room for the [|little one|]',
      '[|Maternity|] styles, now 20% off',
      '[|Nine months|] of soft things',
      'Something for the [|bundle of joy|]',
      '[|Due date|]: soon',
    ]),
    ...withFacts(curve, ['[|Flattering|] dresses for fall', '[|Plus-size|] denim is back']),
    ...withFacts(cohort({ why: 'They keep Ramadan' }), ['Plates for [|iftar|]', 'The [|holy month|] edit']),
    ...withFacts(cohort({ who: 'Turned 60 this year' }), ['[|Young at heart|], warm in wool']),
    ...withFacts(cohort({ who: 'Bought sympathy flowers' }), ['For those we [|remember|]']),
    { line: 'Die [|Umstandsmode|] für [|dich|]', locale: 'de-DE' },
    { line: '[|Vos|] robes de [|grossesse|]', locale: 'fr-FR' },
    { line: 'Todo para [|tu|] [|embarazo|]', locale: 'es-ES' },
    { line: 'Scarves [|you|] keep from the [|gossipers|]', options: { terms: ['gossiper'] } },
  ],
});

describe('sensitive-inference', () => {
  it('passes the same words for one cohort and not for another', () => {
    const line = 'Room for the little one';
    expect(findingsIn(sensitiveInference, { line, facts: coats })).toEqual([]);
    const [finding] = findingsIn(sensitiveInference, { line, facts: expecting });
    expect(finding).toMatchObject({ severity: 'block', fact: { path: 'cohort.who', value: 'maternity' } });
    expect(finding?.message).toContain('alludes to a pregnancy, by which the brief chose these readers (maternity)');
  });

  it('names the person to whom the term is said', () => {
    const [finding] = findingsIn(sensitiveInference, { line: '{FNAME}, stock up on diapers' });
    expect(finding?.message).toContain('"diapers" together with "{FNAME}" tells readers');
  });

  it('judges a preheader as a line of its own', () => {
    const found = findingsIn(sensitiveInference, { line: 'New in', preheader: 'Your pregnancy edit' });
    expect(found).toMatchObject([{ field: 'preheader', severity: 'block' }]);
  });
});
