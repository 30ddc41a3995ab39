import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pausingBrands } from '../../src/generate/pause-brand.ts';
import { embeddedQueue } from '../../src/jobs/embedded-queue.ts';
import type { JobQueue } from '../../src/ports/job-queue.ts';
import { briefWith, campaignTool, drafting } from '../support/drafting.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { addBrand } from '../support/sample-acts.ts';
import { sampleAccepted } from '../support/samples.ts';
import { eachStore } from '../support/stores.ts';

const brandIds = ['loomwell'];
/** A busy machine takes its time. */
const patient = { timeout: 10_000 };
const queueless = { wake: () => {} };

describe('a paused brand', () => {
  eachStore(({ store }) => {
    const moment = fixedMoment();
    beforeAll(async () => {
      await addBrand(store(), moment);
      await addBrand(store(), moment, 'twin');
    });
    const pausing = () => pausingBrands({ store: store().pauses, queue: queueless, moment });
    const claim = () =>
      store().jobs.claim({
        kind: 'draft-cohort',
        now: moment.now(),
        leaseUntil: '2027-01-01T00:00:00.000Z',
        leaseToken: moment.newId('job'),
        limit: 10,
        maxAttempts: 5,
      });

    it('has no job claimed until it is resumed, however often somebody looks', async () => {
      await store().generation.acceptRequest(sampleAccepted(moment));
      await pausing().pause(campaignTool, brandIds, 'loomwell', 'Prices change.');
      expect(await claim()).toEqual([]);
      expect(await claim()).toEqual([]);
      await pausing().resume(campaignTool, brandIds, 'loomwell');
      expect(await claim()).toMatchObject([{ attempt: 1 }, { attempt: 1 }]);
    });

    it('keeps the words of its last pause, and tells of each turn once', async () => {
      const turns = async () => {
        const { data } = await store().evidence.eventPage({ brandIds }, { limit: 100, cursor: null });
        return data.filter(({ action }) => action === 'brand.paused' || action === 'brand.resumed').length;
      };
      const before = await turns();
      for (const reason of ['Prices change.', 'Prices change.', 'Stock\u0000take.'])
        await pausing().pause(campaignTool, brandIds, 'loomwell', reason);
      expect(await turns()).toBe(before + 2);
      expect(await pausing().of([...brandIds, 'twin'])).toMatchObject([{ reason: 'Stock\u0000take.' }]);
      await pausing().resume(campaignTool, brandIds, 'loomwell');
      await pausing().resume(campaignTool, brandIds, 'loomwell');
      expect(await turns()).toBe(before + 3);
    });

    it('is not there for who may not pause it', async () => {
      const tried = pausing().pause(campaignTool, ['twin'], 'loomwell', 'No.');
      await expect(tried).rejects.toMatchObject({ code: 'not-found' });
      expect(await pausing().of(brandIds)).toEqual([]);
    });
  });
});

describe('pausing while cohorts are drafted', () => {
  let at: Awaited<ReturnType<typeof drafting>>;
  let queue: JobQueue<'draft-cohort'>;
  beforeEach(async () => {
    at = await drafting();
    const { store, moment } = at;
    queue = embeddedQueue({ kind: 'draft-cohort', rows: store.jobs, moment, concurrency: 8, pollMs: 10 });
  });
  afterEach(async () => {
    await queue.stop(1_000);
    await at.close();
  });

  it('lets no call begin, burns no attempt, and goes on when it is resumed', async () => {
    const pausing = pausingBrands({ store: at.store.pauses, queue, moment: at.moment });
    const { cohort } = await at.accepted();
    // The job was claimed before the brand was paused: the handler finds out at the last moment.
    await pausing.pause(campaignTool, brandIds, 'loomwell', 'Prices change.');
    await expect(at.draft(at.jobOf(cohort))).rejects.toThrow('paused');
    expect(at.server.calls).toEqual([]);

    const { request } = await at.accept(briefWith({}, ['one', 'two']));
    queue.start(at.handler);
    queue.wake();
    await pausing.resume(campaignTool, brandIds, 'loomwell');
    await expect
      .poll(async () => {
        const { cohorts } = await at.progress.read(brandIds, request.id);
        return cohorts.map(({ cohort }) => cohort.state);
      }, patient)
      .toEqual(['in-review', 'in-review']);
    await expect.poll(async () => (await at.stateOf(cohort)).state, patient).toBe('in-review');
  });
});
