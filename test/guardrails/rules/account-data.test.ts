import { describe, expect, it } from 'vitest';
import type { RuleExample } from '../../../src/guardrails/rule.ts';
import { accountData } from '../../../src/guardrails/rules/account-data.ts';
import { findingsIn } from '../../support/rule-example.ts';
import { describeLists, type Listed } from '../../support/rule-lists.ts';

const allowed = { allowAccountData: true };
const forbidden = { allowAccountData: false };
const klaviyo = (line: string, facts: RuleExample['facts'] = forbidden): Listed => ({
  line,
  facts,
  dialect: 'klaviyo',
});
const plainly = (line: string): Listed => ({ line, facts: forbidden });

describeLists(accountData, {
  good: [
    'Your rewards are waiting',
    'Points of view: three ways to wear it',
    'You have 3 points of contact',
    'Earn 500 points on boots',
    '50 points = $5',
    'Double points on denim',
    'Triple points, this weekend only',
    'You owe it to your feet',
    'You owe yourself a nap',
    'You owe 3 friends a gift',
    'We owe you one',
    'Find your balance',
    'New Balance is back',
    'Your balance of work and play, in linen',
    'A nap is long past due',
    'A long overdue refresh',
    'Past due date? These leggings stretch',
    'Due in March: the new trench',
    'Credit where it’s due',
    'Your credit card will thank you',
    'Give yourself some credit',
    'Miles to go in these boots',
    'You’ve earned 20% off',
    'Your $10 reward is here',
    'The point is comfort',
    'Debes verlo: abrigos nuevos',
    'Vous devez voir ça',
    'Mehr Punkte für deine Stiefel',
    klaviyo('You have {{ points }} points', allowed),
    klaviyo('Your balance: {{ balance }}', allowed),
    klaviyo('Hi {{ first_name }}, your rewards are waiting'),
    klaviyo('{% if points > 500 %}Look what you can get{% else %}New in{% endif %}'),
    klaviyo("{% if person|lookup:'Points' > 0 %}Your points are waiting{% else %}New in{% endif %}"),
    { line: 'You owe $120', facts: allowed },
    { line: 'You have {{ points }} points', dialect: 'klaviyo', options: { attributes: ['amount_due'] } },
  ],
  bad: [
    klaviyo('You have [|{{ points }}|] points'),
    klaviyo('Your balance: [|{{ person.balance }}|]'),
    klaviyo('[|{{ reward_points }}|] reasons to come back'),
    klaviyo('[|{{ person.LoyaltyPoints }}|] reasons to come back'),
    klaviyo('Total: [|{{ order_total }}|]'),
    klaviyo('[|{{ amount_due }}|] to go'),
    klaviyo('You owe [|{{ amount_due }}|]'),
    klaviyo('[|You owe {{ sum }}|] today'),
    klaviyo('[|{{ first_name }}|], you have [|{{ points }}|] points', allowed),
    klaviyo('[|{{ points }}|] points, [|{{ last_name }}|]', undefined),
    klaviyo('[|{{ first_name }}|], [|your account balance is $40|]', allowed),
    { line: '[|{FNAME}|], [|you owe $120|]' },
    plainly('[|You owe $120|]'),
    plainly('[|You still owe us 45.00|].'),
    plainly('[|Y\u043eu owe $120|]'),
    plainly('[|Your balance is $40|] today'),
    plainly('[|Your points balance: 1,240|]'),
    plainly('[|You have 1,240 points|] to spend'),
    plainly('[|You’ve got over 500 points|]'),
    plainly('[|Your 1,240 points|] miss you'),
    plainly('[|You have $20 in store credit|]'),
    plainly('Your account is [|past due|]'),
    plainly('[|Past due|]: your coat'),
    plainly('Final call: [|payment is overdue|]'),
    plainly('[|Outstanding balance|] inside'),
    plainly('[|Dein Guthaben beträgt 20 €|]'),
    plainly('[|Vous devez 120 €|]'),
    plainly('[|Tu saldo es de $40|]'),
    plainly('[|Zahlungserinnerung|]'),
    { line: 'Size [|{{ size }}|] is in', dialect: 'klaviyo', options: { attributes: ['size'] }, facts: forbidden },
  ],
});

describe('account-data', () => {
  const line = 'You have {{ points }} points';

  it('cannot tell where no brief, or a silent one, says whether it is allowed', () => {
    for (const facts of [undefined, {}])
      expect(findingsIn(accountData, { line, dialect: 'klaviyo', ...(facts && { facts }) })).toMatchObject([
        {
          kind: 'not-evaluable',
          severity: 'warn',
          fact: { path: 'allowAccountData' },
          spans: [{ start: 9, end: 21 }],
          message: expect.stringContaining('brief.allowAccountData is missing'),
        },
      ]);
  });

  it('says once what is missing', () => {
    expect(findingsIn(accountData, { line: `${line}. You owe $120` })).toHaveLength(1);
  });

  it('names the fact where the brief says no', () => {
    expect(findingsIn(accountData, { line, dialect: 'klaviyo', facts: forbidden })).toMatchObject([
      { kind: 'violation', severity: 'warn', fact: { path: 'allowAccountData', value: 'false' } },
    ]);
  });

  it('never lets a value stand beside a name', () => {
    const named = "{{ first_name|default:'there' }}, 120 points? You have {{ points }}";
    for (const facts of [allowed, forbidden, {}])
      expect(findingsIn(accountData, { line: named, dialect: 'klaviyo', facts })).toMatchObject([
        { kind: 'violation', message: expect.stringContaining('keep one of the two') },
      ]);
  });
});
