/** An integration tried from end to end with nobody there. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { Brief } from '../../src/domain/brief.ts';
import { BrandView, MeView } from '../../src/http/contracts/access-routes.ts';
import { BriefOutcomeView } from '../../src/http/contracts/brief-routes.ts';
import { LineList, LineView, RequestSummary, RequestView } from '../../src/http/contracts/campaign-routes.ts';
import { QueueCohortView } from '../../src/http/contracts/review-routes.ts';
import { listOf } from '../../src/http/contracts/route.ts';
import type { Model } from '../../src/ports/model.ts';
import { apiCaller, signedIn } from '../support/api-caller.ts';
import { runningService } from '../support/running-service.ts';

const written = Brief.parse(parse(readFileSync('data/examples/second-purchase.yaml', 'utf8')));
const [first] = written.cohorts;
if (!first) throw new Error('the example has no cohort');
const brief = {
  ...written,
  cohorts: ['regulars', 'strict-reject-all', 'unlucky-fail', 'patient-slow', 'fickle-recall'].map((externalId) => ({
    ...first,
    externalId,
  })),
};
const Failure = z.looseObject({ code: z.string() });

describe('a sandbox key', () => {
  let asked = 0;
  const costly: Model = {
    writer: 'model',
    name: 'a model that costs money',
    draft: () => {
      asked += 1;
      throw new Error('nobody pays for a sandbox');
    },
  };
  let secret: string;
  let service: Awaited<ReturnType<typeof runningService>>;
  let tool: ReturnType<typeof apiCaller>;
  let realTool: ReturnType<typeof apiCaller>;
  let owner: ReturnType<typeof apiCaller>;
  beforeAll(async () => {
    service = await runningService({ model: costly });
    const { accounts, keys, sandbox } = service.product;
    const client = await accounts.sandboxClient('The tool');
    const by = { kind: 'service', id: 'linewright' } as const;
    await accounts.grant(client.id, [await sandbox.open(brief.brand, by)], ['campaign-client']);
    const scopes = ['requests:write', 'requests:read', 'lines:read', 'lines:check'] as const;
    ({ secret } = await keys.create({ clientId: client.id, scopes, daysValid: 1 }));
    expect(secret).toMatch(/^lw_test_/);
    tool = apiCaller(service.url, { authorization: `Bearer ${secret}` });
    realTool = apiCaller(service.url, { authorization: `Bearer ${await service.key([brief.brand])}` });
    owner = apiCaller(service.url, await signedIn(await service.signInLink()));
  });
  afterAll(() => service.stop());

  it('gets its lines decided, every answer marked, under the name of the real brand', async () => {
    const accepted = await tool('/v1/variant-requests', RequestView, brief);
    expect(accepted.status).toBe(202);
    expect(accepted.headers.get('linewright-sandbox')).toBe('true');
    const location = accepted.headers.get('location') ?? '';
    const read = async () => (await tool(location, RequestView)).body;
    await expect
      .poll(async () => (await read()).cohorts.map(({ state }) => state), { timeout: 25_000, interval: 200 })
      .toEqual(['ready', 'exhausted', 'failed', 'in-review', 'exhausted']);
    const request = await read();
    expect(request).toMatchObject({ sandbox: true, brandId: brief.brand, writer: { kind: 'embedded-writer' } });
    const [regulars, strict, unlucky, patient, fickle] = request.cohorts;
    expect(fickle?.reason).toContain('A line was recalled');
    expect(regulars?.counts).toMatchObject({ approved: regulars?.needed, rejected: 1, pending: 0 });
    expect(strict?.counts).toMatchObject({ approved: 0, pending: 0 });
    expect(unlucky?.reason).toContain('"-fail"');
    expect(patient?.counts).toMatchObject({ approved: 0, rejected: 0 });
    expect(asked).toBe(0);

    const { data } = (await tool(`/v1/approved-lines?brand=${brief.brand}&cohort=regulars`, LineList)).body;
    expect(data).toHaveLength(regulars?.needed ?? 0);
    for (const line of data) {
      expect(line).toMatchObject({ sandbox: true, brandId: brief.brand, cohort: 'regulars', approvedBy: 'sandbox' });
      expect((await tool(`/v1/approved-lines/${line.id}`, LineView)).body).toEqual(line);
      expect((await realTool(`/v1/approved-lines/${line.id}`, Failure)).status).toBe(404);
    }
    expect(JSON.stringify([request, data])).not.toContain('-sandbox');
  }, 40_000);

  it('is told what it is, sees the one brand, and has lines checked by its policy', async () => {
    expect((await tool('/v1/me', MeView)).body).toMatchObject({
      sandbox: true,
      name: 'The tool (sandbox)',
      memberships: [{ brandId: brief.brand, role: 'campaign-client' }],
    });
    const brands = (await tool('/v1/brands', listOf(BrandView))).body.data;
    expect(brands).toMatchObject([{ id: brief.brand, sandbox: true }]);
    const checked = await tool('/v1/checks', z.looseObject({ policyHash: z.string() }), {
      brand: brief.brand,
      lines: [{ text: 'The jeans that go with your linen shirt' }],
    });
    expect(checked.body.policyHash).toBe(brands[0]?.policyHash);
  });

  it('names its briefs as it will later, and sends them again', async () => {
    const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
    const named = { ...brief, externalId: 'mail-1', cohorts: brief.cohorts.slice(0, 1) };
    const address = `/v1/campaigns/${named.campaign.externalId}/briefs/mail-1?brand=${named.brand}`;
    const put = async () => {
      const body = JSON.stringify(named);
      const answer = await fetch(new URL(address, service.url), { method: 'PUT', headers, body });
      return [answer.status, BriefOutcomeView.parse(await answer.json())] as const;
    };
    const [status, made] = await put();
    expect([status, made.outcome, made.request?.sandbox, made.brief?.brief.brand]).toEqual([
      201,
      'created',
      true,
      named.brand,
    ]);
    expect(await put()).toMatchObject([200, { outcome: 'unchanged', brief: { brandId: named.brand } }]);
  });

  it('reaches no other brand, nor its own by the name of the sandbox', async () => {
    for (const brand of ['gingham-larder', `${brief.brand}-sandbox`]) {
      expect((await tool('/v1/variant-requests', Failure, { ...brief, brand })).body.code).toBe('not-found');
      expect((await tool(`/v1/approved-lines?brand=${brand}`, Failure)).status).toBe(404);
    }
  });

  it('leaves nothing in sight of people and of real keys', async () => {
    for (const caller of [owner, realTool]) {
      const { data, nextCursor } = (await caller('/v1/variant-requests', listOf(RequestSummary))).body;
      expect([data, nextCursor]).toEqual([[], null]);
      expect((await caller('/v1/approved-lines', LineList)).body).toMatchObject({ data: [], withheld: [] });
      const answer = await caller('/v1/brands', listOf(BrandView));
      expect(answer.headers.get('linewright-sandbox')).toBeNull();
      for (const brand of answer.body.data) expect([brand.id, brand.sandbox]).toEqual([brand.id, false]);
      expect(answer.body.data.map(({ id }) => id)).not.toContain(`${brief.brand}-sandbox`);
      const asked = await caller('/v1/variant-requests', Failure, { ...brief, brand: `${brief.brand}-sandbox` });
      expect(asked.status).toBe(404);
    }
    expect((await owner('/v1/review-cohorts', listOf(QueueCohortView))).body.data).toEqual([]);
    expect((await owner(`/v1/review-cohorts?brand=${brief.brand}-sandbox`, Failure)).status).toBe(404);
  });
});
