/** Tells whether a first name in a line is said to the reader, or names somebody or something else. */
import names from '../../../../data/lexicons/first-names.json' with { type: 'json' };
import type { Span } from '../../../domain/finding.ts';
import { foldText } from '../fold.ts';

/** What kind of name: hardly anything else, a word too, or a thing that copy itself says hello to (April, Paris). */
export type NameKind = 'plain' | 'word' | 'greeted';

/** Names as the lexicon writes them, with their kind. */
export const firstNames: readonly { readonly name: string; readonly kind: NameKind }[] = [
  ...names.names.split(' ').map((name) => ({ name, kind: 'plain' as const })),
  ...names.alsoWords.split(' ').map((name) => ({ name, kind: 'word' as const })),
  ...names.alsoGreeted.split(' ').map((name) => ({ name, kind: 'greeted' as const })),
];

/** Sayings and titles in which a name is nobody's. */
export const namesNotMeant: readonly string[] = names.notMeant;

const oneOf = (words: readonly string[]) => words.map((word) => word.replace(/[ -]/g, '[ -]')).join('|');
const greeting = new RegExp(`(?:^|[^\\p{L}\\p{N}'])(?:${oneOf(names.greetings)})[,!]? $`, 'u');
const signOff = new RegExp(`(?:^|[^\\p{L}])(?:${oneOf(names.signOffs)}), $`, 'u');
const role = new RegExp(`(?:^|[^\\p{L}])(?:${oneOf(names.roles)}),? $`, 'u');

const opens = /^[^\p{L}\p{N}\ufffc]*$/u;
const closes = /^[^\p{L}\p{N}\ufffc]*$/u;
const inAList = /^(?:,| &| and| or| und| oder| et| ou| y| o| e| en| x| \+|, and|, or|,? &) $/u;
// "Anna, your new favorite boot" may well be a boot called Anna.
const apposition =
  /^[,:] (?:the|an?|by|in|from|our|now|back|(?:and )?your (?:new|next|go-to|latest|favou?rite|everyday|forever))(?!\p{L})/u;
const doing =
  /(?<!\p{L})(?:is|are|was|were|has|have|had|just|still|will|isn't|aren't|hasn't)(?!\p{L})|'(?:s|re|ll|ve)(?!\p{L})/u;
const yours = /^, (?:your|you're|you've|you'll)(?!\p{L})/u;

/**
 * How surely the name is said to the reader: `sure`, `maybe`, or `null` where it is not.
 * `others`: the other first names of the line. `speaks`: whether the line has a second-person word outside of the name.
 */
export function addressBy(
  literal: string,
  span: Span,
  kind: NameKind,
  others: readonly Span[],
  speaks: boolean,
): 'sure' | 'maybe' | null {
  const before = foldText(literal.slice(0, span.start)).text;
  const after = foldText(literal.slice(span.end)).text;
  const isCapital = /^\p{Lu}/u.test(literal.slice(span.start));
  const isGreeted = greeting.test(before);
  if (others.some((other) => isBeside(literal, span, other)) || role.test(before)) return null;
  if (!isCapital && (kind !== 'plain' || !speaks)) return null;
  if (kind === 'greeted') return opens.test(before) && yours.test(after) && doing.test(after) ? 'maybe' : null;
  if (kind === 'word') {
    const isTold = opens.test(before) && yours.test(after) && doing.test(after);
    const isSpokenTo =
      speaks && ((isGreeted && /^(?:[,.!?:;]|$| -)/.test(after)) || (/, $/.test(before) && closes.test(after)));
    return isTold || isSpokenTo ? 'maybe' : null;
  }
  if (isGreeted) return greeted(literal.slice(span.end), speaks);
  if (opens.test(before)) return opened(after, speaks);
  if (!/[,;:-] $/.test(before) || signOff.test(before)) return null;
  if (closes.test(after)) return /, $/.test(before) ? 'sure' : null;
  return /, $/.test(before) && /^[,.!?:;]/.test(after) && speaks ? 'sure' : null;
}

/** "Hi Anna," is said to Anna; "Hello Kate Spade" names a brand. */
function greeted(after: string, speaks: boolean): 'sure' | 'maybe' | null {
  if (/^ (?:&|\p{Lu}\p{Ll})/u.test(after)) return speaks ? 'maybe' : null;
  return /^['’-]\p{L}/u.test(after) ? null : 'sure';
}

function opened(after: string, speaks: boolean): 'sure' | 'maybe' | null {
  if (/^ you(?:r|'re|'ve|'ll)?(?!\p{L})/u.test(after)) return 'sure';
  if (!/^(?:[,:!?]| -)/.test(after)) return null;
  const mayNameAThing = (apposition.test(after) || after.startsWith(':')) && !doing.test(after);
  if (speaks) return mayNameAThing ? 'maybe' : 'sure';
  return mayNameAThing && after.startsWith(',') ? null : /^[,:!]/.test(after) ? 'maybe' : null;
}

/** "Harry & Sally", "Emma, Olivia and Ava": a list of names is about them. */
function isBeside(literal: string, one: Span, other: Span): boolean {
  const [first, second] = one.start < other.start ? [one, other] : [other, one];
  return first.end < second.start && inAList.test(literal.slice(first.end, second.start));
}
