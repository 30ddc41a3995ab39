import { beforeEach, describe, expect, it } from 'vitest';
import { addMs } from '../../src/domain/instant.ts';
import type { JobRows } from '../../src/ports/job-queue.ts';
import { openStore } from '../../src/store/open-store.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { addBrand } from '../support/sample-acts.ts';
import { sampleAccepted, sampleBrief } from '../support/samples.ts';
import { eachStore } from '../support/stores.ts';

describe('the job table', () => {
  eachStore(({ store, databaseUrl }) => {
    const moment = fixedMoment();
    const leaseMs = 10_000;
    const claim = (rows: JobRows, limit = 100, leaseToken = moment.randomHex(8)) =>
      rows.claim({
        kind: 'draft-cohort',
        now: moment.now(),
        leaseUntil: addMs(moment.now(), leaseMs),
        leaseToken,
        limit,
        maxAttempts: 3,
      });

    /** Adds so many jobs that are due, after all that were there are out of the way. */
    const addJobs = async (count: number) => {
      for (const { id } of await claim(store().jobs, 1_000, 'old'))
        await store().jobs.bury(id, 'old', 'out of the way');
      const names = Array.from({ length: count }, (_, index) => `cohort-${index}`);
      const accepted = sampleAccepted(moment, sampleBrief('loomwell', names));
      await store().generation.acceptRequest(accepted);
      return accepted.jobs;
    };

    beforeEach(async () => {
      if ((await store().brands.allBrandIds()).length === 0) await addBrand(store(), moment);
      moment.advance(leaseMs * 100);
    });

    it('gives due jobs in the order they are due, and each to one claimer', async () => {
      const jobs = await addJobs(5);
      const first = await claim(store().jobs, 3);
      const second = await claim(store().jobs, 3);
      expect([...first, ...second]).toEqual(jobs.map((job) => ({ ...job, attempt: 1, isLastAttempt: false })));
      expect(await claim(store().jobs)).toEqual([]);
      expect(await store().jobs.waiting()).toBe(5);
    });

    it('gives no job twice to nodes that claim at once', async () => {
      const jobs = await addJobs(40);
      const node = await openStore({ databaseUrl: databaseUrl() });
      const claims = await Promise.all(
        Array.from({ length: 16 }, (_, index) => claim(index % 2 === 0 ? store().jobs : node.jobs, 3)),
      );
      // A claimer that passes the others' rows by may come back with fewer than there are.
      for (let rest = await claim(node.jobs); rest.length > 0; rest = await claim(node.jobs)) claims.push([...rest]);
      await node.close();
      expect(
        claims
          .flat()
          .map(({ id }) => id)
          .sort(),
      ).toEqual(jobs.map(({ id }) => id).sort());
    });

    it('gives a job again once its lease is over, and knows the attempt', async () => {
      await addJobs(1);
      const [lost] = await claim(store().jobs, 1, 'first');
      moment.advance(leaseMs - 1);
      expect(await claim(store().jobs)).toEqual([]);
      moment.advance(1);
      expect(await claim(store().jobs, 1, 'second')).toEqual([{ ...lost, attempt: 2 }]);
      const id = lost?.id ?? '';
      for (const late of [
        store().jobs.renew(id, 'first', addMs(moment.now(), leaseMs)),
        store().jobs.finish(id, 'first'),
        store().jobs.retry(id, 'first', moment.now(), 'late'),
        store().jobs.bury(id, 'first', 'late'),
        store().jobs.release(id, 'first'),
        store().jobs.postpone(id, 'first', moment.now(), 'wait'),
      ])
        expect(await late).toBe(false);
      expect(await store().jobs.finish(id, 'second')).toBe(true);
      expect(await store().jobs.waiting()).toBe(0);
    });

    it('keeps a lease that is renewed', async () => {
      await addJobs(1);
      const [job] = await claim(store().jobs, 1, 'mine');
      moment.advance(leaseMs - 1);
      expect(await store().jobs.renew(job?.id ?? '', 'mine', addMs(moment.now(), leaseMs))).toBe(true);
      moment.advance(leaseMs - 1);
      expect(await claim(store().jobs)).toEqual([]);
    });

    it('gives a job that is to be tried again when it is due, to the last attempt', async () => {
      await addJobs(1);
      for (const attempt of [1, 2, 3]) {
        const [job] = await claim(store().jobs, 1, 'mine');
        expect(job).toMatchObject({ attempt, isLastAttempt: attempt === 3 });
        expect(await store().jobs.retry(job?.id ?? '', 'mine', addMs(moment.now(), 500), 'odd \0')).toBe(true);
        expect(await claim(store().jobs)).toEqual([]);
        moment.advance(500);
      }
    });

    it('does not count the attempt of a job that is given back', async () => {
      await addJobs(1);
      const [job] = await claim(store().jobs, 1, 'mine');
      expect(await store().jobs.release(job?.id ?? '', 'mine')).toBe(true);
      expect(await claim(store().jobs)).toEqual([job]);
    });

    it('keeps a buried job away from everybody', async () => {
      const [added] = await addJobs(1);
      const [job] = await claim(store().jobs, 1, 'mine');
      expect(await store().jobs.bury(job?.id ?? '', 'mine', 'given up')).toBe(true);
      moment.advance(leaseMs * 2);
      expect(await claim(store().jobs)).toEqual([]);
      expect(await store().jobs.waiting()).toBe(0);
      expect(added?.id).toBe(job?.id);
    });
  });
});
