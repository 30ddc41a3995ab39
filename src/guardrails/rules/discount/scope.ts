/** Hold a line to what the offer is on: "20% off everything" needs an offer on everything. */
import scope from '../../../../data/lexicons/discount-scope.json' with { type: 'json' };
import type { Span } from '../../../domain/finding.ts';
import type { Sighting } from '../../rule.ts';
import type { Figure } from '../../text/claims/figure.ts';
import { alternatives } from '../../text/claims/numbers.ts';
import { kindsAnywhere } from '../../text/claims/things-named.ts';
import { foldText } from '../../text/fold.ts';
import type { Ground } from './judged.ts';

const whole = alternatives(scope.whole);
// After a comma "everything" begins another thought: "20% off, everything you need".
const adverbs = '(?:site|store|shop)[ -]?wide|(?:the[ ])?(?:entire|whole)';
// "Everything flannel" is not everything; what goes on about time, place or price still is.
const goesOn =
  '(?:today|tonight|tomorrow|now|but|except|in|this|these|until|till|through|thru|ends?|ending|online|sitewide|with|w[/]|at|and|plus|right|starts?|starting|for|on|before|by|is|are|just|only|all|when|while|use|code|store|site|shop|purchase|order|sale|collection|range|inventory|catalog|you|we|your|our)(?!\\p{L})';
const after = new RegExp(
  `^(?<lead>[ ](?:(?:off|on|in|our|your|the|auf|sur|en|su|op)[ ]){0,3}|(?:,|:|[ ]?[-(])[ ]?(?=${adverbs}))(?<scope>${whole})(?!\\p{L})(?![ ](?:else|in(?![ ](?:the[ ]|our[ ])?(?:store|shop|house|stock)(?!\\p{L}))|from|that|under|for[ ](?!\\d|one|two|three|an?[ ]|members|everyone)))(?![ ](?!${goesOn})\\p{L})`,
  'u',
);
const before = new RegExp(
  `(?<![\\p{L}\\d]|almost |nearly )(?<scope>${whole})(?<lead>(?:'s| is| are| at| now)?[ ,:–-]{1,3}(?:(?:now|at|is|save|take|get)[ ]){0,2})$`,
  'u',
);
// "The entire boot wall": whatever is named, all of it.
const all =
  /^(?<lead> (?:(?:off|on) )?(?:(?:the|our|this|your) )?)(?<scope>all|every|each|any|entire|whole)(?= (?<named>[^.!?:;,]*\p{L}))/u;
const isWholeRange = new RegExp(`(?<![\\p{L}\\d])(?:${whole})(?!\\p{L})`, 'u');
const isAllOf = new RegExp(`(?<![\\p{L}\\d])(?:${whole}|all|every|entire|whole)(?!\\p{L})`, 'u');
const isPart = new RegExp(`(?<![\\p{L}\\d])(?:${alternatives(scope.part)})(?!\\p{L})`, 'u');

/** What is wrong with how much of the range a reduction is said to be on. */
export function scopeSightings(figure: Figure, { line, facts }: Ground): Sighting[] {
  const { offer } = facts;
  if (!offer || figure.rendering !== undefined) return [];
  const on = offer.on === undefined ? undefined : foldText(offer.on).text;
  const found = saidScope(figure, line.literal);
  if (!found) return [];
  const said = line.text.slice(found.span.start, found.span.end);
  const rendered = `"${said}" says that the offer is on the whole range`;
  if (on === undefined)
    return found.named !== null
      ? []
      : [
          {
            spans: [found.span],
            message: `${rendered}; not evaluable: brief.offer.on is missing. Add it to the brief or name less.`,
            missing: 'offer.on',
          },
        ];
  if (found.isNarrowed && isPart.test(on)) return [];
  if (found.named === null ? isOnWhole(on) : isOnAllOf(found.named, on)) return [];
  return [
    {
      spans: [found.span],
      message: `${rendered}, and the brief says ${offer.on}; name what it is on.`,
      fact: { path: 'offer.on', value: offer.on ?? '' },
    },
  ];
}

/** "All coats" are all of something, and not everything. */
function isOnWhole(on: string): boolean {
  return isWholeRange.test(on) || (isAllOf.test(on) && !isPart.test(on) && kindsAnywhere(on).length === 0);
}

function isOnAllOf(named: string, on: string): boolean {
  if (
    /(?<!\p{L})first (?:\p{L}+ ){0,2}(?:order|purchase|box)/u.test(on) &&
    /^ ?(?:\p{L}+ )?(?:order|purchase)/u.test(named)
  )
    return /(?<!\p{L})first(?!\p{L})/u.test(named);
  return !isPart.test(on) || isAllOf.test(on) || isPart.test(named);
}

type Scope = {
  readonly span: Span;
  /** What all of is meant ("boot wall" in "the entire boot wall"); `null` where it is the whole range. */
  readonly named: string | null;
  /** "Everything on sale" is a part. */
  readonly isNarrowed: boolean;
};

const reach = 40;

function saidScope({ span }: Figure, literal: string): Scope | null {
  const rest = foldText(literal.slice(span.end, span.end + reach));
  const later = after.exec(rest.text) ?? all.exec(rest.text);
  if (later) {
    const start = later.groups?.['lead']?.length ?? 0;
    const written = {
      start: span.end + (rest.from[start] ?? 0),
      end: span.end + (rest.to[later[0].length - 1] ?? 0),
    };
    const [following = ''] = rest.text.slice(later[0].length).split(/[.!?:;,]/u, 1);
    return { span: written, named: later.groups?.['named'] ?? null, isNarrowed: isPart.test(following) };
  }
  const from = Math.max(0, span.start - reach);
  const ahead = foldText(literal.slice(from, span.start));
  const earlier = before.exec(ahead.text);
  if (!earlier) return null;
  const end = earlier.index + (earlier.groups?.['scope']?.length ?? 0);
  return {
    span: { start: from + (ahead.from[earlier.index] ?? 0), end: from + (ahead.to[end - 1] ?? 0) },
    named: null,
    isNarrowed: false,
  };
}
