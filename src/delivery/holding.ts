/** Why a line is held back: the one question everything asks that hands text out. */
import { withheld } from '../domain/approved-line.ts';
import { cohortFactsHash } from '../domain/facts.ts';
import type { Instant } from '../domain/instant.ts';
import type { LineCase } from '../ports/line-case.ts';
import type { Speaker } from './speaking.ts';

/** A line that may not go out, and why. */
export type HeldLine = { readonly line: LineCase; readonly reason: string };

/** Why a line is held back at `now`, or `null`. */
export function holding(now: Instant): (lineCase: LineCase) => string | null {
  return ({ line, brief, cohortExternalId, policyHash }) =>
    withheld(line, { factsHash: cohortFactsHash(brief.brief, cohortExternalId), policyHash, now });
}

/** Lines parted into those that may go out, in the dialect of the speaker, and those that may not. */
export function parted(
  lines: readonly LineCase[],
  reasonFor: (line: LineCase) => string | null,
  speak: Speaker,
): { readonly lines: readonly LineCase[]; readonly withheld: readonly HeldLine[] } {
  const good: LineCase[] = [];
  const withheld: HeldLine[] = [];
  for (const line of lines) {
    const held = reasonFor(line);
    const spoken = held === null ? speak(line) : { reason: held };
    if ('line' in spoken) good.push(spoken.line);
    else withheld.push({ line, reason: spoken.reason });
  }
  return { lines: good, withheld };
}
