import { describe, expect, it } from 'vitest';
import { emoji } from '../../../src/guardrails/rules/emoji.ts';
import { findingsIn } from '../../support/rule-example.ts';
import { describeLists } from '../../support/rule-lists.ts';

const anywhere = { positions: ['start', 'end', 'inline'] };

describeLists(emoji, {
  good: [
    'Fall, sorted',
    'Coat season 🧥',
    'Coat season🧥',
    'Coat season 🧥!',
    '“Coat season 🧥”',
    'Coat season! 🧥',
    'Is it coat season? 🤔',
    '🍁 Fall favorites are back',
    '“🍁 Fall favorites” are back',
    '🍁: fall favorites',
    'New knits 👀 - see what came in',
    'New knits 👀: see what came in',
    'It is here! 🎉 The coat of the year',
    'You will fall in love with it 💖',
    'What are you waiting for 🤔',
    'The sun is out ☀️ Save 20% on swim',
    'Hey {FNAME} 👋 your edit is here',
    'For the family 👨‍👩‍👧‍👦',
    'Wreaths, lights and more 🎄',
    'Home kits are in 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    'Marlow® coats, Loom™ socks ©️',
    '5 ★ of 5, 100 ✓, 3 ♥',
    '24/7 help, size 38, 50% off',
    'Top looks 3️⃣',
    '👍🏽 from the fitting room',
    { line: '🎁 {{ first_name }}', dialect: 'klaviyo' },
    { line: "Hi {{ first_name|default:'there' }} 👋", dialect: 'klaviyo' },
    { line: 'New 🧥 coats are in', options: anywhere },
    { line: '🔥 Sale 🔥', options: { max: 2 } },
    { line: 'Peach season 🍑', options: { deny: [] } },
    { line: '秋の新作コート🍂' },
  ],
  bad: [
    '[|🔥🔥🔥|] Sale [|🔥🔥🔥|]',
    '[|🔥|] Sale [|🔥|]',
    'Coat season [|🧥 🧣|]',
    'Coat season [|🧥🧣🧤|]',
    'I [|❤️|] New York',
    'We [|❤️|] wool',
    'Because we [|❤️|] you',
    'Time for a [|☕|]',
    'Open your [|🎁|]',
    'A little more [|🎁|]',
    'Wool and [|🧦|]',
    'Dein [|🎁|]'.replace('Dein ', 'Hier ist dein '),
    'Voici votre [|🎁|] !',
    'New [|🧥|] coats are in',
    'Top [|3️⃣|] looks this week',
    'Our Best [|🧥|] Coats Are Here',
    'Home [|🇺🇸|] kits are in',
    '{FNAME}, [|🎁|] inside',
    '[|🔥🔥|]',
    '[|🎁|] !',
    'Peach season [|🍑|]',
    'Nice [|🖕🏽|]',
    { line: 'Coat season [|🧥|]', options: { max: 0 } },
    { line: '[|🍁|] Fall is back', options: { positions: ['end'] } },
    { line: 'Fall is back [|🍁|]', options: { positions: ['start'] } },
    { line: 'Thanks, Loom [|😊|]', options: { deny: ['😊'] } },
    { line: "Hi {{ first_name|default:'[|🔥|]' }}, coats [|🔥|]", dialect: 'klaviyo' },
  ],
});

describe('emoji', () => {
  it('says how many are too many', () => {
    expect(findingsIn(emoji, { line: 'Sale 🔥🔥🔥' })[0]).toMatchObject({
      severity: 'warn',
      message: 'The line has 3 emoji and the limit is 1; keep one.',
    });
  });

  it('says what stands for a word', () => {
    expect(findingsIn(emoji, { line: 'I ❤️ New York', options: anywhere })[0]?.message).toContain('❤️ stands for a word');
  });

  it('judges a preheader too', () => {
    const [finding] = findingsIn(emoji, { line: 'Fall is here', preheader: 'Boots 🥾🥾' });
    expect(finding).toMatchObject({ field: 'preheader', spans: [{ start: 6, end: 10 }] });
  });
});
