/** The real composition behind HTTP, with two brands, their people, and one of each thing in the first brand. */
import { expect, vi } from 'vitest';
import { type Composition, compose } from '../../../src/compose.ts';
import { readConfig } from '../../../src/config.ts';
import { Role } from '../../../src/domain/access.ts';
import { FallbackLine } from '../../../src/domain/fallback-line.ts';
import { RequestView } from '../../../src/http/contracts/campaign-routes.ts';
import { OverrideView } from '../../../src/http/contracts/override-routes.ts';
import { QueueEntryView, RulingView } from '../../../src/http/contracts/review-routes.ts';
import { listOf, type Route } from '../../../src/http/contracts/route.ts';
import { NewWebhookEndpoint, WebhookDeliveryView } from '../../../src/http/contracts/webhook-routes.ts';
import { bodyExamples } from '../../../src/http/openapi-examples.ts';
import type { BrandFiles } from '../../../src/ports/brand-files.ts';
import { brandsWithoutGrace } from '../../support/brands-without-grace.ts';
import { postgresDatabase, sqliteDatabase } from '../../support/test-databases.ts';
import { pathOf } from './path-for.ts';
import { briefBody } from './samples.ts';
import { type Received, type Sent, type ServedApp, servedApp } from './served-app.ts';

export const databases = [
  { kind: 'SQLite', make: sqliteDatabase },
  { kind: 'PostgreSQL', make: () => postgresDatabase() },
] as const;

/** The goal of the brief in it: every kind of character a database may stumble over. */
export const oddGoal = 'Sell coats \u0000 and a lone \ud83d surrogate \u2028 here';

export type WholeService = {
  readonly app: ServedApp;
  /** Ada, in every role of the brand tilden-row. */
  readonly owner: Sent;
  /** Eve, in every role of the brand twin, and a key of hers with every scope. */
  readonly stranger: Sent;
  readonly strangersTool: Sent;
  /** Ids of the brand tilden-row, by the address they belong under; `decided` is an item that is approved. */
  readonly ids: Readonly<Record<string, string>>;
  readonly pathFor: (route: Route) => string;
  readonly decide: (itemId: string | undefined, version: number | undefined, decision: object) => Promise<Received>;
  /** What it is made of, for another app before it. */
  readonly product: Composition;
  readonly close: () => Promise<void>;
};

const silence = { info: () => {}, warn: () => {}, error: () => {} };
/** Both brands speak like the example one and block what is long. */
const policy = 'dialect: klaviyo\nrules:\n  length: { max: 70 }\n';
const example = brandsWithoutGrace();
const files: BrandFiles = {
  brandIds: () => ['tilden-row', 'twin'],
  pathOf: (brandId, file) => `${brandId}/${file}`,
  readText: (path) =>
    path.endsWith('/policy.yaml') ? policy : example.readText(example.pathOf('tilden-row', 'brand.yaml')),
};

/** Start it on a database; close it in the end. */
export async function wholeService(database: {
  readonly databaseUrl: string;
  readonly remove: () => Promise<void>;
}): Promise<WholeService> {
  const config = { ...readConfig({}), databaseUrl: database.databaseUrl, webhookAllowPrivate: true };
  const product = await compose(config, { log: silence, files, resolve: async () => ['127.0.0.1'] });
  await product.brandImport.importNew();
  product.startWork();
  const limits = { perCaller: 1e9, signIns: 1e9 };
  const app = await servedApp({}, { useCases: product.useCases, moment: product.moment, limits });
  const owner = await signIn('Ada', 'tilden-row');
  const decide: WholeService['decide'] = (itemId, version, decision) =>
    app.send('POST', `/v1/review-items/${itemId}/decisions`, { ...owner, json: { version, decision } });
  const ids = await oneOfEach();
  return {
    app,
    owner,
    stranger: await signIn('Eve', 'twin'),
    strangersTool: await toolOf('twin'),
    ids,
    pathFor: (route) => pathOf(route, ids),
    decide,
    product,
    close: async () => {
      await app.close();
      await product.close();
      await database.remove();
    },
  };

  async function signIn(name: string, brandId: string): Promise<Sent> {
    const user = await product.accounts.user(name, `${name}@example.com`);
    await product.accounts.grant(user.id, [brandId], Role.options);
    const token = await product.signIn.makeLink(user.id);
    const { headers } = await app.send('POST', '/v1/sessions', { json: { token } });
    return { session: /lw_session=([^;]+)/.exec(headers.get('set-cookie') ?? '')?.[1] ?? '' };
  }

  async function toolOf(brandId: string): Promise<Sent> {
    const client = await product.accounts.client('Mallory');
    await product.accounts.grant(client.id, [brandId], Role.options);
    const scopes = [
      'requests:write',
      'requests:read',
      'lines:read',
      'lines:check',
      'evidence:read',
      'webhooks:write',
    ] as const;
    return { key: (await product.keys.create({ clientId: client.id, scopes, daysValid: 1 })).secret };
  }

  async function fallbackLine(): Promise<string> {
    const json = bodyExamples['addFallbackLine'];
    const added = await app.send('POST', '/v1/brands/tilden-row/fallback-lines', { ...owner, json });
    expect(added.status, added.text).toBe(201);
    return FallbackLine.parse(added.body).id;
  }

  async function override(item: string): Promise<string> {
    const json = { ...bodyExamples['askOverride'], item };
    const asked = await app.send('POST', '/v1/overrides', { ...owner, json });
    expect(asked.status, asked.text).toBe(201);
    return OverrideView.parse(asked.body).override.id;
  }

  async function firstDelivery(webhookId: string): Promise<string> {
    const log = async () =>
      listOf(WebhookDeliveryView).parse(
        (await app.send('GET', `/v1/webhook-endpoints/${webhookId}/deliveries`, owner)).body,
      ).data;
    await vi.waitFor(async () => expect(await log()).not.toEqual([]), { timeout: 20_000 });
    return (await log())[0]?.id ?? '';
  }

  async function clientWithKey(): Promise<Readonly<Record<'clients' | 'keys', string>>> {
    const client = await product.accounts.client('Mailroom');
    await product.accounts.grant(client.id, ['tilden-row'], ['campaign-client']);
    const { key } = await product.keys.create({ clientId: client.id, scopes: ['lines:read'], daysValid: 1 });
    return { clients: client.id, keys: key.id };
  }

  /** Cleo, a copywriter of the brand, and where she is signed in. */
  async function somebodySignedIn(): Promise<Readonly<Record<'people' | 'sessions', string>>> {
    const { id } = await product.accounts.user('Cleo', 'cleo@example.com');
    await product.accounts.grant(id, ['tilden-row'], ['copywriter']);
    const { signedIn } = await product.signIn.signIn(await product.signIn.makeLink(id));
    return { people: id, sessions: signedIn.sessionId ?? '' };
  }

  /** A request that is drafted, with one line approved, which a webhook is told of (its receiver is not there). */
  async function oneOfEach(): Promise<Readonly<Record<string, string>>> {
    const json = { brand: 'tilden-row', url: 'https://mail.tildenrow.example/linewright' };
    const added = await app.send('POST', '/v1/webhook-endpoints', { ...owner, json });
    expect(added.status, added.text).toBe(201);
    const webhookId = NewWebhookEndpoint.parse(added.body).endpoint.id;
    const accepted = await app.send('POST', '/v1/variant-requests', {
      ...owner,
      json: { ...briefBody, goal: oddGoal },
    });
    expect(accepted.status, accepted.text).toBe(202);
    const { id: requestId } = RequestView.parse(accepted.body);
    const progress = async () =>
      RequestView.parse((await app.send('GET', `/v1/variant-requests/${requestId}`, owner)).body);
    await vi.waitFor(async () => expect((await progress()).state).toBe('in-review'), { timeout: 20_000 });
    const [cohort] = (await progress()).cohorts;
    const queue = await app.send('GET', '/v1/review-items?limit=100', owner);
    const [first, second] = listOf(QueueEntryView).parse(queue.body).data;
    const ruling = await decide(first?.item.id, first?.item.version, { kind: 'approve', warningsPassed: 'on-purpose' });
    const lineId = RulingView.parse(ruling.body).line?.id ?? '';
    return {
      'webhook-endpoints': webhookId,
      'webhook-deliveries': await firstDelivery(webhookId),
      'variant-requests': requestId,
      briefs: (await progress()).briefId,
      cohorts: cohort?.id ?? '',
      'review-cohorts': cohort?.id ?? '',
      'review-items': second?.item.id ?? '',
      brands: 'tilden-row',
      rules: 'length',
      candidates: second?.candidate.id ?? '',
      'approved-lines': lineId,
      'library-lines': lineId,
      'fallback-lines': await fallbackLine(),
      overrides: await override(second?.item.id ?? ''),
      decided: first?.item.id ?? '',
      ...(await clientWithKey()),
      ...(await somebodySignedIn()),
    };
  }
}

/** A body that fits the route, where it takes one, and a precondition that holds. */
export function bodyFor(route: Route): Sent {
  return {
    ...(route.body ? { json: bodyExamples[route.operationId] } : {}),
    ...(route.ifMatch ? { headers: { 'if-match': '*' } } : {}),
  };
}
