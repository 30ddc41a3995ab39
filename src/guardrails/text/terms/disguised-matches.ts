/** All matches in a text that looks evasive: letters apart, letters masked, figures for letters, letters held down. */
import { evasion, wordsOf } from '../words.ts';
import { type Undisguised, undisguised } from './disguises.ts';
import { maskedMatches } from './masked-letters.ts';
import { otherReadings } from './other-spellings.ts';
import { plainMatches, type TermMatch } from './plain-matches.ts';
import { spacedMatches } from './spaced-letters.ts';
import type { TermTable } from './term-table.ts';

/** The matches that only show once the disguises which `flags` names are undone; offsets in the folded text. */
export function disguisedMatches(text: string, flags: number, table: TermTable): TermMatch[] {
  const matches: TermMatch[] = [];
  if (flags & evasion.spaced) matches.push(...spacedMatches(text, table));
  if (flags & evasion.masked) matches.push(...maskedMatches(text, table));
  if (!(flags & (evasion.leet | evasion.stretched))) return matches;
  for (const reading of undisguised(text, flags)) matches.push(...matchesOf(reading, table, 0));
  return matches;
}

/** The matches that only show once a text is read as it sounds or looks; offsets in the folded text. */
export function respelledMatches(text: string, table: TermTable): TermMatch[] {
  return otherReadings(text).flatMap((reading) => matchesOf(reading, table, reading.minLetters));
}

function matchesOf(reading: Undisguised, table: TermTable, minLetters: number): TermMatch[] {
  return plainMatches(wordsOf(reading.text), table).flatMap((match) => {
    if (match.term.mode === 'exact' || match.end - match.start < minLetters) return [];
    const start = reading.from[match.start] ?? 0;
    const end = reading.to[match.end - 1] ?? start;
    // What reads no otherwise than it is written was found as it is written.
    const isRespelled = end - start !== match.end - match.start;
    return minLetters > 0 && !isRespelled ? [] : [{ ...match, start, end, isBare: false }];
  });
}
