import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/domain/facts.ts';
import { membersOnlyClaims } from '../../../src/guardrails/rules/members-only-claims.ts';
import { findingsIn } from '../../support/rule-example.ts';
import { describeLists } from '../../support/rule-lists.ts';

const offer = { type: 'percent-off' as const, percent: '20' };
const members = { facts: { offer: { ...offer, membersOnly: true } } };
const all = { facts: { offer: { ...offer, membersOnly: false } } };
const none = { facts: { offer: null } };

describeLists(membersOnlyClaims, {
  good: [
    ...[
      'Your loyalty points are here: 20% off',
      'Loyalty has its charms: 20% off',
      'An inner circle of linen: 20% off',
    ].map((line) => ({ line, ...all })),
    { line: 'Members only: 20% off coats', ...members },
    { line: 'For our VIPs: 20% off', ...members },
    { line: 'Insiders save 20% today', ...members },
    { line: 'Your VIP price is inside', ...members },
    { line: '20% off coats ends Sunday', ...members },
    { line: 'Members get early access', ...none },
    { line: 'Members get first dibs on fall', ...none },
    { line: 'VIP early access starts now', ...none },
    { line: 'VIP: doors open at 9', ...none },
    { line: 'Members only: a first look', ...none },
    { line: 'Join the club', ...none },
    { line: 'Members get early access to the sale', ...none },
    { line: 'Members-only preview of the sale', ...none },
    { line: 'Become a member and save 20%', ...all },
    { line: 'Become a member today', ...none },
    { line: 'Gifts for family members', ...none },
    { line: '20% off gifts for family members', ...all },
    { line: 'Meet our team members', ...none },
    { line: 'Membership news for June', ...none },
    { line: 'A note to our subscribers', ...none },
    { line: 'The VIP treatment for your sofa', ...none },
    { line: 'Remember this? 20% off', ...all },
    { line: 'Members Only jackets, 20% off', ...all },
    { line: 'Non-members welcome: 20% off', ...all },
    { line: 'Something for everyone, now 20% off', ...members },
    { line: 'Gifts for everyone on your list', ...members },
    { line: 'A coat for all seasons, 20% off', ...members },
    { line: "Everyone's favorite coat, 20% off", ...members },
    { line: '20% off for all the coats', ...members },
    { line: '20% off for everyone', ...all },
    { line: 'Thanks for being a member', ...none },
    { line: 'Insider tips for denim care', ...none },
  ],
  bad: [
    ...['[|Loyalty exclusive|]: 20% off', '20% off for our [|inner circle only|]'].map((line) => ({ line, ...all })),
    { line: '[|Members only|]: 20% off coats', ...all },
    { line: '[|Members-only|] prices on coats', ...none },
    { line: '[|MEMBERS ONLY|]', ...none },
    { line: '[|For members|]: 20% off', ...all },
    { line: '20% off, [|just for our loyal members|]', ...all },
    { line: '[|Exclusively for VIPs|]: 20% off', ...all },
    { line: '[|VIP exclusive|]: coats at half price', ...all },
    { line: '[|VIP|]: 20% off coats inside', ...all },
    { line: 'Your [|VIP offer|] is inside', ...all },
    { line: '[|Insiders save|] 20% today', ...all },
    { line: '[|Insider price|]: $49', ...none },
    { line: '[|Cardholders get|] $10 off', ...all },
    { line: '[|Cardmember exclusive|]: 20% off', ...all },
    { line: '20% off [|for subscribers|]', ...all },
    { line: '[|Subscribers only|]: free tote', ...none },
    { line: '[|As a member|], you save 20%', ...all },
    { line: '[|Nur für Mitglieder|]: 20 % Rabatt', ...all },
    { line: '[|Réservé aux membres|] : -20 %', ...all },
    { line: '[|For Star Club guests|]: 20% off', ...all, options: { groups: ['Star Club guests'] } },
    { line: '20% off coats [|for everyone|]', ...members },
    { line: '[|Everyone gets|] 20% off', ...members },
    { line: '20% off, [|for all|]!', ...members },
  ],
});

describe('members-only-claims', () => {
  const found = (line: string, facts?: Partial<Facts>) =>
    findingsIn(membersOnlyClaims, { line, ...(facts && { facts }) });

  it('names what the brief says', () => {
    expect(found('Members only: 20% off', all.facts)).toMatchObject([
      { severity: 'block', fact: { path: 'offer.membersOnly', value: 'false' } },
    ]);
    expect(found('Members only: 20% off', none.facts)).toMatchObject([{ fact: { path: 'offer', value: 'none' } }]);
  });

  it('asks whom the offer is for where nobody said', () => {
    expect(found('Members only: 20% off', { offer })).toMatchObject([
      { kind: 'not-evaluable', severity: 'block', fact: { path: 'offer.membersOnly' } },
    ]);
    expect(found('Members only: VIPs save 20%')).toMatchObject([{ kind: 'not-evaluable', severity: 'warn' }]);
  });

  it('warns of a members’ offer for everyone, and holds it back in Canada', () => {
    expect(found('20% off for everyone', members.facts)).toMatchObject([{ severity: 'warn' }]);
    expect(found('20% off for everyone', { ...members.facts, market: 'CA' })).toMatchObject([{ severity: 'block' }]);
  });
});
