import { describe, expect, it } from 'vitest';
import { tonePunctuation } from '../../../src/guardrails/rules/tone-punctuation.ts';
import { findingsIn } from '../../support/rule-example.ts';
import { describeLists } from '../../support/rule-lists.ts';

describeLists(tonePunctuation, {
  good: [
    'Ready? Set. Fall.',
    'The linen is in!',
    'Psst... the linen is in',
    'Psst… the linen is in',
    'It’s almost here...',
    'The new coats land in 3… 2… 1…',
    'Still thinking…?',
    'Wait for it...!',
    '¡Llegó el otoño!',
    '¿Lista para el otoño?',
    '¿Lista? ¡Vamos!',
    'Soldes\u202f: c’est parti\u00a0!',
    'Prêts\u00a0? Partez\u00a0!',
    'Is it a cardigan? It is!',
    'Jeopardy! night is here, and so are socks!',
    'Yahoo! and you, together!',
    'Mamma Mia!, the blanket',
    'Guess? jeans are in. Want some?',
    'P!nk tour tees have landed!',
    'Boots $1,049.50, from 9:30 a.m., while you sleep',
    'Open till 9 p.m.!',
    'Marlow & Co., the wool people',
    'Made in the U.S., worn in the rain',
    'Going to D.C.?',
    'Under $50, over €40',
    'From A$40 and C$50',
    '3.5 inches of heel, 2.0 of sole',
    'Wool, down; and trench.',
    '“Where did you get that?”, they ask',
    '{{ first_name }}! Your edit is here',
    '*|FNAME|*, ready?',
    { line: 'Hey! {{ first_name|default:"there" }}', dialect: 'klaviyo' },
    { line: 'Yay! Socks. Yay!', options: { allow: ['Yay!'] } },
    { line: 'Fall is here?!', options: { forbidInterrobang: false } },
    { line: 'New coats! New boots!', options: { maxExclaim: 2 } },
    '新しいコート、入荷！',
  ],
  bad: [
    'Ends tonight[|!!!|]',
    'Ends tonight[|! ! !|]',
    'Ready for fall[|?!|]',
    'Ready for fall[|!?|]',
    'Ready for fall[|⁉|]',
    'Really[|??|]',
    'Vraiment\u202f[|? ?|]',
    '[|$$$|] off',
    'Save [|$ $ $|] today',
    '[|€€|] for your old coat',
    'New coats! New boots[|!|]',
    'One! Two[|!|] Three[|!|]',
    'Wow[|!!|] Coats[|!|]',
    'Soon[|....|] coats',
    'Soon[|..|] coats',
    'Wait... for[|...|] it',
    'Wait… for[|…|] it',
    'Coats[|,,|] boots',
    'Coats[|;;|] boots',
    'Coats, boots[|.,|] scarves',
    'Coats are here[|.!|]',
    'コートが入荷[|！！|]',
    'Fall [|‼|]',
    { line: 'The linen is in[|!|]', options: { maxExclaim: 0 } },
    { line: 'Psst[|...|] linen', options: { allowEllipsis: false } },
    { line: 'Is it fall yet[|?|]', options: { allowFinalQuestion: false } },
    { line: 'Is it? “Yes, yet[|?|]”', options: { allowFinalQuestion: false } },
    { line: "{{ first_name|default:'you[|!!|]' }}, coats", dialect: 'klaviyo' },
  ],
});

describe('tone-punctuation', () => {
  it('repairs a run by one mark', () => {
    const findings = findingsIn(tonePunctuation, { line: 'Ends tonight!!!' });
    expect(findings[0]).toMatchObject({
      severity: 'warn',
      message: '"!!!" is a run of marks; keep one.',
      suggestion: { start: 12, end: 15, text: '!' },
    });
  });

  it('counts a run once', () => {
    expect(findingsIn(tonePunctuation, { line: 'Tonight!!!' })).toHaveLength(1);
  });

  it('says how many marks are too many', () => {
    expect(findingsIn(tonePunctuation, { line: 'One! Two! Three!' })[0]?.message).toBe(
      'The line exclaims 3 times and the limit is 1; end the rest with a full stop.',
    );
  });

  it('finds both marks in one line where a brand asks for it', () => {
    const options = { allowBothMarks: false };
    expect(findingsIn(tonePunctuation, { line: 'Is it a cardigan? It is!', options })[0]?.spans).toEqual([]);
  });

  it('judges a preheader too', () => {
    const [finding] = findingsIn(tonePunctuation, { line: 'Fall is here', preheader: 'Boots!!!' });
    expect(finding).toMatchObject({ field: 'preheader', spans: [{ start: 5, end: 8 }] });
  });
});
