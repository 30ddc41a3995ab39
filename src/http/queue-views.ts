/** The review queue as its contracts show it. */
import type { User } from '../domain/access.ts';
import type { QueueLine } from '../ports/queue-store.ts';
import type { QueueCohort } from '../ports/review-store.ts';
import type { QueueLineView } from './contracts/queue-routes.ts';
import type { QueueCohortView } from './contracts/review-routes.ts';

/** A cohort with its brief; the brief's other cohorts, up to 1,999 of them, are left out. A claim that is over too. */
export function queueCohortView(
  { cohort, campaign, brief, counts, warnings, holders }: QueueCohort,
  people: readonly User[],
  now: string,
): QueueCohortView {
  const cohorts = brief.brief.cohorts.filter(({ externalId }) => externalId === cohort.externalId);
  return {
    cohort,
    campaign,
    brief: { ...brief, brief: { ...brief.brief, cohorts } },
    counts,
    warnings,
    holders: holders
      .filter(({ until }) => until > now)
      .map((holder) => ({ ...holder, name: nameOf(people, holder.userId) })),
  };
}

/** A line of the list with names. */
export function queueLineView(
  { item, candidate, decision, override, cohort, campaign, brief, sendAt }: QueueLine,
  people: readonly User[],
  now: string,
): QueueLineView {
  const { basis: _, ...verdict } = candidate.verdict;
  const inBrief = brief.brief.cohorts.find(({ externalId }) => externalId === cohort.externalId);
  return {
    id: item?.id ?? candidate.id,
    item,
    candidate: { ...candidate, verdict },
    decision,
    override: override && {
      state: override.state,
      askedBy: nameOf(people, override.askedBy),
      askedAt: override.askedAt,
      reason: override.reason,
      answeredBy: override.answeredBy && nameOf(people, override.answeredBy),
      answer: override.answer,
    },
    campaign,
    cohort: { id: cohort.id, externalId: cohort.externalId, name: inBrief?.name ?? cohort.externalId },
    locale: inBrief?.locale ?? brief.brief.locale,
    timeZone: brief.brief.timeZone,
    sendAt,
    needBy: brief.brief.needBy ?? null,
    claimedBy: item?.claim && item.claim.until > now ? nameOf(people, item.claim.userId) : null,
    decidedBy: decision?.decidedBy ? nameOf(people, decision.decidedBy) : null,
  };
}

/** The people whose names a line of the list shows. */
export function peopleInLine({ item, decision, override }: QueueLine, now: string): string[] {
  const holder = item?.claim && item.claim.until > now ? [item.claim.userId] : [];
  return [...holder, decision?.decidedBy, override?.askedBy, override?.answeredBy].filter((id) => id != null);
}

function nameOf(people: readonly User[], id: string): string {
  return people.find((user) => user.id === id)?.name ?? id;
}
