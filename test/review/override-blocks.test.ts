import { beforeEach, describe, expect, it } from 'vitest';
import { lineDelivery } from '../../src/delivery/line-delivery.ts';
import type { Caller } from '../../src/domain/access.ts';
import type { Decision } from '../../src/domain/decision.ts';
import type { Policy } from '../../src/domain/policy.ts';
import { briefRevisions } from '../../src/generate/revision/brief-revisions.ts';
import { compilePolicy } from '../../src/guardrails/compile-policy.ts';
import { compiledPolicies } from '../../src/guardrails/compiled-policies.ts';
import { defaultPolicy } from '../../src/guardrails/default-policy.ts';
import { publishingPolicies } from '../../src/policies/publish-policy.ts';
import type { BlockedText } from '../../src/ports/override-store.ts';
import { deciding } from '../../src/review/decide.ts';
import { overridingBlocks } from '../../src/review/override-blocks.ts';
import { tool } from '../support/approved-lines.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { addRealBrand } from '../support/real-brand.ts';
import { draftRequest } from '../support/sample-acts.ts';
import { sampleBrand, sampleBrief, sampleRelease } from '../support/samples.ts';
import { eachStore } from '../support/stores.ts';

const page = { limit: 100, cursor: null };
const approve = { kind: 'approve', warningsPassed: 'on-purpose' } as const;
const long = 'The jeans that go with your linen shirt, your other shirt and every shirt to come';
const grant = { kind: 'grant', reason: 'The readers know it.' } as const;
const refused = (code: string) => expect.objectContaining({ code });

function person(id: string): Caller {
  return { actor: { kind: 'user', id }, name: id, memberships: [], scopes: null };
}

describe('a block that is lifted for one text', () => {
  eachStore(({ store, kind }) => {
    const moment = fixedMoment();
    const compiled = compiledPolicies();
    const [ada, ben, dora] = [person('user_ada'), person('user_ben'), person('user_dora')];
    let brands = 0;
    let brandIds: string[] = [];
    beforeEach(async () => {
      brandIds = [`lifted-${kind.toLowerCase()}-${++brands}`];
      await addRealBrand(store(), moment, brandIds[0] ?? '');
    });

    const overrides = () => overridingBlocks({ store: store().overrides, moment, compiled });
    const drafted = async () => {
      const brief = sampleBrief(brandIds[0], ['linen-buyers']);
      const { items, accepted, cohort } = await draftRequest(store(), moment, brief);
      const [first] = items;
      if (!first) throw new Error('a line is in review');
      return { first, brief, accepted, cohort, edit: { itemId: first.id, text: long, preheader: null } };
    };
    const ask = (text: BlockedText, reason = 'It is the name of the collection.') =>
      overrides().ask(ada, brandIds, text, reason);
    const decide = (caller: Caller, itemId: string, decision: Decision = approve, version = 1) =>
      deciding({ store: store().review, moment, compiled })(caller, brandIds, itemId, version, decision);
    const lifted = async () => {
      const made = await drafted();
      const override = await ask(made.edit);
      const { item } = await overrides().answer(dora, brandIds, override.id, grant);
      return { ...made, override, itemId: item?.id ?? '' };
    };
    const delivered = async () => {
      const delivery = lineDelivery({ moment, store: store().delivery, brands: store().brands });
      const { lines, withheld } = await delivery.list(tool, { brandIds }, page);
      return { lines: lines.map(({ line }) => line.text), withheld };
    };
    const lengthOf = (max: number, more: Partial<Policy> = {}): Policy => {
      const { length } = defaultPolicy.rules;
      if (!length) throw new Error('the default policy has a length');
      const rules = { ...defaultPolicy.rules, length: { ...length, options: { ...length.options, max } } };
      return { ...defaultPolicy, rules, ...more };
    };
    const publish = async (policy: Policy) => {
      const [brandId = ''] = brandIds;
      const { policyHash } = compilePolicy(policy);
      const release = sampleRelease(moment, brandId, { policy, policyHash, state: 'draft', publishedAt: null });
      await store().brands.addDraft(sampleBrand(brandId), release, []);
      return publishingPolicies({ store: store().brands, moment, compiled })(brandId, release.id, dora.actor);
    };

    it('is asked for, granted, approved by another, and handed out with its reason in the evidence', async () => {
      const { edit, cohort } = await drafted();
      const override = await ask(edit);
      expect(override).toMatchObject({ state: 'asked', rules: ['length'], askedBy: 'user_ada' });
      const before = await store().evidence.candidateHistory(brandIds, override.candidateId);
      expect(before).toMatchObject({ candidate: { text: long, verdict: { verdict: 'block' } }, item: null });
      const waiting = await overrides().list({ brandIds, state: 'asked' }, page);
      expect(waiting.data.map((each) => each.override.id)).toEqual([override.id]);

      const { item } = await overrides().answer(dora, brandIds, override.id, grant);
      const itemId = item?.id ?? '';
      expect(await store().review.entry(brandIds, itemId)).toMatchObject({
        item: { state: 'pending' },
        candidate: { text: long },
        override: { answer: grant.reason, answeredBy: 'user_dora' },
      });
      await expect(decide(dora, itemId)).rejects.toEqual(refused('needs-another-person'));
      const { line, events } = await decide(ben, itemId);
      expect(events[0]?.details).toMatchObject({ override: override.id });
      expect((await delivered()).lines).toEqual([line?.text]);
      const history = await store().evidence.candidateHistory(brandIds, override.candidateId);
      expect(history?.overrides).toMatchObject([{ state: 'granted', reason: 'It is the name of the collection.' }]);
      const { data } = await store().evidence.eventPage({ brandIds }, page);
      expect(data.map(({ action }) => action)).toEqual(
        expect.arrayContaining(['override.asked', 'override.granted', 'line.approved']),
      );
      expect(JSON.stringify(data)).not.toContain('name of the collection');
      expect((await store().review.queueCohort(brandIds, cohort.id))?.counts.approved).toBe(1);
    });

    it('is asked for a blocked draft too, once, and not for what is not blocked', async () => {
      const { first, cohort } = await drafted();
      const found = await store().evidence.candidates({ brandIds, cohortId: cohort.id }, page);
      const other = found.data.find(({ id }) => id === first.candidateId);
      await expect(ask({ candidateId: other?.id ?? '' })).rejects.toEqual(refused('not-overridable'));
      const blocked = await ask({ itemId: first.id, text: long, preheader: null });
      await expect(ask({ candidateId: blocked.candidateId })).rejects.toEqual(refused('override-exists'));
      await overrides().answer(dora, brandIds, blocked.id, { kind: 'refuse', reason: 'Too long.' });
      expect(await ask({ candidateId: blocked.candidateId })).toMatchObject({ state: 'asked' });
      await expect(ask({ candidateId: 'cand_none' })).rejects.toEqual(refused('not-found'));
      const plain = ask({ itemId: first.id, text: 'Belts for linen days', preheader: null });
      await expect(plain).rejects.toEqual(refused('not-overridable'));
    });

    it('puts nothing before people once it is refused, and is answered once', async () => {
      const { edit } = await drafted();
      const { id } = await ask(edit);
      const answer = await overrides().answer(dora, brandIds, id, { kind: 'refuse', reason: 'Too long.' });
      expect(answer).toMatchObject({ item: null, override: { state: 'refused', answer: 'Too long.' } });
      await expect(overrides().answer(dora, brandIds, id, grant)).rejects.toEqual(refused('already-decided'));
    });

    it('lifts nothing from an edited text, and no other block', async () => {
      const { itemId } = await lifted();
      const edit = { kind: 'approve-edited', text: `${long}, and more`, warningsPassed: 'on-purpose' } as const;
      await expect(decide(ben, itemId, edit)).rejects.toEqual(refused('blocked-by-policy'));
      const banned = defaultPolicy.rules['banned-terms'];
      if (!banned) throw new Error('the default policy has banned terms');
      const terms = { ...banned, severity: 'block' as const, options: { ...banned.options, terms: ['jeans'] } };
      await publish({ ...defaultPolicy, rules: { ...defaultPolicy.rules, 'banned-terms': terms } });
      await expect(decide(ben, itemId)).rejects.toMatchObject({ message: expect.stringContaining('banned-terms') });
    });

    it('is void when the policy blocks by another limit, in review as well as after the approval', async () => {
      const one = await lifted();
      const { line } = await decide(ben, one.itemId);
      expect((await delivered()).lines).toEqual([long]);
      // The same findings under a policy that changed elsewhere: it holds.
      await publish({ ...lengthOf(70), dialect: 'klaviyo' });
      expect((await delivered()).lines).toEqual([long]);
      expect(await publish(lengthOf(60))).toMatchObject({ voided: 1 });
      expect((await delivered()).lines).toEqual([]);
      expect(line?.text).toBe(long);
    });

    it('is void in review when the policy blocks by another limit', async () => {
      const { itemId } = await lifted();
      await publish(lengthOf(60));
      await expect(decide(ben, itemId)).rejects.toEqual(refused('blocked-by-policy'));
    });

    it('is not granted once something else blocks the text', async () => {
      const { edit } = await drafted();
      const { id } = await ask(edit);
      await publish(lengthOf(60));
      await expect(overrides().answer(dora, brandIds, id, grant)).rejects.toEqual(refused('override-void'));
    });

    it('is void with the facts it was asked under: what waits leaves review, what was approved is void', async () => {
      const one = await lifted();
      await decide(ben, one.itemId);
      const never = () => Promise.reject(new Error('no brief is accepted here'));
      const parts = { moment, compiled, store: store().briefs, accept: never, queue: { wake: () => {} } };
      const changed = {
        ...one.brief,
        cohorts: one.brief.cohorts.map((each) => ({ ...each, who: 'They bought two.' })),
      };
      const how = { seen: () => {}, isDryRun: false };
      await briefRevisions(parts).revise(tool, brandIds, one.accepted.brief.id, () => changed, how);
      expect((await delivered()).lines).toEqual([]);
    });
  });
});
