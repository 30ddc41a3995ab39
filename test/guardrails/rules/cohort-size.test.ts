import { describe, expect, it } from 'vitest';
import { Brief } from '../../../src/domain/brief.ts';
import type { PreparedRule, Sighting } from '../../../src/guardrails/rule.ts';
import { cohortSize } from '../../../src/guardrails/rules/cohort-size.ts';
import { compileTerms } from '../../../src/guardrails/text/find-terms.ts';
import { exampleNow, findingsIn } from '../../support/rule-example.ts';

type GivenCohort = Partial<Brief['cohorts'][number]>;

function briefWith(cohorts: readonly GivenCohort[]): Brief {
  return Brief.parse({
    brand: 'tilden-row',
    campaign: { externalId: 'fall', name: 'Fall' },
    messageType: 'promotional',
    goal: 'Tell them of the coats.',
    market: 'US',
    locale: 'en-US',
    timeZone: 'America/New_York',
    send: { kind: 'at', at: '2026-11-24T15:00:00.000Z' },
    cohorts: cohorts.map((cohort, index) => ({
      externalId: `c${index}`,
      name: `Cohort ${index}`,
      who: `Readers of kind ${index}`,
      ...cohort,
    })),
  });
}

function prepared(options: Record<string, unknown>): PreparedRule {
  const ground = { dialect: 'generic', locale: 'en-US', market: 'US' as const, attributes: {}, terms: compileTerms };
  return cohortSize.compile(options, ground);
}

function seen(cohorts: readonly GivenCohort[], options: Record<string, unknown> = {}): readonly Sighting[] {
  return [...(prepared(options).checkCampaign?.(briefWith(cohorts), exampleNow) ?? [])];
}

const messages = (cohorts: readonly GivenCohort[], options?: Record<string, unknown>) =>
  seen(cohorts, options).map(({ message }) => message);

describe('cohort-size', () => {
  it.each<[string, GivenCohort[], Record<string, unknown>]>([
    ['a large cohort', [{ size: 12_000 }], {}],
    ['a cohort of just the least size', [{ size: 100 }], {}],
    ['fifty cohorts', Array.from({ length: 50 }, () => ({ size: 1000 })), {}],
    ['two cohorts of different sizes', [{ size: 100 }, { size: 90_000 }], {}],
    ['a small one on purpose', [{ size: 12, externalId: 'regulars' }], { smallOnPurpose: ['regulars'] }],
    ['a small one under a lower limit', [{ size: 12 }], { min: 10 }],
    ['more cohorts under a higher limit', Array.from({ length: 60 }, () => ({ size: 1000 })), { maxCohorts: 60 }],
    ['as many cohorts as customers allow', [{ size: 100 }, { size: 100 }], { customers: 200 }],
    [
      'cohorts told apart by what they bought',
      [
        { size: 500, who: 'Buyers', bought: ['jeans'] },
        { size: 500, who: 'Buyers', bought: ['a dress'] },
      ],
      {},
    ],
    [
      'cohorts told apart by their offer',
      [
        { size: 500, who: 'Buyers', offer: null },
        { size: 500, who: 'Buyers' },
      ],
      {},
    ],
  ])('says nothing of %s', (_, cohorts, options) => {
    expect(seen(cohorts, options)).toEqual([]);
  });

  it('points out each cohort that is too small', () => {
    expect(seen([{ size: 3, name: 'Night owls' }, { size: 12_000 }, { size: 0 }])).toMatchObject([
      {
        message:
          'The cohort "Night owls" has 3 readers, and 100 is the least that gets lines of its own; merge it with another, or name it as small on purpose.',
        fact: { path: 'cohorts.0.size', value: '3' },
      },
      { message: expect.stringContaining('"Cohort 2" has no readers'), fact: { path: 'cohorts.2.size', value: '0' } },
    ]);
  });

  it('points out too many cohorts', () => {
    expect(messages(Array.from({ length: 51 }, () => ({ size: 1000 })))).toEqual([
      'The campaign has 51 cohorts and the limit is 50; merge those that would read the same line.',
    ]);
  });

  it('points out more cohorts than the customers fill', () => {
    expect(messages([{ size: 900 }, { size: 900 }, { size: 900 }], { customers: 250 })).toEqual([
      'The campaign has 3 cohorts for 250 readers; with 100 in each there is room for 2.',
    ]);
  });

  it('takes the sum of the cohorts where it knows no customers', () => {
    const cohorts = [{ size: 100 }, { size: 40 }, { size: 40 }];
    expect(messages(cohorts, { smallOnPurpose: ['c1', 'c2'] })).toEqual([
      'The campaign has 3 cohorts for 180 readers; with 100 in each there is room for 1.',
    ]);
  });

  it('remarks on cohorts that are described alike', () => {
    const cohort = { size: 500, bought: ['jeans', 'a belt'] };
    const twin = { size: 700, bought: ['a belt', 'jeans'] };
    expect(
      seen([
        { ...cohort, who: 'Denim buyers' },
        { ...twin, who: 'denim  buyers' },
      ]),
    ).toMatchObject([
      {
        severity: 'info',
        message: 'The cohorts "Cohort 0" and "Cohort 1" are described alike; merge them, or say what sets them apart.',
      },
    ]);
  });

  it('says once where sizes are missing', () => {
    expect(seen([{ size: 500 }, {}, {}])).toMatchObject([{ missing: 'cohorts.1.size' }]);
    expect(messages([{}])[0]).toContain('no cohort says so; not evaluable: brief.cohorts.0.size is missing');
    expect(cohortSize.onMissingFacts).toBe('info');
  });

  it('never looks at a line', () => {
    expect(prepared({}).wakes).toEqual([]);
    expect(findingsIn(cohortSize, { line: 'The linen is in', facts: {} })).toEqual([]);
  });
});
