/** Hold a reduction to what is on offer by its standing: sale items, full-price styles, and new arrivals are not the same. */
import type { Sighting } from '../../rule.ts';
import type { Figure } from '../../text/claims/figure.ts';
import { foldText } from '../../text/fold.ts';
import type { Ground } from './judged.ts';

const reduced = '(?:sale|clearance|outlet|marked-down|marked down|already-reduced|already reduced)';
const full = '(?:full|regular)[ -]price[d]?';
const things = '(?:styles?|items?|picks|pieces|prices?|finds|favorites|favourites|section|merchandise)';
const standings = [
  {
    not: 'full',
    shape: new RegExp(
      `^(?:${reduced} ${things}|clearance|markdowns|outlet|sale(?=$|[.,!?;:]| (?:with|through|until|today|now)(?!\\p{L})))(?!\\p{L})`,
      'u',
    ),
  },
  { not: 'reduced', shape: new RegExp(`^(?:new (?:arrivals|season styles|in)|just[ -]in|${full})(?!\\p{L})`, 'u') },
] as const;
const lead = /^ (?:off |on )?(?:(?:all|every|our|the|your|select|selected) ){0,2}/u;
const isReduced = new RegExp(`(?<!\\p{L})(?:${reduced}|markdowns)(?!\\p{L})`, 'u');
const isFull = new RegExp(`(?<!\\p{L})${full}(?!\\p{L})`, 'u');

// "Everything, including sale", "coats, not sale items".
const isMore =
  /(?<!\p{L})(?:everything|sitewide|storewide|including|includes|plus|even|excluding|excludes|except|not|no|but|new)(?!\p{L})/u;

/** "20% off new arrivals" where the offer is on sale items, and the other way round. */
export function standingSightings(figure: Figure, { line, facts: { offer } }: Ground): Sighting[] {
  if (!offer || offer.on === undefined) return [];
  const on = foldText(offer.on).text;
  const stands = isReduced.test(on) ? 'reduced' : isFull.test(on) ? 'full' : null;
  if (stands === null || (isReduced.test(on) && isFull.test(on)) || isMore.test(on)) return [];
  const rest = foldText(line.literal.slice(figure.span.end));
  const from = lead.exec(rest.text)?.[0].length ?? 0;
  for (const { not, shape } of standings) {
    const said = not === stands && from > 0 ? shape.exec(rest.text.slice(from))?.[0] : undefined;
    if (said === undefined) continue;
    const span = {
      start: figure.span.end + (rest.from[from] ?? 0),
      end: figure.span.end + (rest.to[from + said.length - 1] ?? 0),
    };
    const message = `"${line.text.slice(span.start, span.end)}" is not what the offer is on, which is ${offer.on} by the brief; name that.`;
    return [{ spans: [span], message, fact: { path: 'offer.on', value: offer.on } }];
  }
  return [];
}
