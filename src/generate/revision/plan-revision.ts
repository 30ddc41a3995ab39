/** What a new revision of a brief changes as a whole, worked out before anything is written. */
import type { Actor } from '../../domain/access.ts';
import type { NewAuditEvent } from '../../domain/audit-event.ts';
import type { Brief, BriefRevision } from '../../domain/brief.ts';
import { contentHash } from '../../domain/hash.ts';
import type { Instant } from '../../domain/instant.ts';
import type { RequestCohort } from '../../domain/variant-request.ts';
import type { CompiledPolicies } from '../../guardrails/compiled-policies.ts';
import type { BriefCase, BriefChange } from '../../ports/brief-store.ts';
import type { Moment } from '../../ports/moment.ts';
import { draftJob } from '../draft-job.ts';
import { newCohort } from '../new-cohort.ts';
import { isTouched, judgeCohort } from './judge-cohort.ts';

/** Who revises, when, and what judging needs. */
export type PlanGround = {
  readonly by: Actor;
  readonly at: Instant;
  readonly moment: Moment;
  readonly compiled: CompiledPolicies;
};

/** The change that makes `brief` the brief in force; `null` where it says what the one in force says. */
export function planRevision(briefCase: BriefCase, brief: Brief, ground: PlanGround): BriefChange | null {
  const { revision: inForce, request, release, cohorts } = briefCase;
  if (contentHash(brief) === contentHash(inForce.brief)) return null;
  const { at, by, moment, compiled } = ground;
  const revision: BriefRevision = {
    ...inForce,
    id: moment.newId('brief'),
    revision: inForce.revision + 1,
    brief,
    createdAt: at,
  };
  const known = new Set(cohorts.map(({ externalId }) => externalId));
  const added = brief.cohorts
    .filter(({ externalId }) => !known.has(externalId))
    .map((cohort) => newCohort(request, brief, cohort, { id: moment.newId('cohort'), at }));
  const judging = { before: inForce.brief, after: revision, release, compiled, by, at, moment };
  return {
    revision,
    added,
    jobs: added.map((cohort) => draftJob(moment, cohort)),
    events: [revised(briefCase, revision, added, ground)],
    touched: cohorts.filter((cohort) => isTouched(cohort, inForce.brief, brief)).map(({ id }) => id),
    judge: (cohortCase) => judgeCohort(cohortCase, judging),
  };
}

function revised(
  { revision: inForce, request }: BriefCase,
  revision: BriefRevision,
  added: readonly RequestCohort[],
  { at, by, moment }: PlanGround,
): NewAuditEvent {
  const stays = new Set(revision.brief.cohorts.map(({ externalId }) => externalId));
  return {
    id: moment.newId('event'),
    chain: revision.brandId,
    at,
    actor: by,
    action: 'brief.revised',
    subject: revision.id,
    details: {
      rootId: revision.rootId,
      requestId: request.id,
      revision: revision.revision,
      briefHash: contentHash(revision.brief),
      hashBefore: contentHash(inForce.brief),
      changed: changedMembers(inForce.brief, revision.brief),
      added: added.map(({ externalId }) => externalId),
      removed: inForce.brief.cohorts.map(({ externalId }) => externalId).filter((externalId) => !stays.has(externalId)),
    },
  };
}

function changedMembers(before: Brief, after: Brief): string[] {
  const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const names = [...new Set([...was.keys(), ...is.keys()])].sort();
  return names.filter((name) => contentHash(was.get(name)) !== contentHash(is.get(name)));
}
