import { describe, expect, it } from 'vitest';
import { urlPhonePii } from '../../../src/guardrails/rules/url-phone-pii.ts';
import { findingsIn } from '../../support/rule-example.ts';
import { describeLists } from '../../support/rule-lists.ts';

const boohoo = { allowDomains: ['boohoo.com'] };

describeLists(urlPhonePii, {
  good: [
    'Your edit is live',
    'B.Y.O.B: bring your own bag',
    'Dr.Martens, polished',
    'St.Laurent weekends',
    'Hello.Goodbye: the last of summer',
    'Boots vs.the rain',
    'No.7 is back',
    'Made in the U.S.A. and proud of it',
    'Coats.Shop them by the door',
    'The rain came.it stayed',
    'Linen.in the wild',
    'New in.shop the edit',
    'The dot com boom, in sweaters',
    'Polka dot net skirts',
    'Polka dot organza',
    'Dots, dot, dot dot dot…',
    'will.i.am wore it',
    'Vol.2 of the knit book',
    '9 a.m. to 5 p.m., doors open',
    'Open 24/7',
    '1-2-3, done',
    'Sizes 30-32-34 are in',
    'Waist 28/30/32/34/36',
    '32-34-36-38-40 and more',
    'From $1,299.00 to $12,345.67',
    'Was £1,234.50, now £999.00',
    'Ends 12/24/2026 at 11:59',
    'Geöffnet 27.11.2026 09:00-18:00',
    '01/02/2026 to 03/04/2026',
    '2026-11-27 to 2026-11-30',
    '10,000 five-star reviews',
    '+1000000 points',
    '+10 000 000 members can’t be wrong',
    '1000000 reasons to love wool',
    'Style 10023456 in oat',
    'SKU AB-212-555-0187 is back',
    'Levi’s 501-505-511',
    'We are #1',
    '#summer2026 starts here',
    'The palette: #0a2',
    'Order by 12/24 for the 25th',
    'Member since 2019? Look inside',
    'Membership 2026-2027 is open',
    'e.l.f. and M.A.C. meet J.Lo',
    'Inkl. z.B. d.h. u.a.',
    'iPhone 13 14 15 16 cases',
    'Made for 90210',
    'Orders over 100 ship free',
    'Text FALL to 55555',
    'Call it what you like',
    'Follow @tildenrow',
    'Doors @ 9',
    { line: 'Boohoo.com turns ten', options: boohoo },
    { line: 'Meet us at www.boohoo.com', options: boohoo },
    { line: 'Boohoo.com turns ten', facts: { products: ['Boohoo.com studio jeans'] } },
    { line: 'Hi {{ first_name }}, new in', dialect: 'klaviyo' },
    { line: 'Hi {{ email }}', dialect: 'klaviyo', options: { forbiddenAttributes: ['birthday'] } },
    { line: '{% if birthday %}Cake{% else %}Coats{% endif %} for you', dialect: 'klaviyo' },
    { line: '{% if emial %}Cake{% else %}Coats{% endif %} for you', dialect: 'klaviyo' },
    { line: 'New at {{ store_address }}', dialect: 'klaviyo' },
  ],
  bad: [
    'Shop [|macys.com|] now',
    'Shop [|MACYS.COM|] now',
    'See [|www.tildenrow.com/coats|] today',
    'See [|https://tildenrow.example.org/a?b=c|]',
    '[|tildenrow.co.uk|]: coats',
    'Mäntel auf [|bücher.de|]',
    'New on [|tildenrow.shop|]',
    'New on [|tildenrow.store|]!',
    'It is on [|bit.ly/3xYz|]',
    'Go to [|shop.tildenrow.com|].',
    'All on [|macys.com|].Shop there',
    'Shop [|macys dot com|] now',
    'Shop [|macys(dot)com|] now',
    'Shop [|macys .com|] now',
    'Shop [|ｍａｃｙｓ．ｃｏｍ|] now',
    'Shop [|macys．com|] now',
    'Shop [|ma\u200bcys.com|] now',
    'Shop [|m\u0430cys.com|] now',
    'Shop [|macys.\u200bcom|] now',
    'Call [|１-８００-５５５-０１００|]',
    'Write to [|help＠example.com|]',
    '[|Boohoo.com|] turns ten',
    { line: '[|notboohoo.com|] turns ten', options: boohoo },
    'Write to [|help@example.com|]',
    'Write to [|jo.smith+hi@mail.example.co.uk|]',
    { line: 'Write to [|help@boohoo.com|]', options: boohoo },
    'Call [|1-800-555-0100|]',
    'Call [|(212) 555-0187|] now',
    '[|212.555.0187|] is our number',
    '[|+1 212 555 0187|] is ours',
    'Call [|555-0100|] today',
    'Call us at [|8005550100|]',
    'Call [|1-800-FLOWERS|]',
    'Ring [|020 7946 0018|]',
    'Text [|07700 900123|]',
    '[|07700900123|]: say hello',
    'Freephone [|0800 123 4567|]',
    'Hotline [|030/901820-12|]',
    'Servicenummer [|0171 1234567|]',
    'Au [|01 23 45 67 89|]',
    'Au [|01.23.45.67.89|]',
    '[|+49 (0)30 901820|] für Fragen',
    '[|+33 1 23 45 67 89|]',
    'Card [|4111 1111 1111 1111|] is on file',
    'Card ending? [|4111-1111-1111-1111|]',
    'Paid from [|DE89 3704 0044 0532 0130 00|] now',
    'Your number [|078-05-1120|]',
    'Parcel [|1Z999AA10123456784|] is near',
    '[|Order #10023456|] has a friend',
    '[|Order 10023456|] has a friend',
    'About [|order no. 48213|]',
    '[|Tracking number: AB-1234567|]',
    'Re [|#123456|]',
    'Your [|receipt #A-10293|]',
    'Look for [|#A-10293|]',
    '[|Bestellnummer 10023456|] ist da',
    '[|Commande n° 48213|]',
    { line: 'Hi [|{{ email }}|], new in', dialect: 'klaviyo' },
    { line: 'Hi [|{{ last_name }}|], new in', dialect: 'klaviyo' },
    { line: 'Hi [|{{ full_name }}|], new in', dialect: 'klaviyo' },
    { line: 'Born on [|{{ birthday }}|]', dialect: 'klaviyo' },
    { line: 'We call [|{{ mobile_phone }}|]', dialect: 'klaviyo' },
    { line: 'To [|{{ person.homeAddress }}|]', dialect: 'klaviyo' },
    { line: 'Hi [|*|EMAIL|*|], new in', dialect: 'klaviyo' },
    { line: "Hi {{ first_name|default:'[|macys.com|] fan' }}, new in", dialect: 'klaviyo' },
    { line: 'In [|{{ city }}|]', dialect: 'klaviyo', options: { forbiddenAttributes: ['city'] } },
  ],
});

describe('url-phone-pii', () => {
  it('only points out a host written like a name', () => {
    expect(findingsIn(urlPhonePii, { line: 'Boohoo.com turns ten' })[0]).toMatchObject({
      severity: 'warn',
      message:
        '"Boohoo.com" is written like a web address; list it in allowDomains if it is the brand\'s name, else leave the ending out.',
    });
    expect(findingsIn(urlPhonePii, { line: 'Shop macys.com' })[0]?.severity).toBe('block');
  });

  it('only points out a whole name, since many lists hold no other', () => {
    const severities = ['full_name', 'last_name', 'email'].map(
      (name) => findingsIn(urlPhonePii, { line: `Hi {{ ${name} }}, new in`, dialect: 'klaviyo' })[0]?.severity,
    );
    expect(severities).toEqual(['warn', 'block', 'block']);
  });

  it('weighs an order number less where the message is about an order', () => {
    const line = 'Order #48213 is on its way';
    const severities = [
      undefined,
      { messageType: 'promotional' as const },
      { messageType: 'transactional' as const },
    ].map((facts) => findingsIn(urlPhonePii, { line, ...(facts && { facts }) })[0]?.severity);
    expect(severities).toEqual(['block', 'block', 'warn']);
  });

  it('does not repeat what must not be kept', () => {
    expect(findingsIn(urlPhonePii, { line: 'Card 4111 1111 1111 1111' })[0]?.message).toBe(
      '"41…11" is a card number; take it out.',
    );
  });

  it('takes digits for a card only where their check digit is right', () => {
    expect(findingsIn(urlPhonePii, { line: '4111 1111 1111 1112' })).toEqual([]);
    expect(findingsIn(urlPhonePii, { line: 'DE88370400440532013000' })).toEqual([]);
  });

  it('says once what is several things', () => {
    expect(findingsIn(urlPhonePii, { line: 'Mail order 10023456@example.com' })).toHaveLength(1);
  });

  it('reads the preheader too', () => {
    const [finding] = findingsIn(urlPhonePii, { line: 'Coats are in', preheader: 'More on macys.com' });
    expect(finding).toMatchObject({ field: 'preheader', spans: [{ start: 8, end: 17 }] });
  });
});
