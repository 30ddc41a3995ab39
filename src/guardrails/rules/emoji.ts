/** Keeps emoji few, where they do not break a sentence, and never in the place of a word. */
import * as z from 'zod';
import type { Span } from '../../domain/finding.ts';
import { defineRule, nothing, type Sighting } from '../rule.ts';
import { bareEmoji, emojiIn } from '../text/emoji.ts';
import { isTitleCase } from '../text/letter-case.ts';

const Position = z.enum(['start', 'end', 'inline']);

const Options = z.strictObject({
  /** Most emoji in one line; 0 allows none. */
  max: z.int().min(0).max(20).default(1),
  /** Where one may stand: before the first word, after the last, or between words of a sentence. */
  positions: z.array(Position).min(1).default(['start', 'end']),
  /** Emoji that mean something else to many readers, in any skin tone. */
  deny: z
    .array(z.string().min(1).max(40))
    .max(500)
    .default(['🍆', '🍑', '🔫', '💀', '🖕', '🔪', '💊', '💦', '💩', '🤬']),
});

type Prepared = z.infer<typeof Options> & { readonly denied: ReadonlySet<string> };

/** See docs/rules/emoji.md. */
export const emoji = defineRule({
  id: 'emoji',
  version: 2,
  summary: 'Few emoji, at the start or the end, and none in the place of a word.',
  options: Options,
  on: true,
  severity: 'warn',
  alsoPreheader: true,
  wakes: ['emoji'],
  examples: {
    good: [
      { line: 'Coat season 🧥' },
      { line: '🍁 Fall favorites are back' },
      { line: 'New knits 👀 - see what came in', because: 'It ends a part of the line.' },
      { line: 'Marlow® coats, 5 ★ and 100 ✓', because: 'Signs that are shown as text are no emoji.' },
      { line: 'For the family 👨‍👩‍👧‍👦', because: 'A family is one emoji.' },
    ],
    bad: [
      { line: '[|🔥🔥🔥|] Sale [|🔥🔥🔥|]' },
      { line: 'I [|❤️|] New York' },
      { line: '{FNAME}, [|🎁|] inside' },
      { line: 'Peach season [|🍑|]' },
      { line: 'Time for a [|☕|]' },
      { line: 'Coat season [|🧥|]', options: { max: 0 } },
    ],
  },
  prepare: (options): Prepared => ({ ...options, denied: new Set(options.deny.map(bareEmoji)) }),
  check({ text, literal }, { prepared }) {
    const found = emojiIn(literal);
    if (found.length === 0 || isPlainlyLast(literal, found, prepared)) return nothing;
    if (!/[\p{L}\p{N}\ufffc]/u.test(without(literal, found)))
      return [
        {
          message: `"${text}" says nothing but emoji; write the words, since screen readers and filters read no picture.`,
          spans: groupsOf(literal, found),
        },
      ];
    const sightings = [...tooMany(literal, found, prepared.max), ...denied(text, found, prepared.denied)];
    if (prepared.max > 0) sightings.push(...misplaced(literal, found, prepared.positions));
    return sightings.length === 0 ? nothing : sightings;
  },
});

/** True for nearly every line with an emoji: a single one after its words, and a space before it. */
function isPlainlyLast(literal: string, [only, ...others]: readonly Span[], prepared: Prepared): boolean {
  if (!only || others.length > 0 || only.end !== literal.length || prepared.max < 1) return false;
  const { start } = only;
  if (literal.charCodeAt(start - 1) !== 0x20 || !isSmallLetter(literal.charCodeAt(start - 2))) return false;
  const shown = literal.slice(start);
  if (!prepared.positions.includes('end') || prepared.denied.has(bareEmoji(shown))) return false;
  return !standsForWord(literal.slice(0, start), '', shown);
}

function isSmallLetter(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

function* tooMany(literal: string, found: readonly Span[], max: number): Iterable<Sighting> {
  if (found.length <= max) return;
  const act = max === 0 ? 'take them out' : max === 1 ? 'keep one' : `keep ${max}`;
  yield {
    message: `The line has ${found.length} emoji and the limit is ${max}; ${found.length === 1 ? 'take it out' : act}.`,
    spans: groupsOf(literal, found),
  };
}

function* denied(text: string, found: readonly Span[], deny: ReadonlySet<string>): Iterable<Sighting> {
  for (const span of found) {
    const shown = text.slice(span.start, span.end);
    if (deny.has(bareEmoji(shown)))
      yield { message: `${shown} means something else to many readers; choose another or none.`, spans: [span] };
  }
}

/** Each group of emoji is judged once by what stands before and after it. */
function* misplaced(literal: string, found: readonly Span[], positions: Prepared['positions']): Iterable<Sighting> {
  for (const span of groupsOf(literal, found)) {
    const before = literal.slice(0, span.start);
    const after = literal.slice(span.end);
    const shown = literal.slice(span.start, span.end);
    const position = positionOf(before, shown, after);
    if (standsForWord(before, after, shown))
      yield {
        message: `${shown} stands for a word; write the word, since screen readers say the picture's name and some phones show a box.`,
        spans: [span],
      };
    else if (!positions.includes(position))
      yield {
        message: `${shown} stands ${position === 'inline' ? 'in the middle of a sentence' : `at the ${position} of the line`}; ${moveTo(positions)}.`,
        spans: [span],
      };
  }
}

const pauseBefore = /[.!?…:|—–]["'”’»)\]]{0,2}\s*$|\s-\s*$/u;
const pauseAfter = /^\s*(?:[.!?…:|—–]|-\s|["”’»)\]]{1,2}(?:[.!?…]|$))/u;

// "Sun's out ☀️ Save on swim", where capitals tell of sentences; and the wave that ends a greeting.
const newSentence = /^\s+\p{Lu}/u;
const greeting = /(?:^|[^\p{L}])(?:hi|hey|hello)(?![\p{L}])[^.!?]{0,100}$/iu;

/** Punctuation and quotes at either end of the line do not count; a pause within is the end of a line of its own. */
function positionOf(before: string, shown: string, after: string): z.infer<typeof Position> {
  if (!hasWords(before)) return 'start';
  if (newSentence.test(after) && !isTitleCase(before + after)) return 'end';
  if (/^👋/u.test(shown) && greeting.test(before)) return 'end';
  if (!hasWords(after) || pauseAfter.test(after) || pauseBefore.test(before)) return 'end';
  return 'inline';
}

// Masked tags are words to a reader.
function hasWords(text: string): boolean {
  return /[\p{L}\p{N}\ufffc]/u.test(text);
}

// Words that cannot end a sentence: something named must follow. By hand, the commonest of each language.
const wantsNoun =
  /(?:^|[^\p{L}\p{N}’'])(?:an?|the|your|our|my|every|some|(?<!and )more|and|der|die|das|den|dem|ein|eine|einen|dein|deine|deinen|unsere?|und|le|la|les|un|une|des|votre|vos|ton|notre|nos|et|el|los|las|una|tu|tus|su|nuestr[ao]s?|il|lo|gli|uno|il tuo|la tua|de|het|een|jouw|onze|en) $/iu;
const wantsVerb = /(?:^|[.!?] )(?:i|we|you|they|ich|wir|je|nous|yo|ik|wij|io) $/iu;

function standsForWord(before: string, after: string, shown: string): boolean {
  if (/^ [\p{L}\p{N}\ufffc]/u.test(after) && wantsVerb.test(before)) return true;
  if (/[❤♥💕💗💖💙💚💛🧡💜🖤🤍🤎💘💓]/u.test(shown) && /^(?:.{0,40}[^\p{L}])?(?:i|we|you) $/iu.test(before))
    return true;
  // The longest of these words and what parts it from the rest: there is no need to look further back.
  return wantsNoun.test(before.slice(-14)) && !/^(?: \p{L}|["”’)])/u.test(after);
}

function moveTo(positions: Prepared['positions']): string {
  if (positions.includes('end')) return 'move it to the end';
  return positions.includes('start') ? 'move it to the start' : 'move it in between';
}

/** Emoji that stand side by side, with or without spaces between. */
function groupsOf(literal: string, found: readonly Span[]): Span[] {
  const groups: { start: number; end: number }[] = [];
  for (const { start, end } of found) {
    const last = groups.at(-1);
    if (last && /^\s*$/u.test(literal.slice(last.end, start))) last.end = end;
    else groups.push({ start, end });
  }
  return groups;
}

function without(text: string, spans: readonly Span[]): string {
  return spans.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
}
