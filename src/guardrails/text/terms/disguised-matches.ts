/** All matches in a text that looks evasive: letters apart, letters masked, figures for letters, letters held down. */
import { evasion, wordsOf } from '../words.ts';
import { undisguised } from './disguises.ts';
import { maskedMatches } from './masked-letters.ts';
import { plainMatches, type TermMatch } from './plain-matches.ts';
import { spacedMatches } from './spaced-letters.ts';
import type { TermTable } from './term-table.ts';

/** The matches that only show once the disguises which `flags` names are undone; offsets in the folded text. */
export function disguisedMatches(text: string, flags: number, table: TermTable): TermMatch[] {
  const matches: TermMatch[] = [];
  if (flags & evasion.spaced) matches.push(...spacedMatches(text, table));
  if (flags & evasion.masked) matches.push(...maskedMatches(text, table));
  if (!(flags & (evasion.leet | evasion.stretched))) return matches;
  for (const reading of undisguised(text, flags))
    for (const match of plainMatches(wordsOf(reading.text), table)) {
      if (match.term.mode === 'exact') continue;
      const start = reading.from[match.start] ?? 0;
      const end = reading.to[match.end - 1] ?? start;
      matches.push({ ...match, start, end, isBare: false });
    }
  return matches;
}
