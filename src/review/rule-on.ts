/** What a decision does to a line, worked out before anything is written. */
import type { Actor } from '../domain/access.ts';
import type { ApprovedLine } from '../domain/approved-line.ts';
import type { AuditAction, NewAuditEvent } from '../domain/audit-event.ts';
import { releaseGraceMs } from '../domain/brand.ts';
import type { Candidate } from '../domain/candidate.ts';
import { cohortReady } from '../domain/cohort-events.ts';
import type { Decision, RecordedDecision } from '../domain/decision.ts';
import { type Facts, factsFor, factsHash, validUntil } from '../domain/facts.ts';
import { type Finding, type RecordedVerdict, warningRules } from '../domain/finding.ts';
import { needsTwo, whyAnother } from '../domain/four-eyes.ts';
import { contentHash, type Json } from '../domain/hash.ts';
import { addMs, type Instant } from '../domain/instant.ts';
import { blocksLeft } from '../domain/override.ts';
import { Problem } from '../domain/problem.ts';
import { decided } from '../domain/review-item.ts';
import { isOpen, type ReviewState } from '../domain/review-states.ts';
import { isUnderWay, type RequestCohort, settledState } from '../domain/variant-request.ts';
import { checkLine } from '../guardrails/check-line.ts';
import type { CompiledPolicies } from '../guardrails/compiled-policies.ts';
import type { Moment } from '../ports/moment.ts';
import type { ReviewCase, Ruling } from '../ports/review-store.ts';

/** Who decides, on which version, when, and what ruling needs. */
export type Ground = {
  readonly by: Actor;
  readonly version: number;
  readonly now: Instant;
  readonly moment: Moment;
  readonly compiled: CompiledPolicies;
};

/** The ruling on one line. Throws a Problem where the decision cannot be taken; nothing is written then. */
export function ruleOn(reviewCase: ReviewCase, decision: Decision, ground: Ground): Ruling {
  const { item } = reviewCase;
  const by = { userId: ground.by.id, version: ground.version, now: ground.now };
  const state = decided(item, decision.kind, by);
  const ruledItem = { ...item, state, version: item.version + 1, claim: null, updatedAt: ground.now };
  if (decision.kind === 'reject') {
    const recorded = recordedDecision(reviewCase, decision, null, ground);
    const rejected = reviewCase.candidate.id;
    const events = [event('line.rejected', rejected, { itemId: item.id, reason: decision.reason }, decision)];
    return { item: ruledItem, decision: recorded, edited: null, line: null, cohort: cohortAfter(0, state), events };
  }
  const inBrief = reviewCase.brief.brief.cohorts.find(({ externalId }) => externalId === reviewCase.cohort.externalId);
  const facts = factsFor(reviewCase.brief.brief, inBrief);
  const edit = editOf(reviewCase.candidate, decision);
  const isSecond = item.state === 'approved-once' && !edit;
  const another = edit ? null : whyAnother(reviewCase, ground.by.id);
  if (another !== null) throw new Problem('needs-another-person', another);
  const verdict = checked(reviewCase, edit ?? reviewCase.candidate, facts, ground);
  // An edit is another text, which no override was granted for.
  const left = blocksLeft(verdict, edit ? null : reviewCase.candidate, reviewCase.override);
  refuse(verdict, left, decision);
  const edited = edit && editedCandidate(reviewCase.candidate, edit, verdict, ground);
  const candidate = edited ?? reviewCase.candidate;
  const line = approvedLine(reviewCase, candidate, facts, ground);
  const details = {
    itemId: item.id,
    candidateId: line.candidateId,
    editedFrom: edited ? reviewCase.candidate.id : null,
    textHash: line.textHash,
    factsHash: line.factsHash,
    policyHash: line.policyHash,
    warnings: warningRules(verdict),
    warningsPassed: decision.warningsPassed ?? null,
    seen: verdict.basis.neighbours.map(({ id }) => id ?? null),
    ...(verdict.verdict === 'block' && reviewCase.override ? { override: reviewCase.override.id } : {}),
  };
  const { size } = facts.cohort ?? {};
  const asked = needsTwo(reviewCase.brand.profile.review?.fourEyes, { size, findings: verdict.findings });
  if (!isSecond && (item.state === 'approved-once' || asked.length > 0)) {
    const once = decided(item, 'approve-once', by);
    const firstApproval = { userId: ground.by.id, at: ground.now, candidateId: candidate.id };
    return {
      item: { ...ruledItem, state: once, firstApproval },
      decision: { ...recordedDecision(reviewCase, decision, candidate, ground), isFirstOfTwo: true },
      edited,
      line: null,
      cohort: cohortAfter(0, once),
      events: [event('item.approved-once', item.id, { ...details, asked }, decision)],
    };
  }
  const recorded = recordedDecision(reviewCase, decision, candidate, ground);
  const first = isSecond && item.firstApproval ? { firstApproval: { ...item.firstApproval } } : {};
  const approved = event('line.approved', line.id, { ...details, ...first }, decision);
  const cohort = cohortAfter(1, 'approved');
  const events =
    cohort.state === 'ready' && reviewCase.cohort.state !== 'ready' ? [approved, ready(cohort)] : [approved];
  return { item: { ...ruledItem, state: 'approved' }, decision: recorded, edited, line, cohort, events };

  function ready(cohort: RequestCohort): NewAuditEvent {
    const stamp = { id: ground.moment.newId('event'), at: ground.now, actor: ground.by };
    return cohortReady(cohort, reviewCase.counts.approved + 1, reviewCase.campaign, stamp);
  }

  function cohortAfter(newlyApproved: 0 | 1, next: ReviewState): Ruling['cohort'] {
    const { counts, cohort: progress } = reviewCase;
    const isKept = isUnderWay(progress.state) || progress.state === 'cancelled';
    const after = { approved: counts.approved + newlyApproved, pending: counts.pending - (isOpen(next) ? 0 : 1) };
    const settled = isKept ? progress.state : settledState(progress.needed, after);
    const reason = settled === 'exhausted' ? noneLeft(after.approved, progress.needed) : null;
    return { ...progress, state: settled, reason, updatedAt: ground.now };
  }

  function event(
    action: AuditAction,
    subject: string,
    details: { readonly [key: string]: Json },
    { comment }: Decision,
  ): NewAuditEvent {
    const personal = comment === undefined ? undefined : { salt: ground.moment.randomHex(16), value: comment };
    const id = ground.moment.newId('event');
    const open = { id, chain: item.brandId, at: ground.now, actor: ground.by, action, subject, details };
    return personal ? { ...open, personal } : open;
  }
}

/** Why a cohort with nothing left to decide is exhausted. */
export function noneLeft(approved: number, needed: number): string {
  return `Every line is decided and ${approved} of the ${needed} it needs are approved. Draft it again for more.`;
}

type Edit = { readonly text: string; readonly preheader: string | null };

/** The new text, or `null` where the decision leaves the text as it is. */
function editOf(candidate: Candidate, decision: Decision): Edit | null {
  if (decision.kind !== 'approve-edited') return null;
  const preheader = decision.preheader === undefined ? candidate.preheader : decision.preheader;
  const isSame = decision.text === candidate.text && preheader === candidate.preheader;
  return isSame ? null : { text: decision.text, preheader };
}

function checked(reviewCase: ReviewCase, line: Edit, facts: Facts, ground: Ground): RecordedVerdict {
  const { policy } = reviewCase.release;
  const given = { facts, seen: reviewCase.seen, now: ground.now };
  return checkLine({ text: line.text, preheader: line.preheader }, ground.compiled(policy), given);
}

function refuse(
  verdict: RecordedVerdict,
  blocks: readonly Finding[],
  decision: Exclude<Decision, { kind: 'reject' }>,
): void {
  const rules = blocks.map(({ rule }) => rule);
  if (rules.length > 0)
    throw new Problem('blocked-by-policy', `This text is blocked by ${[...new Set(rules)].join(', ')}. Change it.`, {
      members: { verdict },
    });
  if (warningRules(verdict).length > 0 && decision.warningsPassed === undefined)
    throw new Problem(
      'warning-needs-reason',
      `This text carries warnings (${warningRules(verdict).join(', ')}). Say why it passes, or change it.`,
      { members: { verdict } },
    );
}

function editedCandidate(from: Candidate, edit: Edit, verdict: RecordedVerdict, ground: Ground): Candidate {
  return {
    ...from,
    id: ground.moment.newId('candidate'),
    text: edit.text,
    preheader: edit.preheader,
    provenance: { writer: 'person', userId: ground.by.id, editedFrom: from.id },
    duplicateOf: null,
    verdict,
    createdAt: ground.now,
  };
}

function recordedDecision(
  { item }: ReviewCase,
  decision: Decision,
  approved: Candidate | null,
  ground: Ground,
): RecordedDecision {
  return {
    id: ground.moment.newId('decision'),
    brandId: item.brandId,
    itemId: item.id,
    kind: decision.kind,
    candidateId: approved?.id ?? null,
    isFirstOfTwo: false,
    reason: decision.kind === 'reject' ? decision.reason : null,
    warningsPassed: decision.kind === 'reject' ? null : (decision.warningsPassed ?? null),
    comment: decision.comment ?? null,
    decidedBy: ground.by.id,
    decidedAt: ground.now,
  };
}

function approvedLine(reviewCase: ReviewCase, candidate: Candidate, facts: Facts, ground: Ground): ApprovedLine {
  return {
    id: ground.moment.newId('line'),
    brandId: candidate.brandId,
    campaignId: reviewCase.campaign.id,
    requestId: candidate.requestId,
    cohortId: candidate.cohortId,
    candidateId: candidate.id,
    text: candidate.text,
    preheader: candidate.preheader,
    angle: candidate.angle,
    dialect: reviewCase.release.policy.dialect,
    writer: candidate.provenance.writer,
    textHash: contentHash([candidate.text, candidate.preheader]),
    factsHash: factsHash(facts),
    policyHash: reviewCase.release.policyHash,
    state: 'live',
    reason: null,
    approvedBy: ground.by.id,
    approvedAt: ground.now,
    releasedAt: addMs(ground.now, releaseGraceMs(reviewCase.brand.profile)),
    validUntil: validUntil(facts, ground.now),
    updatedAt: ground.now,
  };
}
