import { beforeAll, describe, expect, it } from 'vitest';
import { hearingBack } from '../../src/delivery/hearing-back.ts';
import { lineDelivery } from '../../src/delivery/line-delivery.ts';
import { lineLibrary } from '../../src/delivery/line-library.ts';
import { recallingLines } from '../../src/delivery/recall-line.ts';
import { LineStanding } from '../../src/domain/approved-line.ts';
import { defaultPolicy, onlyRules } from '../../src/guardrails/default-policy.ts';
import { dialects } from '../../src/guardrails/text/merge-tags/dialects.ts';
import type { LibraryFilter } from '../../src/ports/library-store.ts';
import { ada, approveItem, tool } from '../support/approved-lines.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { addRealBrand } from '../support/real-brand.ts';
import { draftCohort, draftRequest } from '../support/sample-acts.ts';
import { sampleBrief } from '../support/samples.ts';
import { eachStore } from '../support/stores.ts';

const brandIds = ['shelf'];
const all = { limit: 100, cursor: null };
const texts = ['Ärmel wie im Süden, 40% leichter', 'A_shirt \\ for \ud83d the South'] as const;
const others = ['Trousers \u0000 that keep their line', 'Ｗｉｄｅ trousers, narrow price'] as const;

describe('the library', () => {
  eachStore(({ store }) => {
    const moment = fixedMoment();
    const library = () => lineLibrary({ store: store().library, moment });
    const delivery = () => lineDelivery({ store: store().delivery, brands: store().brands, moment });
    const ids: string[] = [];
    const found = async (filter: Omit<LibraryFilter, 'brandIds'>) =>
      (await library().list({ brandIds, ...filter }, all)).data.map(({ line }) => ids.indexOf(line.line.id));

    beforeAll(async () => {
      // Texts that no brand would approve must be found as well.
      await addRealBrand(store(), moment, 'shelf', onlyRules(defaultPolicy, ['length']));
      const { accepted, items } = await draftRequest(store(), moment, sampleBrief('shelf'), texts);
      const second = accepted.cohorts[1];
      if (!second) throw new Error('the brief has two cohorts');
      const more = (await draftCohort(store(), moment, second, others)).items;
      for (const { id } of [...items, ...more]) {
        ids.push((await approveItem({ store: store(), moment }, 'shelf', id)).id);
        moment.advance(60 * 60 * 1000);
      }
    });

    it('finds a piece of a text in any case, and takes every character for itself', async () => {
      expect(await found({})).toEqual([3, 2, 1, 0]);
      expect(await found({ text: 'ÄRMEL WIE' })).toEqual([0]);
      expect(await found({ text: 'wide TROUSERS' })).toEqual([3]);
      expect(await found({ text: '40%' })).toEqual([0]);
      expect(await found({ text: '%' })).toEqual([0]);
      expect(await found({ text: 'a_shirt \\ for \ud83d' })).toEqual([1]);
      expect(await found({ text: 'aXshirt' })).toEqual([]);
      expect(await found({ text: '\u0000 that' })).toEqual([2]);
      expect(await found({ text: '!' })).toEqual([]);
      expect(await found({ text: "'; drop table approved_lines; --" })).toEqual([]);
    });

    it('narrows by campaign, cohort, writer, approver and time', async () => {
      expect(await found({ campaign: 'autumn-edit', cohort: 'lapsed' })).toEqual([3, 2]);
      expect(await found({ campaign: 'another' })).toEqual([]);
      expect(await found({ writer: 'person' })).toEqual([]);
      expect(await found({ approvedBy: 'user_ada' })).toHaveLength(4);
      expect(await found({ approvedBy: 'user_nobody' })).toEqual([]);
      const [second] = (await library().list({ brandIds, text: 'a_shirt' }, all)).data;
      const approvedAt = second?.line.line.approvedAt ?? '';
      expect(await found({ approvedFrom: approvedAt })).toEqual([3, 2, 1]);
      expect(await found({ approvedBefore: approvedAt })).toEqual([0]);
    });

    it('goes on where the page before ended', async () => {
      const first = await library().list({ brandIds }, { limit: 3, cursor: null });
      const rest = await library().list({ brandIds }, { limit: 3, cursor: first.nextCursor });
      expect([...first.data, ...rest.data].map(({ line }) => ids.indexOf(line.line.id))).toEqual([3, 2, 1, 0]);
      expect(rest.nextCursor).toBeNull();
      await expect(library().list({ brandIds }, { limit: 3, cursor: 'bm8' })).rejects.toMatchObject({
        code: 'bad-request',
      });
    });

    it('offers what there is to narrow by', async () => {
      expect(await library().choices(brandIds)).toEqual({
        campaigns: [{ brandId: 'shelf', externalId: 'autumn-edit', name: 'The autumn edit' }],
        cohorts: ['lapsed', 'linen-buyers'],
        approvers: ['user_ada'],
      });
      expect((await library().choices(brandIds, 'another')).cohorts).toEqual([]);
      expect(library().dialects).toHaveLength(dialects.length);
    });

    it('says where a line was used, and what came of it', async () => {
      const id = ids[0] ?? '';
      const heard = hearingBack({ store: store().outcomes, brands: store().brands, moment });
      await delivery().read(tool, brandIds, id);
      const use = { lineId: id, usedAt: moment.now() };
      for (const send of ['mail-1', 'mail-1', 'mail-2'])
        await heard.acknowledge(tool, brandIds, [{ ...use, send: { externalId: send } }]);
      const counts = { lineId: id, send: { externalId: 'mail-1' }, day: '2026-11-24' };
      await heard.report(tool, brandIds, [{ ...counts, sends: 90, opens: 30 }]);
      await heard.report(tool, brandIds, [{ ...counts, sends: 100, opens: 30 }]);
      await heard.report(tool, brandIds, [{ ...counts, send: { externalId: 'mail-2' }, sends: 10 }]);
      const record = await library().read(brandIds, id);
      const reach = {
        ...{ tools: 1, firstFetchedAt: moment.now(), sends: 2, lastUsedAt: moment.now() },
        ...{ readers: 110, opens: 30, clicks: null },
      };
      expect(record.reach).toEqual(reach);
      expect((await library().list({ brandIds, text: 'ärmel' }, all)).data[0]?.reach).toEqual(reach);
      expect(record.deliveries).toEqual([{ clientId: 'client_1', client: null, deliveredAt: moment.now() }]);
      expect(record.acknowledgements.map(({ send }) => send.externalId)).toEqual(['mail-2', 'mail-1']);
      expect(record.outcomes.map(({ revision }) => revision)).toEqual([1, 2]);
      expect(record).toMatchObject({ approved: 2, areFactsInForce: true });
      expect(record.policyPublishedAt).not.toBeNull();
    });

    it('tells how a line stands, by the same words as the filter', async () => {
      const recall = recallingLines({ store: store().lines, moment });
      await recall(ada, brandIds, ids[1] ?? '', 'The shirt is sold out.');
      const standings = async () =>
        Promise.all(LineStanding.options.map(async (standing) => [standing, await found({ standing })]));
      expect(Object.fromEntries(await standings())).toEqual({
        ...{ live: [3, 2, 0], 'in-grace': [], void: [], recalled: [1], expired: [], undone: [] },
      });
      expect(await found({})).toEqual([3, 2, 1, 0]);
      const { standing, heldBecause } = await library().read(brandIds, ids[1] ?? '');
      expect([standing, heldBecause]).toEqual(['recalled', 'The shirt is sold out.']);

      moment.advance(365 * 24 * 60 * 60 * 1000);
      expect(await found({ standing: 'expired' })).toEqual([3, 2, 0]);
      expect(await found({ standing: 'live' })).toEqual([]);
      for (const { standing: each } of (await library().list({ brandIds, standing: 'expired' }, all)).data)
        expect(each).toBe('expired');
    });
  });
});
