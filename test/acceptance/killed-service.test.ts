import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Candidate } from '../../src/domain/candidate.ts';
import { RequestView } from '../../src/http/contracts/campaign-routes.ts';
import { listOf } from '../../src/http/contracts/route.ts';
import { apiCaller, signedIn } from '../support/api-caller.ts';
import { type ModelServer, modelServer } from '../support/model-server.ts';
import { runCli, startService } from '../support/started-process.ts';
import { sqliteDatabase, type TestDatabase } from '../support/test-databases.ts';

/** The example brief with its cohorts several times over. */
function largeBrief(copies: number) {
  const brief = parse(readFileSync('data/examples/second-purchase.yaml', 'utf8'));
  const cohorts = Array.from({ length: copies }, (_, copy) =>
    brief.cohorts.map((cohort: { externalId: string }) => ({ ...cohort, externalId: `${cohort.externalId}-${copy}` })),
  );
  return { ...brief, cohorts: cohorts.flat() };
}

describe('a service that is killed while it drafts', () => {
  let database: TestDatabase;
  let server: ModelServer;
  let env: Record<string, string>;
  beforeAll(async () => {
    database = await sqliteDatabase();
    server = await modelServer({ latencyMs: 60 });
    env = { DATABASE_URL: database.databaseUrl, OPENAI_BASE_URL: server.url, LLM_CONCURRENCY: '2' };
  });
  afterAll(async () => {
    await server.close();
    await database.remove();
  });

  it('finds its data again and finishes every cohort once, with no line lost or doubled', {
    timeout: 120_000,
  }, async () => {
    const brief = largeBrief(6);
    const first = await startService(env);
    const owner = apiCaller(first.url, await signedIn(first.signInLink));
    const { body: accepted } = await owner('/v1/variant-requests', RequestView, brief);
    for (const afterMs of [150, 400]) {
      const running = afterMs === 150 ? first : await startService(env);
      await pause(afterMs);
      expect(await running.end('SIGKILL')).toBeNull();
    }

    const last = await startService(env);
    const again = apiCaller(last.url, await signedIn(last.signInLink));
    const progress = async () => (await again(`/v1/variant-requests/${accepted.id}`, RequestView)).body.cohorts;
    await expect
      .poll(async () => (await progress()).filter(({ state }) => state === 'in-review').length, { timeout: 90_000 })
      .toBe(brief.cohorts.length);

    for (const cohort of (await progress()).slice(0, 10)) {
      const { data } = (await again(`/v1/candidates?cohort=${cohort.id}&limit=100`, listOf(Candidate))).body;
      const places = data.map(({ rank, provenance }) => JSON.stringify([rank, provenance]));
      expect(new Set(places).size).toBe(places.length);
      expect(data.length).toBe(cohort.counts.candidates);
    }
    expect(await last.end('SIGTERM')).toBe(0);
    expect((await runCli(['audit', 'verify'], { env })).status).toBe(0);
  });
});
