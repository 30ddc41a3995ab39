import { describe, expect, it } from 'vitest';
import lexicon from '../../../data/lexicons/spam-words.json' with { type: 'json' };
import { spamWords } from '../../../src/guardrails/rules/spam-words.ts';
import { findingsIn } from '../../support/rule-example.ts';
import { describeLists } from '../../support/rule-lists.ts';

const folklore = { findFolklore: true };

describeLists(spamWords, {
  good: [
    'Fall, sorted',
    'Limited time on new boots',
    'Limited time offer: act now',
    'Free shipping on everything',
    'A free gift with every coat',
    'Congratulations, you found the good socks',
    'Cheap thrills: beach reads under $10',
    'Last chance for linen',
    'Sale: 20% off coats',
    'Guaranteed warm, 100% wool',
    'The best buy of the season',
    'What to buy for a cold house',
    'Buyers love it',
    '“The good buy”: coats',
    'Lose the coat, keep the cardigan',
    'Weight off your shoulders: lighter bags',
    'Remove stains from wool',
    'Get rid of moths',
    'Attention to detail, and to pockets',
    'Your families of furniture',
    'Advice on wool',
    'Seen as classics',
    { line: 'As seen in the shop', options: { minScore: 3 } },
    { line: 'As seen in the shop', options: { allow: ['as seen in the shop'] } },
    { line: 'Wool for winter', options: folklore },
  ],
  bad: [
    '[|As seen|] on TV: the trench',
    'The trench, [|as seen|] in the film',
    '[|AS SEEN|] in spring',
    'A gift for [|your family|] this season',
    '[|Your family|] of coats',
    '[|Lose the extra weight|] of winter coats',
    '[|Lose 10 lbs|] of laundry',
    '[|Buy|] one, get one',
    '“[|Buy|] less” is our advice',
    '[|Get rid of old debt|]',
    '[|Wipe out your debt|]',
    '[|ATTENTION|]: coats',
    '[|Risk-free|] coats',
    '[|ADV|]: coats',
    '[|Buy|] coats; they are warm',
    { line: '[|Act now|]: coats are here', options: folklore },
    { line: '[|Don’t miss out|] on the [|sale|]', options: folklore },
    { line: "Hi {{ first_name|default:'[|your family|]' }}", dialect: 'klaviyo' },
  ],
});

describe('spam-words', () => {
  it('names the rule of the filter and its score', () => {
    expect(findingsIn(spamWords, { line: 'As seen on TV: the trench' })[0]).toMatchObject({
      severity: 'warn',
      message:
        '"As seen" is scored by a mail filter (SpamAssassin SUBJ_AS_SEEN 2.7); say it another way if the line loses nothing by it.',
    });
  });

  it('calls folklore by its name', () => {
    expect(findingsIn(spamWords, { line: 'Act now: coats', options: folklore })[0]?.message).toContain('(folklore)');
  });

  it('has evidence for every entry, and a score where a filter has one', () => {
    for (const { evidence, score } of lexicon.entries) {
      expect(evidence).toMatch(/^(?:folklore|SpamAssassin [A-Z_]+ \d\.\d|rspamd [A-Z_]+ \d\.\d)$/);
      expect(score).toBe(evidence === 'folklore' ? 0 : Number(evidence.split(' ').at(-1)));
    }
  });

  it('is off unless a policy asks for it', () => {
    expect(spamWords.on).toBe(false);
  });
});
