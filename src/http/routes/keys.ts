/** Serves what admins do for campaign tools and their keys. */
import { keyState } from '../../domain/api-key.ts';
import type { Moment } from '../../ports/moment.ts';
import { type ClientView, type KeyView, keyRoutes } from '../contracts/key-routes.ts';
import { pageOf } from '../page-of.ts';
import type { RouteServer } from '../serve-route.ts';
import type { UseCases } from '../use-cases.ts';

type Clients = UseCases['clients'];
type ClientSeen = Awaited<ReturnType<Clients['create']>>;
type KeySeen = Awaited<ReturnType<Clients['keys']>>[number];

/** Put the routes of clients and keys into a server. */
export function serveKeys({ serve }: RouteServer, { clients }: UseCases, moment: Moment): void {
  serve(keyRoutes.listClients, async ({ brandIds, query }) => {
    const { data, nextCursor } = await clients.clients(brandIds, pageOf(query));
    return { data: data.map(clientView), nextCursor };
  });
  serve(keyRoutes.createClient, async ({ signedIn, brandIds, body }) => {
    const { sandbox, ...asked } = body;
    return clientView(await clients.create(signedIn.caller.actor, brandIds, { ...asked, isSandbox: sandbox }));
  });
  serve(keyRoutes.listKeys, async ({ brandIds, params, query }) => {
    // A client has a handful of keys: they are read at once and cut here, the last id being the cursor.
    const all = await clients.keys(brandIds, params.id);
    const rest = query.cursor === undefined ? all : all.filter(({ key }) => key.id < (query.cursor ?? ''));
    const page = rest.slice(0, query.limit);
    const nextCursor = rest.length > page.length ? (page.at(-1)?.key.id ?? null) : null;
    return { data: page.map(keyView), nextCursor };
  });
  serve(keyRoutes.createKey, async ({ signedIn, brandIds, params, body }) => {
    const { scopes, brands = null, expiresInDays: daysValid } = body;
    const asked = { scopes: [...new Set(scopes)], brands, daysValid };
    const { seen, secret } = await clients.createKey(signedIn.caller.actor, brandIds, params.id, asked);
    return { key: keyView(seen), secret };
  });
  serve(keyRoutes.rotateKey, async ({ signedIn, brandIds, params, body }) => {
    const asked = { overlapDays: body.overlapDays, daysValid: body.expiresInDays, brands: body.brands };
    const { seen, secret, old } = await clients.rotate(signedIn.caller.actor, brandIds, params.id, asked);
    return { key: keyView(seen), secret, replaced: keyView(old) };
  });
  serve(keyRoutes.revokeKey, async ({ signedIn, brandIds, params }) => {
    await clients.revoke(signedIn.caller.actor, brandIds, params.id);
    return null;
  });

  function keyView({ key, client, brandIds }: KeySeen): KeyView {
    const { hash: _, brandIds: __, ...shown } = key;
    return {
      ...shown,
      sandbox: client.isSandbox,
      state: keyState(key, moment.now()),
      brands: brandIds && [...brandIds],
    };
  }
}

function clientView({ client, brandIds, roles }: ClientSeen): ClientView {
  const { id, name, isSandbox, createdAt } = client;
  return { id, name, sandbox: isSandbox, brands: [...brandIds], roles: [...roles], createdAt };
}
