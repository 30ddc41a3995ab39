/** Why a line is held back: the one question everything asks that hands text out. */
import { withheld } from '../domain/approved-line.ts';
import { factsFor, factsHash } from '../domain/facts.ts';
import type { Instant } from '../domain/instant.ts';
import type { LineCase } from '../ports/line-case.ts';

/** A line that may not go out, and why. */
export type HeldLine = { readonly line: LineCase; readonly reason: string };

/** Why a line is held back at `now`, or `null`; facts are hashed once per cohort of a brief. */
export function holding(now: Instant): (lineCase: LineCase) => string | null {
  const hashes = new Map<string, string>();
  return ({ line, brief, cohortExternalId, policyHash }) => {
    const key = JSON.stringify([brief.id, brief.revision, cohortExternalId]);
    const cohort = brief.brief.cohorts.find(({ externalId }) => externalId === cohortExternalId);
    const inForce = hashes.get(key) ?? factsHash(factsFor(brief.brief, cohort));
    hashes.set(key, inForce);
    return withheld(line, { factsHash: inForce, policyHash, now });
  };
}

/** Lines parted into those that may go out and those that may not. */
export function parted(
  lines: readonly LineCase[],
  reasonFor: (line: LineCase) => string | null,
): { readonly lines: readonly LineCase[]; readonly withheld: readonly HeldLine[] } {
  const judged = lines.map((line) => ({ line, reason: reasonFor(line) }));
  return {
    lines: judged.filter(({ reason }) => reason === null).map(({ line }) => line),
    withheld: judged.flatMap(({ line, reason }) => (reason === null ? [] : [{ line, reason }])),
  };
}
