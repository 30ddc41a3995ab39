import { beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../src/domain/access.ts';
import type { BulkDecision } from '../../src/domain/bulk-decision.ts';
import { compiledPolicies } from '../../src/guardrails/compiled-policies.ts';
import { deciding } from '../../src/review/decide.ts';
import { decidingMany } from '../../src/review/decide-many.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { addRealBrand } from '../support/real-brand.ts';
import { draftRequest } from '../support/sample-acts.ts';
import { sampleBrief, sampleCandidate, sampleFinding, sampleItem, sampleReply } from '../support/samples.ts';
import { eachStore } from '../support/stores.ts';

const brandIds = ['loomwell'];
const long = 'The jeans that go with your linen shirt, your other shirt and every shirt to come';

function person(id: string): Caller {
  return { actor: { kind: 'user', id }, name: id, memberships: [], scopes: null };
}

describe('one decision on several lines', () => {
  eachStore(({ store }) => {
    const moment = fixedMoment();
    const [ada, ben] = [person('user_ada'), person('user_ben')];
    beforeAll(async () => {
      await addRealBrand(store(), moment, 'loomwell');
    });
    const decide = () => deciding({ store: store().review, moment, compiled: compiledPolicies() });
    const decideMany = (items: readonly { id: string; version: number }[], decision: BulkDecision, caller = ada) =>
      decidingMany({ store: store().review, decide: decide() })(caller, brandIds, items, decision);
    const drafted = async (...texts: [string, string]) => {
      const brief = sampleBrief('loomwell', [moment.newId('cohort')]);
      return draftRequest(store(), moment, brief, texts);
    };
    const stateOf = async (id: string) => (await store().review.entry(brandIds, id))?.item.state;

    it('says of each what became of it, and does those it can', async () => {
      const { items } = await drafted('Jeans for your linen shirt', 'Something else entirely');
      const other = await drafted('Boots', long);
      const held = await drafted('Coats', 'Scarves');
      const reply = sampleReply(moment, held.cohort, { round: 'top-up' });
      const warned = sampleCandidate(moment, reply, { text: 'Hm', findings: [sampleFinding({ severity: 'info' })] });
      const warnedItem = sampleItem(moment, warned);
      await store().generation.keepReply(reply, []);
      await store().generation.keepDrafts({
        replyId: reply.id,
        cohortId: held.cohort.id,
        briefId: held.accepted.brief.id,
        candidates: [warned],
        items: [warnedItem],
        events: [],
      });
      const heldId = held.items[0]?.id ?? '';
      await store().review.claim(
        brandIds,
        [heldId],
        { userId: 'user_ben', until: '2999-01-01T00:00:00.000Z' },
        moment.now(),
      );
      const gone = items[1]?.id ?? '';
      await decide()(ben, brandIds, gone, 1, { kind: 'reject', reason: 'legal' });
      const ids = [items[0]?.id ?? '', gone, other.items[1]?.id ?? '', heldId, warnedItem.id, 'item_none'];
      const results = await decideMany(
        ids.map((id) => ({ id, version: 1 })),
        { kind: 'approve' },
      );
      expect(results.map(({ id }) => id)).toEqual(ids);
      expect(results.map(({ outcome }) => outcome)).toEqual([
        'done',
        'changed',
        'blocked',
        'not-allowed',
        'not-allowed',
        'not-found',
      ]);
      expect(results.map(({ detail }) => detail)).toEqual([
        null,
        'This line is rejected already; nothing was changed.',
        expect.stringContaining('blocked by length'),
        expect.stringContaining('Somebody else holds this line'),
        'This line has findings. Open it and decide it by itself.',
        expect.stringContaining('There is no line'),
      ]);
      expect(await Promise.all(ids.slice(0, 5).map(stateOf))).toEqual([
        'approved',
        'rejected',
        'pending',
        'pending',
        'pending',
      ]);
    });

    it('rejects lines with findings and without, for one reason', async () => {
      const { items } = await drafted('Jeans', 'More jeans');
      const seen = items.map(({ id, version }) => ({ id, version }));
      const decision = { kind: 'reject', reason: 'other', comment: 'Not this season.' } as const;
      expect((await decideMany(seen, decision)).map(({ outcome }) => outcome)).toEqual(['done', 'done']);
      const entry = await store().review.entry(brandIds, items[1]?.id ?? '');
      expect(entry?.decision).toMatchObject({ reason: 'other', comment: 'Not this season.', decidedBy: 'user_ada' });
    });

    it('is done once where the same is sent again, and not taken for one own decision of another kind', async () => {
      const { items } = await drafted('Blue jeans', 'Grey jeans');
      const [first, second] = items.map(({ id, version }) => ({ id, version }));
      if (!first || !second) throw new Error('two lines are in review');
      const approve = { kind: 'approve' } as const;
      await decideMany([first], approve);
      const again = await decideMany([first, second], approve);
      expect(again.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
      expect((await decideMany([first], { kind: 'reject', reason: 'legal' })).map(({ outcome }) => outcome)).toEqual([
        'changed',
      ]);
      expect((await decideMany([first], approve, ben)).map(({ outcome }) => outcome)).toEqual(['changed']);
    });
  });
});
