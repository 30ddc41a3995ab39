/** What a new revision of a brief does to one cohort: its lines, what waits for a person, and whether it is drafted again. */
import type { Actor } from '../../domain/access.ts';
import type { ApprovedLine } from '../../domain/approved-line.ts';
import type { AuditAction, NewAuditEvent } from '../../domain/audit-event.ts';
import type { Brief, BriefRevision } from '../../domain/brief.ts';
import type { Cohort } from '../../domain/cohort.ts';
import { expiredItem } from '../../domain/expired-item.ts';
import { type Facts, factsFor, factsHash, validUntil } from '../../domain/facts.ts';
import type { RecordedVerdict } from '../../domain/finding.ts';
import type { Instant } from '../../domain/instant.ts';
import type { PolicyRelease } from '../../domain/policy.ts';
import { type RequestCohort, settledState } from '../../domain/variant-request.ts';
import { checkLine } from '../../guardrails/check-line.ts';
import type { CompiledPolicies } from '../../guardrails/compiled-policies.ts';
import type { CohortCase, CohortChange } from '../../ports/brief-store.ts';
import type { Moment } from '../../ports/moment.ts';
import { draftJob } from '../draft-job.ts';
import { blockedBy } from './blocked-by.ts';

/** What a cohort is judged by. */
export type RevisionGround = {
  readonly before: Brief;
  readonly after: BriefRevision;
  readonly release: PolicyRelease;
  readonly compiled: CompiledPolicies;
  readonly by: Actor;
  readonly at: Instant;
  readonly moment: Moment;
};

type Judged = Pick<CohortChange, 'lines' | 'items' | 'candidates' | 'decisions' | 'events'>;

/** The change of one cohort that the revision bears on. */
export function judgeCohort(cohortCase: CohortCase, ground: RevisionGround): CohortChange {
  const { cohort } = cohortCase;
  const is = cohortIn(ground.after.brief, cohort);
  const was = cohortIn(ground.before, cohort);
  if (!is) return removed(cohortCase, ground);
  const facts = factsFor(ground.after.brief, is);
  const isChanged = !was || factsHash(facts) !== factsHash(factsFor(ground.before, was));
  const judged = isChanged ? judgedBy(cohortCase, facts, ground) : nothing;
  // Somebody cancelled it, and it stays so; one that comes back to the brief is wanted again.
  if (was && cohort.state === 'cancelled') return { ...judged, cohort, jobs: [] };
  return { ...judged, ...settled(cohortCase, is, judged, isChanged, ground) };
}

/** Whether a revision bears on a cohort at all. */
export function isTouched(cohort: RequestCohort, before: Brief, after: Brief): boolean {
  const was = cohortIn(before, cohort);
  const is = cohortIn(after, cohort);
  if (!was || !is) return was !== is;
  return factsHash(factsFor(before, was)) !== factsHash(factsFor(after, is)) || neededOf(after, is) !== cohort.needed;
}

const nothing: Judged = { lines: [], items: [], candidates: [], decisions: [], events: [] };

function judgedBy({ lines, pending }: CohortCase, facts: Facts, ground: RevisionGround): Judged {
  const policy = ground.compiled(ground.release.policy);
  const now = ground.at;
  const hash = factsHash(facts);
  const given = { facts, now };
  const ofLines = lines.map((line) => {
    // A line is not held against the lines of its own readers here: it was when it was approved.
    const verdict = checkLine(line, policy, given);
    const { policyHash } = ground.release;
    const bound = {
      ...line,
      factsHash: hash,
      policyHash,
      validUntil: validUntil(facts, line.approvedAt),
      updatedAt: now,
    };
    const blocked = blockedBy(verdict);
    const details = { ...ofRevision(ground), factsHash: hash, policyHash, verdict: verdict.verdict };
    if (!blocked) return { line: bound, event: event('line.revalidated', line.id, details, ground) };
    const reason = `revision ${ground.after.revision} of the brief: ${blocked.reason}`;
    const ended: ApprovedLine = { ...bound, state: 'void', reason };
    return { line: ended, event: event('line.voided', line.id, { ...details, ...blocked, reason }, ground) };
  });
  const ofItems = pending.map(({ item, candidate }) => {
    const seen = candidate.verdict.basis.neighbours;
    const verdict = checkLine({ text: candidate.text, preheader: candidate.preheader }, policy, { ...given, seen });
    const renewed = { ...candidate, verdict };
    const blocked = blockedBy(verdict);
    const details = { ...ofRevision(ground), candidateId: candidate.id, before: indexOf(candidate.verdict) };
    if (!blocked) {
      // A reviewer who has the old facts before them must look again, so that the version they saw is gone.
      const again = { ...item, version: item.version + 1, updatedAt: now };
      return {
        item: again,
        candidate: renewed,
        decision: null,
        event: event('item.rejudged', item.id, details, ground),
      };
    }
    const reason = `revision ${ground.after.revision} of the brief: ${blocked.reason}`;
    const { item: ended, decision } = expiredItem(item, ground);
    const expired = event('item.expired', item.id, { ...details, ...blocked, reason }, ground);
    return { item: ended, candidate: renewed, decision, event: expired };
  });
  return {
    lines: ofLines.map(({ line }) => line),
    items: ofItems.map(({ item }) => item),
    candidates: ofItems.map(({ candidate }) => candidate),
    decisions: ofItems.flatMap(({ decision }) => (decision ? [decision] : [])),
    events: [...ofLines, ...ofItems].map((each) => each.event),
  };
}

/** The cohort's state after it, and the job of its next run where it lost lines it needs or may get better ones now. */
function settled(
  { cohort, counts }: CohortCase,
  is: Cohort,
  judged: Judged,
  isChanged: boolean,
  ground: RevisionGround,
): Pick<CohortChange, 'cohort' | 'jobs' | 'events'> {
  const needed = neededOf(ground.after.brief, is);
  const approved = counts.approved - judged.lines.filter(({ state }) => state !== 'live').length;
  const pending = counts.pending - judged.decisions.length;
  const next = { ...cohort, needed, updatedAt: ground.at };
  const isDrafting = cohort.state === 'waiting' || cohort.state === 'drafting';
  if (isDrafting) return { cohort: next, jobs: [], events: judged.events };
  if (approved + pending < needed && (isChanged || needed > cohort.needed)) {
    const again: RequestCohort = { ...next, state: 'waiting', reason: null, run: cohort.run + 1 };
    const details = { ...ofRevision(ground), requestId: cohort.requestId, after: cohort.state, run: again.run };
    const retried = event('cohort.retried', cohort.id, details, ground);
    return { cohort: again, jobs: [draftJob(ground.moment, again)], events: [...judged.events, retried] };
  }
  const state = settledState(needed, { approved, pending });
  const isOver = state === 'exhausted';
  return {
    cohort: { ...next, state: isOver ? cohort.state : state, reason: isOver ? cohort.reason : null },
    jobs: [],
    events: judged.events,
  };
}

function removed({ cohort, lines, pending }: CohortCase, ground: RevisionGround): CohortChange {
  const reason = `revision ${ground.after.revision} of the brief: its cohort is not in the brief any more`;
  const details = { ...ofRevision(ground), reason };
  const items = pending.map(({ item }) => ({ ...expiredItem(item, ground), id: item.id }));
  return {
    cohort: { ...cohort, state: 'cancelled', reason: 'It is not in the brief any more.', updatedAt: ground.at },
    lines: lines.map((line): ApprovedLine => ({ ...line, state: 'void', reason, updatedAt: ground.at })),
    items: items.map(({ item }) => item),
    candidates: [],
    decisions: items.map(({ decision }) => decision),
    jobs: [],
    events: [
      ...lines.map(({ id }) => event('line.voided', id, details, ground)),
      ...items.map(({ id }) => event('item.expired', id, details, ground)),
      event('cohort.cancelled', cohort.id, { ...details, requestId: cohort.requestId }, ground),
    ],
  };
}

function cohortIn(brief: Brief, { externalId }: RequestCohort): Cohort | undefined {
  return brief.cohorts.find((cohort) => cohort.externalId === externalId);
}

function neededOf(brief: Brief, cohort: Cohort): number {
  return cohort.needed ?? brief.needed;
}

function ofRevision({ after }: RevisionGround): { briefId: string; revision: number } {
  return { briefId: after.id, revision: after.revision };
}

/** What a verdict said, short: the whole of it is made again from what it rested on. */
function indexOf({ verdict, findings, basis }: RecordedVerdict): NewAuditEvent['details'] {
  const { policyHash, now } = basis;
  return {
    verdict,
    rules: [...new Set(findings.map(({ rule }) => rule))],
    policyHash,
    factsHash: basis.factsHash,
    now,
  };
}

function event(
  action: AuditAction,
  subject: string,
  details: NewAuditEvent['details'],
  { moment, after, at, by }: RevisionGround,
): NewAuditEvent {
  return { id: moment.newId('event'), chain: after.brandId, at, actor: by, action, subject, details };
}
