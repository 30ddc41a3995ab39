/** Read counts of approval in folded text: "98% would recommend", "9 out of 10 agree", "4.8 stars", "2,000 reviews". */
import words from '../../../../data/lexicons/objective-claims.json' with { type: 'json' };
import type { Span } from '../../../domain/finding.ts';
import type { FoldedText } from '../fold.ts';
import { matchesOf } from '../matches-of.ts';
import { alternatives, digitsSource } from './numbers.ts';

/** A count as written, with the numbers in it as digits only, for comparison with a claim's. */
export type Survey = { readonly span: Span; readonly numbers: readonly string[] };

const shapes: readonly RegExp[] = [
  /(?<!\p{L})(?:loved|trusted|chosen|worn|used|adored|rated)[ ]by[ ](?:over[ ]|more[ ]than[ ]|nearly[ ]|almost[ ])?(?<one>\d{1,3}(?:[.,]\d{3}){0,3}|\d{1,9})(?!\d)(?=(?:[ ](?:million|thousand)|[km]\b|\+)?[ ]\p{L}{3,})/gu,
  new RegExp(
    `(?<!\\d[.,]?)(?<one>${digitsSource})[ ]?(?:%|percent|per cent)[ ](?:${alternatives(words.survey.after)})(?!\\p{L})`,
    'gu',
  ),
  /(?<![\d.,])(?<one>\d{1,2}|nine|eight|seven|four)[ ](?:out[ ])?(?:of|in)[ ](?<other>\d{1,2}|ten|five)[ ](?:\p{L}{3,14}[ ])?(?:agree|say|said|would|recommend|love|loved|prefer|choose|chose|customers|shoppers|women|men|people|parents|dermatologists|dentists|doctors|vets)(?!\p{L})/gu,
  // "5 stars for the flannel sheet" is praise; "4.8 stars" is a count.
  /(?<![\d.,])(?![1-5] stars? (?:for|to) (?:the|this|that|our|your)(?!\p{L}))(?<one>[1-5](?:[.,]\d{1,2})?)(?:[ -]|\/5[ ]?|[ ]out[ ]of[ ]5[ ])stars?(?!\p{L})(?![ -](?:hotel|hotels|dinner|stay|resort|restaurant|meal|sleep|print|motif|general)| (?:on|in|over|above|across) (?:the|a|your) (?:ceiling|sky|night|wall|tree|door|window|horizon|flag|roof|map))/gu,
  /(?<![\d.,$€£])(?<one>\d{1,3}(?:[.,]\d{3}){0,3}|\d{1,9})(?:k|m)?\+?[ ](?:five[- ]star[ ]|5[- ]star[ ]|happy[ ]|verified[ ]|glowing[ ]|rave[ ]|real[ ]){0,2}(?:reviews|ratings|sold|customers|shoppers)(?!\p{L})/gu,
];

// "Kills 99.9% of germs"
const efficacy = new RegExp(
  `(?<!\\p{L})(?:kills?|removes?|eliminates?|blocks?|destroys?|filters?(?: out)?|captures?|traps?|stops?|prevents?|reduces?|erases?) (?:up to |over |more than )?(?<one>${digitsSource})[ ]?(?:%|percent|per cent) of(?!\\p{L}| (?:the |your )?(?:price|cost|bill))`,
  'gu',
);

// "Reduces wrinkles by 40%", "rated 4.9", "fuller hair in 30 days"
const measured: readonly RegExp[] = [
  new RegExp(
    `(?<!\\p{L})(?:reduces?|improves?|increases?|boosts?|cuts?|lowers?) (?!(?:the |your |our )?(?:price|cost|bill|total)s?(?!\\p{L}))(?:\\p{L}+ ){1,3}by (?:up to |over )?(?<one>${digitsSource})[ ]?(?:%|percent)`,
    'gu',
  ),
  /(?<!\p{L})(?:rated|scores?|scored) (?<one>[1-5][.,]\d)(?![\d\p{L}])/gu,
  /(?<!\p{L})(?:thicker|fuller|smoother|brighter|clearer|firmer|whiter|stronger|longer|younger|softer|healthier)(?:[- ]looking)? (?:hair|skin|teeth|nails|lashes|brows)(?: \p{L}+)? in (?:just |only )?(?<one>\d{1,3}|four|five|seven|eight|nine|ten) (?:days?|weeks?|hours?|nights?|minutes?|washes|uses)(?!\p{L})/gu,
];

// Some of every count; one look that spares most lines the shapes.
const anyCount = /\d|nine|eight|seven|four/;
const anyThing = /%|per ?cent| of | in | by |star|rated |scored?|reviews|ratings|sold|customers|shoppers/;

/** Every count of approval, with spans in the text as written. */
export function surveysIn({ text, from, to }: FoldedText): readonly Survey[] {
  if (!anyCount.test(text) || !anyThing.test(text)) return none;
  return [...shapes, efficacy, ...measured].flatMap((shape) =>
    matchesOf(shape, text).map((match) => {
      const { one, other } = match.groups ?? {};
      const end = match.index + match[0].length;
      return {
        span: { start: from[match.index] ?? 0, end: to[end - 1] ?? 0 },
        numbers: [one, other].flatMap((number) => (number === undefined ? [] : [digitsOf(number)])),
      };
    }),
  );
}

const none: readonly Survey[] = [];

const inWords: Readonly<Record<string, string>> = {
  four: '4',
  five: '5',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
};

/** The numbers a claim states, in the same form. */
export function numbersIn(folded: string): string[] {
  return (folded.match(/\d[\d.,]*|\p{L}+/gu) ?? []).flatMap((word) =>
    /^\d/.test(word) ? [digitsOf(word)] : (inWords[word] ?? []),
  );
}

function digitsOf(number: string): string {
  return inWords[number] ?? number.replace(/[^\d]/g, '');
}
