import { describe, expect, it } from 'vitest';
import { trademarkSpelling } from '../../../src/guardrails/rules/trademark-spelling.ts';
import { findingsIn } from '../../support/rule-example.ts';
import { describeLists } from '../../support/rule-lists.ts';

const options = {
  marks: [
    { canonical: 'Macy’s', wrong: ['Macies'] },
    { canonical: 'iPhone' },
    { canonical: 'JCPenney', variants: ['JCP'], wrong: ['J.C. Penney'] },
    { canonical: 'L’Oréal' },
    { canonical: 'Levi’s', variants: ['Levi Strauss'] },
    { canonical: 'Kohl’s' },
    { canonical: 'H&M' },
    { canonical: 'adidas' },
    { canonical: 'bareMinerals' },
    { canonical: 'Coca-Cola' },
    { canonical: 'Gap' },
    { canonical: 'Theory' },
    { canonical: 'Lululemon', variants: ['lululemon'] },
  ],
};
const list = (lines: readonly string[]) => lines.map((line) => ({ line, options }));
const dialect = 'klaviyo';

describeLists(trademarkSpelling, {
  good: [
    { line: 'Macys sale', because: 'A brand that lists no marks has none.' },
    ...list([
      'Macy’s Friends & Family starts now',
      "Only at Macy's",
      'Only at Macyʼs',
      'MACY’S FRIENDS & FAMILY',
      'The MACY’S SALE starts Friday',
      'Show us yours: #macys',
      'See more on macys.com',
      'Tag @macys in your photos',
      'Read more at www.macys.com/linen',
      'iPhone cases, three for $20',
      'For iPhones old and new',
      'IPHONE CASES, THREE FOR $20',
      'JCPenney and JCP, one sale',
      'New from L’Oréal Paris',
      "L'Oréal, now with a refill",
      'Levi’s for every leg',
      'What Levi Strauss wore',
      'Levi jumps into fall',
      'Kohl for the eyes, by hand',
      'A kohl liner that stays',
      'H&M and adidas, side by side',
      'Clean with bareMinerals',
      'A Coca\u2011Cola red',
      'Coca-Cola glasses, back for summer',
      'Mind the gap, wear the coat',
      'Gaps in the closet, filled',
      'A theory of layers',
      'In THEORY, one coat is enough',
      'lululemon, or Lululemon',
      'Mac, yes and cheese',
      'A bath of bare minerals',
    ]),
    { line: 'Only at Macy’s', options: { ...options, strictApostrophe: true } },
    { line: "{{ person|lookup:'macys' }}, hello", dialect, options },
  ],
  bad: [
    ...list([
      '[|Macys|] friends and family',
      '[|Macy|] sale',
      'A sale at [|Macy|]',
      '[|MacY’s|] has linen',
      'Only at [|macy’s|]',
      'Only at [|Macys|]’',
      'THE [|MACYS|] SALE',
      'Gifts from [|Macies|]',
      '[|Iphone|] cases',
      '[|IPhone|] cases and [|iphone|] stands',
      'For [|Iphones|] old and new',
      'A case for your [|IPHONE|], and more',
      '[|Jcpenney|] has towels',
      'Towels at [|J.C. Penney|]',
      'New from [|L’Oreal|] Paris',
      '[|Loreal|], now with a refill',
      '[|Levis|] for every leg',
      'Denim by [|Levi|], mended',
      'Towels from [|Kohl|] and more',
      '[|Kohls|] has towels',
      '[|h&m|] basics',
      '[|H & M|] basics',
      '[|Adidas|] is back',
      'Clean with [|Bare Minerals|]',
      'A [|Coca Cola|] red, a [|coca-cola|] glass',
      'The [|GaP|] sale',
      'Leggings by [|LuluLemon|]',
    ]),
    { line: "Only at [|Macy's|]", options: { ...options, strictApostrophe: true } },
    { line: "Hi {{ first_name|default:'[|Macys|] fan' }}", dialect, options },
  ],
});

describe('trademark-spelling', () => {
  it('suggests the owner’s spelling, in capitals where the line has them', () => {
    const suggested = ['Macys sale', 'THE MACYS SALE', 'For Iphones', 'A sale at Macy'].map(
      (line) => findingsIn(trademarkSpelling, { line, options })[0]?.suggestion,
    );
    expect(suggested).toEqual([
      { start: 0, end: 5, text: 'Macy’s' },
      { start: 4, end: 9, text: 'MACY’S' },
      { start: 4, end: 11, text: 'iPhones' },
      { start: 10, end: 14, text: 'Macy’s' },
    ]);
  });

  it('finds nothing more once its suggestion is taken', () => {
    for (const line of [
      'Macys sale',
      'THE MACYS SALE',
      'MacY’s',
      'Iphone cases',
      'Loreal',
      'coca cola',
      'Only at Macy',
    ])
      for (const { suggestion } of findingsIn(trademarkSpelling, { line, options })) {
        const { start = 0, end = 0, text = '' } = suggestion ?? {};
        const mended = line.slice(0, start) + text + line.slice(end);
        expect(findingsIn(trademarkSpelling, { line: mended, options })).toEqual([]);
      }
  });

  it('suggests nothing where the tags part the name', () => {
    const line = 'Only at Mac{% if city %}{% endif %}ys';
    const [finding] = findingsIn(trademarkSpelling, { line, dialect, options });
    expect(finding).toMatchObject({ rendering: 'typical' });
    expect(finding?.suggestion).toBeUndefined();
  });
});
