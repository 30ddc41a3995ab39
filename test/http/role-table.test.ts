/** Walks every route as every role, as every scope, and as nobody. The contracts are the table. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Role, Scope } from '../../src/domain/access.ts';
import type { Route } from '../../src/http/contracts/route.ts';
import { routes } from '../../src/http/contracts/routes.ts';
import { bodyExamples } from '../../src/http/openapi-examples.ts';
import { pathOf } from './support/path-for.ts';
import { type Received, type ServedApp, servedApp } from './support/served-app.ts';
import { person, tool } from './support/signed-in.ts';

const roles = Role.options;
const scopes = Scope.options;
const all: readonly Route[] = routes;

let app: ServedApp;
beforeAll(async () => {
  const holders = {
    ...Object.fromEntries(roles.map((role) => [`session-${role}`, person([role])])),
    ...Object.fromEntries(scopes.map((scope) => [`lw_${scope}`, tool([scope], roles)])),
    lw_none: tool([], roles),
    lw_every: tool(scopes, roles),
    'lw_every-as-client': tool(scopes),
    'a-link': person(),
  };
  app = await servedApp(holders, { limits: { perCaller: 1e9, signIns: 1e9 } });
});
afterAll(() => app.close());

function ask(route: Route, as: { key?: string; session?: string }): Promise<Received> {
  const ids: Readonly<Record<string, string>> = {
    'variant-requests': 'req_1',
    cohorts: 'coh_1',
    'approved-lines': 'line_1',
    'library-lines': 'line_1',
    'review-cohorts': 'coh_1',
    'review-items': 'item_1',
    candidates: 'cand_1',
    brands: 'tilden-row',
    'webhook-endpoints': 'hook_1',
    'webhook-deliveries': 'msg_1',
    'fallback-lines': 'fall_1',
    overrides: 'over_1',
    clients: 'client_1',
    keys: 'key_1',
    briefs: 'brief_1',
    people: 'user_loren',
    sessions: 'sess_1',
    rules: 'length',
  };
  const path = pathOf(route, ids);
  const example = route.operationId === 'startSession' ? { token: 'a-link' } : bodyExamples[route.operationId];
  const headers: Record<string, string> = route.ifMatch ? { 'if-match': '*' } : {};
  return app.send(route.method.toUpperCase(), path, { ...as, headers, ...(route.body ? { json: example } : {}) });
}

describe.each(all.map((route) => [`${route.method.toUpperCase()} ${route.path}`, route] as const))('%s', (_, route) => {
  it('takes nobody, or only where it is for anyone', async () => {
    expect((await ask(route, {})).status).toBe(route.roles === 'anyone' ? route.status : 401);
  });

  it.each(roles)('takes a person who is %s as the contract says', async (role) => {
    const isAllowed = typeof route.roles === 'string' || route.roles.includes(role);
    expect((await ask(route, { session: `session-${role}` })).status).toBe(isAllowed ? route.status : 403);
  });

  it.each(scopes)('takes a key with the scope %s as the contract says', async (scope) => {
    const isAllowed = typeof route.roles === 'string' || route.scope === scope;
    expect((await ask(route, { key: `lw_${scope}` })).status).toBe(isAllowed ? route.status : 403);
  });

  it('takes a key without scopes only where no role is asked for', async () => {
    expect((await ask(route, { key: 'lw_none' })).status).toBe(typeof route.roles === 'string' ? route.status : 403);
  });

  it('takes a key with every scope only where keys are taken at all', async () => {
    const isAllowed = typeof route.roles === 'string' || route.scope !== null;
    expect((await ask(route, { key: 'lw_every' })).status).toBe(isAllowed ? route.status : 403);
  });

  it('takes a campaign tool only where its role is among the roles', async () => {
    const isAllowed =
      typeof route.roles === 'string' || (route.roles.includes('campaign-client') && route.scope !== null);
    expect((await ask(route, { key: 'lw_every-as-client' })).status).toBe(isAllowed ? route.status : 403);
  });
});
