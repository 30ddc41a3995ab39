/** A block lifted for one exact text: asked for by whoever wants to use it, granted by a policy owner, never approved by them. */
import * as z from 'zod';
import type { Candidate } from './candidate.ts';
import type { Finding, RecordedVerdict } from './finding.ts';
import { contentHash } from './hash.ts';
import { BrandId } from './ids.ts';
import { Instant } from './instant.ts';
import { overrideStates } from './override-states.ts';

export const Override = z.strictObject({
  id: z.string(),
  brandId: BrandId,
  requestId: z.string(),
  cohortId: z.string(),
  /** The blocked text. Another text is another candidate, and needs an override of its own. */
  candidateId: z.string(),
  state: z.enum(overrideStates),
  /** The rules whose block it lifts; any other block still blocks. */
  rules: z.array(z.string()).min(1),
  /** The cohort's facts it was asked under. */
  factsHash: z.string(),
  /** The policy it was asked under. A later one may block by the same findings, and by no others. */
  policyHash: z.string(),
  /** The hashes of the findings it lifts: rule, version, message, place and fact compared. */
  findings: z.array(z.string()),
  reason: z.string(),
  askedBy: z.string(),
  askedAt: Instant,
  /** Why it was granted or refused; `null` while it waits, as are the two below. */
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: Instant.nullable(),
});
export type Override = z.infer<typeof Override>;

/** Blocks that can be lifted. A rule that could not be checked found nothing that somebody could answer for. */
export function liftable(verdict: Pick<RecordedVerdict, 'findings'>): Finding[] {
  return blocksIn(verdict).filter(({ kind }) => kind !== 'error');
}

/** What an override says it lifts. */
export function liftedBy(findings: readonly Finding[]): Pick<Override, 'rules' | 'findings'> {
  return { rules: [...new Set(findings.map(({ rule }) => rule))], findings: findings.map((each) => contentHash(each)) };
}

/**
 * The blocks that stand after an override: all of them where it was not granted, is for another text, or was asked
 * under other facts; otherwise those it does not name exactly as they were found.
 */
export function blocksLeft(
  verdict: RecordedVerdict,
  candidate: Pick<Candidate, 'id'> | null,
  override: Override | null,
): Finding[] {
  const blocks = blocksIn(verdict);
  const holds =
    override?.state === 'granted' &&
    override.candidateId === candidate?.id &&
    override.factsHash === verdict.basis.factsHash;
  return holds ? blocks.filter((finding) => !override.findings.includes(contentHash(finding))) : blocks;
}

function blocksIn({ findings }: Pick<RecordedVerdict, 'findings'>): Finding[] {
  return findings.filter(({ severity }) => severity === 'block');
}
