import { describe, expect, it } from 'vitest';
import type { RuleExample } from '../../../src/guardrails/rule.ts';
import { preheaderDuplicate } from '../../../src/guardrails/rules/preheader-duplicate.ts';
import { findingsIn, markedSpans, unmarked } from '../../support/rule-example.ts';

const any = { minGraphemes: 0 };
const klaviyo = "{{ first_name|default:'there' }}";

describe('the pairs that preheader-duplicate lets pass', () => {
  it.each<[string, string]>([
    ['20% off coats', 'Wool, down and trench, through Sunday'],
    ['The linen is in', 'In oat, sage and a good dark blue'],
    ['The linen is in', 'Shirts and sheets, and the last of the linen scarves'],
    ['Tilden Row: the linen is in', 'Tilden Row has it in oat, sage and a good dark blue'],
    ['Marlow & Loom', 'Marlow & Loom has opened a shop by the river'],
    ['Linen', 'Linen for the whole house, from sheets to shirts'],
    ['A coat for the bus stop', 'A coat should have pockets, and this one has four'],
    ['Three ways to tie one scarf', 'Two of them take a minute, the third takes a mirror'],
    ['Hello, fall', 'Fall begins with boots, and so does this mail'],
    [`${klaviyo}, your edit is here`, 'Boots, bags and a belt that goes with both'],
    ['Boots', 'The boots came in brown, black and a brave green'],
    ['秋のコート', '軽くて暖かい新作が今週から店頭に並びますのでどうぞお越しください'],
    ['20% off coats, through Sunday', 'Scarves and gloves too. The offer holds through Sunday.'],
    ['Sale ends Sunday', 'The sale has boots, bags and all of the wool coats'],
    ['Is it a cardigan?', 'It is a very soft jacket, says the buyer who found it'],
    ['New: the Harbor boot', 'Waxed, welted and made for rain of every kind'],
    ['Free returns, always', 'Ninety days to think it over, and no questions asked'],
    ['We sent that twice. Sorry.', 'Our send button stuck. One of the two will do.'],
    ['Your coat is on its way', 'It should be with you by Friday, and here is the tracking'],
    ['Soap, towel, robe, in that order', 'A small bathroom plan for the first cold week'],
    ['Something for the chair', 'Wool blankets in six colors, and one with a fringe'],
  ])('%s / %s', (line, preheader) => {
    expect(findingsIn(preheaderDuplicate, { line, preheader, dialect: 'klaviyo' })).toEqual([]);
  });
});

describe('the pairs that preheader-duplicate finds', () => {
  it.each<[string, string]>([
    ['20% off coats, today only', '[|20% off coats, today only|]'],
    ['20% off coats, today only', '[|20% OFF COATS today only|]!'],
    ['The linen is in', '[|The linen is in|], and it came in oat and sage'],
    ['The linen is in', 'It is true: [|the linen is in|]'],
    ['The linen is in!', '[|Thé lïnen is in|] for you and for the house'],
    ['The linen is in', '[|𝗧𝗵𝗲 linen is in|] for you and for the house'],
    ['20% off coats, today through Sunday', '[|Today through Sunday|]'],
    ['Three coats worth the closet space', '[|Three coats worth closet space|], and a scarf'],
    ['Cozy season starts here', '[|Cozy season starts|] now'],
    ['Boots made for mud', '[|A boot made for mud|], and for the office'],
    ['秋の新作コートが届きました', '[|秋の新作コートが届きました|]'],
    ['The corduroy is back, and so is fall', '[|The corduroy is back and so is|] the fall, at last'],
    ['Towels with some ambition', '[|Towels with ambition|]'],
    [`${klaviyo}, the linen is in`, `[|${klaviyo}, the linen is in|]`],
    [`${klaviyo}, the linen is in`, `[|${klaviyo}, the linen is in now|]`],
    ['A skirt you can take the stairs in', '[|A skirt you can take the stairs in|], or the lift'],
  ])('%s / %s', (line, preheader) => {
    const findings = findingsIn(preheaderDuplicate, example(line, preheader));
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ field: 'preheader', severity: 'warn', spans: markedSpans(preheader) });
  });

  function example(line: string, preheader: string): RuleExample {
    return { line, preheader: unmarked(preheader), dialect: 'klaviyo', options: any };
  }
});

describe('preheader-duplicate', () => {
  const asked = { preheaders: true };

  it.each([undefined, '', '  ', '\u200b'])('misses a preheader where the brief asks for one: %j', (preheader) => {
    expect(
      findingsIn(preheaderDuplicate, {
        line: 'Fall, sorted',
        facts: asked,
        ...(preheader !== undefined && { preheader }),
      }),
    ).toMatchObject([{ severity: 'warn', kind: 'violation', fact: { path: 'preheaders', value: 'true' }, spans: [] }]);
  });

  it.each([undefined, '', ' '])('misses none where nobody asked: %j', (preheader) => {
    expect(
      findingsIn(preheaderDuplicate, { line: 'Fall, sorted', ...(preheader !== undefined && { preheader }) }),
    ).toEqual([]);
    expect(findingsIn(preheaderDuplicate, { line: 'Fall, sorted', facts: { preheaders: false } })).toEqual([]);
  });

  it('remarks on a short one and warns of a long one', () => {
    const line = 'Fall, sorted';
    expect(findingsIn(preheaderDuplicate, { line, preheader: 'Come and see' })[0]).toMatchObject({ severity: 'info' });
    expect(findingsIn(preheaderDuplicate, { line, preheader: 'x'.repeat(30) })).toEqual([]);
    expect(findingsIn(preheaderDuplicate, { line, preheader: 'x'.repeat(110) })).toEqual([]);
    expect(findingsIn(preheaderDuplicate, { line, preheader: 'x'.repeat(111) })[0]).toMatchObject({
      severity: 'warn',
      message: 'Shorten the preheader to 110 characters; it has 111, and phones cut the rest off.',
    });
  });

  it('measures what readers see of a tag', () => {
    const preheader = `${klaviyo}, ${'x'.repeat(92)}`;
    expect(
      findingsIn(preheaderDuplicate, { line: 'Fall, sorted', preheader, dialect: 'klaviyo' })[0]?.message,
    ).toContain('it has 114');
  });
});
