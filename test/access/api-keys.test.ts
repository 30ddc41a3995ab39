import { describe, expect, it, vi } from 'vitest';
import { accounts } from '../../src/access/accounts.ts';
import { apiKeys } from '../../src/access/api-keys.ts';
import { authentication } from '../../src/access/authenticate.ts';
import type { Scope } from '../../src/domain/access.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { eachStore } from '../support/stores.ts';

const dayMs = 24 * 60 * 60 * 1000;
const ada = { kind: 'user', id: 'user_ada' } as const;

describe('keys', () => {
  eachStore(({ store }) => {
    const moment = fixedMoment();
    const parts = () => ({ store: store().access, moment });
    const holderOf = (secret: string) => authentication(parts()).byKey(secret);
    const events = async () =>
      (await store().evidence.events('@installation', 0, 1000)).map(({ body }) => JSON.parse(body));
    let clients = 0;
    const newKey = async (more: { brandIds?: string[] | null; scopes?: Scope[]; daysValid?: number } = {}) => {
      const client = await accounts(parts()).client(`Tool ${++clients}`);
      await accounts(parts()).grant(client.id, ['loomwell', 'other'], ['campaign-client']);
      const asked = { clientId: client.id, scopes: ['lines:read'] as const, daysValid: 30, ...more };
      return { client, ...(await apiKeys(parts()).create(asked, ada)) };
    };

    it('are known until they expire, and then say that they did', async () => {
      const { client, key, secret } = await newKey();
      expect(secret).toMatch(/^lw_key_[0-9a-f]{64}$/);
      expect(JSON.stringify([key, await events()])).not.toContain(secret);
      expect(await holderOf(secret)).toMatchObject({
        caller: {
          actor: { kind: 'client', id: client.id },
          memberships: [{ brandId: 'loomwell' }, { brandId: 'other' }],
          scopes: ['lines:read'],
        },
        isSandbox: false,
      });
      expect(await holderOf(`${secret}0`)).toBeNull();
      expect(await authentication(parts()).bySession(secret)).toBeNull();
      moment.advance(30 * dayMs);
      expect(await holderOf(secret)).toEqual({ refused: 'expired', at: key.expiresAt });
    });

    it('reach only the brands they are narrowed to, and none their client has not', async () => {
      const { secret } = await newKey({ brandIds: ['other', 'a-third'] });
      expect(await holderOf(secret)).toMatchObject({ caller: { memberships: [{ brandId: 'other' }] } });
    });

    it('never reach a sandbox, even where somebody wrote that into the database', async () => {
      const { client, secret } = await newKey();
      const membership = { memberId: client.id, brandId: 'loomwell-sandbox', role: 'campaign-client' } as const;
      await store().access.grant([
        { membership, event: { ...eventFor('membership.granted'), chain: 'loomwell-sandbox' } },
      ]);
      expect(await store().access.memberships(client.id)).toContainEqual(membership);
      expect(JSON.stringify(await holderOf(secret))).not.toContain('sandbox"');
      await expect(accounts(parts()).grant(client.id, ['loomwell-sandbox'], ['copywriter'])).rejects.toThrow(
        'let into',
      );
    });

    it('are replaced by one of the same reach, and both live for the overlap', async () => {
      const { key, secret } = await newKey({ brandIds: ['other'] });
      moment.advance(dayMs);
      const next = await apiKeys(parts()).rotate(key.id, { overlapDays: 7 }, ada);
      expect(next.key).toMatchObject({ clientId: key.clientId, scopes: key.scopes, brandIds: ['other'] });
      expect(Date.parse(next.key.expiresAt) - Date.parse(moment.now())).toBe(30 * dayMs);
      expect(await holderOf(secret)).toEqual(await holderOf(next.secret));
      await expect(apiKeys(parts()).rotate(key.id, { overlapDays: 7 }, ada)).rejects.toMatchObject({
        code: 'key-replaced',
      });
      await expect(apiKeys(parts()).rotate(next.key.id, { overlapDays: 7 }, ada)).rejects.toMatchObject({
        code: 'key-replaced',
      });
      moment.advance(7 * dayMs);
      expect(await holderOf(secret)).toMatchObject({ refused: 'expired' });
      expect(await holderOf(next.secret)).toMatchObject({ caller: { scopes: ['lines:read'] } });
      const third = await apiKeys(parts()).rotate(next.key.id, { overlapDays: 0, daysValid: 5 }, ada);
      expect(await holderOf(next.secret)).toMatchObject({ refused: 'expired' });
      expect(Date.parse(third.key.expiresAt) - Date.parse(moment.now())).toBe(5 * dayMs);
      const told = (await events()).filter(({ action, subject }) => action === 'key.rotated' && subject === key.id);
      expect(told).toMatchObject([{ actor: ada, details: { replacedBy: next.key.id } }]);
    });

    it('are replaced once where two ask at the same time', async () => {
      const { key } = await newKey();
      const asked = [1, 2, 3].map(() => apiKeys(parts()).rotate(key.id, { overlapDays: 1 }, ada));
      const outcomes = await Promise.allSettled(asked);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect((await store().access.keysOf(key.clientId)).length).toBe(2);
    });

    it('are revoked at once and once, and say so', async () => {
      const { key, secret } = await newKey();
      const at = moment.now();
      await apiKeys(parts()).revoke(key.id, ada);
      moment.advance(1000);
      await apiKeys(parts()).revoke(key.id, ada);
      expect(await holderOf(secret)).toEqual({ refused: 'revoked', at });
      const told = (await events()).filter(({ action, subject }) => action === 'key.revoked' && subject === key.id);
      expect(told).toMatchObject([{ actor: ada, at }]);
      await expect(apiKeys(parts()).rotate(key.id, { overlapDays: 1 }, ada)).rejects.toMatchObject({
        code: 'key-over',
      });
    });

    it('remember their last use to the minute, and let nobody wait for that', async () => {
      const { key, secret } = await newKey();
      const lastUse = async () => (await store().access.key(key.id))?.key.lastUsedAt;
      const first = moment.now();
      const noted = vi.fn(store().access.noteKeyUsed);
      const door = authentication({ ...parts(), store: { ...store().access, noteKeyUsed: noted } });
      await Promise.all([door.byKey(secret), door.byKey(secret)]);
      await vi.waitFor(async () => expect(await lastUse()).toBe(first));
      moment.advance(59_000);
      await door.byKey(secret);
      expect(noted).toHaveBeenCalledTimes(1);
      moment.advance(1_000);
      await door.byKey(secret);
      await vi.waitFor(async () => expect(await lastUse()).toBe(moment.now()));
      // Another node that read the key before: its note comes late and changes nothing.
      await store().access.noteKeyUsed(key.id, '2026-01-01T00:00:00.000Z', '2025-12-31T23:59:00.000Z');
      expect(await lastUse()).toBe(moment.now());
    });

    it('let their holder in although the use cannot be noted', async () => {
      const { secret } = await newKey();
      const warn = vi.fn();
      const noteKeyUsed = () => Promise.reject(new Error('the disk is full'));
      const log = { info: () => {}, warn, error: () => {} };
      const door = authentication({ ...parts(), store: { ...store().access, noteKeyUsed }, log });
      expect(await door.byKey(secret)).toMatchObject({ caller: { scopes: ['lines:read'] } });
      await vi.waitFor(() => expect(warn).toHaveBeenCalledOnce());
    });

    function eventFor(action: 'membership.granted') {
      const of = { actor: ada, action, subject: 'a test', details: {} };
      return { id: moment.newId('event'), chain: '@installation', at: moment.now(), ...of };
    }
  });
});
