/** A brief as text: YAML, of which JSON is a kind. Comes in its own chunk, for the package is not small. */
import { isMap, LineCounter, parseDocument, stringify } from 'yaml';
import { type Draft, isMembers, type Json, type Path } from './draft.ts';
import type { Mistake } from './places.ts';

/** A mistake at its line, which counts from 1. */
export type LineMistake = { readonly line: number; readonly detail: string };

/** What a text says: a draft, or why it says none. `lineOf` finds the line of a place, or of what it would stand in. */
export type ReadText =
  | { readonly draft: Draft; readonly lineOf: (path: Path) => number }
  | { readonly draft: null; readonly mistakes: readonly LineMistake[] };

/** The draft as YAML, long texts folded. */
export function writeText(draft: Draft): string {
  return Object.keys(draft).length === 0 ? '' : stringify(draft, { lineWidth: 100, aliasDuplicateObjects: false });
}

/** Read YAML or JSON. Never throws. */
export function readText(text: string): ReadText {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  if (document.errors.length > 0)
    return {
      draft: null,
      mistakes: document.errors.map(({ message, pos }) => ({ line: lineAt(pos[0]), detail: message })),
    };
  const read = plain(document);
  if (typeof read === 'string') return { draft: null, mistakes: [{ line: 1, detail: read }] };
  return {
    draft: read.draft,
    lineOf: (path) => {
      for (let length = path.length; length > 0; length -= 1) {
        const line = lineOfMember(document, path.slice(0, length), lineAt);
        if (line !== null) return line;
      }
      return 1;
    },
  };
}

/** Mistakes at their lines, from the top. */
export function atLines(mistakes: readonly Mistake[], lineOf: (path: Path) => number, words: (path: Path) => string) {
  const found = mistakes.map(({ path, detail }) => ({ line: lineOf(path), detail: `${words(path)}: ${detail}` }));
  return found.sort((one, other) => one.line - other.line);
}

type Parsed = ReturnType<typeof parseDocument>;

/** A text that is good YAML and no brief. */
function plain(document: Parsed): { readonly draft: Draft } | string {
  try {
    const value: Json | undefined = JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: 100 }) ?? null));
    if (value === null) return { draft: {} };
    return isMembers(value) ? { draft: value } : 'A brief is made of members, such as “goal: …”, one on a line.';
  } catch (error) {
    return error instanceof Error ? error.message : 'This cannot be read.';
  }
}

/** The line of a member's key, or of an entry of a list. */
function lineOfMember(document: Parsed, path: Path, lineAt: (offset: number) => number): number | null {
  const last = path.at(-1);
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const pair = isMap(parent) ? parent.items.find(({ key }) => String(key) === String(last)) : undefined;
  const node: unknown = pair?.key ?? document.getIn(path, true);
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return null;
  const [start] = node.range;
  return typeof start === 'number' ? lineAt(start) : null;
}
