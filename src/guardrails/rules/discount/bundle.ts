/** Hold the count of a bundle price to the offer's: "any four for £30" where three cost that. */
import type { Offer } from '../../../domain/offer.ts';
import type { Sighting } from '../../rule.ts';
import type { Figure } from '../../text/claims/figure.ts';
import { foldText } from '../../text/fold.ts';
import type { ParsedLine } from '../../text/parsed-line.ts';
import { against, type Ground, quoted } from './judged.ts';
import { hundredthsOfMoney } from './worded.ts';

const counts: ReadonlyMap<string, number> = new Map(
  ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'].map((word, at) => [
    word,
    at + 2,
  ]),
);
const count = `(?<count>${[...counts.keys()].join('|')}|[2-9]|1[0-2])`;
// "A 4 oz candle" is one.
const measures =
  'oz|ounces?|ml|cl|kg|grams?|lbs?|pounds?|inch|inches|in|ft|feet|days?|weeks?|months?|years?|ply|pieces?|persons?|people|seaters?|doors?|drawers?|quarts?|qt|lit(?:er|re)s?|way|tier|wick|month|hours?|minutes?|season|stage|stone';
const ofOffer = new RegExp(
  `^(?:any |a |the )?(?:(?:set|pack|box|bundle|case) of )?${count}(?:[ -]pack)?(?: of)? (?!(?:${measures})(?!\\p{L}))\\p{L}`,
  'u',
);
// "Any four shirts for £30", "six glasses, now $60".
const ahead = new RegExp(
  `(?:^|[.!?:;,] |(?<!\\p{L})(?:any|all|buy|get|take|mix) )${count}(?: \\p{L}[\\p{L}'-]*){1,4},?(?: (?:for|now|at|are|is|just|only)){0,3} $`,
  'u',
);
const behind = new RegExp(`^ (?:for|buys|buys you|gets you) (?:any |all )?${count}(?! ?[%\\d])(?!\\p{L})`, 'u');
const each = /^ ?(?:each|apiece|a piece|per piece|per item)(?!\p{L})/u;

/** Whether a price is what one of the bundle comes to, in a line that names the count or the price of all. */
export function isPartOfBundle(hundredths: number, offer: Offer, line: ParsedLine): boolean {
  if (offer.type !== 'price' || !offer.amount || offer.on === undefined) return false;
  const many = countIn(ofOffer.exec(foldText(offer.on).text));
  if (many === null || hundredths * many !== hundredthsOfMoney(offer.amount)) return false;
  const words = [...counts].flatMap(([word, value]) => (value === many ? [word, String(value)] : []));
  return new RegExp(`(?<![\\p{L}\\d$€£.])(?:${words.join('|')})(?![\\p{L}\\d%])`, 'u').test(line.folded().text);
}

/** A price of a bundle said of another number of things, or of each. */
export function bundleSightings(figure: Figure, { line, facts: { offer } }: Ground): Sighting[] {
  if (figure.kind !== 'amount' || offer?.type !== 'price' || !offer.amount || offer.on === undefined) return [];
  const many = countIn(ofOffer.exec(foldText(offer.on).text));
  if (many === null || figure.hundredths !== hundredthsOfMoney(offer.amount)) return [];
  const before = foldText(line.literal.slice(0, figure.number.start)).text;
  const after = foldText(line.literal.slice(figure.number.end)).text;
  const said = countIn(ahead.exec(before)) ?? countIn(behind.exec(after));
  const isOfEach = each.test(after);
  if (!isOfEach && (said === null || said === many)) return [];
  const message = `${quoted(figure, line)} is said to be the price of ${isOfEach ? 'each' : said}, and by the brief it is that of ${offer.on}; write that.`;
  return [against(figure, message, { path: 'offer.on', value: offer.on })];
}

function countIn(match: RegExpExecArray | null): number | null {
  const written = match?.groups?.['count'];
  return written === undefined ? null : (counts.get(written) ?? Number(written));
}
