import { beforeAll, describe, expect, it } from 'vitest';
import { fixedMoment } from '../support/fixed-moment.ts';
import { addBrand, approve, draftRequest } from '../support/sample-acts.ts';
import { sampleBrief, sampleEvent } from '../support/samples.ts';
import { eachStore } from '../support/stores.ts';

const loomwell = ['loomwell'];
const start = '2026-01-01T00:00:00.000Z';
const all = { limit: 100, cursor: null };

describe('the delivery store', () => {
  eachStore(({ store }) => {
    const moment = fixedMoment();
    /** Ids of the two lines of a request, approved. */
    const approveBoth = async (cohort: string) => {
      const drafted = await draftRequest(store(), moment, sampleBrief('loomwell', [cohort]));
      const ids: string[] = [];
      for (const { id } of drafted.items)
        ids.push((await store().review.decide(loomwell, id, start, approve(moment)))?.line?.id ?? '');
      return { ids, requestId: drafted.accepted.request.id, brief: drafted.accepted.brief };
    };

    beforeAll(async () => {
      await addBrand(store(), moment);
    });

    it('gives live lines oldest first, whatever is approved between two pages', async () => {
      const { ids, brief } = await approveBoth('pages');
      const filter = { brandIds: loomwell, cohort: 'pages' };
      const first = await store().delivery.liveLines(filter, { limit: 1, cursor: null });
      const later = await approveBoth('pages');
      const rest = await store().delivery.liveLines(filter, { limit: 9, cursor: first.nextCursor });
      expect([...first.data, ...rest.data].map(({ line }) => line.id)).toEqual([...ids, ...later.ids]);
      expect(first.data[0]).toMatchObject({ cohortExternalId: 'pages', campaign: { name: 'The autumn edit' } });
      expect(first.data[0]?.brief.brief).toEqual(brief.brief);
      expect(first.data[0]?.policyHash).toBe((await store().brands.brand('loomwell'))?.release.policyHash);
    });

    it('finds lines by campaign, cohort and request', async () => {
      const { ids, requestId } = await approveBoth('filters');
      const idsOf = async (filter: { campaign?: string; cohort?: string; requestId?: string }) =>
        (await store().delivery.liveLines({ brandIds: loomwell, ...filter }, all)).data.map(({ line }) => line.id);
      expect(await idsOf({ requestId })).toEqual(ids);
      expect(await idsOf({ cohort: 'filters', campaign: 'autumn-edit' })).toEqual(ids);
      expect(await idsOf({ campaign: 'spring-edit' })).toEqual([]);
      expect(await idsOf({ cohort: 'nobody' })).toEqual([]);
      expect(await idsOf({})).toEqual(expect.arrayContaining(ids));
    });

    it('notes a delivery once for each client, and only of lines of that brand', async () => {
      const { ids } = await approveBoth('noted');
      const told: string[] = [];
      const note = (clientId: string, brandId = 'loomwell') =>
        store().delivery.noteDelivered({
          clientId,
          at: moment.now(),
          lines: ids.map((lineId) => ({ brandId, lineId })),
          eventFor: ({ brandId: chain, lineId }) => {
            told.push(`${clientId} ${lineId}`);
            return sampleEvent(moment, chain, { action: 'line.delivered', subject: lineId });
          },
        });
      await note('client_a');
      await note('client_a');
      await note('client_b');
      await note('client_c', 'another-brand');
      expect(told.sort()).toEqual(['client_a', 'client_b'].flatMap((client) => ids.map((id) => `${client} ${id}`)));
    });

    it('notes a delivery once where a client asks twice at once', async () => {
      const { ids } = await approveBoth('noted at once');
      let told = 0;
      const eventFor = ({ brandId }: { brandId: string }) => {
        told++;
        return sampleEvent(moment, brandId, { action: 'line.delivered' });
      };
      const lines = ids.map((lineId) => ({ brandId: 'loomwell', lineId }));
      const act = { clientId: 'client_a', at: moment.now(), lines, eventFor };
      await Promise.all([1, 2, 3, 4].map(() => store().delivery.noteDelivered(act)));
      expect(told).toBe(2);
    });
  });
});

describe('the lines readers may have seen', () => {
  eachStore(({ store }) => {
    const moment = fixedMoment();

    it('are those approved for a cohort of that name, newest first', async () => {
      await addBrand(store(), moment);
      const { items } = await draftRequest(store(), moment, sampleBrief('loomwell', ['readers']));
      const lines = [];
      for (const { id } of items) {
        moment.advance(1_000);
        const ruling = await store().review.decide(loomwell, id, start, approve(moment));
        lines.unshift({
          id: ruling?.line?.id,
          text: ruling?.line?.text,
          campaign: 'The autumn edit',
          at: moment.now(),
        });
      }
      const readers = { brandId: 'loomwell', cohortExternalId: 'readers', since: start };
      expect(await store().neighbours.seenBy(readers)).toEqual(lines);
      expect(await store().neighbours.seenBy({ ...readers, since: moment.now() })).toEqual([lines[0]]);
      expect(await store().neighbours.seenBy({ ...readers, exceptLineId: lines[0]?.id ?? '' })).toEqual([lines[1]]);
      expect(await store().neighbours.seenBy({ ...readers, cohortExternalId: 'others' })).toEqual([]);
      expect(await store().neighbours.seenBy({ ...readers, brandId: 'another-brand' })).toEqual([]);
    });
  });
});
