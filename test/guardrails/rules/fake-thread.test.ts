import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/domain/facts.ts';
import { fakeThread } from '../../../src/guardrails/rules/fake-thread.ts';
import { findingsIn } from '../../support/rule-example.ts';
import { describeLists } from '../../support/rule-lists.ts';

const facts = { messageType: 'promotional' } as const;
const receipt = { messageType: 'transactional' } as const;
const promotional = (lines: readonly string[]) => lines.map((line) => ({ line, facts }));

describeLists(fakeThread, {
  good: [
    ...promotional(['We tried to deliver on warmth', 'No account of winter is complete without socks']),
    ...promotional([
      'Re-up your basics',
      'Re:invent your closet',
      'Invoice for fun: our paper shop',
      'Order #1 of business: socks',
      'RE:NEW: our repair shop',
      'Re/Done denim is back',
      'Rewear, repair, repeat',
      'Order by Friday for Christmas',
      'Your order of the day: coffee',
      'Made to order, cut to fit',
      'Order 2, get 3',
      'In order of warmth: our coats',
      'Complete your order of things',
      'Real talk: socks',
      'A word re: socks',
      'Fwd thinking denim',
      'Forward: the new fall line',
      'No action required. Just coats.',
      'Your invitation is inside',
      'A delivery of good news',
      'Password: cashmere',
      'We tried 40 coats so that you need not',
      'Account for taste: the new knits',
      'Out of office: linen',
      'Keep your receipt, keep your warmth',
      'Are you Re: or Bob?',
      'Trending: the trench',
      'Tried and true',
      'Vs. the wind: our parka',
    ]),
    { line: 'RE: fashion, the fall issue', facts, options: { allow: ['RE: fashion'] } },
    { line: 'I: capitali d’inverno', facts, because: 'Only an Italian program writes I: before it.' },
    ...[
      'Your order has shipped',
      'Action required: confirm your address',
      'Order #48213 is on its way',
      'Your receipt is inside',
    ].map((line) => ({ line, facts: receipt })),
    { line: 'About your order: sorry, it is late', facts: { messageType: 'apology' } },
  ],
  bad: [
    ...promotional([
      '[|Your order has been put on hold|]',
      '[|We tried to deliver|] your savings',
      '[|Account notice|]: 20% off',
    ]),
    ...promotional([
      '[|Re:|] your coat',
      '[|RE:|] Coats',
      '[|re :|] coats',
      '[|Re[2]:|] coats',
      '[|Fwd:|] your coat',
      '[|FW:|] 50% off',
      '🔁 [|Re:|] your basket',
      '[[|Fwd:|] the sale]',
      '[|RE:|]Your basket is lonely',
      '[|R\u200be:|] coats',
      '[|Re：|] coats',
      '[|RE：|]new arrivals',
      '[|Invoice #0|]: your new parka',
      '[|R\u0435:|] coats',
      '[|AW:|] Deine Jacke',
      '[|WG:|] Nur für dich',
      '[|TR :|] votre manteau',
      '[|RV:|] tu abrigo',
      '[|Antw:|] je jas',
      '[|回复：|]秋装',
      '[|Re:|] [|your order receipt|] – 50% off',
      '[|Action required|]: claim 20%',
      '[|Payment failed|]? Not at these prices',
      '[|Your receipt|] for a cozy fall',
      '[|Account suspended|]: in disbelief at these deals',
      '[|We tried to reach you|] about 20% off',
      '[|Final notice|]: coats are 20% off',
      '[|Your invoice|] could be smaller',
      '[|Delivery problem|]: too many coats',
      '[|Reset your password|], reset your style',
      '[|Your order has shipped|], if you hurry',
      'Your [|order #48213|] is missing a scarf',
      '[|Handlung erforderlich|]: 20 % sichern',
      '[|Votre facture|] sera plus douce',
    ]),
    { line: '[|R:|] il tuo cappotto', locale: 'it-IT', facts },
    { line: '[|Re:|] your order has shipped', facts: receipt, because: 'A receipt is no answer either.' },
    { line: '[|Ping:|] coats', facts, options: { extraPrefixes: ['Ping'] } },
    { line: '[|Desk notice|]: coats', facts, options: { extraPhrases: ['desk notice'] } },
  ],
});

describe('fake-thread', () => {
  const findings = (line: string, given?: Partial<Facts>) =>
    findingsIn(fakeThread, { line, ...(given && { facts: given }) });

  it('says what the mark makes the mail look like', () => {
    expect(findings('Fwd: coats')[0]?.message).toBe(
      '"Fwd:" makes the mail look like an answer or a forwarded message that nobody wrote; begin with the thing itself.',
    );
  });

  it('names the kind of mail it compared with', () => {
    expect(findings('Action required: coats', facts)[0]?.fact).toEqual({ path: 'messageType', value: 'promotional' });
  });

  it('does not know without a brief whether a line is a receipt, and says so once', () => {
    const found = findings('Order confirmed: your receipt is inside');
    expect(found.map(({ kind, severity, fact }) => [kind, severity, fact?.path])).toEqual([
      ['not-evaluable', 'warn', 'messageType'],
    ]);
  });

  it('needs no brief to know a reply that is none', () => {
    expect(findings('Re: coats').map(({ kind, severity }) => [kind, severity])).toEqual([['violation', 'block']]);
  });
});
