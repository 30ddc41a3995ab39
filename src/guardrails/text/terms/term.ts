/** A term cut into folded words, ready to be looked for. */
import commonWords from '../../../../data/lexicons/common-words.json' with { type: 'json' };
import { foldText } from '../fold.ts';
import { wordsOf } from '../words.ts';
import { keysOf } from './term-keys.ts';

/**
 * How a term is found. `exact`: these characters, in this case. `word`: the word whatever its case or disguise.
 * `inflect`: also with an ending ("cheaper", "cheap's").
 */
export type TermMode = 'exact' | 'word' | 'inflect';

/** A term as a policy names it. */
export type TermEntry = {
  readonly term: string;
  readonly mode: TermMode;
  /** What is asked of a line without looking at hits: a bit, or several. */
  readonly kinds?: number;
};

/** A term cut into folded words. */
export type Term = {
  /** The list it is of, among those of the lexicon. */
  readonly list: number;
  /** Its place in the list it came from. */
  readonly index: number;
  /** See `TermEntry`. */
  readonly kinds: number;
  readonly written: string;
  readonly mode: TermMode;
  readonly words: readonly string[];
  /** What `keysOf` gives, where it is kept. */
  readonly keys: readonly number[] | null;
  /** Signs that must stand right before and after, such as the "#" of "#1". */
  readonly lead: string;
  readonly trail: string;
  /** True for a term written with a hyphen, such as "must-have": a comma between its words parts it. */
  readonly isCompound: boolean;
  /** True for a short phrase written as one, which only counts where a hashtag or a capital shows the seam: "#ActNow". */
  readonly isGlued: boolean;
  /** True for a term in Latin letters; only those can be written in look-alikes. */
  readonly isLatin: boolean;
};

/**
 * Cut a term into words. Some terms are found in more than one spelling: "dont miss" without its apostrophe, "riskfree"
 * and "belowmarket" written as one, which a short phrase is not, or "every day" would find "everyday".
 */
export function termsOf({ term, mode, kinds = 0 }: TermEntry, index: number, list: number): Term[] {
  return shapesOf(term, mode).map((shape) => ({ ...shape, list, index, kinds }));
}

/** What of a term is the same in every list. */
type Shape = Omit<Term, 'list' | 'index' | 'kinds'>;

/** The lists of the product are the same in every policy; what is cut once is cut for all of them. */
const known = new Map<string, readonly Shape[]>();
const mostKnown = 10_000;

function shapesOf(term: string, mode: TermMode): readonly Shape[] {
  const name = `${mode} ${term}`;
  const shapes = known.get(name);
  if (shapes) return shapes;
  const isKept = known.size < mostKnown;
  const made = cutAll(term, mode).map((shape) => ({
    ...shape,
    keys: isKept ? keysOf(shape.words, shape.mode === 'inflect') : null,
  }));
  if (isKept) known.set(name, made);
  return made;
}

function cutAll(term: string, mode: TermMode): Shape[] {
  const plain = cut(term, mode);
  const bare = term.replace(/(?<=\p{L})['’](?=\p{L})/gu, '');
  const others = bare === term ? [] : [cut(bare, mode)];
  const joined = plain.words.join('');
  if (plain.words.length > 1 && mode !== 'exact') {
    const isGlued = joined.length < (plain.isCompound ? minCompound : minJoined) || compounds.has(joined);
    others.push({ ...plain, words: [joined], isCompound: false, isGlued, mode: isGlued ? 'word' : mode });
  }
  return [plain, ...others];
}

/** Words that English writes as one, and that say something else than the two apart. */
const compounds: ReadonlySet<string> = new Set(commonWords.compounds.split(' '));

/** Letters from which words written as one are no everyday word any more. */
const minJoined = 8;
const minCompound = 6;

function cut(written: string, mode: TermMode): Shape {
  const text = foldText(written).text.trim();
  const { count, starts, ends } = wordsOf(text);
  const words = Array.from({ length: count }, (_, at) => text.slice(starts[at], ends[at]));
  const lead = count === 0 ? '' : text.slice(0, starts[0]);
  const trail = count === 0 ? text : text.slice(ends[count - 1]);
  return {
    written,
    mode,
    words,
    keys: null,
    lead: unquoted(lead),
    trail: unquoted(trail),
    isGlued: false,
    isCompound: /[\p{L}\p{N}]-[\p{L}\p{N}]/u.test(text),
    isLatin: !/[^\P{L}\p{Script=Latin}]/u.test(written),
  };
}

// Quotes, brackets and closing punctuation around a term are the writer's, not the term's.
function unquoted(signs: string): string {
  return signs.replace(/[\s'"“”().,:;!?…-]/gu, '');
}
