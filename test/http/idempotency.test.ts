import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Composition, compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { Scope } from '../../src/domain/access.ts';
import { RequestView } from '../../src/http/contracts/campaign-routes.ts';
import type { UseCases } from '../../src/http/use-cases.ts';
import { brandsWithoutGrace } from '../support/brands-without-grace.ts';
import { rawSql } from '../support/raw-sql.ts';
import { realMoment } from '../support/real-moment.ts';
import type { TestDatabase } from '../support/test-databases.ts';
import { briefBody as named } from './support/samples.ts';
import { type ServedApp, servedApp } from './support/served-app.ts';
import { databases } from './support/whole-service.ts';

/** Without a name of its own, so that each time it is sent it is another one. */
const { externalId: _, ...briefBody } = z.looseObject({ externalId: z.string() }).parse(named);

const silence = { info: () => {}, warn: () => {}, error: () => {} };
const limits = { perCaller: 1e9, signIns: 1e9 };
const address = '/v1/variant-requests';

describe.each(databases)('a request with an Idempotency-Key, on $kind', ({ make }) => {
  let database: TestDatabase;
  let product: Composition;
  let app: ServedApp;
  let key: string;
  let clientId: string;
  let aheadMs = 0;
  const moment = { ...realMoment, now: () => new Date(Date.now() + aheadMs).toISOString() };

  beforeAll(async () => {
    database = await make();
    product = await compose(
      { ...readConfig({}), databaseUrl: database.databaseUrl },
      { log: silence, files: brandsWithoutGrace(), moment },
    );
    await product.brandImport.importNew();
    app = await serve(product.useCases);
    ({ key, clientId } = await newClient('Mailroom'));
  });
  afterAll(async () => {
    await app.close();
    await product.close();
    await database.remove();
  });

  const serve = (useCases: UseCases) => servedApp({}, { useCases, moment, limits });
  const newClient = async (name: string) => {
    const client = await product.accounts.client(name);
    await product.accounts.grant(client.id, ['tilden-row'], ['campaign-client']);
    const { secret } = await product.keys.create({ clientId: client.id, scopes: Scope.options, daysValid: 1 });
    return { key: secret, clientId: client.id };
  };
  const post = (name: string, json: unknown = briefBody, by = app, as = key) =>
    by.send('POST', address, { key: as, json, headers: { 'idempotency-key': name } });
  const idOf = ({ body }: { body: unknown }) => RequestView.parse(body).id;
  const count = async () => (await product.useCases.campaigns.list(['tilden-row'], { limit: 100, cursor: null })).data;

  it('is done once and answered twice, quoted or bare, however its JSON is spelled', async () => {
    const before = (await count()).length;
    const first = await post('"once-1"');
    expect([first.status, first.headers.has('idempotency-replayed')]).toEqual([202, false]);
    const turned = Object.fromEntries(Object.entries(briefBody).reverse());
    for (const again of [await post('once-1'), await post('"once-1"', turned)]) {
      expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([202, 'true']);
      expect(again.text).toBe(first.text);
      for (const name of ['location', 'retry-after']) expect(again.headers.get(name)).toBe(first.headers.get(name));
    }
    expect(await count()).toHaveLength(before + 1);
  });

  it('is done once where many come at the same instant', async () => {
    const before = (await count()).length;
    const answers = await Promise.all(Array.from({ length: 6 }, () => post('at-once')));
    for (const { status, body, headers } of answers.filter((answer) => answer.status !== 202)) {
      expect([status, body]).toMatchObject([409, { code: 'idempotency-running' }]);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(await count()).toHaveLength(before + 1);
    expect(new Set(answers.filter(({ status }) => status === 202).map(idOf)).size).toBe(1);
  });

  it('is refused with another body or at another address', async () => {
    const { body } = await post('mine');
    const other = await post('mine', { ...briefBody, goal: 'Something else.' });
    expect([other.status, other.body]).toMatchObject([422, { code: 'idempotency-mismatch' }]);
    const cohortId = RequestView.parse(body).cohorts[0]?.id;
    const elsewhere = await app.send('POST', `/v1/cohorts/${cohortId}/retries`, {
      key,
      headers: { 'idempotency-key': 'mine' },
    });
    expect(elsewhere.status).toBe(422);
  });

  it('never meets the key of another caller', async () => {
    const other = await newClient('Other');
    expect(idOf(await post('shared', briefBody, app, other.key))).not.toBe(idOf(await post('shared')));
  });

  it.each(['', '"', '""', 'two words', '"never closed', 'x'.repeat(256), 'a"b', '"tab\t"'])(
    'is refused where the key is %j',
    async (name) => {
      const { status, body } = await post(name);
      expect([status, body]).toMatchObject([
        400,
        { code: 'bad-request', detail: expect.stringContaining('Idempotency-Key must be 1 to 255') },
      ]);
    },
  );

  it('may be sent again under its key after a mistake in it was mended, or after it failed', async () => {
    expect((await post('mended', { ...briefBody, goal: '' })).status).toBe(422);
    expect((await post('mended', { ...briefBody, brand: 'not-there' })).status).toBe(404);
    expect((await post('mended')).status).toBe(202);
  });

  it('is not answered to whoever lost the role meanwhile', async () => {
    await post('before');
    const { byKey } = product.useCases.access;
    const without = async (secret: string) => {
      const signedIn = await byKey(secret);
      const elsewhere = { memberId: clientId, brandId: 'elsewhere', role: 'campaign-client' } as const;
      if (signedIn === null || 'refused' in signedIn) return null;
      return { ...signedIn, caller: { ...signedIn.caller, memberships: [elsewhere] } };
    };
    const narrowed = await serve({
      ...product.useCases,
      access: { ...product.useCases.access, byKey: without },
    });
    const { status, text } = await post('before', briefBody, narrowed);
    expect([status, text]).toEqual([404, expect.not.stringContaining('req_')]);
    await narrowed.close();
  });

  it('is done once and keeps no secret of its answer', async () => {
    const json = { brand: 'tilden-row', url: 'https://8.8.8.8/hooks' };
    const add = () => app.send('POST', '/v1/webhook-endpoints', { key, json, headers: { 'idempotency-key': 'hook' } });
    const first = await add();
    expect(first.status, first.text).toBe(201);
    const { endpoint } = z.object({ endpoint: z.object({ id: z.string() }) }).parse(first.body);
    expect(first.text).toContain('whsec_');
    const again = await add();
    expect([again.status, again.body]).toMatchObject([409, { code: 'idempotency-answer-lost', subject: endpoint.id }]);
    const rows = await rawSql(database.databaseUrl, "select body from idempotency_keys where body like '%whsec%'");
    expect(rows).toEqual([]);
  });

  it('is not done again where the process died between doing and answering', async () => {
    const before = (await count()).length;
    const dead = {
      answer: () => Promise.reject(new Error('killed')),
      giveBack: () => Promise.reject(new Error('killed')),
    };
    const dying = await serve({ ...product.useCases, idempotency: { ...product.useCases.idempotency, ...dead } });
    expect((await post('crashed', briefBody, dying)).status).toBe(500);
    await dying.close();
    expect((await post('crashed')).body).toMatchObject({ code: 'idempotency-running' });
    aheadMs += 61_000;
    const again = await post('crashed');
    const [newest] = await count();
    expect([again.status, again.headers.get('location')]).toEqual([202, `${address}/${newest?.id}`]);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await count()).toHaveLength(before + 1);
    expect((await post('crashed')).text).toBe(again.text);
  });
});
