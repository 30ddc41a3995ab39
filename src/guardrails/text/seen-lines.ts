/** Lines that readers may have seen, parsed and indexed once for all the lines that are compared with them. */
import type { Attributes } from '../../domain/attribute.ts';
import type { SeenLine } from '../../domain/finding.ts';
import { foldText } from './fold.ts';
import { lineKey, wordsKey } from './line-key.ts';
import type { Dialect } from './merge-tags/dialect.ts';
import { parseLine } from './parsed-line.ts';
import { type SimilarityIndex, similarityIndex } from './similarity/similarity-index.ts';

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

type Indexed = {
  readonly attributes: Attributes;
  readonly dialect: string;
  readonly of: readonly SeenLine[];
  readonly lines: SeenLines;
  readonly add: (line: SeenLine) => void;
};

const known = new WeakMap<readonly SeenLine[], Indexed>();

/**
 * Index the lines. Asked again for the same array it gives the same index, grown by what was put at the array's end: a
 * batch shares its neighbours, and adds to them what it has just drafted.
 */
export function seenLines(seen: readonly SeenLine[], dialect: Dialect, attributes: Attributes): SeenLines {
  const before = known.get(seen);
  const isSameGround = before?.attributes === attributes && before.dialect === dialect.id;
  const indexed = before && isSameGround && opensWith(seen, before.of) ? before : emptyIndex(dialect, attributes);
  for (let at = indexed.of.length; at < seen.length; at++) {
    const line = seen[at];
    if (line) indexed.add(line);
  }
  known.set(seen, indexed);
  return indexed.lines;
}

// A caller may do anything to the array it holds.
function opensWith(now: readonly SeenLine[], before: readonly SeenLine[]): boolean {
  return before.length <= now.length && before.every((line, at) => line === now[at]);
}

function emptyIndex(dialect: Dialect, attributes: Attributes): Indexed {
  const of: SeenLine[] = [];
  const keys: string[] = [];
  const byKey = new Map<string, SeenLine>();
  const names = sampleNames(attributes);
  let alike: SimilarityIndex | undefined;
  return {
    attributes,
    dialect: dialect.id,
    of,
    add: (line) => {
      const key = lineKey(parseLine({ text: line.text }, dialect, attributes));
      of.push(line);
      keys.push(key);
      if (!byKey.has(key)) byKey.set(key, line);
      alike?.add(wordsKey(key, names));
    },
    lines: {
      keys,
      byKey,
      names,
      alike: () => (alike ??= similarityIndex(keys.map((key) => wordsKey(key, names)))),
    },
  };
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
