import { beforeAll, describe, expect, it } from 'vitest';
import { expiringDue } from '../../src/delivery/expire-due.ts';
import { lineDelivery } from '../../src/delivery/line-delivery.ts';
import type { Caller } from '../../src/domain/access.ts';
import { ReviewSettings } from '../../src/domain/brand.ts';
import type { Decision } from '../../src/domain/decision.ts';
import { addMs } from '../../src/domain/instant.ts';
import { cancelling } from '../../src/generate/cancel.ts';
import { compiledPolicies } from '../../src/guardrails/compiled-policies.ts';
import { closingCohorts } from '../../src/review/close-cohort.ts';
import { deciding } from '../../src/review/decide.ts';
import { reviewQueue } from '../../src/review/review-queue.ts';
import { undoingDecisions } from '../../src/review/undo-decision.ts';
import { writingLines } from '../../src/review/write-line.ts';
import { tool } from '../support/approved-lines.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { addRealBrand } from '../support/real-brand.ts';
import { draftRequest } from '../support/sample-acts.ts';
import { sampleBrief } from '../support/samples.ts';
import { eachStore } from '../support/stores.ts';

const brandIds = ['loomwell'];
const page = { limit: 100, cursor: null };
const approve = { kind: 'approve', warningsPassed: 'on-purpose' } as const;
const reject = { kind: 'reject', reason: 'off-brand-voice' } as const;
const edit = (text: string) => ({ kind: 'approve-edited', text, warningsPassed: 'on-purpose' }) as const;
const refused = (code: string) => expect.objectContaining({ code });

function person(id: string): Caller {
  return { actor: { kind: 'user', id }, name: id, memberships: [], scopes: null };
}

describe('a line that two people must approve', () => {
  eachStore(({ store }) => {
    let now = fixedMoment().now();
    const moment = { ...fixedMoment(), now: () => now };
    const [ada, ben, cleo] = [person('user_ada'), person('user_ben'), person('user_cleo')];
    const compiled = compiledPolicies();
    beforeAll(async () => {
      const fourEyes = { cohortSize: 50_000, rules: ['emoji'] };
      const review = ReviewSettings.parse({ releaseGraceSeconds: 0, fourEyes });
      await addRealBrand(store(), moment, 'loomwell', undefined, { review });
    });

    const drafted = async (size = 60_000) => {
      const brief = sampleBrief('loomwell', [moment.newId('cohort')]);
      const sized = { ...brief, cohorts: brief.cohorts.map((cohort) => ({ ...cohort, size })) };
      const { items, cohort, accepted } = await draftRequest(store(), moment, sized);
      const [first, second] = items;
      if (!first || !second) throw new Error('two lines are in review');
      return { first, second, cohort, requestId: accepted.request.id };
    };
    const entryOf = async (itemId: string) => {
      const entry = await store().review.entry(brandIds, itemId);
      if (!entry) throw new Error('the line is in review');
      return entry;
    };
    const decide = async (caller: Caller, itemId: string, decision: Decision) =>
      deciding({ store: store().review, moment, compiled })(
        caller,
        brandIds,
        itemId,
        (await entryOf(itemId)).item.version,
        decision,
      );
    const undo = async (caller: Caller, itemId: string) =>
      undoingDecisions({ store: store().review, moment })(
        caller,
        brandIds,
        itemId,
        (await entryOf(itemId)).item.version,
      );
    const delivered = async (requestId: string) => {
      const delivery = lineDelivery({ moment, store: store().delivery, brands: store().brands });
      return (await delivery.list(tool, { brandIds, requestId }, page)).lines.map(({ line }) => line.text);
    };
    const actions = async () =>
      (await store().evidence.eventPage({ brandIds }, { limit: 3, cursor: null })).data.map(({ action }) => action);

    it('is approved once by the first, and nothing of it is handed out or counted before the second', async () => {
      const { first, cohort, requestId } = await drafted();
      const once = await decide(ada, first.id, approve);
      expect(once).toMatchObject({
        item: { state: 'approved-once', firstApproval: { userId: 'user_ada', candidateId: first.candidateId } },
        decision: { kind: 'approve', isFirstOfTwo: true },
        line: null,
        cohort: { state: 'in-review' },
      });
      expect(await actions()).toContain('item.approved-once');
      expect(await delivered(requestId)).toEqual([]);
      const waiting = await store().review.queueCohort(brandIds, cohort.id);
      expect(waiting?.counts).toMatchObject({ pending: 2, approvedOnce: 1, approved: 0 });

      await expect(decide(ada, first.id, approve)).rejects.toEqual(refused('needs-another-person'));
      const { line, item, decision } = await decide(ben, first.id, approve);
      expect([item.state, line?.approvedBy, decision.isFirstOfTwo]).toEqual(['approved', 'user_ben', false]);
      expect(await delivered(requestId)).toEqual([line?.text]);
      const after = await store().review.queueCohort(brandIds, cohort.id);
      expect(after?.counts).toMatchObject({ pending: 1, approvedOnce: 0, approved: 1 });
      const history = await store().evidence.candidateHistory(brandIds, first.candidateId);
      expect(history).toMatchObject({
        decision: { decidedBy: 'user_ben' },
        firstApprovals: [{ decidedBy: 'user_ada' }],
        undone: [],
      });
    });

    it('needs one approval in a small cohort, and two where its text carries a finding of a rule that is named', async () => {
      const { first, second } = await drafted(100);
      expect((await decide(ada, first.id, approve)).item.state).toBe('approved');
      const { item, events } = await decide(ada, second.id, edit('Belts for linen days 👖👖👖'));
      expect(item.state).toBe('approved-once');
      expect(events[0]?.details['asked']).toEqual(['emoji']);
    });

    it('starts anew with an edit, whose author is not its second approver', async () => {
      const { first } = await drafted();
      await decide(ada, first.id, edit('Belts for linen days'));
      expect((await entryOf(first.id)).candidate.text).toBe('Belts for linen days');
      const { item, line } = await decide(ben, first.id, edit('Belts for linen days to come'));
      expect([item.state, item.firstApproval?.userId, line]).toEqual(['approved-once', 'user_ben', null]);
      await expect(decide(ben, first.id, approve)).rejects.toEqual(refused('needs-another-person'));
      // Ada approved another text; this one she may.
      expect((await decide(ada, first.id, approve)).line?.text).toBe('Belts for linen days to come');
    });

    it('is not approved second by whoever wrote it', async () => {
      const { cohort } = await drafted();
      const write = writingLines({ store: store().review, moment, compiled });
      const { item } = await write(ada, brandIds, cohort.id, { text: 'Trousers for linen shirts', preheader: null });
      const itemId = item?.id ?? '';
      await decide(ben, itemId, approve);
      await expect(decide(ada, itemId, approve)).rejects.toEqual(refused('needs-another-person'));
      await expect(decide(ben, itemId, approve)).rejects.toEqual(refused('needs-another-person'));
      expect((await decide(cleo, itemId, approve)).line?.writer).toBe('person');
    });

    it('ends with a rejection by the second', async () => {
      const { first, second } = await drafted();
      await decide(ada, first.id, approve);
      expect((await decide(ben, first.id, reject)).item.state).toBe('rejected');
      expect((await decide(ben, second.id, reject)).cohort.state).toBe('exhausted');
    });

    it('waits again as before each decision that is undone', async () => {
      const { first } = await drafted();
      await decide(ada, first.id, approve);
      now = addMs(now, 3_600_000);
      await expect(undo(ben, first.id)).rejects.toEqual(refused('not-allowed'));
      expect((await undo(ada, first.id)).item).toMatchObject({ state: 'pending', firstApproval: null });

      await decide(ada, first.id, edit('Shoes for linen days'));
      await decide(ben, first.id, edit('Shoes for your linen days'));
      expect((await undo(ben, first.id)).item).toMatchObject({
        state: 'approved-once',
        firstApproval: { userId: 'user_ada' },
      });
      expect((await entryOf(first.id)).candidate.text).toBe('Shoes for linen days');
      await expect(decide(ada, first.id, approve)).rejects.toEqual(refused('needs-another-person'));
      expect((await undo(ada, first.id)).item.state).toBe('pending');
      expect((await entryOf(first.id)).candidate.id).toBe(first.candidateId);
      expect((await entryOf(first.id)).decision).toBeNull();
    });

    it('is checked again under the policy in force when the second approves', async () => {
      const { first } = await drafted();
      await decide(ada, first.id, edit('Caps for linen days'));
      // These readers have had the same words from another line by then.
      const second = await store().review.entries({ brandIds, cohortId: first.cohortId, state: 'pending' }, page);
      const other = second.data[0]?.item.id ?? '';
      await decide(ada, other, edit('Caps for linen days'));
      await decide(ben, other, approve);
      await expect(decide(ben, first.id, { kind: 'approve' })).rejects.toEqual(refused('blocked-by-policy'));
      expect((await entryOf(first.id)).item.state).toBe('approved-once');
    });

    it('is not held by whoever approved it first', async () => {
      const { first, second, cohort } = await drafted();
      await decide(ada, first.id, approve);
      const queue = reviewQueue({ store: store().review, moment });
      expect((await queue.claim(ada, brandIds, cohort.id, false)).map(({ id }) => id)).toEqual([second.id]);
      expect((await queue.claim(ben, brandIds, cohort.id, false)).map(({ id }) => id)).toEqual([first.id]);
      await queue.release(ben, brandIds, cohort.id);
      expect((await entryOf(first.id)).item.claim).toBeNull();
    });

    it('keeps its cohort in the queue, is put away with it, and is cancelled with it', async () => {
      const one = await drafted(100);
      await decide(ada, one.first.id, edit('Scarves 👖👖👖 for linen'));
      const waiting = await store().review.cohortsWaiting(brandIds, page);
      expect(waiting.data.map(({ cohort }) => cohort.id)).toContain(one.cohort.id);
      const listed = {
        brandIds,
        tab: 'waiting',
        userId: 'user_ben',
        cohortId: one.cohort.id,
        search: 'scarves',
      } as const;
      const lines = await store().queue.lines(listed, page);
      expect(lines.data).toMatchObject([
        {
          item: { state: 'approved-once' },
          candidate: { text: 'Scarves 👖👖👖 for linen' },
          decision: { decidedBy: 'user_ada' },
        },
      ]);
      const cancel = cancelling({ store: store().generation, moment });
      await cancel.cohort(ada, brandIds, one.cohort.id);
      expect((await entryOf(one.first.id)).item.state).toBe('not-needed');

      const two = await drafted();
      await decide(ada, two.first.id, approve);
      await decide(ben, two.first.id, approve);
      await decide(ada, two.second.id, edit('Hats for linen days'));
      const close = closingCohorts({ store: store().review, moment });
      await expect(close(ada, brandIds, two.cohort.id)).rejects.toEqual(refused('lines-still-needed'));
    });

    it('counts one line for the pace of review, however many approvals it took', async () => {
      const { first } = await drafted();
      const since = now;
      now = addMs(now, 1);
      await decide(ada, first.id, approve);
      expect(await store().pace.decisionsSince('loomwell', now)).toEqual([]);
      await decide(ben, first.id, approve);
      expect(await store().pace.decisionsSince('loomwell', addMs(since, 1))).toHaveLength(1);
    });

    it('expires like any other when its mail has gone out', async () => {
      const { first } = await drafted();
      await decide(ada, first.id, approve);
      now = '2026-12-02T00:00:00.000Z';
      await expiringDue({ store: store().lines, moment })(AbortSignal.any([]));
      expect((await entryOf(first.id)).item).toMatchObject({
        state: 'expired',
        firstApproval: { userId: 'user_ada' },
      });
    });
  });
});
