import { describe, expect, it } from 'vitest';
import { fallbackLines } from '../../src/delivery/fallback-lines.ts';
import { lineDelivery } from '../../src/delivery/line-delivery.ts';
import type { Caller } from '../../src/domain/access.ts';
import type { Brief } from '../../src/domain/brief.ts';
import { addMs } from '../../src/domain/instant.ts';
import type { Policy } from '../../src/domain/policy.ts';
import { sandboxOf } from '../../src/domain/sandbox.ts';
import { compilePolicy } from '../../src/guardrails/compile-policy.ts';
import { compiledPolicies } from '../../src/guardrails/compiled-policies.ts';
import { defaultPolicy } from '../../src/guardrails/default-policy.ts';
import { ada, approveItem, draftedCohorts, tool } from '../support/approved-lines.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { addRealBrand } from '../support/real-brand.ts';
import { sampleBrand, sampleEvent, sampleRelease } from '../support/samples.ts';
import { eachStore } from '../support/stores.ts';

const compiled = compiledPolicies();
const all = { limit: 2000, cursor: null };
const hourMs = 60 * 60 * 1000;
const texts = ['New in the shop this week', 'Linen, the way we make it', 'A shirt for slow mornings'];

function withRule(id: string, change: Partial<Policy['rules'][string]>): Policy {
  const rule = defaultPolicy.rules[id];
  if (!rule) throw new Error(`no rule ${id}`);
  return { ...defaultPolicy, rules: { ...defaultPolicy.rules, [id]: { ...rule, ...change } } };
}

describe('fallback lines', () => {
  eachStore(({ store }) => {
    const moment = fixedMoment();
    const lines = () => fallbackLines({ store: store().fallbacks, brands: store().brands, moment, compiled });
    let brands = 0;
    const brand = async (policy: Policy = defaultPolicy) => {
      const brandId = `fall-${++brands}`;
      await addRealBrand(store(), moment, brandId, policy);
      return brandId;
    };
    const add = (brandId: string, text: string, more = {}) =>
      lines().add(ada, [brandId], brandId, { text, preheader: null, warningsPassed: 'on-purpose', ...more });
    /** Cohorts that nobody decided a line for; they were needed an hour ago. */
    const drafted = (brandId: string, cohorts: readonly string[], more: Partial<Brief> = {}) =>
      draftedCohorts({ store: store(), moment }, brandId, cohorts, { needBy: addMs(moment.now(), -hourMs), ...more });
    const read = async (
      brandId: string,
      asked: {
        use?: 'due' | 'always';
        by?: Caller;
        dialect?: string;
        changedSince?: string | null;
        requestId?: string;
      } = {},
    ) => {
      const { use = 'due', by = tool, dialect, changedSince = null, requestId } = asked;
      const page = await lineDelivery({ store: store().delivery, brands: store().brands, moment }).cohorts(
        by,
        { brandIds: [brandId], requestId },
        { ...all, changedSince, dialect },
      );
      const cohorts = await lines().fallBack(by, page.data, { dialect, use });
      return { cohorts, syncCursor: page.syncCursor };
    };
    const given = async (...asked: Parameters<typeof read>) =>
      (await read(...asked)).cohorts.map(({ fallback }) => fallback?.text ?? null);
    const events = async (brandId: string, action: string) =>
      (await store().evidence.eventPage({ brandIds: [brandId] }, { limit: 100, cursor: null })).data.filter(
        (event) => event.action === action,
      );

    it('are kept with who approved them, under which policy, and what it said', async () => {
      const brandId = await brand();
      const line = await add(brandId, texts[0] ?? '', { preheader: 'Shirts and knits for slow days' });
      expect(line).toMatchObject({ brandId, state: 'live', approvedBy: 'user_ada', approvedAt: moment.now() });
      expect(line.verdict.basis).toMatchObject({ policyHash: line.policyHash, factsHash: null });
      const { data } = await lines().list([brandId], brandId, all);
      expect(data).toEqual([line]);
      expect((await events(brandId, 'fallback.approved')).map(({ subject, actor }) => [subject, actor.id])).toEqual([
        [line.id, 'user_ada'],
      ]);
    });

    it.each([
      '40% off everything',
      'Shirts from $29',
      'Your free gift is inside',
      'Ends Sunday',
      'Last chance for linen',
    ])('never speak of an offer: %s', async (text) => {
      const refusal = { code: 'blocked-by-policy', message: expect.stringContaining('must not speak of an offer') };
      const brandId = await brand();
      await expect(add(brandId, text)).rejects.toMatchObject(refusal);
      await expect(add(brandId, 'New in the shop', { preheader: text })).rejects.toMatchObject(refusal);
      expect((await lines().list([brandId], brandId, all)).data).toEqual([]);
    });

    it('never speak of one, also where the policy of the brand would let it pass', async () => {
      const brandId = await brand(withRule('discount-matches-brief', { on: false }));
      await expect(add(brandId, '40% off everything')).rejects.toMatchObject({ code: 'blocked-by-policy' });
    });

    it('are refused with the verdict where the policy blocks them, or warns and nobody says why they pass', async () => {
      const brandId = await brand(withRule('age-alcohol-restricted', { on: true }));
      await expect(add(brandId, 'New in\u0000 the shop')).rejects.toMatchObject({
        code: 'blocked-by-policy',
        members: { verdict: { verdict: 'block' } },
      });
      const warned = 'Natural wine for slow evenings';
      await expect(add(brandId, warned, { warningsPassed: undefined })).rejects.toMatchObject({
        code: 'warning-needs-reason',
        members: { verdict: { verdict: 'warn' } },
      });
      expect((await add(brandId, warned)).warningsPassed).toBe('on-purpose');
    });

    it('are of one brand: nobody adds, lists or recalls those of another', async () => {
      const [ours, theirs] = [await brand(), await brand()];
      const line = await add(ours, texts[0] ?? '');
      const refusal = { code: 'not-found' };
      await expect(lines().add(ada, [theirs], ours, { text: 'Hello', preheader: null })).rejects.toMatchObject(refusal);
      await expect(lines().recall(ada, [theirs], line.id, 'mine')).rejects.toMatchObject(refusal);
      expect(() => lines().list([theirs], ours, all)).toThrow(expect.objectContaining(refusal));
      await drafted(theirs, ['linen']);
      expect(await given(theirs)).toEqual([null]);
    });

    it('are given to a cohort that has nothing to send once it is due, or at any time where that is asked', async () => {
      const brandId = await brand();
      await add(brandId, texts[0] ?? '');
      const { items } = await drafted(brandId, ['linen', 'lapsed']);
      await approveItem({ store: store(), moment }, brandId, items[0]?.[0] ?? '');
      expect(await given(brandId)).toEqual([null, texts[0]]);
      const early = await drafted(brandId, ['new'], { needBy: addMs(moment.now(), hourMs) });
      const { requestId } = early;
      expect(await given(brandId, { requestId })).toEqual([null]);
      expect(await given(brandId, { requestId, use: 'always' })).toEqual([texts[0]]);
    });

    it.each(['transactional', 'apology'] as const)('are never given in %s messages', async (messageType) => {
      const brandId = await brand();
      await add(brandId, texts[0] ?? '');
      const incident = { reference: 'inc-1', happenedAt: moment.now(), what: 'A wrong link.', remedy: 'Here it is.' };
      await drafted(brandId, ['linen'], { messageType, ...(messageType === 'apology' && { incident }) });
      expect(await given(brandId, { use: 'always' })).toEqual([null]);
    });

    it('are never given to a cancelled cohort', async () => {
      const brandId = await brand();
      await add(brandId, texts[0] ?? '');
      await drafted(brandId, ['linen']);
      const { cohorts } = await read(brandId, { by: ada });
      const cancelled = cohorts.map((each) => ({ ...each, cohort: { ...each.cohort, state: 'cancelled' as const } }));
      const [only] = await lines().fallBack(tool, cancelled, { use: 'always' });
      expect(only?.fallback).toBeNull();
    });

    it('are shared out among cohorts, and a cohort keeps its line when others are added', async () => {
      const brandId = await brand();
      for (const text of texts.slice(0, 2)) await add(brandId, text);
      await drafted(brandId, ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight']);
      const first = await given(brandId);
      expect(new Set(first)).toEqual(new Set(texts.slice(0, 2)));
      await add(brandId, texts[2] ?? '');
      expect(await given(brandId)).toEqual(first);
      expect(await given(brandId, { by: ada })).toEqual(first);
    });

    it('are not given twice to the same readers where there is another', async () => {
      const brandId = await brand();
      for (const text of texts) await add(brandId, text);
      const seen: (string | null)[] = [];
      for (const name of ['spring', 'summer', 'autumn', 'winter']) {
        const { requestId } = await drafted(brandId, ['linen'], { campaign: { externalId: name, name } });
        seen.push(...(await given(brandId, { requestId })));
      }
      expect(new Set(seen.slice(0, 3))).toEqual(new Set(texts));
      expect(texts).toContain(seen[3]);
    });

    it('are held back from a cohort whose brief they do not fit, and the reason is said', async () => {
      const brandId = await brand(withRule('age-alcohol-restricted', { on: true }));
      const line = await add(brandId, 'Natural wine for slow evenings');
      await drafted(brandId, ['linen']);
      const { cohorts } = await read(brandId);
      expect(cohorts[0]).toMatchObject({
        fallback: null,
        fallbackWithheld: [{ id: line.id, reason: expect.stringContaining('age-alcohol-restricted blocks it here') }],
      });
      expect(await events(brandId, 'fallback.delivered')).toEqual([]);
    });

    it('come in the dialect that is asked for, or are held back with the tag', async () => {
      const brandId = await brand({ ...defaultPolicy, dialect: 'klaviyo' });
      const line = await add(brandId, "{{ first_name|default:'Hello' }}, the linen is in");
      await drafted(brandId, ['linen']);
      expect(await given(brandId, { dialect: 'iterable' })).toEqual([
        '{{defaultIfEmpty firstName "Hello"}}, the linen is in',
      ]);
      const { cohorts } = await read(brandId, { dialect: 'mailerlite' });
      expect(cohorts[0]?.fallbackWithheld).toEqual([{ id: line.id, reason: expect.stringContaining('first_name') }]);
      await expect(given(brandId, { dialect: 'morse' })).rejects.toMatchObject({ code: 'bad-request' });
    });

    it('are noted once for each cohort, line and client, and not for a person', async () => {
      const brandId = await brand();
      const line = await add(brandId, texts[0] ?? '');
      await drafted(brandId, ['linen', 'lapsed']);
      await read(brandId, { by: ada });
      expect(await events(brandId, 'fallback.delivered')).toEqual([]);
      for (const _ of [1, 2]) await read(brandId);
      const noted = await events(brandId, 'fallback.delivered');
      expect(noted.map(({ subject, actor }) => [subject, actor.id])).toEqual([
        [line.id, 'client_1'],
        [line.id, 'client_1'],
      ]);
      expect(new Set(noted.map(({ details }) => details['cohortId'])).size).toBe(2);
    });

    it('are not given any more once recalled, which cohorts that had them are told as a change', async () => {
      const brandId = await brand();
      const line = await add(brandId, texts[0] ?? '');
      await drafted(brandId, ['linen'], { needBy: undefined });
      const before = await read(brandId, { use: 'always' });
      expect(before.cohorts[0]?.fallback?.id).toBe(line.id);
      const quiet = await read(brandId, { changedSince: before.syncCursor });
      expect(quiet.cohorts).toEqual([]);
      await lines().recall(ada, [brandId], line.id, 'the shop is closed');
      const after = await read(brandId, { use: 'always', changedSince: before.syncCursor });
      expect(after.cohorts.map(({ fallback }) => fallback)).toEqual([null]);
      await expect(lines().recall(ada, [brandId], line.id, 'again')).rejects.toMatchObject({ code: 'approval-void' });
      expect((await events(brandId, 'fallback.recalled'))[0]?.details).toEqual({ reason: 'the shop is closed' });
    });

    it('of a brand are given in its sandbox too, and noted there', async () => {
      const brandId = await brand();
      const line = await add(brandId, texts[0] ?? '');
      const sandbox = sandboxOf(brandId);
      const release = sampleRelease(moment, sandbox, { policy: defaultPolicy });
      const opened = sampleEvent(moment, sandbox, { action: 'brand.sandboxed' });
      await store().brands.addSandbox(brandId, { brand: sampleBrand(sandbox), release }, [opened]);
      await drafted(sandbox, ['linen']);
      const { cohorts } = await read(sandbox, { dialect: 'klaviyo' });
      expect(cohorts[0]?.fallback).toMatchObject({ id: line.id, brandId: sandbox, dialect: 'klaviyo' });
      expect(await events(sandbox, 'fallback.delivered')).toHaveLength(1);
      expect(await events(brandId, 'fallback.delivered')).toEqual([]);
      expect((await lines().list([sandbox], sandbox, all)).data).toEqual([line]);
      await expect(lines().recall(ada, [sandbox], line.id, 'not ours')).rejects.toMatchObject({ code: 'not-found' });
    });

    it('written for the tags of another dialect than the brand has now are held back', async () => {
      const brandId = await brand({ ...defaultPolicy, dialect: 'klaviyo' });
      const line = await add(brandId, "{{ first_name|default:'Hello' }}, the linen is in");
      const { policyHash } = compilePolicy(defaultPolicy);
      const draft = sampleRelease(moment, brandId, {
        policy: defaultPolicy,
        policyHash,
        state: 'draft',
        publishedAt: null,
      });
      await store().brands.addDraft(sampleBrand(brandId), draft, []);
      const revalidate = () => {
        throw new Error('no line is approved');
      };
      const publishedAt = moment.now();
      await store().brands.publish({
        brandId,
        releaseId: draft.id,
        publishedAt,
        events: [],
        revalidate,
        settle: (cohort) => cohort,
      });
      await drafted(brandId, ['linen']);
      const { cohorts } = await read(brandId);
      expect(cohorts[0]).toMatchObject({
        fallback: null,
        fallbackWithheld: [{ id: line.id, reason: expect.stringContaining('written for klaviyo') }],
      });
    });

    it('that are new come as a change for cohorts that are due and had none', async () => {
      const brandId = await brand();
      await drafted(brandId, ['linen']);
      const { syncCursor } = await read(brandId);
      await add(brandId, texts[0] ?? '');
      expect(await given(brandId, { changedSince: syncCursor })).toEqual([texts[0]]);
    });
  });
});
