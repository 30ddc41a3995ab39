import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Brief } from '../../src/domain/brief.ts';
import { checkCampaign } from '../../src/guardrails/check-campaign.ts';
import { compilePolicy } from '../../src/guardrails/compile-policy.ts';
import { defaultPolicy } from '../../src/guardrails/default-policy.ts';
import { defineRule, type Sighting } from '../../src/guardrails/rule.ts';
import { lackingOffer, lackingOfOffers } from '../../src/guardrails/text/claims/lacking-fact.ts';
import { compileTerms, lexicon } from '../../src/guardrails/text/find-terms.ts';
import { waking } from '../../src/guardrails/wake.ts';
import { exampleBrief } from '../support/example-briefs.ts';
import { exampleNow } from '../support/rule-example.ts';

const brief = exampleBrief('end-of-season');
const compiledDefault = compilePolicy(defaultPolicy);

/** A policy of made-up rules that say this of any campaign. */
function policyOf(...says: (() => Iterable<Sighting>)[]) {
  const rules = says.map((checkCampaign, at) => {
    const rule = defineRule({
      id: `made-up-${at}`,
      version: 1,
      summary: '',
      options: z.strictObject({}),
      on: true,
      severity: 'warn',
      onMissingFacts: 'block',
      examples: { good: [], bad: [] },
      prepare: () => null,
      check: () => [],
      checkCampaign,
    });
    const ground = { ...defaultPolicy, terms: compileTerms };
    const setting = { on: true, version: 1, severity: 'warn', onMissingFacts: 'block', options: {} } as const;
    return { rule, setting, ...rule.compile({}, ground), waking: waking(undefined, lexicon()) };
  });
  return { ...compiledDefault, rules };
}

describe('checkCampaign', () => {
  it('tells a fact that several rules lack once', () => {
    const lacks = () => [{ message: 'no end', missing: 'offer.endsAt' }];
    const findings = checkCampaign(brief, policyOf(lacks, lacks), exampleNow);
    expect(findings).toMatchObject([{ rule: 'made-up-0', kind: 'not-evaluable', fact: { path: 'offer.endsAt' } }]);
  });

  it('says that a rule could not be checked, and blocks', () => {
    const breaks = () => {
      throw new Error('broken');
    };
    const findings = checkCampaign(
      brief,
      policyOf(breaks, () => [{ message: 'seen' }]),
      exampleNow,
    );
    expect(findings).toMatchObject([
      { rule: 'made-up-0', severity: 'block', kind: 'error' },
      { rule: 'made-up-1', severity: 'warn', kind: 'violation' },
    ]);
  });
});

describe('a fact that a brief lacks', () => {
  it('is remarked where any offer does not say it and it matters', () => {
    expect(lackingOfOffers(brief, 'endsAt', 'the end')).toEqual([]);
    expect(lackingOfOffers(brief, 'code', 'a code')).toMatchObject([{ missing: 'offer.code', severity: 'info' }]);
    expect(lackingOfOffers(brief, 'code', 'a code', ({ type }) => type === 'trial')).toEqual([]);
  });

  it('is the offer itself where neither the brief nor every cohort speaks of one', () => {
    const { offer: _, ...silent } = brief;
    expect(lackingOffer(silent, 'a price')).toMatchObject([{ missing: 'offer' }]);
    expect(lackingOffer({ ...silent, offer: null }, 'a price')).toEqual([]);
  });
});

describe('the default policy', () => {
  const { offer, ...silent } = brief;
  const said = (about: typeof brief) =>
    checkCampaign(about, compiledDefault, exampleNow).map(({ rule, severity, fact }) => [rule, severity, fact?.path]);

  it('has nothing to say of the campaigns that come along', () => {
    for (const name of ['end-of-season', 'second-purchase', 'apology']) expect(said(exampleBrief(name))).toEqual([]);
  });

  it('remarks on each fact that lines of this campaign could not be compared with', () => {
    const { endsAt: _, membersOnly: __, ...short } = offer ?? {};
    const cohorts = brief.cohorts.map(({ offer: ___, ...cohort }) => cohort);
    expect(said(Brief.parse({ ...silent, offer: short, cohorts }))).toEqual([
      ['members-only-claims', 'info', 'offer.membersOnly'],
      ['urgency-needs-dates', 'info', 'offer.endsAt'],
    ]);
    expect(said(Brief.parse({ ...silent, cohorts }))).toEqual([['discount-matches-brief', 'info', 'offer']]);
  });
});
