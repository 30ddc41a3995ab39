/** The audit chain over HTTP: its events, a file that proves itself, and a check that names what somebody changed. */
import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { ChainsChecked } from '../../../src/domain/chain-report.ts';
import { rawSql } from '../../support/raw-sql.ts';
import { type RunningService, runningService } from '../../support/running-service.ts';
import { sqliteDatabase, type TestDatabase } from '../../support/test-databases.ts';

const Row = z.object({ number: z.coerce.number(), hash: z.string(), previousHash: z.string(), body: z.string() });
const brand = 'tilden-row';

describe('the audit chain', () => {
  let database: TestDatabase;
  let service: RunningService;
  let key: string;
  const ask = (path: string, method = 'GET') =>
    fetch(`${service.url}${path}`, { method, headers: { authorization: `Bearer ${key}` } });
  beforeAll(async () => {
    database = await sqliteDatabase();
    service = await runningService({ isWorking: false, config: { databaseUrl: database.databaseUrl } });
    key = await service.key([brand], 'compliance');
    const { useCases } = service.product;
    const tool = await service.product.commandLine([brand]);
    for (const host of ['1.1.1.1', '1.1.1.2', '1.1.1.3'])
      await useCases.webhooks
        .add(tool, [brand], { brand, url: `https://${host}/hook` })
        .then(({ endpoint }) => useCases.webhooks.remove(tool, [brand], endpoint.id));
  });
  afterAll(async () => {
    await service.stop();
    await database.remove();
  });

  it('comes as a file of which anyone can prove that nothing is missing or changed', async () => {
    const rows: z.infer<typeof Row>[] = [];
    for (let path: string | null = `/v1/audit-events?brand=${brand}&format=csv&limit=4`; path !== null; ) {
      const answer: Response = await ask(path);
      expect(answer.headers.get('content-disposition')).toBe('attachment; filename="audit-events.csv"');
      rows.push(...z.array(Row).parse(parse(await answer.text(), { bom: true, columns: true })));
      path = /<([^>]+)>/.exec(answer.headers.get('link') ?? '')?.[1] ?? null;
    }
    const chain = rows.toSorted((one, other) => one.number - other.number);
    expect(chain.length).toBeGreaterThan(6);
    let before = '0'.repeat(64);
    for (const [at, { number, hash, previousHash, body }] of chain.entries()) {
      expect([number, previousHash]).toEqual([at + 1, before]);
      expect(createHash('sha256').update(body).digest('hex')).toBe(hash);
      before = hash;
    }
  });

  it('can be read from a number on downwards', async () => {
    const Page = z.object({ data: z.array(z.object({ sequence: z.number() })) });
    const { data } = Page.parse(await (await ask(`/v1/audit-events?brand=${brand}&upTo=3`)).json());
    expect(data.map(({ sequence }) => sequence)).toEqual([3, 2, 1]);
  });

  it('is checked on demand: whole, or with the first event that somebody changed', async () => {
    const check = async () =>
      ChainsChecked.parse(await (await ask(`/v1/audit-checks?brand=${brand}`, 'POST')).json()).chains;
    const [whole] = await check();
    expect(whole).toMatchObject({ brandId: brand, broken: null });
    await rawSql(
      database.databaseUrl,
      'drop trigger audit_events_are_not_updated',
      `update audit_events set body = replace(body, '1.1.1.2', '1.1.1.9') where action = 'webhook.added' and chain = '${brand}'`,
    );
    const [broken] = await check();
    expect(broken?.broken).toMatchObject({ reason: 'its content does not have its hash', id: expect.any(String) });
    expect(broken?.whole).toBe((broken?.broken?.sequence ?? 0) - 1);
    key = await service.key([brand], 'copywriter');
    expect((await ask('/v1/audit-checks', 'POST')).status).toBe(403);
  });
});
