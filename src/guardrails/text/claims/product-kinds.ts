/** Which kind of thing a word names, so that two words can be told to name things that are surely not the same. */
import lexicon from '../../../../data/lexicons/product-kinds.json' with { type: 'json' };

/** Where a kind stands among the kinds, from the widest on: "0.1." is within "0.". A word may have several. */
export type KindPaths = readonly string[];

type Listed = { readonly words: string; readonly kinds?: readonly Listed[] };

const paths = new Map<string, string[]>();
list(lexicon.kinds, '');

const areas: ReadonlySet<string> = new Set(lexicon.areas);

/** The kinds that a folded word or phrase names, in the singular or the plural; `null` for no thing a shop sells. */
export function kindsNamed(phrase: string): KindPaths | null {
  for (const form of formsOf(phrase)) {
    const known = paths.get(form);
    if (known) return known;
  }
  return null;
}

/** True for a word that adds nothing to the kind before it: "the boot shop". */
export function isArea(word: string): boolean {
  return formsOf(word).some((form) => areas.has(form));
}

/** False only where neither names the other or something within it: boots and scarves, and not boots and shoes. */
export function mayBeSame(some: KindPaths, others: KindPaths): boolean {
  return some.some((one) => others.some((other) => one.startsWith(other) || other.startsWith(one)));
}

function list(kinds: readonly Listed[], within: string): void {
  kinds.forEach((kind, at) => {
    const path = `${within}${at}.`;
    for (const word of kind.words.split(', ')) paths.set(word, [...(paths.get(word) ?? []), path]);
    list(kind.kinds ?? [], path);
  });
}

/** The word itself, then what it may be the plural of. */
function formsOf(word: string): string[] {
  if (!word.endsWith('s') || word.endsWith('ss')) return [word];
  const cut = word.slice(0, -1);
  const forms = [word, cut];
  if (word.endsWith('ies')) forms.push(`${word.slice(0, -3)}y`);
  if (word.endsWith('ves')) forms.push(`${word.slice(0, -3)}f`, `${word.slice(0, -3)}fe`);
  if (word.endsWith('es')) forms.push(word.slice(0, -2));
  return forms;
}
