/** Which cohorts come after the open one: those that nobody else looks at go first. */
import type { QueueCohortView } from '../../http/contracts/review-routes.ts';

/** In the order of the queue from the open cohort on, then from its start; `openId` itself is left out. */
export function nextCohorts(
  cohorts: readonly QueueCohortView[],
  openId: string | null,
  me: string | null,
): QueueCohortView[] {
  const at = cohorts.findIndex(({ cohort }) => cohort.id === openId);
  const following = [...cohorts.slice(at + 1), ...cohorts.slice(0, Math.max(at, 0))];
  const isFree = ({ holders }: QueueCohortView) => holders.every(({ userId }) => userId === me);
  return [...following.filter(isFree), ...following.filter((view) => !isFree(view))];
}
