import { beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../src/guardrails/catalogue.ts';
import { compiledPolicies } from '../../src/guardrails/compiled-policies.ts';
import { brandImport } from '../../src/policies/brand-import.ts';
import { brandPages } from '../../src/policies/brand-pages.ts';
import { tryingTexts } from '../../src/policies/try-text.ts';
import type { BrandFiles } from '../../src/ports/brand-files.ts';
import { deciding } from '../../src/review/decide.ts';
import { undoingDecisions } from '../../src/review/undo-decision.ts';
import { ada } from '../support/approved-lines.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { rawSql } from '../support/raw-sql.ts';
import { draftRequest } from '../support/sample-acts.ts';
import { sampleBrief, sampleFinding } from '../support/samples.ts';
import { eachStore } from '../support/stores.ts';

const brandIds = ['shop'];
const brandYaml = `name: The shop
dialect: klaviyo
attributes: { first_name: { coverage: 0.7, samples: [Loren], longest: Maximiliana } }
voice: { character: Dry and warm. }
exemplars: [{ text: A coat for the bus stop }, { text: Towels with some ambition }]
`;
const policyYaml = `rules:
  length: { warnAt: 20, max: 60 }
  banned-terms: { terms: [bargain bin] }
  emoji: false
`;
const texts: Record<string, string> = { 'shop/brand.yaml': brandYaml, 'shop/policy.yaml': policyYaml };
const files: BrandFiles = {
  brandIds: () => brandIds,
  pathOf: (brandId, file) => `${brandId}/${file}`,
  readText: (path) => texts[path] ?? null,
};

describe('the pages of a brand', () => {
  eachStore(({ store, databaseUrl }) => {
    const moment = fixedMoment();
    const compiled = compiledPolicies();
    const pages = () =>
      brandPages({
        ...{ store: store().brands, counts: store().ruleCounts, files, moment },
        statuses: async (_, ids) =>
          (await store().brands.brands(ids)).map((inForce) => ({
            ...{ id: inForce.brand.id, inForce, mistakes: [], filesDiffer: false },
          })),
      });
    const rule = async (id: string) => (await pages().policy(brandIds, 'shop')).rules.find((each) => each.id === id);
    let items: readonly { readonly id: string }[] = [];
    let briefId = '';
    let blockedId = '';

    beforeAll(async () => {
      await brandImport({ store: store().brands, files, moment }).importNew();
      const drafted = await draftRequest(store(), moment, sampleBrief('shop'), [
        'The jeans that go with your linen shirt',
        'What your linen shirt was missing',
      ]);
      items = drafted.items;
      blockedId = drafted.candidates[2]?.id ?? '';
      briefId = drafted.accepted.request.briefId;
    });

    it('say of every rule how it is set, and where that was written', async () => {
      const page = await pages().policy(brandIds, 'shop');
      expect(page.rules.map(({ id }) => id).sort()).toEqual(catalogue.map(({ id }) => id).sort());
      expect(page.files).toContain('shop/policy.yaml');
      const at = { file: 'shop/policy.yaml', line: 2, column: 13 };
      expect(await rule('length')).toMatchObject({ on: true, severity: 'block' });
      expect((await rule('length'))?.settings).toContainEqual({
        ...{ setting: 'warnAt', value: '20', entries: null },
        from: { ...at, column: 21 },
      });
      expect(await rule('emoji')).toMatchObject({ on: false, from: { file: 'shop/policy.yaml', line: 4 } });
      const terms = (await rule('banned-terms'))?.settings.find(({ setting }) => setting === 'terms');
      expect(terms?.entries).toEqual([{ value: '"bargain bin"', from: expect.objectContaining({ line: 3 }) }]);
    });

    it('tell no place where the files are not those that were published', async () => {
      texts['shop/policy.yaml'] = policyYaml.replace('20', '30');
      const page = await pages().policy(brandIds, 'shop');
      texts['shop/policy.yaml'] = policyYaml;
      const settings = page.rules.find(({ id }) => id === 'length')?.settings ?? [];
      const settingNamed = (name: string) => settings.find(({ setting }) => setting === name);
      expect(page.files).toBeNull();
      expect(settingNamed('warnAt')).toEqual({ setting: 'warnAt', value: '20', from: null, entries: null });
    });

    it('count what a rule found in 30 days, and what people made of it', async () => {
      // The samples carry no warnings of their own; a typed line does.
      const decide = deciding({ store: store().review, moment, compiled });
      const first = items[0]?.id ?? '';
      const { item } = await decide(ada, brandIds, first, 1, {
        ...{ kind: 'approve-edited', text: 'A line of more than twenty characters', warningsPassed: 'on-purpose' },
      });
      const sampled = sampleFinding();
      expect((await rule('length'))?.counts).toMatchObject({ warned: 1, passed: 1, edited: 0, rejected: 0 });
      expect((await rule(sampled.rule))?.counts.lines).toBeGreaterThan(0);
      await rawSql(
        databaseUrl(),
        `insert into overrides (id, brand_id, request_id, cohort_id, candidate_id, state, rules_document,
          findings_document, facts_hash, policy_hash, reason, asked_by, asked_at)
          select 'over_1', brand_id, request_id, cohort_id, id, 'granted', '[]', '[]', '', '', '', '', created_at
          from candidates where id = '${blockedId}'`,
      );
      expect((await rule(sampled.rule))?.counts).toMatchObject({ blocked: 1, overridden: 1 });
      const undo = undoingDecisions({ store: store().review, moment });
      await undo(ada, brandIds, first, item.version);
      expect((await rule('length'))?.counts).toMatchObject({ warned: 1, passed: 0 });
      const page = await pages().policy(brandIds, 'shop');
      expect(page.lines).toBe(5);
      moment.advance(31 * 24 * 60 * 60 * 1000);
      const later = await pages().policy(brandIds, 'shop');
      expect([later.lines, later.rules.every(({ counts }) => counts.lines === 0)]).toEqual([0, true]);
    });

    it('score each exemplar by the others', async () => {
      const { exemplarVoices } = await pages().read(ada, brandIds, 'shop');
      expect(exemplarVoices).toHaveLength(2);
      expect(exemplarVoices[0]?.traits.length).toBeGreaterThan(3);
    });

    it('try a text by the facts of a brief, and store nothing', async () => {
      const briefOf = async (ids: readonly string[], id: string) => {
        const found = await store().briefs.brief(ids, id);
        if (!found) throw new Error('there is no such brief');
        return found;
      };
      const tryText = tryingTexts({
        ...{ brands: store().brands, briefOf, neighbours: store().neighbours, moment, compiled },
      });
      const chains = await store().evidence.chains();
      const tried = { text: 'Straight from the bargain bin', preheader: null, brief: null, cohort: null };
      const answer = await tryText(brandIds, 'shop', tried);
      expect(answer.verdict.verdict).toBe('block');
      expect(answer.verdict.findings.map((finding) => finding.rule)).toContain('banned-terms');
      expect(answer.renderings.length).toBeGreaterThan(0);
      const withBrief = await tryText(brandIds, 'shop', {
        ...tried,
        text: '40% off',
        brief: briefId,
        cohort: 'lapsed',
      });
      expect(withBrief.verdict.findings.map((finding) => finding.rule)).toContain('discount-matches-brief');
      await expect(tryText(brandIds, 'shop', { ...tried, brief: briefId, cohort: 'none' })).rejects.toMatchObject({
        ...{ code: 'invalid-request', mistakes: [{ pointer: '#/cohort' }] },
      });
      expect(await store().evidence.chains()).toEqual(chains);
    });

    it.each([['stranger'], ['none']])('are not there for somebody of another brand: %s', async (id) => {
      await expect(pages().policy([id], 'shop')).rejects.toMatchObject({ code: 'not-found' });
      await expect(pages().read(ada, [id], 'shop')).rejects.toMatchObject({ code: 'not-found' });
      expect((await store().ruleCounts.ruleCounts(id, '2020-01-01T00:00:00.000Z')).lines).toBe(0);
    });
  });
});
