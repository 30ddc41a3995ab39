import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { cancelling } from '../../src/generate/cancel.ts';
import { draftCohort } from '../../src/generate/draft-cohort.ts';
import { campaignTool, drafting, replyWith } from '../support/drafting.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { addBrand, draftCohort as draftSample } from '../support/sample-acts.ts';
import { sampleAccepted, sampleBrief } from '../support/samples.ts';
import { eachStore } from '../support/stores.ts';

const brandIds = ['loomwell'];

describe('cancelling a request', () => {
  eachStore(({ store }) => {
    const moment = fixedMoment();
    beforeAll(async () => void (await addBrand(store(), moment)));
    const cancel = () => cancelling({ store: store().generation, moment });
    const actions = async () => {
      const { data } = await store().evidence.eventPage({ brandIds }, { limit: 10, cursor: null });
      return data.map(({ action }) => action).filter((action) => action !== 'request.accepted');
    };
    const accepted = async () => {
      const all = sampleAccepted(moment, sampleBrief('loomwell', ['one', 'two']));
      await store().generation.acceptRequest(all);
      const [first, second] = all.cohorts;
      if (!first || !second) throw new Error('two cohorts were accepted');
      const { items } = await draftSample(store(), moment, first, ['A shirt for slow days', 'Oat goes with anything']);
      return { request: all.request, first, second, items };
    };

    it('puts undecided lines away, drafts nothing more, and changes nothing when it is done again', async () => {
      const { request, first, items } = await accepted();
      await cancel().request(campaignTool, brandIds, request.id, 'The sale is off.');
      const progress = await store().generation.requestProgress(brandIds, request.id);
      expect(progress?.cohorts.map(({ cohort }) => [cohort.state, cohort.reason])).toEqual([
        ['cancelled', 'Cancelled: The sale is off.'],
        ['cancelled', 'Cancelled: The sale is off.'],
      ]);
      const entry = await store().review.entry(brandIds, items[0]?.id ?? '');
      expect(entry).toMatchObject({ item: { state: 'not-needed', version: 2 }, decision: { kind: 'not-needed' } });
      expect((await actions()).slice(0, 3)).toEqual(['request.cancelled', 'cohort.cancelled', 'cohort.cancelled']);

      const before = await actions();
      await cancel().request(campaignTool, brandIds, request.id);
      expect(await actions()).toEqual(before);
      expect(await store().generation.startDrafting(first.id, 1, moment.now())).toBe(false);
    });

    it('leaves the other cohorts alone where one is meant, and tells when the last is cancelled', async () => {
      const { request, first, second, items } = await accepted();
      expect((await cancel().cohort(campaignTool, brandIds, second.id)).state).toBe('cancelled');
      expect((await store().review.entry(brandIds, items[0]?.id ?? ''))?.item.state).toBe('pending');
      // The other cohort was drafted already, so nothing of the request is left to draft.
      expect((await actions()).slice(0, 2)).toEqual(['request.drafted', 'cohort.cancelled']);
      await cancel().cohort(campaignTool, brandIds, first.id);
      expect((await actions()).slice(0, 2)).toEqual(['request.cancelled', 'cohort.cancelled']);
      expect((await store().generation.requestProgress(brandIds, request.id))?.cohorts[0]?.counts.pending).toBe(0);
    });

    it("finds nothing of another brand's", async () => {
      const { request, second } = await accepted();
      await expect(cancel().request(campaignTool, ['twin'], request.id)).rejects.toMatchObject({ code: 'not-found' });
      await expect(cancel().cohort(campaignTool, ['twin'], second.id)).rejects.toMatchObject({ code: 'not-found' });
      expect((await store().generation.cohort(brandIds, second.id))?.state).toBe('waiting');
    });
  });
});

describe('cancelling while the writer thinks', () => {
  let at: Awaited<ReturnType<typeof drafting>>;
  afterEach(() => at.close());

  it('keeps the reply and its lines, puts none before people, and asks for no more', async () => {
    at = await drafting();
    const { cohort } = await at.accepted({ needed: 5 });
    await at.store.jobs.claim({
      kind: 'draft-cohort',
      now: at.moment.now(),
      leaseUntil: '2027-01-01T00:00:00.000Z',
      leaseToken: 'mine',
      limit: 1,
      maxAttempts: 5,
    });
    let calls = 0;
    const handler = draftCohort({
      ...at.parts,
      model: {
        ...at.parts.model,
        draft: async () => {
          calls += 1;
          await cancelling(at.parts).cohort(campaignTool, brandIds, cohort.id);
          const raw = replyWith('Wool by the door', 'Linen for slow mornings');
          return {
            raw,
            model: 'tiny',
            finish: 'stop',
            inputTokens: 1,
            cachedInputTokens: null,
            outputTokens: 1,
            durationMs: 1,
          };
        },
      },
    });
    await handler.run(at.jobOf(cohort), new AbortController().signal);
    const work = await at.work(cohort.id);
    expect(work.cohort.state).toBe('cancelled');
    expect(work.replies).toHaveLength(1);
    expect(work.counts).toMatchObject({ candidates: 2, pending: 0 });
    expect(calls).toBe(1);
    expect((await at.log()).at(-1)).toMatchObject({ action: 'candidates.kept', details: { toReview: 0 } });
    // The job that runs is left to whoever runs it.
    expect(await at.store.jobs.waiting()).toBe(1);
  });
});
