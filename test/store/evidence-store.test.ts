import { beforeAll, describe, expect, it } from 'vitest';
import { fixedMoment } from '../support/fixed-moment.ts';
import { addBrand, approve, draftRequest } from '../support/sample-acts.ts';
import { sampleBrief } from '../support/samples.ts';
import { eachStore } from '../support/stores.ts';

const loomwell = ['loomwell'];
const start = '2026-01-01T00:00:00.000Z';

describe('the evidence store', () => {
  eachStore(({ store }) => {
    const moment = fixedMoment();
    beforeAll(async () => {
      await addBrand(store(), moment);
    });

    it('finds every candidate by verdict, rule, request, cohort and writer, newest first', async () => {
      const { candidates, accepted, cohort } = await draftRequest(store(), moment);
      const requestId = accepted.request.id;
      const idsOf = async (filter: object) => {
        const page = await store().evidence.candidates({ brandIds: loomwell, requestId, ...filter }, whole);
        return page.data.map(({ id }) => id);
      };
      const whole = { limit: 100, cursor: null };
      const ids = candidates.map(({ id }) => id).reverse();
      expect(await idsOf({})).toEqual(ids);
      expect(await idsOf({ cohortId: cohort.id, writer: 'model' })).toEqual(ids);
      expect(await idsOf({ verdict: 'block' })).toEqual([candidates[2]?.id]);
      expect(await idsOf({ rule: 'length' })).toEqual([candidates[2]?.id]);
      expect(await idsOf({ verdict: 'pass', rule: 'length' })).toEqual([]);
      expect(await idsOf({ writer: 'person' })).toEqual([]);
      expect(await idsOf({ requestId: 'req_none' })).toEqual([]);
    });

    it('pages through candidates without showing one twice, whatever is drafted meanwhile', async () => {
      const { candidates } = await draftRequest(store(), moment);
      const seen: string[] = [];
      let cursor: string | null = null;
      for (let page = 0; page < 2; page++) {
        const piece = await store().evidence.candidates({ brandIds: loomwell }, { limit: 2, cursor });
        seen.push(...piece.data.map(({ id }) => id));
        cursor = piece.nextCursor;
        await draftRequest(store(), moment);
      }
      expect(seen).toEqual(candidates.map(({ id }) => id).reverse());
    });

    it('tells the whole history of a candidate', async () => {
      const { candidates, items, reply, accepted, cohort } = await draftRequest(store(), moment);
      const ruling = await store().review.decide(loomwell, items[0]?.id ?? '', start, approve(moment));
      const history = await store().evidence.candidateHistory(loomwell, candidates[0]?.id ?? '');
      expect(history).toMatchObject({
        candidate: candidates[0],
        reply,
        item: ruling?.item,
        decision: ruling?.decision,
        line: ruling?.line,
        cohort: { id: cohort.id },
        campaign: { externalId: accepted.campaign.externalId },
      });
      const blocked = await store().evidence.candidateHistory(loomwell, candidates[2]?.id ?? '');
      expect(blocked).toMatchObject({ candidate: candidates[2], reply, item: null, decision: null, line: null });
      expect(await store().evidence.candidateHistory(loomwell, 'cand_none')).toBeNull();
    });

    it('pages through the events of several brands, newest first', async () => {
      await addBrand(store(), moment, 'second');
      await draftRequest(store(), moment, sampleBrief('second'));
      const both = ['loomwell', 'second'];
      const first = await store().evidence.eventPage({ brandIds: both }, { limit: 3, cursor: null });
      await draftRequest(store(), moment, sampleBrief('second'));
      const rest = await store().evidence.eventPage({ brandIds: both }, { limit: 1_000, cursor: first.nextCursor });
      const ids = [...first.data, ...rest.data].map(({ id }) => id);
      expect(ids).toEqual([...new Set(ids)].sort().reverse());
      expect(new Set(rest.data.map(({ chain }) => chain))).toEqual(new Set(both));
    });
  });
});
