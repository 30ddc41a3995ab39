import { describe, expect, it } from 'vitest';
import { type RequestCohort, requestState, settledState, withFewerLines } from '../../src/domain/variant-request.ts';

describe('requestState', () => {
  it.each([
    [['waiting', 'waiting'], 'waiting'],
    [['waiting', 'ready'], 'drafting'],
    [['drafting', 'failed'], 'drafting'],
    [['in-review', 'failed'], 'in-review'],
    [['ready', 'ready'], 'ready'],
    [['ready', 'failed'], 'incomplete'],
    [['ready', 'exhausted'], 'incomplete'],
    [['ready', 'cancelled'], 'ready'],
    [['cancelled', 'cancelled'], 'cancelled'],
  ] as const)('reads %j as %s', (cohorts, state) => {
    expect(requestState(cohorts)).toBe(state);
  });
});

describe('settledState', () => {
  it.each([
    [2, 0, 'ready'],
    [3, 5, 'ready'],
    [1, 1, 'in-review'],
    [1, 0, 'exhausted'],
  ] as const)('with 2 needed, %i approved and %i pending is %s', (approved, pending, state) => {
    expect(settledState(2, { approved, pending })).toBe(state);
  });
});

describe('withFewerLines', () => {
  const at = '2027-01-25T15:31:00.000Z';
  const cohort = (state: RequestCohort['state']): RequestCohort => ({
    id: 'cohort_1',
    brandId: 'loomwell',
    requestId: 'req_1',
    externalId: 'linen-buyers',
    state,
    reason: null,
    needed: 2,
    run: 1,
    updatedAt: '2027-01-25T15:00:00.000Z',
  });

  it('opens a ready cohort again while lines wait, and else says what it lacks', () => {
    const why = 'A line was recalled';
    expect(withFewerLines(cohort('ready'), { approved: 1, pending: 3 }, { why, at })).toMatchObject({
      state: 'in-review',
      reason: null,
      updatedAt: at,
    });
    expect(withFewerLines(cohort('ready'), { approved: 1, pending: 0 }, { why, at })).toMatchObject({
      state: 'exhausted',
      reason: 'A line was recalled, and 1 of the 2 it needs are approved. Draft it again for more.',
    });
    expect(withFewerLines(cohort('ready'), { approved: 2, pending: 0 }, { why, at }).state).toBe('ready');
  });

  it('leaves a cohort alone that is being drafted', () => {
    const drafting = withFewerLines(
      cohort('drafting'),
      { approved: 0, pending: 0 },
      { why: 'A line was recalled', at },
    );
    expect([drafting.state, drafting.reason]).toEqual(['drafting', null]);
  });
});
