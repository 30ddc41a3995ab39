/** Lines that readers may have seen, parsed and indexed once for all the lines that are compared with them. */
import type { Attributes } from '../../domain/attribute.ts';
import type { SeenLine } from '../../domain/finding.ts';
import { foldText } from './fold.ts';
import { lineKey, wordsKey } from './line-key.ts';
import type { Dialect } from './merge-tags/dialect.ts';
import { parseLine } from './parsed-line.ts';
import { type SimilarityIndex, similarityIndex } from './similarity.ts';

/** The lines readers may have seen, ready to be compared with. */
export type SeenLines = {
  /** Each line's key, in their order. */
  readonly keys: readonly string[];
  /** The first line with a key. */
  readonly byKey: ReadonlyMap<string, SeenLine>;
  /** The lines by their words alone. */
  readonly alike: () => SimilarityIndex;
  /** First and last names the brand gives as samples; they make no difference. */
  readonly names: ReadonlySet<string>;
};

type Indexed = { attributes: Attributes; dialect: string; of: readonly SeenLine[]; lines: SeenLines };

const known = new WeakMap<readonly SeenLine[], Indexed>();

/** Index the lines. Asked again for the same array and lines, it gives the same index: a batch shares its neighbours. */
export function seenLines(seen: readonly SeenLine[], dialect: Dialect, attributes: Attributes): SeenLines {
  const before = known.get(seen);
  if (before?.attributes === attributes && before.dialect === dialect.id && isUnchanged(before.of, seen))
    return before.lines;
  const keys = seen.map(({ text }) => lineKey(parseLine({ text }, dialect, attributes)));
  const byKey = new Map<string, SeenLine>();
  seen.forEach((line, at) => {
    const key = keys[at] ?? '';
    if (!byKey.has(key)) byKey.set(key, line);
  });
  const names = sampleNames(attributes);
  let alike: SimilarityIndex | undefined;
  const lines: SeenLines = {
    keys,
    byKey,
    names,
    alike: () => (alike ??= similarityIndex(keys.map((key) => wordsKey(key, names)))),
  };
  known.set(seen, { attributes, dialect: dialect.id, of: [...seen], lines });
  return lines;
}

// A caller may add to the array it holds, as a batch does with what it has just drafted.
function isUnchanged(before: readonly SeenLine[], now: readonly SeenLine[]): boolean {
  return before.length === now.length && before.every((line, at) => line === now[at]);
}

/** Where and when a line was seen, in words that follow it: ", on 2026-11-02 in "Fall launch"". */
export function whenSeen({ at, campaign }: SeenLine): string {
  const on = at === undefined ? '' : ` on ${at.slice(0, 10)}`;
  const where = campaign === undefined ? '' : ` in the campaign "${campaign}"`;
  return `${on}${where}`;
}

function sampleNames(attributes: Attributes): ReadonlySet<string> {
  const samples = ['first_name', 'last_name', 'full_name'].flatMap((name) => attributes[name]?.samples ?? []);
  return new Set(samples.flatMap((sample) => foldText(sample).text.split(' ')));
}
