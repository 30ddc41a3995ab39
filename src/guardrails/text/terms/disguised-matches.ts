/** All matches in a text that looks evasive: letters apart, letters masked, figures for letters, letters held down. */
import { evasion } from '../evasion.ts';
import { wordsOf } from '../words.ts';
import { type Undisguised, undisguised } from './disguises.ts';
import { maskedMatches } from './masked-letters.ts';
import { minRespelled, otherReadings } from './other-spellings.ts';
import { plainMatches, type TermMatch } from './plain-matches.ts';
import { spacedMatches, withWordsTogether } from './spaced-letters.ts';
import type { TermTable } from './term-table.ts';

/** The matches that only show once the disguises which `flags` names are undone; offsets in the folded text. */
export function disguisedMatches(text: string, flags: number, table: TermTable): TermMatch[] {
  const matches: TermMatch[] = [];
  if (flags & evasion.spaced) {
    matches.push(...spacedMatches(text, table));
    const phrases = withWordsTogether(text).flatMap((reading) => matchesOf(reading, table));
    matches.push(...phrases.filter(({ term }) => term.words.length > 1));
  }
  if (flags & evasion.masked) matches.push(...maskedMatches(text, table));
  if (!(flags & (evasion.leet | evasion.stretched))) return matches;
  for (const reading of undisguised(text, flags)) matches.push(...matchesOf(reading, table));
  return matches;
}

/** The matches that only show once a text is read as it sounds or looks; offsets in the folded text. */
export function respelledMatches(text: string, table: TermTable): TermMatch[] {
  return otherReadings(text)
    .flatMap((reading) => matchesOf(reading, table, minRespelled))
    .filter(({ start, end, readLength }) => end - start !== readLength);
}

type ReadMatch = TermMatch & { readonly readLength: number };

function matchesOf(reading: Undisguised, table: TermTable, minLength = 0): ReadMatch[] {
  return plainMatches(wordsOf(reading.text), table).flatMap((match) => {
    const readLength = match.end - match.start;
    if (match.term.mode === 'exact' || readLength < minLength) return [];
    const start = reading.from[match.start] ?? 0;
    const end = reading.to[match.end - 1] ?? start;
    return [{ ...match, start, end, isBare: false, readLength }];
  });
}
