/** Guess whether a line is written in another language or alphabet than its readers expect. In doubt it is not. */
import lexicon from '../../../../data/lexicons/function-words.json' with { type: 'json' };
import type { Span } from '../../../domain/finding.ts';
import type { Locale } from '../../../domain/instant.ts';
import type { Sighting } from '../../rule.ts';
import { foldText } from '../../text/fold.ts';
import { languageOf } from '../../text/language.ts';
import { isTitleCase, opensSentence } from '../../text/letter-case.ts';

const ids: readonly string[] = Object.keys(lexicon.languages);
const names: readonly string[] = Object.values(lexicon.languages).map(({ name }) => name);

/** For each listed word a bit for every language it is of, and whether it is telling of one. */
const listed: ReadonlyMap<string, { readonly languages: number; readonly isTelling: boolean }> = listedWords();

function listedWords(): Map<string, { languages: number; isTelling: boolean }> {
  const words = new Map<string, { languages: number; isTelling: boolean }>();
  for (const [at, { functionWords, tellingWords }] of Object.values(lexicon.languages).entries())
    for (const word of [...functionWords, ...tellingWords]) {
      const known = words.get(word);
      words.set(word, {
        languages: (known?.languages ?? 0) | (1 << at),
        isTelling: known?.isTelling || tellingWords.includes(word),
      });
    }
  return words;
}

/**
 * Words that tell of another language than this one: any of them is reason for a closer look.
 * Left out is what folds to a word of this language, such as Swedish "för" to "for".
 */
export function wordsOfOthers(language: string): string[] {
  const own = 1 << ids.indexOf(language);
  if (!ids.includes(language)) return [];
  const folded = new Set([...listed].flatMap(([word, { languages }]) => (languages & own ? foldText(word).text : [])));
  return [...listed.keys()].filter((word) => word.length > 1 && !folded.has(foldText(word).text));
}

// Three points: three function words, or a word of shops with one function word beside it.
const enough = 3;

/** `isName`: a capital inside of a sentence, such as the "Le" of a brand. */
type Word = Span & { readonly lower: string; readonly isName: boolean };

/**
 * The line as a whole, where it speaks another language and not one word of its own.
 * `atHome`: phrases left out of account; `known`: words that are, in lower case.
 */
export function foreignLanguage(
  literal: string,
  locale: Locale,
  atHome: RegExp,
  known: ReadonlySet<string>,
): Sighting | null {
  const own = ids.indexOf(languageOf(locale));
  if (own < 0 || !tellsTwice(literal, own) || !likeliest(wordsOf(literal), own, known)) return null;
  const text = literal.replace(atHome, (phrase) => '\ufffc'.repeat(phrase.length));
  const best = likeliest(wordsOf(text), own, known);
  if (!best) return null;
  const shown = [...new Set(best.seen.map(({ lower }) => `"${lower}"`))].slice(0, 3).join(', ');
  return {
    message: `The line reads as ${names[best.language]} (${shown}) and its readers expect ${names[own]} (${locale}); write it in their language.`,
    spans: best.seen.map(({ start, end }) => ({ start, end })),
  };
}

/** False where no two words can speak for another language. What an apostrophe runs together is left to a closer look. */
function tellsTwice(text: string, own: number): boolean {
  let first = '';
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    const unit = at < text.length ? text.charCodeAt(at) : 0x20;
    if (isPlainLetter(unit)) {
      if (start < 0) start = at;
      continue;
    }
    // Beyond plain letters and the signs between them, words are not cut by one look.
    if ((unit > 0x7f && !(unit >= 0x2010 && unit <= 0x2027) && !isHalfOfEmoji(unit)) || unit === 0x27) return true;
    if (unit === 0x2019 && !isEnglishAround(text, start, at)) return true;
    if (start >= 0) {
      const word = text.slice(start, at).toLowerCase();
      start = -1;
      const languages = word === first ? 0 : (listed.get(word)?.languages ?? 0);
      if (languages === 0 || (languages & (1 << own)) !== 0) continue;
      if (first !== '') return true;
      first = word;
    }
  }
  return false;
}

/** "Today’s", "we’ve": a word that no language elides, and an ending of English, which no list has by itself. */
function isEnglishAround(text: string, start: number, at: number): boolean {
  if (start < 0 || !englishEndings.has(text.slice(at + 1, at + 3).toLowerCase())) return false;
  return !elisions.has(text.slice(start, at).toLowerCase());
}

const englishEndings: ReadonlySet<string> = new Set(['s ', 'll', 've', 're', 't ', 'd ', 'm ']);
const elisions: ReadonlySet<string> = new Set([...'dlcjmnst', 'qu', 'jusqu']);

function isPlainLetter(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);
}

function isHalfOfEmoji(unit: number): boolean {
  return (unit >= 0xd83c && unit <= 0xd83e) || (unit >= 0xdc00 && unit <= 0xdfff) || unit === 0xfe0f;
}

/** The language that most words speak for, if they are enough and hardly one is of `own` alone. */
function likeliest(
  words: readonly Word[],
  own: number,
  known: ReadonlySet<string>,
): { language: number; seen: Word[] } | null {
  const told = words.filter(({ lower, isName }) => {
    const word = listed.get(lower);
    return word !== undefined && !known.has(lower) && (!isName || word.isTelling);
  });
  const isOf = ({ lower }: Word, language: number) => ((listed.get(lower)?.languages ?? 0) & (1 << language)) !== 0;
  let best: { language: number; seen: Word[] } | null = null;
  let most = enough - 1;
  for (let language = 0; language < ids.length && told.length > 1; language++) {
    if (language === own) continue;
    const owned = told.filter((word) => isOf(word, own) && !isOf(word, language));
    const seen = told.filter((word) => isOf(word, language) && !isOf(word, own));
    // One word that is the same in both, such as "Winter", does not speak for this language against four of the other.
    if (owned.length > 0 && owned.length * 4 > new Set(seen.map(({ lower }) => lower)).size) continue;
    const distinct = new Set(seen.map(({ lower }) => lower));
    const points = [...distinct].reduce((sum, word) => sum + (listed.get(word)?.isTelling ? 2 : 1), 0);
    if (points <= most || distinct.size < 2) continue;
    // A name in another language may stand in any line; function words alone must be half of it.
    if (points === distinct.size && seen.length * 2 < words.length) continue;
    best = { language, seen };
    most = points;
  }
  return best;
}

/** Lower case. French runs articles into words: "d'été" counts as "de" and "été", unless the whole is listed. */
function wordsOf(text: string): Word[] {
  const isTitle = isTitleCase(text);
  return [...text.matchAll(/[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu)].flatMap(({ 0: word, index: start }) => {
    const lower = plain(word);
    const isName = /^\p{Lu}\p{Ll}/u.test(word) && !isTitle && !opensSentence(text, start);
    const whole = { lower, isName, start, end: start + word.length };
    const elided = /^(?:[dlcjmnst]|qu|jusqu)'/.exec(lower)?.[0];
    if (elided === undefined || listed.has(lower)) return [whole];
    const cut = start + elided.length;
    const article = { lower: elided === "l'" ? 'le' : 'de', isName, start, end: cut };
    return [article, { lower: lower.slice(elided.length), isName, start: cut, end: whole.end }];
  });
}

/** A matcher for phrases that are at home in every language, and those that the brand allows. */
export function phrasesAtHome(allow: readonly string[]): RegExp {
  const phrases = [...lexicon.loans, ...allow].map((phrase) =>
    plain(phrase)
      .replace(/[$()*+.?[\\\]^{|}/]/g, '\\$&')
      .replaceAll("'", "['’]"),
  );
  return new RegExp(`(?<!\\p{L})(?:${phrases.join('|')})(?!\\p{L})`, 'giu');
}

/** As the lists are written. */
function plain(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll('’', "'");
}

/** Alphabets as readers know them; Chinese and Japanese share theirs. */
const alphabets = [
  ['Latin', 'Latn', '\\p{Script=Latin}'],
  ['Cyrillic', 'Cyrl', '\\p{Script=Cyrillic}'],
  ['Greek', 'Grek', '\\p{Script=Greek}'],
  ['Arabic', 'Arab', '\\p{Script=Arabic}'],
  ['Hebrew', 'Hebr', '\\p{Script=Hebrew}'],
  ['Devanagari', 'Deva', '\\p{Script=Devanagari}'],
  ['Thai', 'Thai', '\\p{Script=Thai}'],
  ['Armenian', 'Armn', '\\p{Script=Armenian}'],
  ['Georgian', 'Geor', '\\p{Script=Georgian}'],
  ['Korean', 'Kore', '\\p{Script=Hangul}'],
  ['Chinese or Japanese', 'Jpan Hans Hant', '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]'],
].map(([name = '', codes = '', shape = '']) => ({ name, codes: codes.split(' '), shape: new RegExp(shape, 'gu') }));

const otherLetter = /[^\P{L}\p{Script=Latin}\p{Script=Common}]/u;
const minLetters = 4;

/** The line as a whole, where most of its letters are of an alphabet that its readers do not read. */
export function foreignScript(literal: string, locale: Locale): Sighting | null {
  if (!otherLetter.test(literal)) return null;
  const script = new Intl.Locale(locale).maximize().script ?? '';
  const own = alphabets.find(({ codes }) => codes.includes(script));
  if (!own) return null;
  const counts = alphabets.map(({ name, shape }) => ({ name, count: literal.match(shape)?.length ?? 0 }));
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const most = counts.reduce((one, other) => (other.count > one.count ? other : one));
  // Latin letters are read everywhere, as names and as ornament.
  if (most.name === own.name || most.name === 'Latin' || most.count < minLetters || most.count * 2 <= all) return null;
  return {
    message: `The line is written in ${most.name} letters and its readers (${locale}) read ${own.name} ones; write it in their language.`,
  };
}
