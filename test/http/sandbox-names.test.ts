import { describe, expect, it } from 'vitest';
import { pathSpokenTo, spokenBack, spokenTo } from '../../src/http/sandbox-names.ts';
import { person, tool } from './support/signed-in.ts';

const real = tool(['lines:read']);
const [membership] = real.caller.memberships;
const sandbox = {
  ...real,
  isSandbox: true,
  caller: { ...real.caller, memberships: membership ? [{ ...membership, brandId: 'tilden-row-sandbox' }] : [] },
};

describe('the names of brands', () => {
  it('are those of sandboxes behind the door, for a sandbox key alone', () => {
    expect(spokenTo({ brand: 'tilden-row', goal: 'brand' }, sandbox)).toEqual({
      brand: 'tilden-row-sandbox',
      goal: 'brand',
    });
    for (const input of [null, {}, { brand: undefined }, { goal: 'tilden-row' }])
      expect(spokenTo(input, sandbox)).toEqual(input);
    for (const holder of [real, person()])
      expect(spokenTo({ brand: 'tilden-row' }, holder)).toEqual({ brand: 'tilden-row' });
  });

  it('are those of sandboxes in addresses too, where these name a brand', () => {
    const params = { id: 'tilden-row' };
    expect(pathSpokenTo('/v1/brands/{id}/fallback-lines', params, sandbox)).toEqual({ id: 'tilden-row-sandbox' });
    expect(pathSpokenTo('/v1/cohorts/{id}/notes', params, sandbox)).toBe(params);
    expect(pathSpokenTo('/v1/brands/{id}/pace', params, real)).toBe(params);
  });

  it('are the real ones in front of it, wherever a brand is named and nowhere else', () => {
    const answer = {
      data: [{ id: 'req_1', brandId: 'tilden-row-sandbox', text: 'tilden-row-sandbox', size: 3, at: null }],
      brands: ['tilden-row-sandbox', 'other-sandbox'],
    };
    expect(spokenBack(answer, sandbox)).toEqual({
      data: [{ id: 'req_1', brandId: 'tilden-row', text: 'tilden-row-sandbox', size: 3, at: null }],
      brands: ['tilden-row', 'other-sandbox'],
    });
    expect(spokenBack(answer, real)).toBe(answer);
  });
});
