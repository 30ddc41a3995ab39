import { setTimeout as pause } from 'node:timers/promises';
import pLimit from 'p-limit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { BriefOutcomeView } from '../../src/http/contracts/brief-routes.ts';
import { LineList, RequestView } from '../../src/http/contracts/campaign-routes.ts';
import { QueueEntryView } from '../../src/http/contracts/review-routes.ts';
import { listOf } from '../../src/http/contracts/route.ts';
import { NewWebhookEndpoint } from '../../src/http/contracts/webhook-routes.ts';
import { signedIn } from '../support/api-caller.ts';
import { type ModelServer, modelServer } from '../support/model-server.ts';
import { runCli, type StartedService, startService } from '../support/started-process.ts';
import { sqliteDatabase, type TestDatabase } from '../support/test-databases.ts';
import { makeUnruly } from '../support/unruly-model.ts';
import { type WebhookReceiver, webhookReceiver } from '../support/webhook-receiver.ts';
import { brand, fridayBrief, fridayReply, lastNight, prepareBrand } from './support/friday-campaign.ts';

const cohortCount = 400;

describe('a night with 400 cohorts, an unruly model, two kills and a sale that is prolonged', () => {
  let database: TestDatabase;
  let model: ModelServer;
  let receiver: WebhookReceiver;
  let env: Record<string, string>;
  let key: string;
  let service: StartedService;
  let session: Record<string, string> | undefined;
  const byKey = () => ({ authorization: `Bearer ${key}` });

  beforeAll(async () => {
    database = await sqliteDatabase();
    model = await modelServer({ latencyMs: 30, write: fridayReply });
    makeUnruly(model, 2_000);
    receiver = await webhookReceiver();
    env = {
      DATABASE_URL: database.databaseUrl,
      OPENAI_BASE_URL: model.url,
      LLM_CONCURRENCY: '16',
      LLM_TIMEOUT_MS: '1500',
      WEBHOOK_ALLOW_PRIVATE: 'true',
    };
    ({ key } = await prepareBrand(database.databaseUrl));
    service = await startService(env);
  });
  afterAll(async () => {
    await service.end('SIGKILL');
    await receiver.close();
    await model.close();
    await database.remove();
  });

  it('ends with lines or a stated reason for each cohort, every revocation told once, and whole audit chains', {
    timeout: 240_000,
  }, async () => {
    const endpoint = await send('POST', '/v1/webhook-endpoints', NewWebhookEndpoint, { brand, url: receiver.url });
    receiver.trust(endpoint.secret);
    const { request } = await send('PUT', briefPath, BriefOutcomeView, fridayBrief(cohortCount, 0));
    const requestId = request?.id ?? '';

    for (const afterMs of [1_500, 2_500]) {
      await pause(afterMs);
      await service.end('SIGKILL');
      service = await startService(env);
    }
    await drafted(requestId);
    for (let round = 0; round < 3 && (await failed(requestId)).length > 0; round += 1) {
      for (const { reason } of await failed(requestId)) expect(reason).toMatch(/\w+ .*\./);
      await send('POST', `/v1/variant-requests/${requestId}/retries`, z.unknown());
      await drafted(requestId);
    }
    expect(await failed(requestId)).toEqual([]);

    // From here on nobody answers at the receiver's.
    receiver.behave({ kind: 'status', status: 503 });
    const approvedFirst = await approve(requestId, (at) => at % 2 === 0);
    expect(approvedFirst).toBe(cohortCount);
    await expect.poll(async () => (await delivered(requestId)).length).toBe(cohortCount);

    const { effects } = await send('PUT', briefPath, BriefOutcomeView, fridayBrief(cohortCount, 1));
    expect(effects.voided.length).toBeGreaterThan(cohortCount / 4);
    expect(new Set(effects.voided.map(({ text }) => text))).toEqual(new Set([lastNight]));
    expect(effects.kept.length).toBe(cohortCount - effects.voided.length);
    const afterwards = await delivered(requestId);
    expect(afterwards.map(({ text }) => text)).not.toContain(lastNight);
    expect(afterwards).toHaveLength(effects.kept.length);
    receiver.behave();

    await drafted(requestId);
    await approve(requestId, () => false);
    const ready = async () => (await progress(requestId)).cohorts.filter(({ state }) => state === 'ready').length;
    await expect.poll(ready, { timeout: 30_000 }).toBe(cohortCount);
    expect(new Set((await delivered(requestId)).map(({ cohort }) => cohort)).size).toBe(cohortCount);

    const revoked = () => receiver.unique().filter(({ type }) => type === 'line.revoked');
    await expect.poll(() => revoked().length, { timeout: 90_000, interval: 500 }).toBe(effects.voided.length);
    const told = revoked().map(({ data }) => String(data['line']));
    expect(new Set(told)).toEqual(new Set(effects.voided.map(({ id }) => id)));
    expect(receiver.received.every(({ isVerified }) => isVerified)).toBe(true);

    await service.end('SIGTERM');
    expect((await runCli(['audit', 'verify'], { env })).status).toBe(0);
    service = await startService(env);
  });

  const briefPath = `/v1/campaigns/monday/briefs/monday-mail?brand=${brand}`;

  async function send<Schema extends z.ZodType>(
    method: string,
    path: string,
    contract: Schema,
    body?: unknown,
    headers: Record<string, string> = byKey(),
  ): Promise<z.infer<Schema>> {
    const answer = await fetch(new URL(path, service.url), {
      method,
      headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }), origin: service.url },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text.slice(0, 500)}`);
    return contract.parse(JSON.parse(text));
  }

  function progress(requestId: string): Promise<RequestView> {
    return send('GET', `/v1/variant-requests/${requestId}`, RequestView);
  }

  async function drafted(requestId: string): Promise<void> {
    for (;;) {
      const { cohorts } = await progress(requestId);
      if (cohorts.every(({ state }) => state !== 'waiting' && state !== 'drafting')) return;
      await pause(250);
    }
  }

  async function failed(requestId: string) {
    return (await progress(requestId)).cohorts.filter(({ state }) => state === 'failed' || state === 'exhausted');
  }

  /** A copywriter gives each cohort in review its line: the one on the last night where that is wanted and there. */
  async function approve(requestId: string, wantsLastNight: (at: number) => boolean): Promise<number> {
    // A sign-in link works once.
    session ??= { ...(await signedIn(service.signInLink)) };
    const headers = session;
    const { cohorts } = await progress(requestId);
    const few = pLimit(8);
    const done = await Promise.all(
      cohorts.map((cohort, at) =>
        few(async () => {
          if (cohort.state !== 'in-review') return 0;
          const path = `/v1/review-items?cohort=${cohort.id}&state=pending&limit=100`;
          const { data } = await send('GET', path, listOf(QueueEntryView), undefined, headers);
          const isLast = ({ candidate }: QueueEntryView) => candidate.text === lastNight;
          const plain = data.find((entry) => !isLast(entry) && entry.candidate.verdict.verdict === 'pass');
          const chosen = (wantsLastNight(at) ? data.find(isLast) : undefined) ?? plain ?? data[0];
          if (!chosen) return 0;
          const decision = { kind: 'approve', warningsPassed: 'fact-checked' };
          const body = { version: chosen.item.version, decision };
          await send('POST', `/v1/review-items/${chosen.item.id}/decisions`, z.unknown(), body, headers);
          return 1;
        }),
      ),
    );
    return done.reduce<number>((sum, one) => sum + one, 0);
  }

  async function delivered(requestId: string) {
    const lines: LineList['data'] = [];
    for (let cursor: string | null = null; ; ) {
      const next: string = cursor === null ? '' : `&cursor=${cursor}`;
      const page: LineList = await send('GET', `/v1/approved-lines?request=${requestId}&limit=100${next}`, LineList);
      lines.push(...page.data);
      cursor = page.nextCursor;
      if (cursor === null) return lines;
    }
  }
});
