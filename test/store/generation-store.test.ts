import { beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { rawSql } from '../support/raw-sql.ts';
import { addBrand, draftRequest } from '../support/sample-acts.ts';
import {
  sampleAccepted,
  sampleBrief,
  sampleCandidate,
  sampleEvent,
  sampleFinding,
  sampleItem,
  sampleReply,
} from '../support/samples.ts';
import { eachStore } from '../support/stores.ts';

const loomwell = ['loomwell'];
const all = { limit: 100, cursor: null };

describe('the generation store', () => {
  eachStore(({ store, databaseUrl }) => {
    const moment = fixedMoment();
    const eventCount = async () =>
      (await store().evidence.chains()).find(({ chain }) => chain === 'loomwell')?.head.sequence;

    beforeAll(async () => {
      await addBrand(store(), moment);
    });

    it('keeps an accepted brief with its cohorts in the order of the brief', async () => {
      const accepted = sampleAccepted(moment, sampleBrief('loomwell', ['zoe', 'ada', 'mia']));
      await store().generation.acceptRequest(accepted);
      const progress = await store().generation.requestProgress(loomwell, accepted.request.id);
      expect(progress?.brief).toEqual(accepted.brief);
      expect(progress?.campaign).toEqual(accepted.campaign);
      expect(progress?.request).toEqual(accepted.request);
      expect(progress?.cohorts.map(({ cohort }) => cohort)).toEqual(accepted.cohorts);
      expect(progress?.cohorts[0]?.counts.candidates).toBe(0);
    });

    it('finds the campaign again, and names it in all it saves', async () => {
      const first = sampleAccepted(moment);
      const second = sampleAccepted(moment);
      await store().generation.acceptRequest(first);
      await store().generation.acceptRequest(second);
      const progress = await store().generation.requestProgress(loomwell, second.request.id);
      const before = await store().generation.requestProgress(loomwell, first.request.id);
      expect(progress?.campaign).toEqual(before?.campaign);
      expect(progress?.brief.campaignId).toBe(before?.campaign.id);
      expect(progress?.request.campaignId).toBe(before?.campaign.id);
      const { data } = await store().evidence.eventPage({ brandIds: loomwell }, { limit: 1, cursor: null });
      expect(data[0]?.details).toEqual({ campaignId: before?.campaign.id });
    });

    it('adds a job of a key once', async () => {
      const accepted = sampleAccepted(moment);
      const [job] = accepted.jobs;
      const before = await store().jobs.waiting();
      await store().generation.acceptRequest({
        ...accepted,
        jobs: job ? [job, { ...job, id: moment.newId('job') }] : [],
      });
      expect(await store().jobs.waiting()).toBe(before + 1);
    });

    it('starts a waiting cohort once', async () => {
      const { cohorts } = await acceptOne();
      const [cohort] = cohorts;
      expect(await store().generation.startDrafting(cohort?.id ?? '', 2, moment.now())).toBe(false);
      expect(await store().generation.startDrafting(cohort?.id ?? '', 1, moment.now())).toBe(true);
      expect(await store().generation.startDrafting(cohort?.id ?? '', 1, moment.now())).toBe(false);
    });

    it('keeps one reply for each cohort, run and round', async () => {
      const { cohorts } = await acceptOne();
      const [cohort] = cohorts;
      if (!cohort) throw new Error('no cohort');
      const reply = sampleReply(moment, cohort);
      await store().generation.keepReply(reply, [sampleEvent(moment)]);
      const events = await eventCount();
      await store().generation.keepReply(sampleReply(moment, cohort, { raw: 'again' }), [sampleEvent(moment)]);
      expect(await eventCount()).toBe(events);
      await store().generation.keepReply(sampleReply(moment, cohort, { round: 'repair', prompt: 'Repair.' }), []);
      const work = await store().generation.cohortWork(cohort.id);
      expect(
        work?.replies.map(({ reply: { raw, round, prompt }, isKept }) => ({ raw, round, prompt, isKept })),
      ).toEqual([
        { raw: reply.raw, round: 'draft', prompt: reply.prompt, isKept: false },
        { raw: reply.raw, round: 'repair', prompt: 'Repair.', isKept: false },
      ]);
      expect(work?.replies[0]?.reply).toEqual(reply);
    });

    it('adds up what calls used, by cohort, and what counts towards caps, by request and day', async () => {
      const { request, cohorts } = await acceptOne();
      const [one, two] = cohorts;
      if (!one || !two) throw new Error('no cohorts');
      const price = { inputMicros: 1_000_000, cachedInputMicros: 500_000, outputMicros: 2_000_000, currency: 'USD' };
      const since = moment.now();
      const { generation } = store();
      const before = await generation.spent({ brandId: 'loomwell', since }, 'USD');
      const told = { inputTokens: 100, cachedInputTokens: 20, outputTokens: 30, costMicros: 150, price };
      const replies = [
        sampleReply(moment, one, told),
        sampleReply(moment, one, { ...told, round: 'repair' }),
        sampleReply(moment, two, { ...told, costMicros: 150, price: { ...price, currency: 'EUR' } }),
        sampleReply(moment, two, { inputTokens: null, outputTokens: null, writer: 'embedded-writer', round: 'top-up' }),
      ];
      for (const reply of replies) await generation.keepReply(reply, []);
      const work = await generation.cohortWork(one.id);
      expect(work?.replies.map(({ reply }) => reply)).toEqual(replies.slice(0, 2));
      const progress = await generation.requestProgress(loomwell, request.id);
      const once = { calls: 1, inputTokens: 100, cachedInputTokens: 20, outputTokens: 30, costMicros: 150 };
      expect(progress?.cohorts.map(({ usage }) => usage)).toEqual([
        { calls: 2, inputTokens: 200, cachedInputTokens: 40, outputTokens: 60, costMicros: 300, currency: 'USD' },
        { ...once, currency: 'EUR' },
      ]);
      const ofRequest = { brandId: 'loomwell', requestId: request.id };
      expect(await generation.spent(ofRequest, 'USD')).toEqual({ tokens: 390, micros: 300 });
      expect(await generation.spent(ofRequest, null)).toEqual({ tokens: 390, micros: 0 });
      expect(await generation.spent({ brandId: 'stranger', requestId: request.id }, 'USD')).toEqual({
        tokens: 0,
        micros: 0,
      });
      const today = await generation.spent({ brandId: 'loomwell', since }, 'USD');
      expect(today.tokens - before.tokens).toBe(390);
      moment.advance(1);
      const later = { brandId: 'loomwell', since: moment.now() };
      expect(await generation.spent(later, 'USD')).toEqual({ tokens: 0, micros: 0 });
    });

    it('keeps the drafts of a reply once', async () => {
      const { cohorts, brief } = await acceptOne();
      const [cohort] = cohorts;
      if (!cohort) throw new Error('no cohort');
      const reply = sampleReply(moment, cohort);
      await store().generation.keepReply(reply, []);
      const drafts = () => {
        const candidate = sampleCandidate(moment, reply);
        const items = [sampleItem(moment, candidate)];
        return {
          replyId: reply.id,
          cohortId: cohort.id,
          briefId: brief.id,
          candidates: [candidate],
          items,
          events: [sampleEvent(moment)],
        };
      };
      const first = drafts();
      expect(await store().generation.keepDrafts(first)).toBe(true);
      const events = await eventCount();
      expect(await store().generation.keepDrafts(drafts())).toBe(false);
      expect(await eventCount()).toBe(events);
      const work = await store().generation.cohortWork(cohort.id);
      expect(work?.candidates).toEqual(first.candidates);
      expect(work?.replies).toEqual([{ reply, isKept: true }]);
    });

    it('counts candidates, what was held back, and what waits, without counting a line twice', async () => {
      const { cohort, accepted } = await draftRequest(store(), moment);
      const counts = {
        candidates: 4,
        blocked: 1,
        duplicates: 1,
        pending: 2,
        approvedOnce: 0,
        approved: 0,
        rejected: 0,
      };
      expect((await store().generation.cohortWork(cohort.id))?.counts).toEqual(counts);
      const progress = await store().generation.requestProgress(loomwell, accepted.request.id);
      expect(progress?.cohorts.map((each) => each.counts.candidates)).toEqual([4, 0]);
      expect(progress?.cohorts[0]?.counts).toEqual(counts);
    });

    it('counts a blocked line that repeats another as a duplicate alone', async () => {
      const { cohorts, brief } = await acceptOne();
      const [cohort] = cohorts;
      if (!cohort) throw new Error('no cohort');
      const reply = sampleReply(moment, cohort);
      const blocked = sampleCandidate(moment, reply, { findings: [sampleFinding()] });
      const repeated = sampleCandidate(moment, reply, { findings: [sampleFinding()], duplicateOf: blocked.id });
      await store().generation.keepReply(reply, []);
      const candidates = [blocked, repeated];
      await store().generation.keepDrafts({
        replyId: reply.id,
        cohortId: cohort.id,
        briefId: brief.id,
        candidates,
        items: [],
        events: [],
      });
      const work = await store().generation.cohortWork(cohort.id);
      expect(work?.counts).toMatchObject({ candidates: 2, blocked: 1, duplicates: 1 });
    });

    it('keeps what candidates were compared with, once for those that share it', async () => {
      const { cohorts, brief } = await acceptOne();
      const [cohort] = cohorts;
      if (!cohort) throw new Error('no cohort');
      const reply = sampleReply(moment, cohort);
      await store().generation.keepReply(reply, []);
      const seenBy = (text: string) => {
        const { verdict, ...candidate } = sampleCandidate(moment, reply);
        const neighbours = [{ text, id: 'line_1', at: moment.now() }, { text: 'Another \ud83d' }];
        return { ...candidate, verdict: { ...verdict, basis: { ...verdict.basis, neighbours } } };
      };
      const candidates = [seenBy('One \0'), seenBy('One \0'), seenBy('Two'), sampleCandidate(moment, reply)];
      await store().generation.keepDrafts({
        replyId: reply.id,
        cohortId: cohort.id,
        briefId: brief.id,
        candidates,
        items: [],
        events: [],
      });
      expect((await store().generation.cohortWork(cohort.id))?.candidates).toEqual(candidates);
      const filter = { brandIds: loomwell, cohortId: cohort.id };
      expect((await store().evidence.candidates(filter, all)).data.toReversed()).toEqual(candidates);
      const stored = await rawSql(databaseUrl(), 'select list_hash from neighbour_lists');
      expect(stored).toHaveLength(2);
      const again = await openStore({ databaseUrl: databaseUrl() });
      expect((await again.generation.cohortWork(cohort.id))?.candidates).toEqual(candidates);
      await again.close();
    });

    it('ends a run once, with the counts of that instant', async () => {
      const { cohorts } = await acceptOne();
      const id = cohorts[0]?.id ?? '';
      await store().generation.startDrafting(id, 1, moment.now());
      const seen: number[] = [];
      const end = () =>
        store().generation.endRun({
          cohortId: id,
          run: 1,
          at: moment.now(),
          settle: ({ candidates }) => {
            seen.push(candidates);
            return { state: 'failed', reason: 'no reply \0', events: [sampleEvent(moment)] };
          },
        });
      await end();
      const events = await eventCount();
      await end();
      expect(seen).toEqual([0]);
      expect(await eventCount()).toBe(events);
      expect(await store().generation.cohort(loomwell, id)).toMatchObject({ state: 'failed', reason: 'no reply \0' });
    });

    it('puts a failed cohort back with its next run and job', async () => {
      const { cohorts } = await acceptOne();
      const [cohort] = cohorts;
      if (!cohort) throw new Error('no cohort');
      const retry = () =>
        store().generation.retryCohorts('loomwell', [
          {
            cohortId: cohort.id,
            at: moment.now(),
            jobFor: (run) => ({
              id: moment.newId('job'),
              kind: 'draft-cohort',
              brandId: 'loomwell',
              key: `draft ${cohort.id} ${run}`,
              payload: { cohortId: cohort.id },
              runAt: moment.now(),
            }),
            events: [sampleEvent(moment, 'loomwell', { action: 'cohort.retried' })],
          },
        ]);
      expect(await retry()).toEqual([]);
      await store().generation.startDrafting(cohort.id, 1, moment.now());
      const settle = () => ({ state: 'exhausted' as const, reason: 'nothing left', events: [] });
      await store().generation.endRun({ cohortId: cohort.id, run: 1, at: moment.now(), settle });
      const waiting = await store().jobs.waiting();
      expect(await retry()).toEqual([{ ...cohort, state: 'waiting', run: 2, reason: null }]);
      expect(await store().jobs.waiting()).toBe(waiting + 1);
      expect(await store().generation.startDrafting(cohort.id, 2, moment.now())).toBe(true);
    });

    it('lists requests newest first, and a page is not moved by what comes meanwhile', async () => {
      const whole = (await store().generation.requests(loomwell, all)).data.map(({ id }) => id);
      expect(whole).toEqual([...whole].sort().reverse());
      const first = await store().generation.requests(loomwell, { limit: 3, cursor: null });
      await acceptOne();
      const second = await store().generation.requests(loomwell, { limit: 3, cursor: first.nextCursor });
      expect([...first.data, ...second.data].map(({ id }) => id)).toEqual(whole.slice(0, 6));
    });

    it('knows nothing of ids that are not there', async () => {
      expect(await store().generation.cohortWork('coh_none')).toBeNull();
      expect(await store().generation.requestProgress(loomwell, 'req_none')).toBeNull();
      expect(await store().generation.cohort(loomwell, 'coh_none')).toBeNull();
      expect(await store().generation.startDrafting('coh_none', 1, moment.now())).toBe(false);
    });

    it('takes and counts a brief with 2,000 cohorts in one go', async () => {
      const names = Array.from({ length: 2_000 }, (_, index) => `cohort-${index}`);
      const accepted = sampleAccepted(moment, sampleBrief('loomwell', names));
      await store().generation.acceptRequest(accepted);
      const progress = await store().generation.requestProgress(loomwell, accepted.request.id);
      expect(progress?.cohorts.map(({ cohort }) => cohort.externalId)).toEqual(names);
    });

    async function acceptOne() {
      const accepted = sampleAccepted(moment);
      await store().generation.acceptRequest(accepted);
      return accepted;
    }
  });
});
