import { describe, expect, it } from 'vitest';
import { wrapperArtifacts } from '../../../src/guardrails/rules/wrapper-artifacts.ts';
import { findingsIn } from '../../support/rule-example.ts';
import { describeLists } from '../../support/rule-lists.ts';

describeLists(wrapperArtifacts, {
  good: [
    '3 ways to wear the new trench',
    '10 gifts under $50',
    '24-hour sale: coats',
    '3.5 inches of heel',
    '2.0 is here: the boot, rebuilt',
    '1. Buy it. 2. Wear it. 3. Repeat.',
    '“Wow”: your reviews are in',
    '"Wow," they said. "More!"',
    '’90s denim is back',
    'Rock ’n’ roll boots',
    "'Tis the season for givin'",
    '1. FC Köln scarves',
    '1) Shop 2) Save 3) Smile',
    'A) coat? B) cape?',
    '- 20 % sur les manteaux',
    'Subject-matter experts in denim',
    '5" heels and 6" heels',
    'Subject to change: our fall plans',
    'Preview: the fall collection',
    'Options: tote or sling?',
    '-20° and counting',
    '— a coat to live in',
    'Line: the dress edit',
    'Option A: the beach. Option B: the sofa.',
    '’Tis the season, y’all',
    '*New* boots, same feet',
    'R&D, Salt & Straw',
    'Rock `n` roll boots',
    'The new 27” frame',
    '★ Summer sale ★',
    'Château nights',
    '#1 in our hearts',
    '[NEW] boots',
    'C:\\new, the coat folder',
    { line: '*|FNAME|*, your picks are here', dialect: 'mailchimp' },
    { line: '*|FNAME|*', dialect: 'mailchimp' },
    { line: '"The best coat I own"', options: { allowQuotedLine: true } },
    '',
  ],
  bad: [
    '[|"Fresh picks for your weekend"|]',
    '[|“Fresh picks for your weekend”|]',
    '[|"Fresh picks for your weekend"|],',
    '[|`Fresh picks for your weekend`|]',
    '[|*Fresh picks for your weekend*|]',
    '[|"Fresh picks for your weekend"|].',
    '[|"|]Fresh picks for your weekend',
    '[|"""Fresh picks for fall"""|]',
    '[||Fresh picks for fall||]',
    '[|"text": "|]Fresh picks for fall",',
    'Fresh picks for fall[|"}|]',
    'Fresh picks for fall[|”|]',
    '[|`Fresh`|] picks',
    '[|[1] |]Fresh picks',
    '[|--- |]Fresh picks',
    'It[|â€™|]s cozy season, caf[|Ã©|] or not',
    '[|- |]20% off coats',
    '[|a) |]Fresh picks',
    '[|Email subject: |]Fresh picks',
    '[|Subject – |]Fresh picks',
    '[|Email 1: |]Welcome in',
    '[|Betreff: |]Neue Mäntel',
    '[|Objet : |]nouveautés',
    '[|Asunto: |]abrigos',
    'Coats, [|~~$50~~|] $30',
    'Fresh picks[|\\n|]new in',
    '[|1. |]Fresh picks for your weekend',
    '[|12) |]Fresh picks',
    '[|- |]Fresh picks for your weekend',
    '[|• |]Fresh picks for your weekend',
    '[|(b) |]Fresh picks for your weekend',
    '[|Subject: |]Fresh picks',
    '[|Subject line 2: |]Fresh picks',
    '[|Option 3: |]Fresh picks',
    '[|Preheader: |]Fresh picks',
    '[|Line 2: |]Fresh picks',
    '[|Option A: |]Fresh picks',
    '[|**Subject:** |]Fresh picks',
    '[|**Fresh**|] picks and [|__more__|]',
    '[|## |]Fresh picks',
    '[|```|] Fresh picks',
    '[|[Fresh picks](https://shop.example)|] are here',
    'Fresh picks[|\\n|] for you, [|\\u2019|]tis',
    'Salt [|&amp;|] Straw, it[|&#39;|]s here',
    '[|{"|]subject": "Fresh picks"}',
  ],
});

describe('wrapper-artifacts', () => {
  it('suggests the line without its wrapping, where a line is left', () => {
    const suggested = ['"Fresh picks for fall"', '1. Fresh picks', '**Fresh** picks', '1. Hi'].map(
      (line) => findingsIn(wrapperArtifacts, { line })[0]?.suggestion?.text,
    );
    expect(suggested).toEqual(['Fresh picks for fall', '', 'Fresh', undefined]);
  });

  it('takes a figure with a full stop for an ordinal where the language does', () => {
    const seen = ['de-DE', 'en-US'].map(
      (locale) => findingsIn(wrapperArtifacts, { line: '1. Advent bei uns', locale }).length,
    );
    expect(seen).toEqual([0, 1]);
  });
});
