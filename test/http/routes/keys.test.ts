/** Campaign tools and their keys, looked after over the real service. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { compose } from '../../../src/compose.ts';
import { readConfig } from '../../../src/config.ts';
import type { Role } from '../../../src/domain/access.ts';
import { ClientView, KeyView } from '../../../src/http/contracts/key-routes.ts';
import { listOf } from '../../../src/http/contracts/route.ts';
import { realMoment } from '../../support/real-moment.ts';
import { sqliteDatabase, type TestDatabase } from '../../support/test-databases.ts';
import { type Sent, type ServedApp, servedApp } from '../support/served-app.ts';

const NewKey = z.object({ key: KeyView, secret: z.string() });
const Rotation = NewKey.extend({ replaced: KeyView });
const silence = { info: () => {}, warn: () => {}, error: () => {} };
const dayMs = 24 * 60 * 60 * 1000;

describe('an admin', () => {
  let database: TestDatabase;
  let product: Awaited<ReturnType<typeof compose>>;
  let app: ServedApp;
  let aheadMs = 0;
  const moment = { ...realMoment, now: () => new Date(Date.now() + aheadMs).toISOString() };
  const people: Record<string, Sent> = {};
  beforeAll(async () => {
    database = await sqliteDatabase();
    product = await compose({ ...readConfig({}), databaseUrl: database.databaseUrl }, { log: silence, moment });
    await product.brandImport.importNew();
    app = await servedApp({}, { useCases: product.useCases, moment });
    await signIn('Ada', ['tilden-row'], 'admin');
    await signIn('Bo', [...(await product.knownBrandIds())], 'admin');
    await signIn('Cleo', ['tilden-row'], 'copywriter');
  });
  afterAll(async () => {
    await app.close();
    await product.close();
    await database.remove();
  });

  async function signIn(name: string, brandIds: readonly string[], role: Role): Promise<void> {
    const user = await product.accounts.user(name, `${name}@example.com`);
    await product.accounts.grant(user.id, brandIds, [role]);
    const { secret } = await product.signIn.signIn(await product.signIn.makeLink(user.id));
    people[name] = { session: secret };
  }
  const ask = (name: string, method: string, path: string, json?: object) =>
    app.send(method, path, { ...people[name], ...(json && { json }) });
  const newClient = async (by: string, more: object = {}) => {
    const body = { name: `Tool ${moment.newId('client')}`, brands: ['tilden-row'], ...more };
    const made = await ask(by, 'POST', '/v1/clients', body);
    expect(made.status, made.text).toBe(201);
    return ClientView.parse(made.body);
  };
  const newKey = async (by: string, clientId: string, more: object = {}) => {
    const made = await ask(by, 'POST', `/v1/clients/${clientId}/keys`, { scopes: ['lines:read'], ...more });
    expect(made.status, made.text).toBe(201);
    expect(made.headers.get('cache-control')).toBe('no-store');
    return NewKey.parse(made.body);
  };
  const keysOf = async (by: string, clientId: string) =>
    listOf(KeyView).parse((await ask(by, 'GET', `/v1/clients/${clientId}/keys`)).body).data;
  const status = async (secret: string) => (await app.send('GET', '/v1/approved-lines', { key: secret })).status;

  it('makes a client and a key that works, and shows its secret once', async () => {
    const client = await newClient('Ada');
    expect(client).toMatchObject({ sandbox: false, brands: ['tilden-row'], roles: ['campaign-client'] });
    const { key, secret } = await newKey('Ada', client.id);
    expect(key).toMatchObject({ state: 'active', brands: null, sandbox: false, hint: secret.slice(0, 11) });
    expect(await status(secret)).toBe(200);
    const shown = await ask('Ada', 'GET', `/v1/clients/${client.id}/keys`);
    expect(shown.text).not.toContain(secret);
    expect(shown.text).not.toContain('hash');
    await expect.poll(async () => (await keysOf('Ada', client.id))[0]?.lastUsedAt).not.toBeNull();
    const clients = listOf(ClientView).parse((await ask('Ada', 'GET', '/v1/clients?limit=100')).body).data;
    expect(clients).toContainEqual(client);
  });

  it('makes one key where a request is sent twice, and keeps no secret to answer the second', async () => {
    const client = await newClient('Ada');
    const make = () =>
      app.send('POST', `/v1/clients/${client.id}/keys`, {
        ...people['Ada'],
        json: { scopes: ['lines:read'] },
        headers: { 'idempotency-key': '"the same"' },
      });
    const first = NewKey.parse((await make()).body);
    const second = await make();
    expect([second.status, second.body]).toMatchObject([
      409,
      { code: 'idempotency-answer-lost', subject: first.key.id },
    ]);
    expect(await keysOf('Ada', client.id)).toHaveLength(1);
  });

  it('rotates a key: both work for the overlap, then the new one alone', async () => {
    const client = await newClient('Ada');
    const { key, secret } = await newKey('Ada', client.id);
    const rotated = await ask('Ada', 'POST', `/v1/keys/${key.id}/rotations`, { overlapDays: 2 });
    const { key: fresh, secret: next, replaced } = Rotation.parse(rotated.body);
    expect(replaced).toMatchObject({ id: key.id, replacedBy: fresh.id, state: 'active' });
    expect(fresh.scopes).toEqual(key.scopes);
    expect([await status(secret), await status(next)]).toEqual([200, 200]);
    for (const id of [key.id, fresh.id]) {
      const again = await ask('Ada', 'POST', `/v1/keys/${id}/rotations`, {});
      expect([again.status, again.body]).toMatchObject([409, { code: 'key-replaced' }]);
    }
    aheadMs += 2 * dayMs;
    // Ada's session is over by then.
    await signIn('Ada', [], 'admin');
    await signIn('Bo', [], 'admin');
    await signIn('Cleo', [], 'copywriter');
    expect([await status(secret), await status(next)]).toEqual([401, 200]);
    const over = await ask('Ada', 'POST', `/v1/keys/${key.id}/rotations`, {});
    expect([over.status, over.body]).toMatchObject([409, { code: 'key-over' }]);
  });

  it('gives a key that takes the place of another the brands it asks for, and no brand of another admin', async () => {
    const client = await newClient('Bo', { brands: ['tilden-row', 'gingham-larder'] });
    const { key } = await newKey('Bo', client.id);
    const narrowed = await ask('Bo', 'POST', `/v1/keys/${key.id}/rotations`, {
      brands: ['tilden-row'],
      overlapDays: 0,
    });
    const { key: narrow, secret, replaced } = Rotation.parse(narrowed.body);
    expect([narrow.brands, replaced.brands]).toEqual([['tilden-row'], null]);
    expect((await app.send('GET', '/v1/approved-lines?brand=gingham-larder', { key: secret })).status).toBe(404);
    for (const [brands, status] of [
      [['gingham-larder'], 404],
      [null, 403],
    ] as const)
      expect((await ask('Ada', 'POST', `/v1/keys/${narrow.id}/rotations`, { brands })).status).toBe(status);
    const same = await ask('Ada', 'POST', `/v1/keys/${narrow.id}/rotations`, { overlapDays: 0 });
    expect(Rotation.parse(same.body).key.brands).toEqual(['tilden-row']);
    const wide = await ask('Bo', 'POST', `/v1/keys/${Rotation.parse(same.body).key.id}/rotations`, { brands: null });
    expect(Rotation.parse(wide.body).key.brands).toBeNull();
  });

  it('revokes a key', async () => {
    const client = await newClient('Ada');
    const { key, secret } = await newKey('Ada', client.id);
    expect((await ask('Ada', 'DELETE', `/v1/keys/${key.id}`)).status).toBe(204);
    expect((await ask('Ada', 'DELETE', `/v1/keys/${key.id}`)).status).toBe(204);
    expect(await status(secret)).toBe(401);
    expect(await keysOf('Ada', client.id)).toMatchObject([{ id: key.id, state: 'revoked' }]);
  });

  it('cannot make or change what reaches a brand of another admin, and sees only its own part', async () => {
    const client = await newClient('Bo', { brands: ['tilden-row', 'gingham-larder'] });
    const { key, secret } = await newKey('Bo', client.id);
    const narrow = await newKey('Bo', client.id, { brands: ['tilden-row'] });
    const theirs = await newKey('Bo', client.id, { brands: ['gingham-larder'] });
    const seen = listOf(ClientView).parse((await ask('Ada', 'GET', '/v1/clients?limit=100')).body).data;
    expect(seen.find(({ id }) => id === client.id)?.brands).toEqual(['tilden-row']);
    const keys = await keysOf('Ada', client.id);
    expect(keys.map(({ id }) => id)).toEqual([narrow.key.id, key.id]);
    for (const refused of [
      await ask('Ada', 'DELETE', `/v1/keys/${key.id}`),
      await ask('Ada', 'POST', `/v1/keys/${key.id}/rotations`, {}),
      await ask('Ada', 'POST', `/v1/clients/${client.id}/keys`, { scopes: ['lines:read'] }),
    ])
      expect([refused.status, refused.body]).toMatchObject([403, { code: 'not-allowed' }]);
    for (const unknown of [
      await ask('Ada', 'DELETE', `/v1/keys/${theirs.key.id}`),
      await ask('Ada', 'POST', '/v1/clients', { name: 'x', brands: ['gingham-larder'] }),
    ])
      expect(unknown.status).toBe(404);
    expect(await status(secret)).toBe(200);
    expect((await ask('Ada', 'DELETE', `/v1/keys/${narrow.key.id}`)).status).toBe(204);
    expect((await app.send('GET', '/v1/approved-lines?brand=tilden-row', { key: theirs.secret })).status).toBe(404);
  });

  it('makes a sandbox client and key, which say so', async () => {
    const real = await newClient('Ada');
    const client = await newClient('Ada', { name: real.name, sandbox: true });
    expect(client).toMatchObject({ name: `${real.name} (sandbox)`, sandbox: true, brands: ['tilden-row'] });
    const { key, secret } = await newKey('Ada', client.id, { brands: ['tilden-row'] });
    expect([key.sandbox, key.brands, secret.slice(0, 8)]).toEqual([true, ['tilden-row'], 'lw_test_']);
    const me = await app.send('GET', '/v1/me', { key: secret });
    expect(me.headers.get('linewright-sandbox')).toBe('true');
    expect(me.body).toMatchObject({ sandbox: true, memberships: [{ brandId: 'tilden-row' }] });
    expect((await ask('Ada', 'GET', '/v1/brands')).text).not.toContain('-sandbox');
    expect((await ask('Ada', 'POST', `/v1/keys/${key.id}/rotations`, {})).status).toBe(201);
  });

  it.each([
    ['#/expiresInDays', { scopes: ['lines:read'], expiresInDays: 401 }],
    ['#/scopes', { scopes: [] }],
    ['#/scopes/0', { scopes: ['all'] }],
    ['#/brands/0', { scopes: ['lines:read'], brands: ['No Brand'] }],
  ])('is told by place what is wrong: %s', async (pointer, body) => {
    const client = await newClient('Ada');
    const answer = await ask('Ada', 'POST', `/v1/clients/${client.id}/keys`, body);
    expect([answer.status, answer.body]).toMatchObject([422, { errors: [{ pointer }] }]);
  });

  it('is told where a name is taken, and that a sandbox has campaign tools only', async () => {
    const { name } = await newClient('Ada');
    const taken = await ask('Ada', 'POST', '/v1/clients', { name, brands: ['tilden-row'] });
    expect([taken.status, taken.body]).toMatchObject([422, { errors: [{ pointer: '#/name' }] }]);
    const role = { name: 'y', brands: ['tilden-row'], sandbox: true, role: 'compliance' };
    const odd = await ask('Ada', 'POST', '/v1/clients', role);
    expect([odd.status, odd.body]).toMatchObject([422, { errors: [{ pointer: '#/role' }] }]);
  });

  it('is who it takes', async () => {
    expect((await ask('Cleo', 'GET', '/v1/clients')).status).toBe(403);
  });
});
