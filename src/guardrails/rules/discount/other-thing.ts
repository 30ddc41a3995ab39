/** Hold a line to the thing the offer is on: "20% off scarves" is untrue of an offer on boots. */
import scope from '../../../../data/lexicons/discount-scope.json' with { type: 'json' };
import { type Facts, textsStated } from '../../../domain/facts.ts';
import type { Span } from '../../../domain/finding.ts';
import type { Sighting } from '../../rule.ts';
import type { Figure } from '../../text/claims/figure.ts';
import { alternatives } from '../../text/claims/numbers.ts';
import { mayBeSame } from '../../text/claims/product-kinds.ts';
import { kindsAnywhere, type NamedThing, thingsNamed } from '../../text/claims/things-named.ts';
import { foldText } from '../../text/fold.ts';
import type { ParsedLine } from '../../text/parsed-line.ts';
import type { Ground } from './judged.ts';

/** Things a reduction is said to be on that are surely not what the offer is on. */
export function otherThingSightings(figure: Figure, { line, facts }: Ground): Sighting[] {
  const on = facts.offer?.on;
  if (on === undefined || figure.rendering !== undefined) return [];
  const meant = thingsMeant(on);
  if (meant.length === 0) return [];
  return saidThings(figure, line, meant)
    .filter(
      (said) =>
        !(meant.some((known) => fits(said, known)) && !isWider(said, meant, leavesOutBrand(on, line))) &&
        !isStated(said, facts),
    )
    .map(({ span }) => ({
      spans: [span],
      message: `"${line.text.slice(span.start, span.end)}" is not what the offer is on, which is ${on} by the brief; name that.`,
      fact: { path: 'offer.on', value: on },
    }));
}

type SaidThing = NamedThing & { readonly span: Span; readonly isAll: boolean };

function fits(said: NamedThing, known: NamedThing): boolean {
  const isForOthers = said.audience !== null && known.audience !== null && said.audience !== known.audience;
  return mayBeSame(said.kinds, known.kinds) && !isForOthers;
}

// "Le Creuset cookware", "Dr. Martens boots".
const ofBrand = /^(?<brand>(?:\p{Lu}[\p{L}.'’&-]* ){2,})\p{Ll}/u;

function leavesOutBrand(on: string, line: ParsedLine): boolean {
  const brand = ofBrand.exec(on)?.groups?.['brand'] ?? '';
  const words = foldText(brand).text.match(/\p{L}{3,}/gu) ?? [];
  return words.length > 0 && !words.some((word) => line.folded().text.includes(word));
}

/** "All furniture" where the offer is on sofas; without "all" some furniture is meant. */
function isWider({ kinds, isAll }: SaidThing, meant: readonly NamedThing[], lacksBrand: boolean): boolean {
  const isWithin = (path: string) => !kinds.some((one) => one.startsWith(path));
  return isAll && (lacksBrand || meant.every((known) => known.kinds.every(isWithin)));
}

const isWhole = new RegExp(`(?<![\\p{L}\\d])(?:${alternatives(scope.whole)})(?!\\p{L})`, 'u');
const alsoMore = /(?<!\p{L})(?:more|other|others|else|everything|anything|most)(?!\p{L})/u;
const condition = / (?:with|when|if|for|on|over|at|from|excluding|except|but|not) |[(;:]/u;

/** What the brief's words name; nothing unless each of them is known. */
export function thingsMeant(on: string): readonly NamedThing[] {
  // "Dr. Martens boots" is one thing.
  const text = foldText(on).text.replace(/(?<=\p{L})\.(?= )/gu, '');
  if (isWhole.test(text) || alsoMore.test(text)) return [];
  const [named = ''] = text.split(condition, 1);
  const parts = named.split(/,|&|\+| and | or | plus /u).map((part) => thingsNamed(part.trim()));
  return parts.every(({ length }) => length > 0) ? parts.flat() : [];
}

/** Said where the offer is described, or where the brief says what must be mentioned. */
function isStated({ kinds }: NamedThing, { offer, products: _, ...facts }: Facts): boolean {
  const texts = textsStated({ ...facts, products: [], offer: offer && { ...offer, on: undefined } });
  return texts.some((text) => mayBeSame(kindsAnywhere(foldText(text).text), kinds));
}

const wholly = /(?<!\p{L})(?:all|every|entire|whole) [^.!?,]*$/u;
const reach = 60;
const towards = /^(?: free)?(?: (?:today|tonight|now|this week|this weekend))?(?: (?:off|on|of))? |^ ?[:–—-] /u;
const linking = /(?:'s| is| are| all)?(?: now| at)?[ ,:–—-]{1,3}(?:(?:now|at|is|save|take|get|all|for)[ ]){0,2}$/u;
const lastClause = /(?:(?<=[.!?:] )|^)[^.!?:]*$/u;

/** What follows the figure decides; else what it is said of: "Scarves, now 20% off". */
function saidThings({ span }: Figure, line: ParsedLine, meant: readonly NamedThing[]): SaidThing[] {
  const rest = foldText(line.literal.slice(span.end, span.end + reach));
  const lead = towards.exec(rest.text)?.[0].length;
  const later = lead === undefined ? [] : thingsNamed(rest.text.slice(lead));
  if (later.length > 0 && lead !== undefined) return later.map((thing) => placed(thing, lead, span.end, rest));
  const ahead = foldText(line.literal.slice(0, span.start));
  const linked = linking.exec(ahead.text);
  if (!linked) return [];
  const before = ahead.text.slice(0, linked.index);
  const clause = lastClause.exec(before)?.[0] ?? '';
  const things = thingsNamed(clause);
  // All of the clause is the thing, or it speaks of something else: "Coats are in, 20% off".
  const isWholeClause = things.at(-1)?.end === clause.length;
  // Of a list each is held to the offer, and so is all of something; one thing alone is not where the offer's own is named.
  const elsewhere =
    things.length > 1 || wholly.test(clause) ? line.folded().text.replace(clause, '') : line.folded().text;
  const everywhere = kindsAnywhere(elsewhere);
  if (meant.some(({ kinds }) => mayBeSame(kinds, everywhere))) return [];
  return isWholeClause ? things.map((thing) => placed(thing, before.length - clause.length, 0, ahead)) : [];
}

function placed(
  thing: NamedThing,
  lead: number,
  from: number,
  folded: { readonly text: string; readonly from: Uint32Array; readonly to: Uint32Array },
): SaidThing {
  const start = from + (folded.from[lead + thing.start] ?? 0);
  const isAll = wholly.test(folded.text.slice(lead, lead + thing.start));
  return { ...thing, isAll, span: { start, end: from + (folded.to[lead + thing.end - 1] ?? 0) } };
}
