/** Asking for a block to be lifted for one text, and answering. A granted one only puts the line before people. */
import type { Caller } from '../domain/access.ts';
import type { NewAuditEvent } from '../domain/audit-event.ts';
import type { Candidate } from '../domain/candidate.ts';
import { factsFor, factsHash } from '../domain/facts.ts';
import { type Finding, type RecordedVerdict, seenWindowMs } from '../domain/finding.ts';
import { contentHash } from '../domain/hash.ts';
import { addMs, type Instant } from '../domain/instant.ts';
import { blocksLeft, liftable, liftedBy, type Override } from '../domain/override.ts';
import { Problem } from '../domain/problem.ts';
import { isUnderWay, settledState } from '../domain/variant-request.ts';
import { checkLine } from '../guardrails/check-line.ts';
import type { CompiledPolicies } from '../guardrails/compiled-policies.ts';
import type { Moment } from '../ports/moment.ts';
import type { Answered, Asked, AskedCase, BlockedText, OverrideStore } from '../ports/override-store.ts';
import type { CohortCase } from '../ports/review-store.ts';

/** Grant or refuse, and why. */
export type OverrideAnswer = { readonly kind: 'grant' | 'refuse'; readonly reason: string };

/** Overrides: reading them, asking, answering. */
export function overridingBlocks(parts: {
  readonly store: OverrideStore;
  readonly moment: Moment;
  readonly compiled: CompiledPolicies;
}) {
  const { store, moment } = parts;
  return {
    list: store.list,

    /** Throws `not-found`. */
    async read(brandIds: readonly string[], overrideId: string) {
      const found = await store.read(brandIds, overrideId);
      if (!found) throw new Problem('not-found', `There is no override ${overrideId}.`);
      return found;
    },

    /** Throws `not-found`, `cohort-busy`, `override-exists`, and `not-overridable` where there is no block to lift. */
    async ask(caller: Caller, brandIds: readonly string[], text: BlockedText, reason: string): Promise<Override> {
      const now = moment.now();
      const asked = await store.ask(brandIds, text, addMs(now, -seenWindowMs), (found) =>
        ask(found, text, { caller, reason, now }),
      );
      if (!asked) throw new Problem('not-found', 'There is no such line.');
      return asked.override;
    },

    /** Throws `not-found`, `already-decided`, and `override-void` where its ground changed since it was asked for. */
    async answer(
      caller: Caller,
      brandIds: readonly string[],
      overrideId: string,
      { kind, reason }: OverrideAnswer,
    ): Promise<Answered> {
      const now = moment.now();
      const answered = await store.answer(brandIds, overrideId, addMs(now, -seenWindowMs), (found) => {
        const { override } = found;
        if (override.state !== 'asked')
          throw new Problem('already-decided', `This override is ${override.state} already; nothing was changed.`);
        const state = kind === 'grant' ? 'granted' : 'refused';
        const after: Override = {
          ...override,
          state,
          answer: reason,
          answeredBy: caller.actor.id,
          answeredAt: now,
        };
        if (kind === 'refuse')
          return { override: after, item: null, cohort: found.cohort, events: [told(after, { caller, reason, now })] };
        return { ...granted(found, after, now), events: [told(after, { caller, reason, now })] };
      });
      if (!answered) throw new Problem('not-found', `There is no override ${overrideId}.`);
      return answered;
    },
  };

  function ask(
    found: AskedCase,
    text: BlockedText,
    { caller, reason, now }: { readonly caller: Caller; readonly reason: string; readonly now: Instant },
  ): Asked {
    const { cohort, candidate: known, standing, isInReview } = found;
    if (cohort.state === 'cancelled')
      throw new Problem('cohort-busy', 'This cohort was cancelled; no more lines go before people.');
    if (standing)
      throw new Problem('override-exists', `An override of this text is ${standing.state} already (${standing.id}).`);
    if (isInReview) throw new Problem('not-overridable', 'This text is in review. Decide it there.');
    const written = known ?? ('itemId' in text ? text : null);
    if (!written) throw new Error('a text is a candidate or was written');
    const verdict = checked(found, written, now);
    const candidate = known ?? writtenBy(caller, found, written, { verdict, now });
    const override: Override = {
      id: moment.newId('override'),
      brandId: cohort.brandId,
      requestId: cohort.requestId,
      cohortId: cohort.id,
      candidateId: candidate.id,
      state: 'asked',
      ...liftedBy(blocksToLift(verdict)),
      factsHash: factsHash(factsOf(found)),
      policyHash: verdict.policyHash,
      reason,
      askedBy: caller.actor.id,
      askedAt: now,
      answer: null,
      answeredBy: null,
      answeredAt: null,
    };
    return { override, candidate: known ? null : candidate, events: [told(override, { caller, reason, now })] };
  }

  /** The line goes before people like any other, if its text is blocked by nothing but what was asked about. */
  function granted(
    found: CohortCase & { readonly candidate: Candidate },
    override: Override,
    now: Instant,
  ): Pick<Answered, 'override' | 'item' | 'cohort'> {
    const { cohort, counts, candidate } = found;
    if (cohort.state === 'cancelled')
      throw new Problem('cohort-busy', 'This cohort was cancelled; no more lines go before people.');
    const left = blocksLeft(checked(found, candidate, now), candidate, override);
    if (left.length > 0)
      throw new Problem(
        'override-void',
        `What it was asked for changed since: the text is blocked by ${rulesIn(left)} now. Refuse it, and ask anew.`,
      );
    const { id: candidateId, brandId, requestId, cohortId } = candidate;
    const of = { id: moment.newId('item'), brandId, requestId, cohortId, candidateId, firstApproval: null };
    const item = { ...of, state: 'pending', version: 1, claim: null, createdAt: now, updatedAt: now } as const;
    if (isUnderWay(cohort.state)) return { override, item, cohort };
    const state = settledState(cohort.needed, { approved: counts.approved, pending: counts.pending + 1 });
    const reason = state === cohort.state ? cohort.reason : null;
    return { override, item, cohort: { ...cohort, state, reason, updatedAt: now } };
  }

  function checked(found: CohortCase, line: Pick<Candidate, 'text' | 'preheader'>, now: Instant): RecordedVerdict {
    const given = { facts: factsOf(found), seen: found.seen, now };
    return checkLine({ text: line.text, preheader: line.preheader }, parts.compiled(found.release.policy), given);
  }

  function writtenBy(
    caller: Caller,
    { cohort, editedFrom }: AskedCase,
    { text, preheader }: { readonly text: string; readonly preheader: string | null },
    { verdict, now }: { readonly verdict: RecordedVerdict; readonly now: Instant },
  ): Candidate {
    return {
      id: moment.newId('candidate'),
      brandId: cohort.brandId,
      requestId: cohort.requestId,
      cohortId: cohort.id,
      text,
      preheader,
      angle: 'other',
      rank: 1,
      provenance: { writer: 'person', userId: caller.actor.id, editedFrom },
      duplicateOf: null,
      verdict,
      createdAt: now,
    };
  }

  /** What was said lies apart from the chain, so that it can be erased. */
  function told(
    override: Override,
    { caller, reason, now }: { readonly caller: Caller; readonly reason: string; readonly now: Instant },
  ): NewAuditEvent {
    const { id: subject, brandId: chain, candidateId, cohortId, rules, findings, policyHash } = override;
    return {
      id: moment.newId('event'),
      chain,
      at: now,
      actor: caller.actor,
      action: `override.${override.state}`,
      subject,
      details: {
        candidateId,
        cohortId,
        rules,
        findings: contentHash(findings),
        factsHash: override.factsHash,
        policyHash,
      },
      personal: { salt: moment.randomHex(16), value: reason },
    };
  }
}

function factsOf({ brief, cohort }: CohortCase) {
  return factsFor(
    brief.brief,
    brief.brief.cohorts.find(({ externalId }) => externalId === cohort.externalId),
  );
}

function blocksToLift(verdict: RecordedVerdict): Finding[] {
  if (verdict.verdict !== 'block')
    throw new Problem('not-overridable', 'The policy does not block this text. Approve it, or write it as a line.', {
      members: { verdict },
    });
  const blocks = liftable(verdict);
  const errors = verdict.findings.filter(({ kind, severity }) => kind === 'error' && severity === 'block');
  if (errors.length > 0)
    throw new Problem('not-overridable', `${rulesIn(errors)} could not be checked, so nobody can answer for it.`, {
      members: { verdict },
    });
  return blocks;
}

function rulesIn(findings: readonly Pick<Finding, 'rule'>[]): string {
  return [...new Set(findings.map(({ rule }) => rule))].join(', ');
}
