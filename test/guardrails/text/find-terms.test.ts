import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileTerms } from '../../../src/guardrails/text/find-terms.ts';
import { foldText } from '../../../src/guardrails/text/fold.ts';
import type { TermMode } from '../../../src/guardrails/text/terms/term.ts';
import { markedSpans, unmarked } from '../../support/rule-example.ts';

type Given = { readonly mode?: TermMode; readonly exceptions?: readonly string[] };

function spansOf(text: string, terms: readonly string[], { mode = 'inflect', exceptions = [] }: Given = {}) {
  const finder = compileTerms(
    terms.map((term) => ({ term, mode })),
    exceptions,
  );
  return finder.findIn({ literal: text, folded: () => foldText(text) }).map(({ span }) => span);
}

const hits: readonly (readonly [string, ...string[]])[] = [
  ['[|a c t n o w|] and [|BELOWMARKET|] and [|riskfree|]', 'act now', 'below market', 'risk-free'],
  ['[|c_heap|] and [|ꓚHEAP|]', 'cheap'],
  ['[|Cheap|] coats', 'cheap'],
  ['[|Cheaper|] than ever, [|cheapest|] of all, [|cheaply|] made', 'cheap'],
  ['The [|cheap|], the [|CHEAP|] and the [|Cheap\u2019s|]', 'cheap'],
  ['[|Reducing|] prices, [|reduces|], [|reduced|], [|reducer|]', 'reduce'],
  ['[|Thinner|], [|thinnest|], [|thinning|]', 'thin'],
  ['[|Bodies|] and [|easier|]', 'body', 'easy'],
  ['Straight from the [|bargain bins|]', 'bargain bin'],
  ['[|below-market|] and [|below\u00a0market|] and [|Below \u{1f525} market|] and [|below, market|]', 'below market'],
  ['[|below\u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466}market|] coats', 'below market'],
  ['[|Dont miss|] it, [|don\u2019t miss|] it', "don't miss"],
  ['[|c h e a p|] coats', 'cheap'],
  ['[|C.H.E.A.P|] coats, [|c-h-e-a-p|], [|c_h_e_a_p|], [|c*h*e*a*p|]', 'cheap'],
  ['[|c h 3 @ p|] coats', 'cheap'],
  ['b u y [|c h e a p|] c o a t s', 'cheap'],
  ['[|c\u{1f525}h\u{1f525}e\u{1f525}a\u{1f525}p|] coats', 'cheap'],
  ['[|che ap|] coats, [|ch-eap|], [|ch.eap|]', 'cheap'],
  ['[|ch3ap|] [|ch34p|] [|che@p|] [|ch\u20acap|]', 'cheap'],
  ['[|$ale|] on [|$ALE$|] now, [|5ale|]', 'sale'],
  ['Pure [|cla55|] and [|cla$$|]', 'class'],
  ['[|fr33|] and [|FR3E|]', 'free'],
  ['[|Ch1ll|] and [|b!lls|]', 'chill', 'bill'],
  ['[|cheeeap|] [|cheeeeeeap|] [|ccchhheeeaaappp|]', 'cheap'],
  ['[|freeeee|] and [|frrreeee|]', 'free'],
  ['[|ch333ap|] coats', 'cheap'],
  ['[|ch*ap|] [|ch**p|] [|ch*aper|] [|ch_ap|]', 'cheap'],
  ['[|ch\u200beap|] [|c\u00adheap|] [|&#99;heap|] [|c&shy;heap|]', 'cheap'],
  ['[|\u0421\u043d\u0435\u0430\u0440|] coats, [|\u0421heap|]', 'cheap'],
  ['[|\u{1d5d9}\u{1d5e5}\u{1d5d8}\u{1d5d8}|] shipping', 'free'],
  ['[|ch\u0336e\u0336a\u0336p|]', 'cheap'],
  ['\u202e[|paehc|]\u202c coats, \u202etaoc [|PAEHC|]', 'cheap'],
  ['A [|bar-gain|], two [|knock-offs|]', 'bargain', 'knockoff'],
  ['[|Too good 2 be true|] 4 u', 'too good to be true'],
  ['[||ast chance|] for the [|rnust-have|], a [|flavvless|] glaze', 'last chance', 'must-have', 'flawless'],
  [
    '[|Dirtcheap|] lights, [|sl&agrave;y|] it, [|\u{1f1e8}\u{1f1ed}\u{1f1ea}\u{1f1e6}\u{1f1f5}|] tins',
    'dirt cheap',
    'slay',
    'cheap',
  ],
  ["[|c'h'e'a'p|] tees, [|dis\u{1f389}count|] duvets", 'cheap', 'discount'],
  [
    '[|mir-cle|] polish, [|cle.rance|] racks, [|6uaranteed|], [|#ActNow|]'.replace('[|#ActNow|]', '#[|ActNow|]'),
    'miracle',
    'clearance',
    'guaranteed',
    'act now',
  ],
  ['Our [|#1|] coat', '#1'],
  ['[|$$$|] off', '$$$'],
  ['\u4eca\u5929[|\u7279\u4ef7|]\u5546\u54c1', '\u7279\u4ef7'],
  [
    '[|\u0434\u0435\u0448\u0451\u0432\u044b\u0439|] \u0442\u043e\u0432\u0430\u0440',
    '\u0434\u0435\u0448\u0451\u0432\u044b\u0439',
  ],
  ['*[|cheap|]* _[|cheap|]_ "[|cheap|]"', 'cheap'],
];

const misses: readonly (readonly [string, ...string[]])[] = [
  ['Everyday sometimes, everyday', 'every day', 'some times'],
  ['A must, have a look', 'must-have'],
  ['Born to turn, burn and warn: corn', 'bom', 'tum', 'bum', 'wam', 'com'],
  ['Act 2.0 be true, and $4 coats', 'act to be', 'and for coats'],
  ['It\u2019s rock \u2019n\u2019 roll, y\u2019all', 'itsrock', 'nroll'],
  ['actnow and #tag', 'act now'],
  ['A weekend in Cheapside', 'cheap'],
  ['Cheapskate? Not us', 'cheap'],
  ['C. Heap, tailor, and J. Crew', 'cheap', 'jcrew'],
  ['A classic heap of knits', 'cheap'],
  ['c\u2014p and c p', 'cheap'],
  ['Classic, assess, class, grass, Massachusetts', 'ass'],
  ['A cocktail dress', 'cock', 'tail'],
  ['From Scunthorpe to Essex', 'cunt', 'sex'],
  ['Wholesale and resale', 'sale'],
  ['Carefree, freedom and Freeport', 'free'],
  ['2XL, 4K, 501s, 5 stars, 5-star, 7th, 24hr, a55, F150, PS5', 'sols', 'sois', 'ak', 'ass', 'pss'],
  ['5 stars', 's stars', 'sstars'],
  ['Use code SALE5 or FREE5', 'sale', 'free'],
  ['The father of fated seeds feeds the bus', 'fat', 'see', 'fee', 'us', 'for'],
  ['It is a big day: a to z', 'iab', 'isab'],
  ['A bar gain, the rapist and no table', 'bargain', 'therapist', 'notable'],
  ['She\u2019ll be here; he\u2019ll too', 'shell', 'hell'],
  ['Our 1 and only', '#1'],
  ['Save $5 on 2 coats', '$$$'],
  ['\u0420\u043e\u0441\u0442 \u0446\u0435\u043d \u0438 \u0441\u043e\u0440 Levi\u2019s', 'cop'],
  ['5*hotel and 4*4', 'hot'],
  ['Hello! Good! Hi!', 'hi!i', 'helloi'],
  ['Salty and saline', 'sale', 'sal'],
  ['below {{tag}} market'.replace('{{tag}}', '\ufffc'.repeat(7)), 'below market'],
];

describe('compileTerms', () => {
  it.each(hits)('finds %j', (line, ...terms) => {
    expect(spansOf(unmarked(line), terms)).toEqual(markedSpans(line));
  });

  it.each(misses)('finds nothing in %j', (line, ...terms) => {
    expect(spansOf(line, terms)).toEqual([]);
  });

  it('tells the modes apart', () => {
    expect(spansOf('Target and target, Targets', ['Target'], { mode: 'exact' })).toEqual([{ start: 0, end: 6 }]);
    expect(spansOf('Target and target, Targets', ['Target'], { mode: 'word' })).toHaveLength(2);
    expect(spansOf('Target and target, Targets', ['Target'], { mode: 'inflect' })).toHaveLength(3);
  });

  it('lets an exception win over the term inside it, and only there', () => {
    const given = { exceptions: ['reduced-fat', 'C. Heap', 'sugar-free'] };
    expect(spansOf('Reduced-fat and reduced', ['reduced'], given)).toEqual([{ start: 16, end: 23 }]);
    expect(spansOf('Sugar-free and reduced fat treats', ['free', 'reduced'], given)).toEqual([]);
    expect(spansOf('sugar-fr33', ['free'], given)).toHaveLength(1);
  });

  it('looks into fallbacks and never into the machinery of tags', () => {
    const hidden = '\ufffc'.repeat(9);
    expect(spansOf(`${hidden}cheap${hidden} coats`, ['cheap'])).toEqual([{ start: 9, end: 14 }]);
  });

  it('never throws, and keeps every span inside the text', () => {
    const terms = ['cheap', 'free', 'below market', "don't miss", '#1', '$$$', 'a', 'ss'].map((term) => ({
      term,
      mode: 'inflect' as const,
    }));
    const finder = compileTerms(terms, ['sugar-free']);
    const pieces = fc.constantFrom(
      'cheap',
      'ch',
      'eap',
      'c h e a p',
      'fr33',
      '\u200b',
      '&#99;',
      '*',
      '\ufffc',
      'eee',
      ' ',
      '$',
    );
    const text = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' }))).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (line) => {
        for (const { span } of finder.findIn({ literal: line, folded: () => foldText(line) }))
          expect(span.start >= 0 && span.start < span.end && span.end <= line.length).toBe(true);
      }),
    );
  });

  it('finds the same terms whatever else is on the list', () => {
    const many = Array.from({ length: 5000 }, (_, at) => `word${at.toString(36)}x`);
    expect(spansOf('Cheap coats, wordabx', [...many, 'cheap'])).toEqual(
      spansOf('Cheap coats, wordabx', ['cheap', 'wordabx']),
    );
  });
});
