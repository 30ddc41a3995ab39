import { beforeAll, describe, expect, it } from 'vitest';
import { addMs } from '../../src/domain/instant.ts';
import { Problem } from '../../src/domain/problem.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { addBrand, approve, draftRequest } from '../support/sample-acts.ts';
import { sampleBrief, sampleCandidate, sampleEvent } from '../support/samples.ts';
import { eachStore } from '../support/stores.ts';

const loomwell = ['loomwell'];
const start = '2026-01-01T00:00:00.000Z';

describe('the review store', () => {
  eachStore(({ store }) => {
    const moment = fixedMoment();
    beforeAll(async () => {
      await addBrand(store(), moment);
    });

    it('gives entries oldest first, with their lines', async () => {
      const { accepted, items, candidates } = await draftRequest(store(), moment);
      const filter = { brandIds: loomwell, requestId: accepted.request.id, state: 'pending' as const };
      const page = await store().review.entries(filter, { limit: 1, cursor: null });
      const rest = await store().review.entries(filter, { limit: 5, cursor: page.nextCursor });
      expect([...page.data, ...rest.data]).toEqual(
        items.map((item, index) => ({
          item,
          candidate: candidates[index],
          decision: null,
          line: null,
          undoUntil: null,
          override: null,
          origin: { usage: expect.objectContaining({ calls: 1 }), note: null },
        })),
      );
      expect(rest.nextCursor).toBeNull();
    });

    it('says what drafting a line used, as its history does', async () => {
      const { items } = await draftRequest(store(), moment);
      for (const { id, candidateId } of items) {
        const history = await store().evidence.candidateHistory(loomwell, candidateId);
        expect(history?.usage).not.toBeNull();
        expect((await store().review.entry(loomwell, id))?.origin.usage).toEqual(history?.usage);
      }
    });

    it('lists cohorts with something to decide, with their counts', async () => {
      const { cohort, accepted } = await draftRequest(store(), moment);
      const page = await store().review.cohortsWaiting(loomwell, { limit: 100, cursor: null });
      const found = page.data.find((each) => each.cohort.id === cohort.id);
      expect(found).toMatchObject({ cohort: { state: 'in-review' }, counts: { pending: 2 } });
      expect(found?.brief).toMatchObject({ id: accepted.brief.id });
      expect(page.data.map((each) => each.cohort.id)).not.toContain(accepted.cohorts[1]?.id);
      expect(await store().review.queueCohort(loomwell, cohort.id)).toEqual(found);
    });

    it('lets one person hold an item until the claim is over', async () => {
      const { items } = await draftRequest(store(), moment);
      const ids = items.map(({ id }) => id);
      const claim = (userId: string, now: string) =>
        store().review.claim(loomwell, ids, { userId, until: addMs(now, 60_000) }, now);
      const now = moment.now();
      expect((await claim('user_a', now)).map(({ id }) => id)).toEqual(ids);
      expect(await claim('user_b', now)).toEqual([]);
      expect((await claim('user_a', addMs(now, 1_000))).map(({ version }) => version)).toEqual([1, 1]);
      await store().review.release(loomwell, ids, 'user_b');
      expect((await store().review.entry(loomwell, ids[0] ?? ''))?.item.claim?.userId).toBe('user_a');
      expect((await claim('user_b', addMs(now, 120_000))).length).toBe(2);
      await store().review.release(loomwell, ids, 'user_b');
      expect((await store().review.entry(loomwell, ids[0] ?? ''))?.item.claim).toBeNull();
    });

    it('decides an item: the ruling, its line and its event are all there afterwards', async () => {
      const { items, candidates, cohort } = await draftRequest(store(), moment);
      const id = items[0]?.id ?? '';
      const ruling = await store().review.decide(loomwell, id, start, (of) => {
        expect(of).toMatchObject({ item: items[0], candidate: candidates[0], decision: null, seen: expect.anything() });
        expect(of).toMatchObject({ brand: { id: 'loomwell' }, counts: { pending: 2 }, cohort: { id: cohort.id } });
        const plain = approve(moment)(of);
        return {
          ...plain,
          decision: { ...plain.decision, comment: 'Nice \0' },
          cohort: { ...plain.cohort, state: 'ready' },
        };
      });
      expect(await store().review.entry(loomwell, id)).toEqual({
        item: ruling?.item,
        candidate: candidates[0],
        decision: ruling?.decision,
        line: ruling?.line,
        undoUntil: ruling?.line?.releasedAt,
        override: null,
        origin: expect.objectContaining({ note: null }),
      });
      const line = await store().delivery.line(loomwell, ruling?.line?.id ?? '');
      expect(line?.line).toEqual(ruling?.line);
      expect(line?.cohortExternalId).toBe('linen-buyers');
      expect((await store().generation.cohort(loomwell, cohort.id))?.state).toBe('ready');
      const [event] = (await store().evidence.eventPage({ brandIds: loomwell }, { limit: 1, cursor: null })).data;
      expect(event).toMatchObject({ action: 'line.approved', subject: id });
    });

    it('keeps the text a reviewer wrote as a candidate of its own', async () => {
      const { items, reply, candidates } = await draftRequest(store(), moment);
      const edited = sampleCandidate(moment, reply, {
        text: 'Jeans for your linen shirt',
        provenance: { writer: 'person', userId: 'user_a', editedFrom: candidates[0]?.id ?? null },
      });
      const ruling = await store().review.decide(
        loomwell,
        items[0]?.id ?? '',
        start,
        approve(moment, 'user_a', { edited }),
      );
      const history = await store().evidence.candidateHistory(loomwell, edited.id);
      expect(history).toMatchObject({ candidate: edited, reply: null, item: ruling?.item, decision: ruling?.decision });
      expect(history?.line?.text).toBe('Jeans for your linen shirt');
    });

    it('lets exactly one of two decisions at once win', async () => {
      const { items } = await draftRequest(store(), moment);
      const id = items[0]?.id ?? '';
      const both = await Promise.allSettled([
        store().review.decide(loomwell, id, start, approve(moment, 'user_a')),
        store().review.decide(loomwell, id, start, approve(moment, 'user_b')),
      ]);
      const lost = both.filter((each) => each.status === 'rejected');
      expect(lost).toHaveLength(1);
      expect(lost[0]?.reason).toMatchObject({ code: 'already-decided' });
      const won = both.find((each) => each.status === 'fulfilled');
      expect((await store().review.entry(loomwell, id))?.decision).toEqual(won?.value?.decision);
    });

    it('undoes everything where the judge throws', async () => {
      const { items, cohort } = await draftRequest(store(), moment);
      const before = await store().evidence.chains();
      const refusal = new Problem('blocked-by-policy', 'No.');
      const decision = store().review.decide(loomwell, items[0]?.id ?? '', start, () => {
        throw refusal;
      });
      await expect(decision).rejects.toBe(refusal);
      expect(await store().evidence.chains()).toEqual(before);
      expect((await store().generation.cohortWork(cohort.id))?.counts.pending).toBe(2);
    });

    it('undoes everything where an event cannot be written', async () => {
      const { items } = await draftRequest(store(), moment);
      const event = sampleEvent(moment);
      const act = (id: string) =>
        store().review.decide(loomwell, id, start, (of) => ({ ...approve(moment)(of), events: [event] }));
      await act(items[0]?.id ?? '');
      await expect(act(items[1]?.id ?? '')).rejects.toThrow();
      expect(await store().review.entry(loomwell, items[1]?.id ?? '')).toMatchObject({
        item: { state: 'pending' },
        decision: null,
      });
    });

    it('holds an item against the lines its readers saw, not against lines from before the window', async () => {
      const brief = sampleBrief('loomwell', ['only-here']);
      const first = await draftRequest(store(), moment, brief);
      const ruling = await store().review.decide(loomwell, first.items[0]?.id ?? '', start, approve(moment));
      const seen: unknown[] = [];
      const look = async (since: string) => {
        const decision = store().review.decide(loomwell, first.items[1]?.id ?? '', since, (of) => {
          seen.push(of.seen);
          throw new Problem('cohort-busy', 'Only looking.');
        });
        await expect(decision).rejects.toThrow('Only looking.');
      };
      await look(start);
      await look(addMs(moment.now(), 1));
      const { line } = ruling ?? {};
      expect(seen).toEqual([
        [{ id: line?.id, text: line?.text, campaign: 'The autumn edit', at: line?.approvedAt }],
        [],
      ]);
    });

    it('puts the pending items of a cohort away at once', async () => {
      const { cohort, items } = await draftRequest(store(), moment);
      const closed = await store().review.closeCohort(loomwell, cohort.id, (found, counts, pending) => {
        expect(counts.pending).toBe(2);
        expect(pending).toEqual(items);
        return {
          cohort: { ...found, state: 'ready', reason: null },
          items: pending.map((item) => ({ ...item, state: 'not-needed' as const, version: 2 })),
          decisions: pending.map((item) => ({
            id: moment.newId('decision'),
            brandId: item.brandId,
            itemId: item.id,
            kind: 'not-needed' as const,
            candidateId: null,
            isFirstOfTwo: false,
            reason: null,
            warningsPassed: null,
            comment: null,
            decidedBy: 'user_a',
            decidedAt: moment.now(),
          })),
          events: [sampleEvent(moment, 'loomwell', { action: 'cohort.closed' })],
        };
      });
      expect(closed?.items).toHaveLength(2);
      const entries = await store().review.entries(
        { brandIds: loomwell, cohortId: cohort.id },
        { limit: 9, cursor: null },
      );
      expect(entries.data.map(({ item, decision }) => [item.state, decision?.kind])).toEqual([
        ['not-needed', 'not-needed'],
        ['not-needed', 'not-needed'],
      ]);
    });

    it('gives null for what is not there', async () => {
      const never = () => {
        throw new Error('never asked');
      };
      expect(await store().review.decide(loomwell, 'item_none', start, never)).toBeNull();
      expect(await store().review.closeCohort(loomwell, 'coh_none', never)).toBeNull();
      expect(await store().review.entry(loomwell, 'item_none')).toBeNull();
      expect(await store().review.queueCohort(loomwell, 'coh_none')).toBeNull();
    });
  });
});
