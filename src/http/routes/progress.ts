/** Serves the progress of a request as server-sent events. */
import { isSettled } from '../../domain/variant-request.ts';
import { campaignRoutes, type ProgressView } from '../contracts/campaign-routes.ts';
import { eventStreams, type StreamLimits } from '../event-stream.ts';
import { progressFeed, type Seen } from '../progress-feed.ts';
import { spokenBack } from '../sandbox-names.ts';
import type { RouteServer } from '../serve-route.ts';
import type { UseCases } from '../use-cases.ts';

/**
 * Put the stream into a server. Whoever comes back with the id of an event that is still the state of things is not
 * told it again; where nothing is to come either, they get 204, upon which an EventSource stays away.
 */
export function serveProgress(
  { serve }: RouteServer,
  { campaigns }: UseCases,
  limits: StreamLimits,
  draining: AbortSignal | undefined,
): void {
  const openStream = eventStreams(limits, draining);
  const feed = progressFeed(campaigns.progress, limits.lookMs);
  serve(campaignRoutes.followRequest, async ({ signedIn, brandIds, params, lastEventId, response }) => {
    const seen = await feed.look(brandIds, params.id);
    const isKnown = lastEventId === seen.id;
    if (isKnown && isSettled(seen.progress.state)) {
      response.status(204).end();
      return null;
    }
    const stream = openStream(signedIn.caller.actor.id, response);
    const tell = (name: 'snapshot' | 'change', { id, progress }: Seen, data: ProgressView) => {
      stream.send({ name, id, data: spokenBack(data, signedIn) });
      if (!isSettled(progress.state)) return;
      stream.send({ name: 'end', id, data: spokenBack({ ...data, cohorts: [] }, signedIn) });
      stream.end();
    };
    if (!isKnown) tell('snapshot', seen, seen.progress);
    const changed = (now: Seen, before: Seen) => tell('change', now, changesSince(before, now));
    feed.follow(seen, brandIds, { changed, failed: stream.end }, stream.over);
    return null;
  });
}

function changesSince(before: Seen, { progress }: Seen): ProgressView {
  const known = new Map(before.progress.cohorts.map((cohort) => [cohort.id, JSON.stringify(cohort)]));
  return { ...progress, cohorts: progress.cohorts.filter((cohort) => known.get(cohort.id) !== JSON.stringify(cohort)) };
}
