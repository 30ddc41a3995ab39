import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { brandVoices } from '../../src/brandvoice/brand-voices.ts';
import type { LinesToCheck } from '../../src/domain/line-to-check.ts';
import type { Policy } from '../../src/domain/policy.ts';
import { compiledPolicies } from '../../src/guardrails/compiled-policies.ts';
import { defaultPolicy } from '../../src/guardrails/default-policy.ts';
import { checkingLines } from '../../src/policies/check-lines.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { addRealBrand } from '../support/real-brand.ts';
import { sampleBrand, sampleEvent, sampleRelease } from '../support/samples.ts';
import { eachStore } from '../support/stores.ts';

const asked = (brand: string, lines: LinesToCheck['lines'], more: Partial<LinesToCheck> = {}): LinesToCheck => ({
  ...{ brand, lines, brief: undefined, rules: undefined, now: undefined, voice: false },
  ...more,
});
const plain = (count: number) => Array.from({ length: count }, (_, at) => ({ text: `Coat number ${at} is in` }));

/** The default policy with `word` banned. */
function banning(word: string): Policy {
  const { rules } = defaultPolicy;
  const banned = rules['banned-terms'];
  if (!banned) throw new Error('the rule banned-terms is gone');
  return { ...defaultPolicy, rules: { ...rules, 'banned-terms': { ...banned, options: { terms: [word] } } } };
}

describe('checking lines by what a brand has published', () => {
  eachStore(({ store }) => {
    const moment = fixedMoment();
    const compiled = compiledPolicies();
    const voices = () => brandVoices({ brands: store().brands, approved: store().approvedTexts });
    const check = () => checkingLines({ brands: store().brands, compiled, moment, voices: voices() });
    const { signal } = new AbortController();

    it('goes by the published policy, not by a draft', async () => {
      const release = await addRealBrand(store(), moment, 'drafty', banning('bargain'));
      const policy = banning('coat');
      const draft = sampleRelease(moment, 'drafty', { policy, policyHash: 'draft', state: 'draft', publishedAt: null });
      await store().brands.addDraft(sampleBrand('drafty'), draft, [sampleEvent(moment, 'drafty')]);
      const lines = [{ text: 'A coat for cold mornings' }, { text: 'A bargain for cold mornings' }];
      const { policyHash, lines: checked } = await check()(['drafty'], asked('drafty', lines), signal);
      expect(policyHash).toBe(release.policyHash);
      expect(checked.map(({ verdict }) => verdict)).toEqual(['pass', 'block']);
    });

    it('finds no brand that is another one’s, and none that was never imported', async () => {
      await addRealBrand(store(), moment, 'ours');
      for (const brandIds of [['theirs'], []])
        await expect(check()(brandIds, asked('ours', plain(1)), signal)).rejects.toMatchObject({ code: 'not-found' });
      await expect(check()(['gone'], asked('gone', plain(1)), signal)).rejects.toMatchObject({ code: 'not-found' });
    });

    it('lets the event loop turn after each slice, sooner where lines bring long histories or dialects', async () => {
      await addRealBrand(store(), moment, 'busy');
      const inForce = await store().brands.brand('busy');
      // Not the database's own turns are counted.
      const checkAtOnce = checkingLines({
        brands: { brand: async () => inForce },
        compiled,
        moment,
        voices: voices(),
      });
      const turnsFor = (lines: LinesToCheck['lines']) =>
        turnsDuring(() => checkAtOnce(['busy'], asked('busy', lines), signal));
      expect(await turnsFor(plain(15))).toBeLessThan(3);
      expect(await turnsFor(plain(500))).toBeGreaterThan(15);
      expect(await turnsFor(plain(15).map(({ text }) => ({ text: text.repeat(500) })))).toBeGreaterThan(10);
      const history = Array.from({ length: 500 }, (_, at) => `Seen ${at}`);
      expect(await turnsFor(plain(15).map((line) => ({ ...line, history })))).toBeGreaterThan(10);
      const dialects = ['braze', 'klaviyo', 'mailchimp', 'sfmc', 'hubspot', 'iterable', 'marketo', 'brevo', 'pardot'];
      expect(await turnsFor(dialects.map((dialect) => ({ text: 'Coats are in', dialect })))).toBeGreaterThan(5);
    });

    it('says how near a line is to the voice only where it is asked to', async () => {
      await addRealBrand(store(), moment, 'heard');
      const silent = await check()(['heard'], asked('heard', plain(1)), signal);
      expect('voice' in (silent.lines[0] ?? {})).toBe(false);
      const { lines } = await check()(['heard'], asked('heard', plain(1), { voice: true }), signal);
      expect(lines[0]?.voice).toMatchObject({ score: expect.any(Number), traits: expect.any(Array) });
      expect(lines[0]?.verdict).toBe(silent.lines[0]?.verdict);
    });

    it('stops where whoever asked is gone', async () => {
      await addRealBrand(store(), moment, 'left');
      const gone = new AbortController();
      const answer = check()(['left'], asked('left', plain(500)), gone.signal);
      gone.abort();
      await expect(answer).rejects.toMatchObject({ code: 'bad-request' });
    });

    it('checks at the instant it is given, or now', async () => {
      await addRealBrand(store(), moment, 'timely');
      const lines = [{ text: 'The linen is in', history: [{ text: 'The linen is in', at: moment.now() }] }];
      const one = await check()(['timely'], asked('timely', lines), signal);
      const same = await check()(['timely'], asked('timely', lines, { now: moment.now() }), signal);
      expect(same).toEqual(one);
      expect(one.lines[0]?.findings.map(({ rule }) => rule)).toContain('duplicate');
    });
  });
});

/** How often the event loop turned while something ran. */
async function turnsDuring(act: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let isOver = false;
  const acting = act().finally(() => {
    isOver = true;
  });
  for (; !isOver; turns++) await setImmediate();
  await acting;
  return turns;
}
