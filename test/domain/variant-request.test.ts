import { describe, expect, it } from 'vitest';
import { requestState, settledState } from '../../src/domain/variant-request.ts';

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
