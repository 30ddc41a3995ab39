/** Guess whether a line is written in another language or alphabet than its readers expect. In doubt it is not. */
import lexicon from '../../../../data/lexicons/function-words.json' with { type: 'json' };
import type { Span } from '../../../domain/finding.ts';
import type { Locale } from '../../../domain/instant.ts';
import type { Sighting } from '../../rule.ts';
import { languageOf } from '../../text/language.ts';

type Language = {
  readonly name: string;
  readonly functionWords: ReadonlySet<string>;
  readonly tellingWords: ReadonlySet<string>;
};

const languages: ReadonlyMap<string, Language> = new Map(
  Object.entries(lexicon.languages).map(([id, { name, functionWords, tellingWords }]) => [
    id,
    { name, functionWords: new Set(functionWords), tellingWords: new Set(tellingWords) },
  ]),
);

/** Words that tell of another language than this one: any of them is reason for a closer look. */
export function wordsOfOthers(language: string): string[] {
  const own = languages.get(language);
  if (!own) return [];
  const others = [...languages].filter(([id]) => id !== language);
  const words = others.flatMap(([, { functionWords, tellingWords }]) => [...functionWords, ...tellingWords]);
  return [...new Set(words)].filter((word) => !isOf(own, word));
}

// Three points: three function words, or a word of shops with one function word beside it.
const enough = 3;

type Word = Span & { readonly lower: string };

/** The line as a whole, where it speaks another language and not one word of its own. `known`: names and taglines. */
export function foreignLanguage(literal: string, locale: Locale, known: ReadonlySet<string>): Sighting | null {
  const own = languages.get(languageOf(locale));
  if (!own) return null;
  const words = wordsOf(literal).filter(({ lower }) => !known.has(lower));
  let best: { name: string; points: number; seen: Word[] } | null = null;
  for (const other of languages.values()) {
    if (other === own || words.some(({ lower }) => isOf(own, lower) && !isOf(other, lower))) continue;
    const seen = words.filter(({ lower }) => isOf(other, lower) && !isOf(own, lower));
    const points = [...new Set(seen.map(({ lower }) => lower))].reduce(
      (sum, word) => sum + (other.tellingWords.has(word) ? 2 : 1),
      0,
    );
    if (points >= enough && seen.length > 1 && points > (best?.points ?? 0)) best = { name: other.name, points, seen };
  }
  if (!best) return null;
  const shown = [...new Set(best.seen.map(({ lower }) => `"${lower}"`))].slice(0, 3).join(', ');
  return {
    message: `The line reads as ${best.name} (${shown}) and its readers expect ${own.name} (${locale}); write it in their language.`,
    spans: best.seen.map(({ start, end }) => ({ start, end })),
  };
}

function isOf({ functionWords, tellingWords }: Language, word: string): boolean {
  return functionWords.has(word) || tellingWords.has(word);
}

/** Lower case, with "d'" and "l'" cut off and counted as the articles they stand for. */
function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu)].flatMap(({ 0: word, index: start }) => {
    const lower = word.normalize('NFC').toLowerCase().replaceAll('’', "'");
    const whole = { lower, start, end: start + word.length };
    const elided = /^(?:[dlcjmnst]|qu|jusqu)'/.exec(lower)?.[0];
    if (elided === undefined || elided.length === lower.length) return [whole];
    const cut = start + elided.length;
    const article = { lower: elided.startsWith('l') ? 'le' : 'de', start, end: cut };
    return [whole, article, { lower: lower.slice(elided.length), start: cut, end: whole.end }];
  });
}

const scripts = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Arabic',
  'Hebrew',
  'Devanagari',
  'Thai',
  'Armenian',
  'Georgian',
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
].map((name) => ({ name, shape: new RegExp(`\\p{Script=${name}}`, 'gu') }));

/** The alphabets of a locale, by the code that its likely script has (ISO 15924). */
const scriptNames: ReadonlyMap<string, readonly string[]> = new Map([
  ['Latn', ['Latin']],
  ['Cyrl', ['Cyrillic']],
  ['Grek', ['Greek']],
  ['Arab', ['Arabic']],
  ['Hebr', ['Hebrew']],
  ['Deva', ['Devanagari']],
  ['Thai', ['Thai']],
  ['Armn', ['Armenian']],
  ['Geor', ['Georgian']],
  ['Jpan', ['Han', 'Hiragana', 'Katakana']],
  ['Hans', ['Han']],
  ['Hant', ['Han']],
  ['Kore', ['Hangul', 'Han']],
]);

const minLetters = 4;

/** The line as a whole, where most of its letters are of an alphabet that its readers do not read. */
export function foreignScript(literal: string, locale: Locale): Sighting | null {
  const own = scriptNames.get(new Intl.Locale(locale).maximize().script ?? '');
  if (!own) return null;
  const counts = scripts.map(({ name, shape }) => ({ name, count: literal.match(shape)?.length ?? 0 }));
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const most = counts.reduce((one, other) => (other.count > one.count ? other : one));
  // Latin letters are read everywhere, as names and as ornament.
  if (own.includes(most.name) || most.name === 'Latin' || most.count < minLetters || most.count * 2 <= all) return null;
  return {
    message: `The line is written in ${most.name} letters and its readers (${locale}) read ${own.join(', ')}; write it in their language.`,
  };
}
