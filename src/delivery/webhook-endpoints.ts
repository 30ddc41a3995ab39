/** The addresses a brand's tools are told at: adding, changing and removing them. */
import type { Caller } from '../domain/access.ts';
import type { AuditAction, NewAuditEvent } from '../domain/audit-event.ts';
import { addMs } from '../domain/instant.ts';
import { Problem } from '../domain/problem.ts';
import type { WebhookEndpoint, WebhookType } from '../domain/webhook.ts';
import type { Moment } from '../ports/moment.ts';
import type { Page, PageRequest } from '../ports/page.ts';
import type { WebhookSender } from '../ports/webhook-sender.ts';
import type { WebhookStore } from '../ports/webhook-store.ts';

/** How long the secret before the current one still signs. */
const rotationMs = 24 * 60 * 60 * 1_000;

/** What may be changed of an endpoint; what is left out stays. */
export type EndpointChange = {
  readonly url?: string | undefined;
  readonly types?: readonly WebhookType[] | null | undefined;
  readonly state?: 'enabled' | 'disabled' | undefined;
};

/** Keeps endpoints. A secret is given back once, where it is made, and by nothing else. */
export function webhookEndpoints(parts: {
  readonly store: WebhookStore;
  readonly sender: Pick<WebhookSender, 'refusal'>;
  readonly moment: Moment;
}) {
  const { store, sender, moment } = parts;
  return {
    /** Throws `not-found` for another brand, and `invalid-request` for an address nothing may be sent to. */
    async add(
      caller: Caller,
      brandIds: readonly string[],
      asked: {
        readonly brand: string;
        readonly url: string;
        readonly types?: readonly WebhookType[] | null | undefined;
      },
    ): Promise<{ readonly endpoint: WebhookEndpoint; readonly secret: string }> {
      if (!brandIds.includes(asked.brand))
        throw new Problem('not-found', `There is no brand ${JSON.stringify(asked.brand)} among yours.`);
      await refuseUrl(asked.url);
      const now = moment.now();
      const endpoint: WebhookEndpoint = {
        id: moment.newId('webhook'),
        brandId: asked.brand,
        url: asked.url,
        types: asked.types ? [...new Set(asked.types)] : null,
        state: 'enabled',
        reason: null,
        lastDeliveredAt: null,
        version: 1,
        createdAt: now,
        updatedAt: now,
      };
      const secrets = { current: newSecret(), previous: null, previousUntil: null };
      await store.addEndpoint({ endpoint, secrets }, [event(caller, 'webhook.added', endpoint)]);
      return { endpoint, secret: secrets.current };
    },

    list: (brandIds: readonly string[], page: PageRequest): Promise<Page<WebhookEndpoint>> =>
      store.endpoints(brandIds, page),

    read: async (brandIds: readonly string[], id: string): Promise<WebhookEndpoint> =>
      ((await store.endpoint(brandIds, id)) ?? missing(id)).endpoint,

    /** `seen` is told the version in force, and throws where the caller saw another. */
    async change(
      caller: Caller,
      brandIds: readonly string[],
      id: string,
      to: EndpointChange,
      seen: (version: number) => void,
    ): Promise<WebhookEndpoint> {
      if (to.url !== undefined) await refuseUrl(to.url);
      const changed = await store.changeEndpoint(brandIds, id, ({ endpoint, secrets }) => {
        seen(endpoint.version);
        const after = changedEndpoint(endpoint, to);
        return { endpoint: after, secrets, events: [event(caller, 'webhook.changed', after)] };
      });
      return (changed ?? missing(id)).endpoint;
    },

    async remove(caller: Caller, brandIds: readonly string[], id: string): Promise<void> {
      const isGone = await store.removeEndpoint(brandIds, id, (endpoint) => [
        event(caller, 'webhook.removed', endpoint),
      ]);
      if (!isGone) missing(id);
    },

    /** A new secret; the one before signs along until `previousUntil`, and the one before that not any more. */
    async rotate(
      caller: Caller,
      brandIds: readonly string[],
      id: string,
    ): Promise<{ readonly endpoint: WebhookEndpoint; readonly secret: string; readonly previousUntil: string }> {
      const secret = newSecret();
      const now = moment.now();
      const previousUntil = addMs(now, rotationMs);
      const changed = await store.changeEndpoint(brandIds, id, ({ endpoint, secrets }) => {
        const after = { ...endpoint, version: endpoint.version + 1, updatedAt: now };
        return {
          endpoint: after,
          secrets: { current: secret, previous: secrets.current, previousUntil },
          events: [event(caller, 'webhook.secret-rotated', after)],
        };
      });
      return { endpoint: (changed ?? missing(id)).endpoint, secret, previousUntil };
    },
  };

  async function refuseUrl(url: string): Promise<void> {
    const detail = await sender.refusal(url);
    if (detail === null) return;
    throw new Problem('invalid-request', 'Nothing can be sent to this address.', {
      mistakes: [{ pointer: '#/url', detail }],
    });
  }

  function changedEndpoint(endpoint: WebhookEndpoint, { url, types, state }: EndpointChange): WebhookEndpoint {
    const after = state ?? endpoint.state;
    return {
      ...endpoint,
      url: url ?? endpoint.url,
      types: types === undefined ? endpoint.types : types && [...new Set(types)],
      state: after,
      reason: after === endpoint.state ? endpoint.reason : after === 'disabled' ? 'a person disabled it' : null,
      version: endpoint.version + 1,
      updatedAt: moment.now(),
    };
  }

  /** 256 random bits in the form the specification asks for: `whsec_` and base64. */
  function newSecret(): string {
    return `whsec_${Buffer.from(moment.randomHex(32), 'hex').toString('base64')}`;
  }

  /** Names the host alone: a path or query may hold a receiver's own secret, and the chain is for ever. */
  function event(
    { actor }: Caller,
    action: AuditAction,
    { id, brandId, url, types, state }: WebhookEndpoint,
  ): NewAuditEvent {
    const details = { host: new URL(url).host, types, state };
    return { id: moment.newId('event'), chain: brandId, at: moment.now(), actor, action, subject: id, details };
  }
}

/** Throws `not-found`. */
export function missing(id: string): never {
  throw new Problem('not-found', `There is no webhook endpoint ${JSON.stringify(id)}.`);
}
