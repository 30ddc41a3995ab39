import { describe, expect, it } from 'vitest';
import { toneCaps } from '../../../src/guardrails/rules/tone-caps.ts';
import { findingsIn } from '../../support/rule-example.ts';
import { describeLists } from '../../support/rule-lists.ts';

describeLists(toneCaps, {
  good: [
    'VIP early access starts NOW',
    'BOGO on DIY kits',
    'NEW: the Harbor boot',
    'NEW IN: sizes up to XXL',
    'JUST IN: coats',
    'FINALLY: a coat for the bus stop',
    'INTRODUCING: knits',
    'HELLO, fall',
    'Everything Is On Its Way To You',
    'The SALE is on and the BOOTS are in',
    'XS, S, M, L, XL, XXL, 3XL',
    'Henry VIII, Part II, Act III',
    'NYC, LA, and the rest of the USA',
    'DKNY, IKEA, ASICS and H&M in one place',
    'TVs, DVDs and VIPs only',
    'SPF 50, UVA, UVB and HDTV',
    'B.Y.O.B. in the U.S.A.',
    'R&D, A/W, AC/DC and AT&T',
    'WH1000XM5 and FW26 are back',
    'Use code BLACKFRIDAY',
    'With code: FREESHIP, free shipping',
    'BRRR. HMM. PSST. Coats.',
    'GRATIS: neue Schuhe',
    'Neue Mäntel, Schuhe, Taschen, Hosen',
    'I am A. B. Loom',
    'İstanbul’da yeni sezon, ışıl ışıl',
    'BIG NEWS',
    '*|FNAME|*, *|LNAME|*, %FIRSTNAME%: hi',
    { line: '*|FNAME|*, *|LNAME|*: hello', dialect: 'mailchimp' },
    { line: 'Hello %FIRSTNAME% %LASTNAME%', dialect: 'activecampaign' },
    { line: 'HARBOR LOOM COATS are here', options: { allow: ['HARBOR LOOM', 'COATS'] } },
    { line: 'The TRAIL RUNNER PRO is here', facts: { products: ['TRAIL RUNNER PRO'] } },
    { line: 'FREE SHIPPING for you today', options: { maxCapsWords: 2 } },
    { line: 'COATS', options: { minLetters: 6 } },
    '秋の新作コート NEW ARRIVALが届きました',
  ],
  bad: [
    '[|FREE SHIPPING ON EVERYTHING TODAY ONLY|]',
    'A [|FREE BLANKET|] comes with every order over $50',
    '[|BUY ONE, GET ONE|]',
    '[|SHOP NOW, SAVE BIG|]',
    '[|ENDS TONIGHT|]: 20% off coats',
    '[|LAST CHANCE|]',
    'Hurry, [|LAST CHANCE|] for coats',
    '[|FREE VIP SHIPPING|] for everyone on this list',
    '[|SAVE 20% TODAY|] on the wool coats',
    'A [|HUGE SALE|] and a [|HUGE SURPRISE|] are in here',
    'Everything goes, [|EVERYTHING MUST|] go, all of it',
    '[|EVERYTHING|]',
    '[|NEW IN: LINEN|]',
    '[|S A L E  O N  E V E R Y  C O A T|]',
    '[|OUR NEW COATS|] are in',
    '[|SON SAATLER: İNDİRİM|]',
    '[|ALLES MUSS RAUS|] in unserem Laden',
    '[|TOUT DOIT PARTIR|] chez nous',
    '[|НОВАЯ КОЛЛЕКЦИЯ|] уже здесь',
    { line: '[|COATS|] are in', options: { maxCapsWords: 0 } },
    { line: 'New [|COATS|] and [|NEW BOOTS AND BAGS|]', options: { maxRatio: 0.3 } },
    { line: "{{ first_name|default:'[|DEAR FRIEND|]' }}, your edit is here", dialect: 'klaviyo' },
  ],
});

describe('tone-caps', () => {
  it('tells how much of the line is shouted', () => {
    expect(findingsIn(toneCaps, { line: 'SHOP NOW, save BIG TIME' })[0]).toMatchObject({
      severity: 'warn',
      message: '14 of 18 letters stand in words of capitals, more than 50%; write the line in sentence case.',
    });
  });

  it('names the words that shout', () => {
    const line = 'A FREE BLANKET comes with every order over $50';
    expect(findingsIn(toneCaps, { line })[0]?.message).toBe('"FREE BLANKET" is shouted in capitals; stress 1 at most.');
  });

  it('takes the code of the offer for a name', () => {
    const facts = { offer: { type: 'other' as const, code: 'WOOLCOATS' } };
    expect(findingsIn(toneCaps, { line: 'WOOLCOATS takes 20% off', facts })).toEqual([]);
    expect(
      findingsIn(toneCaps, {
        line: 'LAST CALL FOR WOOLCOATS, says the buyer',
        facts: { ...facts, products: ['LAST CALL'] },
      }),
    ).toEqual([]);
  });
});
