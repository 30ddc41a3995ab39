import { describe, expect, it } from 'vitest';
import { lineDelivery } from '../../src/delivery/line-delivery.ts';
import type { ApprovedLine } from '../../src/domain/approved-line.ts';
import { compilePolicy } from '../../src/guardrails/compile-policy.ts';
import { compiledPolicies } from '../../src/guardrails/compiled-policies.ts';
import { defaultPolicy } from '../../src/guardrails/default-policy.ts';
import { publishingPolicies } from '../../src/policies/publish-policy.ts';
import { ada, approveItem, draftedCohorts, tool } from '../support/approved-lines.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { addRealBrand } from '../support/real-brand.ts';
import { sampleBrand, sampleEvent, sampleRelease } from '../support/samples.ts';
import { eachStore } from '../support/stores.ts';

describe('polling for lines that changed', () => {
  eachStore(({ store }) => {
    const moment = fixedMoment();
    const delivery = () => lineDelivery({ store: store().delivery, brands: store().brands, moment });
    const approve = (brandId: string, itemId = '') => approveItem({ store: store(), moment }, brandId, itemId);
    let brands = 0;
    const drafted = async (cohorts: readonly string[]) => {
      const brandId = `poll-${++brands}`;
      await addRealBrand(store(), moment, brandId);
      return { brandId, ...(await draftedCohorts({ store: store(), moment }, brandId, cohorts)) };
    };
    const poll = (brandIds: readonly string[], page: { cursor?: string; updatedAfter?: string; limit?: number } = {}) =>
      delivery().changes(tool, { brandIds }, { limit: 100, cursor: null, updatedAfter: null, ...page });
    const idsOf = ({ data }: Awaited<ReturnType<typeof poll>>) => data.map(({ line }) => line.line.id);

    it('tells every line once, then only what is new', async () => {
      const { brandId, items } = await drafted(['linen', 'lapsed']);
      const first = await approve(brandId, items[0]?.[0]);
      const begun = await poll([brandId]);
      expect([idsOf(begun), begun.hasMore]).toEqual([[first.id], false]);
      expect(idsOf(await poll([brandId], { cursor: begun.nextCursor }))).toEqual([]);
      const second = await approve(brandId, items[1]?.[0]);
      const next = await poll([brandId], { cursor: begun.nextCursor });
      expect(idsOf(next)).toEqual([second.id]);
      // Having fetched the line is no change of it.
      expect(idsOf(await poll([brandId], { cursor: next.nextCursor }))).toEqual([]);
    });

    it('begins at an instant', async () => {
      const { brandId, items } = await drafted(['linen']);
      await approve(brandId, items[0]?.[0]);
      moment.advance(1_000);
      const updatedAfter = moment.now();
      expect(idsOf(await poll([brandId], { updatedAfter }))).toEqual([]);
      const second = await approve(brandId, items[0]?.[1]);
      expect(idsOf(await poll([brandId], { updatedAfter }))).toEqual([second.id]);
    });

    it('gives pages of any size, nothing left out and nothing twice', async () => {
      const { brandId, items } = await drafted(['a', 'b', 'c']);
      const other = await drafted(['d']);
      const expected: string[] = [];
      for (const id of items.flat()) expected.push((await approve(brandId, id)).id);
      for (const id of other.items.flat()) expected.push((await approve(other.brandId, id)).id);
      for (const limit of [1, 3, 100]) {
        const seen: string[] = [];
        let page = await poll([brandId, other.brandId], { limit });
        seen.push(...idsOf(page));
        while (page.hasMore) {
          page = await poll([brandId, other.brandId], { limit, cursor: page.nextCursor });
          seen.push(...idsOf(page));
        }
        expect(seen).toEqual(expected);
      }
    });

    it('tells of a line that a new policy voided, with the reason and to be dropped', async () => {
      const { brandId, items } = await drafted(['linen']);
      const line = await approve(brandId, items[0]?.[0]);
      const { nextCursor } = await poll([brandId]);
      const length = defaultPolicy.rules['length'];
      if (!length) throw new Error('the default policy has a length');
      const rules = {
        ...defaultPolicy.rules,
        length: { ...length, options: { ...length.options, warnAt: 20, max: 20 } },
      };
      const policy = { ...defaultPolicy, rules };
      const { policyHash } = compilePolicy(policy);
      const release = sampleRelease(moment, brandId, { policy, policyHash, state: 'draft', publishedAt: null });
      await store().brands.addDraft(sampleBrand(brandId), release, [sampleEvent(moment, brandId)]);
      await publishingPolicies({ store: store().brands, moment, compiled: compiledPolicies() })(
        brandId,
        release.id,
        ada.actor,
      );
      const { data } = await poll([brandId], { cursor: nextCursor });
      expect(data.map(({ line: { line: each }, reason }) => [each.id, each.state, reason])).toEqual([
        [line.id, 'void', expect.stringContaining('length')],
      ]);
    });

    it('tells of lines that run out, page by page, although nobody did anything', async () => {
      const { brandId, items } = await drafted(['linen', 'lapsed']);
      const lines: ApprovedLine[] = [];
      for (const id of items.flat()) lines.push(await approve(brandId, id));
      const { nextCursor } = await poll([brandId]);
      const then = { ...moment, now: () => lines[0]?.validUntil ?? '' };
      const later = lineDelivery({ store: store().delivery, brands: store().brands, moment: then });
      const seen: string[] = [];
      let cursor = nextCursor;
      for (let pages = 0, hasMore = true; hasMore && pages < 9; pages++) {
        const page = await later.changes(tool, { brandIds: [brandId] }, { limit: 3, cursor, updatedAfter: null });
        seen.push(...page.data.map(({ line, reason }) => `${line.line.id} ${reason}`));
        ({ nextCursor: cursor, hasMore } = page);
      }
      expect(seen).toEqual(lines.map(({ id, validUntil }) => `${id} the line was valid until ${validUntil}`));
      const after = await later.changes(tool, { brandIds: [brandId] }, { limit: 3, cursor, updatedAfter: null });
      expect(after.data).toEqual([]);
    });

    it('loses nothing that is written while it reads', async () => {
      const cohorts = Array.from({ length: 9 }, (_, at) => `cohort-${at}`);
      const { brandId, items } = await drafted(cohorts);
      const written: string[] = [];
      const seen: string[] = [];
      let isWriting = true;
      const writers = [0, 1, 2].map(async (writer) => {
        for (const [at, id] of items.flat().entries())
          if (at % 3 === writer) written.push((await approve(brandId, id)).id);
      });
      const reader = (async () => {
        let cursor: string | undefined;
        for (let isLast = false; !isLast; ) {
          isLast = !isWriting;
          const page = await poll([brandId], { limit: 2, ...(cursor !== undefined && { cursor }) });
          seen.push(...idsOf(page));
          cursor = page.nextCursor;
          isLast &&= !page.hasMore;
        }
      })();
      await Promise.all(writers);
      isWriting = false;
      await reader;
      expect(seen.toSorted()).toEqual(written.toSorted());
    });

    it('says nothing of another brand, and takes no cursor that is none', async () => {
      const { brandId, items } = await drafted(['linen']);
      await approve(brandId, items[0]?.[0]);
      const ours = await poll([brandId]);
      expect(idsOf(await poll(['elsewhere']))).toEqual([]);
      expect(idsOf(await poll([], { cursor: ours.nextCursor }))).toEqual([]);
      await expect(poll([brandId], { cursor: 'bm9uZQ' })).rejects.toMatchObject({ code: 'bad-request' });
    });
  });
});
