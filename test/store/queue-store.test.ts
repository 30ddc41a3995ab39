import { describe, expect, it } from 'vitest';
import { addMs } from '../../src/domain/instant.ts';
import type { QueueTab } from '../../src/domain/queue-tab.ts';
import type { QueueLineFilter } from '../../src/ports/queue-store.ts';
import { override as sampleOverride } from '../http/support/samples.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { addBrand, approve, draftRequest } from '../support/sample-acts.ts';
import { sampleBrief, sampleCandidate, sampleFinding, sampleItem, sampleReply } from '../support/samples.ts';
import { eachStore } from '../support/stores.ts';

const all = { limit: 100, cursor: null };
const start = '2026-01-01T00:00:00.000Z';

describe('the lists of the queue', () => {
  eachStore(({ store }) => {
    const moment = fixedMoment();
    let brands = 0;
    /** A brand of the test's own, so that its counts are its own. */
    const newBrand = async () => (await addBrand(store(), moment, `brand-${++brands}`)).id;
    const linesOf = async (brandIds: readonly string[], tab: QueueTab, more: Partial<QueueLineFilter> = {}) =>
      (await store().queue.lines({ brandIds, tab, userId: 'user_a', ...more }, all)).data;
    const textsOf = async (...asked: Parameters<typeof linesOf>) =>
      (await linesOf(...asked)).map(({ candidate }) => candidate.text);
    const countsOf = async (brandId: string) => (await store().queue.counts([brandId], 'user_a', moment.now())).counts;
    const due = (brandId: string, name: string, at: string, size?: number) => {
      const brief = sampleBrief(brandId, [name]);
      const cohorts = brief.cohorts.map((cohort) => ({ ...cohort, ...(size && { size }) }));
      return { ...brief, cohorts, send: { kind: 'at' as const, at } };
    };
    /** A line with a warning comes into a cohort. */
    const warn = async (drafted: Awaited<ReturnType<typeof draftRequest>>, text: string) => {
      const reply = sampleReply(moment, drafted.cohort, { round: 'top-up' });
      const candidate = sampleCandidate(moment, reply, { text, findings: [sampleFinding({ severity: 'warn' })] });
      const item = sampleItem(moment, candidate);
      await store().generation.keepReply(reply, []);
      const { cohortId, id: replyId } = reply;
      const briefId = drafted.accepted.brief.id;
      await store().generation.keepDrafts({
        replyId,
        cohortId,
        briefId,
        candidates: [candidate],
        items: [item],
        events: [],
      });
      return item;
    };

    it('put apologies first, then near dates, then warnings, then large cohorts, then the oldest', async () => {
      const brandId = await newBrand();
      const draft = (brief: Parameters<typeof draftRequest>[2]) => draftRequest(store(), moment, brief);
      await draft(due(brandId, 'later', '2026-12-09T09:00:00.000Z', 9_000));
      await draft(due(brandId, 'small', '2026-12-02T09:00:00.000Z', 10));
      await draft(due(brandId, 'small too', '2026-12-02T09:00:00.000Z', 10));
      await draft(due(brandId, 'large', '2026-12-02T19:00:00.000Z', 5_000));
      await warn(await draft(due(brandId, 'warned', '2026-12-02T20:00:00.000Z')), 'Odd');
      const incident = { reference: 'i-1', happenedAt: start, what: 'A mix-up.', remedy: 'Nothing to do.' };
      await draft({ ...due(brandId, 'sorry', '2027-01-05T09:00:00.000Z'), messageType: 'apology', incident });
      const { data } = await store().review.cohortsWaiting([brandId], all);
      const names = data.map(({ cohort }) => cohort.externalId);
      expect(names).toEqual(['sorry', 'warned', 'large', 'small', 'small too', 'later']);
      expect(data.map(({ warnings }) => warnings)).toEqual([0, 1, 0, 0, 0, 0]);
      const lines = await linesOf([brandId], 'waiting');
      expect([...new Set(lines.map(({ cohort }) => cohort.externalId))]).toEqual(names);
      expect(lines[0]).toMatchObject({ sendAt: '2027-01-05T09:00:00.000Z', campaign: { name: 'The autumn edit' } });
    });

    it('go on where a page ended, over several brands, while lines are decided and come in', async () => {
      const brandIds = [await newBrand(), await newBrand()];
      const drafted = [];
      for (const [index, brandId] of [...brandIds, ...brandIds].entries())
        drafted.push(
          await draftRequest(store(), moment, due(brandId, `c${index}`, `2026-12-0${index + 1}T09:00:00.000Z`)),
        );
      const expected = drafted.flatMap(({ items }) => items.map(({ id }) => id));
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const filter = { brandIds, tab: 'waiting', userId: 'user_a' } as const;
        const page: Awaited<ReturnType<ReturnType<typeof store>['queue']['lines']>> = await store().queue.lines(
          filter,
          {
            limit: 3,
            cursor,
          },
        );
        seen.push(...page.data.map(({ item }) => item?.id ?? ''));
        cursor = page.nextCursor;
        if (seen.length === 3) {
          await store().review.decide(brandIds, seen[1] ?? '', start, approve(moment));
          await draftRequest(store(), moment, due(brandIds[0] ?? '', 'soon', '2026-11-29T09:00:00.000Z'));
        }
      } while (cursor !== null);
      expect(seen).toEqual(expected);
    });

    it('refuse a cursor of another list, or one that was made up', async () => {
      const brandId = await newBrand();
      const made = (after: string) =>
        Buffer.from(JSON.stringify({ v: 1, list: 'queue-lines waiting', after })).toString('base64url');
      for (const cursor of [made('x'), made('["a"]'), made('["a","b","c","d","e"]')])
        await expect(
          store().queue.lines({ brandIds: [brandId], tab: 'waiting', userId: 'user_a' }, { limit: 5, cursor }),
        ).rejects.toMatchObject({ code: 'bad-request' });
    });

    it('hold each line in the tab it belongs to, and count it there', async () => {
      const brandId = await newBrand();
      expect(await countsOf(brandId)).toEqual({
        waiting: 0,
        mine: 0,
        blocked: 0,
        approved: 0,
        rejected: 0,
        expired: 0,
      });
      const { items, cohort } = await draftRequest(store(), moment, sampleBrief(brandId));
      const [first, second] = items;
      expect(await countsOf(brandId)).toMatchObject({ waiting: 2, blocked: 1 });
      await store().review.decide([brandId], first?.id ?? '', start, approve(moment));
      expect(await countsOf(brandId)).toEqual({
        waiting: 1,
        mine: 1,
        blocked: 1,
        approved: 1,
        rejected: 0,
        expired: 0,
      });
      expect(await linesOf([brandId], 'approved')).toMatchObject([
        { item: { id: first?.id, state: 'approved' }, decision: { decidedBy: 'user_a' } },
      ]);
      expect(await linesOf([brandId], 'mine')).toMatchObject([{ item: { id: first?.id } }]);
      expect(await linesOf([brandId], 'mine', { userId: 'user_b' })).toEqual([]);
      expect(await linesOf([brandId], 'waiting')).toMatchObject([{ item: { id: second?.id } }]);
      expect(await linesOf([brandId], 'blocked')).toMatchObject([{ item: null, candidate: { text: 'Too long' } }]);
      expect(await linesOf([brandId], 'rejected')).toEqual([]);
      await store().review.closeCohort([brandId], cohort.id, (found, _counts, pending) => ({
        cohort: found,
        items: pending.map((item) => ({ ...item, state: 'not-needed' as const, version: 2 })),
        decisions: [],
        events: [],
      }));
      expect(await countsOf(brandId)).toMatchObject({ waiting: 0, expired: 1 });
      expect(await linesOf([brandId], 'expired')).toMatchObject([{ item: { id: second?.id, state: 'not-needed' } }]);
      expect((await store().review.cohortsWaiting([brandId], all)).data).toEqual([]);
    });

    it('say of a blocked line what was asked and answered last', async () => {
      const brandId = await newBrand();
      await draftRequest(store(), moment, sampleBrief(brandId));
      const candidateId = (await linesOf([brandId], 'blocked'))[0]?.candidate.id ?? '';
      expect(await linesOf([brandId], 'blocked')).toMatchObject([{ override: null }]);
      for (const state of ['refused', 'asked'] as const)
        await store().overrides.ask([brandId], { candidateId }, start, ({ cohort }) => {
          const ids = { id: moment.newId('override'), brandId, requestId: cohort.requestId, cohortId: cohort.id };
          return { override: { ...sampleOverride, ...ids, candidateId, state }, candidate: null, events: [] };
        });
      expect(await linesOf([brandId], 'blocked')).toMatchObject([{ override: { state: 'asked', candidateId } }]);
    });

    it('are narrowed by campaign, cohort, rule, warnings, age and part of the text', async () => {
      const brandId = await newBrand();
      const one = await draftRequest(store(), moment, sampleBrief(brandId), ['Coats', '100% ÉCRU_jeans!']);
      const other = await draftRequest(
        store(),
        moment,
        { ...sampleBrief(brandId, ['others']), campaign: { externalId: 'other', name: 'Another' } },
        ['Boots', 'Scarves'],
      );
      await warn(one, 'Coats, coats, coats');
      const texts = (more: Partial<QueueLineFilter>) => textsOf([brandId], 'waiting', more);
      expect(await texts({ campaignId: other.accepted.campaign.id })).toEqual(['Boots', 'Scarves']);
      expect(await texts({ cohortId: other.cohort.id })).toEqual(['Boots', 'Scarves']);
      expect(await texts({ rule: 'length' })).toEqual(['Coats, coats, coats']);
      expect(await texts({ hasWarnings: true })).toEqual(['Coats, coats, coats']);
      expect(await texts({ hasWarnings: false, search: 'coat' })).toEqual(['Coats']);
      expect(await texts({ search: 'écru_J' })).toEqual(['100% ÉCRU_jeans!']);
      expect(await texts({ search: '0% é' })).toEqual(['100% ÉCRU_jeans!']);
      for (const search of ['_oat', 'coats%', '!']) expect(await texts({ search })).not.toContain('Coats');
      expect(await texts({ until: start })).toEqual([]);
      expect(await texts({ until: moment.now() })).toHaveLength(5);
      expect(await textsOf([brandId], 'blocked', { rule: 'length', search: 'too' })).toEqual(['Too long', 'Too long']);
    });

    it('change their mark with every decision and every claim, and with nothing else', async () => {
      const brandId = await newBrand();
      const { items } = await draftRequest(store(), moment, sampleBrief(brandId));
      const mark = async () => (await store().queue.counts([brandId], 'user_a', moment.now())).mark;
      const marks = [await mark()];
      expect(await mark()).toBe(marks[0]);
      const claim = { userId: 'user_b', until: '2999-01-01T00:00:00.000Z' };
      const since = moment.now();
      await store().review.claim([brandId], [items[0]?.id ?? ''], claim, since);
      await store().review.claim([brandId], [items[0]?.id ?? ''], claim, addMs(since, 60_000));
      marks.push(await mark());
      const [waiting] = (await store().review.cohortsWaiting([brandId], all)).data;
      expect(waiting?.holders).toEqual([{ ...claim, since, lines: 1 }]);
      expect(
        await store().review.claim([brandId], [items[0]?.id ?? ''], { ...claim, userId: 'user_a' }, moment.now()),
      ).toEqual([]);
      const taken = await store().review.claim(
        [brandId],
        [items[0]?.id ?? ''],
        { ...claim, userId: 'user_a' },
        addMs(since, 120_000),
        true,
      );
      expect(taken).toMatchObject([{ claim: { userId: 'user_a', since: addMs(since, 120_000) } }]);
      marks.push(await mark());
      await store().review.decide([brandId], items[0]?.id ?? '', start, approve(moment));
      marks.push(await mark());
      expect(new Set(marks).size).toBe(4);
    });

    it('tell the last lines that the readers of a cohort got', async () => {
      const brandId = await newBrand();
      const { items, cohort } = await draftRequest(store(), moment, sampleBrief(brandId, ['readers']));
      expect(await store().queue.seenLines([brandId], cohort.id, start, 5)).toEqual([]);
      await store().review.decide([brandId], items[0]?.id ?? '', start, approve(moment));
      await store().review.decide([brandId], items[1]?.id ?? '', start, approve(moment));
      expect(await store().queue.seenLines([brandId], cohort.id, start, 1)).toMatchObject([
        { text: 'What your linen shirt was missing', campaign: 'The autumn edit' },
      ]);
      expect(await store().queue.seenLines(['none'], cohort.id, start, 1)).toBeNull();
    });
  });
});
