import { beforeAll, describe, expect, it } from 'vitest';
import { addMs } from '../../src/domain/instant.ts';
import { QueueTab } from '../../src/domain/queue-tab.ts';
import { override as sampleOverride } from '../http/support/samples.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { addBrand, approve, type DraftedCohort, draftRequest } from '../support/sample-acts.ts';
import { sampleCandidate, sampleEvent } from '../support/samples.ts';
import { eachStore } from '../support/stores.ts';

const all = { limit: 100, cursor: null };
const start = '2026-01-01T00:00:00.000Z';
const nothing = { data: [], nextCursor: null };

describe("a stranger's brands", () => {
  eachStore(({ store }) => {
    const moment = fixedMoment();
    const theirs: { drafted?: DraftedCohort; lineId?: string; fallbackId?: string; overrideId?: string } = {};
    const drafted = (): DraftedCohort => {
      if (!theirs.drafted) throw new Error('not drafted yet');
      return theirs.drafted;
    };
    const never = () => {
      throw new Error('never asked');
    };

    beforeAll(async () => {
      await addBrand(store(), moment);
      await addBrand(store(), moment, 'stranger');
      theirs.drafted = await draftRequest(store(), moment);
      const itemId = drafted().items[0]?.id ?? '';
      const fallback = await store().fallbacks.add('loomwell', ({ policyHash, policy }) => ({
        line: {
          id: moment.newId('fallback'),
          brandId: 'loomwell',
          text: 'New in the shop',
          preheader: null,
          dialect: policy.dialect,
          textHash: 'a hash',
          policyHash,
          verdict: sampleCandidate(moment, drafted().reply).verdict,
          warningsPassed: null,
          state: 'live',
          reason: null,
          approvedBy: 'user_a',
          approvedAt: moment.now(),
          updatedAt: moment.now(),
        },
        events: [],
      }));
      if (!fallback) throw new Error('the brand has a policy');
      theirs.fallbackId = fallback.id;
      const asked = await store().overrides.ask(
        ['loomwell'],
        { candidateId: drafted().candidates[2]?.id ?? '' },
        start,
        (found) => ({
          override: {
            ...sampleOverride,
            id: moment.newId('override'),
            brandId: 'loomwell',
            requestId: found.cohort.requestId,
            cohortId: found.cohort.id,
            candidateId: found.candidate?.id ?? '',
          },
          candidate: null,
          events: [],
        }),
      );
      theirs.overrideId = asked?.override.id ?? '';
      await store().fallbacks.noteGiven({
        clientId: 'client_1',
        at: moment.now(),
        given: [
          { lineId: fallback.id, cohortId: drafted().cohort.id, brandId: 'loomwell', cohortExternalId: 'linen-buyers' },
        ],
        eventFor: ({ lineId }) => sampleEvent(moment, 'loomwell', { action: 'fallback.delivered', subject: lineId }),
      });
      theirs.lineId = (await store().review.decide(['loomwell'], itemId, start, approve(moment)))?.line?.id ?? '';
    });

    it.each([
      ['another brand', ['stranger']],
      ['no brand', []],
      ['a brand that is not there', ['none']],
    ])('see nothing and change nothing: %s', async (_, brandIds) => {
      const { generation, review, delivery, evidence } = store();
      const { accepted, cohort, candidates, items } = drafted();
      const requestId = accepted.request.id;
      const cohortId = cohort.id;
      const pendingId = items[1]?.id ?? '';
      const before = await review.entry(['loomwell'], pendingId);
      const chains = await evidence.chains();

      const { fallbacks } = store();
      expect(await fallbacks.list(brandIds, all)).toEqual(nothing);
      expect(await fallbacks.live(brandIds)).toEqual([]);
      expect(await fallbacks.given({ brandIds, cohortExternalIds: ['linen-buyers'], since: start })).toEqual([]);
      expect(await fallbacks.change(brandIds, theirs.fallbackId ?? '', never)).toBeNull();
      expect(await generation.requestProgress(brandIds, requestId)).toBeNull();
      expect(await generation.requests(brandIds, all)).toEqual(nothing);
      expect(await store().briefs.campaigns({ brandIds }, moment.now(), all)).toEqual(nothing);
      expect(await generation.cohort(brandIds, cohortId)).toBeNull();
      expect(await review.entries({ brandIds, requestId, cohortId }, all)).toEqual(nothing);
      expect(await review.entry(brandIds, pendingId)).toBeNull();
      expect(await review.cohortsWaiting(brandIds, all)).toEqual(nothing);
      expect(await review.queueCohort(brandIds, cohortId)).toBeNull();
      const { overrides } = store();
      expect(await overrides.list({ brandIds }, all)).toEqual(nothing);
      expect(await overrides.read(brandIds, theirs.overrideId ?? '')).toBeNull();
      expect(await overrides.answer(brandIds, theirs.overrideId ?? '', start, never)).toBeNull();
      for (const text of [{ candidateId: candidates[2]?.id ?? '' }, { itemId: pendingId, text: 'x', preheader: null }])
        expect(await overrides.ask(brandIds, text, start, never)).toBeNull();
      const { queue } = store();
      for (const tab of QueueTab.options)
        expect(await queue.lines({ brandIds, tab, userId: 'user_a', cohortId }, all)).toEqual(nothing);
      const { counts } = await queue.counts(brandIds, 'user_a', start);
      expect(new Set(Object.values(counts))).toEqual(new Set([0]));
      expect(await queue.seenLines(brandIds, cohortId, start, 5)).toBeNull();
      const claim = { userId: 'user_s', until: addMs(moment.now(), 1_000) };
      expect(await review.claim(brandIds, [pendingId], claim, moment.now())).toEqual([]);
      expect(await review.decide(brandIds, pendingId, start, never)).toBeNull();
      expect(await review.undo(brandIds, items[0]?.id ?? '', never)).toBeNull();
      expect(await review.closeCohort(brandIds, cohortId, never)).toBeNull();
      expect(await delivery.liveLines({ brandIds }, all)).toEqual(nothing);
      expect(await delivery.liveLines({ brandIds, requestId }, all)).toEqual(nothing);
      const syncing = { ...all, now: moment.now(), changedSince: null, updatedAfter: null };
      expect((await delivery.cohorts({ brandIds, requestId }, syncing)).data).toEqual([]);
      expect((await delivery.changes({ brandIds }, syncing)).data).toEqual([]);
      expect(await delivery.line(brandIds, theirs.lineId ?? '')).toBeNull();
      const { library } = store();
      expect(await library.entries({ brandIds }, { ...all, now: moment.now() })).toEqual(nothing);
      expect(await library.record(brandIds, theirs.lineId ?? '')).toBeNull();
      expect(await library.choices(brandIds)).toEqual({ campaigns: [], cohorts: [], approvers: [] });
      expect(await evidence.candidates({ brandIds, requestId }, all)).toEqual(nothing);
      expect(await evidence.candidates({ brandIds, rule: 'length' }, all)).toEqual(nothing);
      expect(await evidence.candidateHistory(brandIds, candidates[0]?.id ?? '')).toBeNull();
      for (const { chain } of (await evidence.eventPage({ brandIds }, all)).data) expect(brandIds).toContain(chain);

      expect(await review.entry(['loomwell'], pendingId)).toEqual(before);
      expect(await evidence.chains()).toEqual(chains);
    });

    it('let nobody release a claim of another brand', async () => {
      const id = drafted().items[1]?.id ?? '';
      const claim = { userId: 'user_a', until: addMs(moment.now(), 60_000) };
      await store().review.claim(['loomwell'], [id], claim, moment.now());
      await store().review.release(['stranger'], [id], 'user_a');
      expect((await store().review.entry(['loomwell'], id))?.item.claim).toMatchObject(claim);
    });

    it('let nobody retry a cohort of another brand', async () => {
      const { generation } = store();
      const cohort = drafted().accepted.cohorts[1];
      if (!cohort) throw new Error('no second cohort');
      await generation.startDrafting(cohort.id, 1, moment.now());
      const settle = () => ({ state: 'failed' as const, reason: 'no reply', events: [] });
      await generation.endRun({ cohortId: cohort.id, run: 1, at: moment.now(), settle });
      const act = { cohortId: cohort.id, at: moment.now(), jobFor: never, events: [] };
      expect(await generation.retryCohorts('stranger', [act])).toEqual([]);
      expect((await generation.cohort(['loomwell'], cohort.id))?.state).toBe('failed');
    });
  });
});
