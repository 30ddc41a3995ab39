import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Route, takesIdempotencyKey } from '../../src/http/contracts/route.ts';
import { routes } from '../../src/http/contracts/routes.ts';
import { type CrashingService, crashingService } from './support/crashing-service.ts';
import { databases } from './support/whole-service.ts';

/** Routes whose answers can be made again; a second send to any other is told what the act was about. */
const answeredAgain = new Set([
  'createVariantRequest',
  'retryCohort',
  'cancelCohort',
  'cancelVariantRequest',
  'noteCohort',
  'writeCandidate',
  'acknowledgeLines',
  'decideReviewItems',
]);
/** These come last, in this order, since little can be done after them. */
const last = [
  'closeReviewCohort',
  'recallApprovedLine',
  'retryVariantRequest',
  'retryCohort',
  'noteCohort',
  'cancelCohort',
  'cancelVariantRequest',
];
const placeOf = ({ operationId }: Route) => last.indexOf(operationId);
const keyed: readonly Route[] = [...routes]
  .filter((route: Route) => takesIdempotencyKey(route))
  .sort((one, other) => placeOf(one) - placeOf(other));

describe.each(databases)('a request under a key whose process died between act and answer, on $kind', ({ make }) => {
  let service: CrashingService;
  beforeAll(async () => {
    service = await crashingService(await make());
  });
  afterAll(() => service.close());

  it.each(keyed)('is not done twice by $operationId', async (route) => {
    const body = await service.ready(route);
    const before = await service.acts();
    const died = await service.sendAndDie(route, body);
    expect(died.status, died.text).toBe(500);
    const after = await service.acts();
    expect(after, 'it wrote no audit event').toBeGreaterThan(before);
    const again = await service.sendAgain(route, body);
    expect(await service.acts()).toBe(after);
    if (answeredAgain.has(route.operationId))
      expect([again.status, again.headers.get('idempotency-replayed')], again.text).toEqual([route.status, 'true']);
    else
      expect([again.status, again.body], again.text).toMatchObject([
        409,
        // The sandbox it opens on its way is not what it is about.
        { subject: route.operationId === 'createClient' ? expect.stringMatching(/^client_/) : expect.any(String) },
      ]);
  });
});
