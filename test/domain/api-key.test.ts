import { describe, expect, it } from 'vitest';
import { type ApiKey, keyState, replaced } from '../../src/domain/api-key.ts';

const now = '2026-11-25T12:00:00.000Z';
const key: ApiKey = {
  id: 'key_1',
  clientId: 'client_1',
  hash: '0'.repeat(64),
  hint: 'lw_key_1234',
  scopes: ['lines:read'],
  brandIds: null,
  createdAt: '2026-11-01T12:00:00.000Z',
  expiresAt: '2026-12-25T12:00:00.000Z',
  revokedAt: null,
  lastUsedAt: null,
  replacedBy: null,
};
const by = { keyId: 'key_2', now, overlapUntil: '2026-12-02T12:00:00.000Z' };

describe('a key', () => {
  it.each([
    ['active', {}],
    ['expired', { expiresAt: now }],
    ['revoked', { revokedAt: now }],
    ['revoked', { revokedAt: now, expiresAt: now }],
  ])('is %s with %o', (state, more) => {
    expect(keyState({ ...key, ...more }, now)).toBe(state);
  });

  it('lives on beside the one that replaces it, and no longer than it was made for', () => {
    expect(replaced(key, null, by)).toEqual({ ...key, expiresAt: by.overlapUntil, replacedBy: 'key_2' });
    const late = { ...by, overlapUntil: '2027-01-02T12:00:00.000Z' };
    expect(replaced(key, null, late).expiresAt).toBe(key.expiresAt);
  });

  it.each([
    ['key-over', { expiresAt: now }, null],
    ['key-over', { revokedAt: now }, null],
    ['key-replaced', { replacedBy: 'key_0' }, null],
    ['key-replaced', {}, { ...key, id: 'key_0', replacedBy: 'key_1' }],
  ])('is not replaced where that says %s', (code, more, before) => {
    expect(() => replaced({ ...key, ...more }, before, by)).toThrow(expect.objectContaining({ code }));
  });

  it('is replaced once the one before it is over', () => {
    const before = { ...key, id: 'key_0', expiresAt: now, replacedBy: 'key_1' };
    expect(replaced(key, before, by).replacedBy).toBe('key_2');
  });
});
