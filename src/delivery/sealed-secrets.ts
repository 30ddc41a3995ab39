/** A WebhookStore whose secrets lie sealed: what delivery/ hands it is sealed on the way in, and opened to sign by. */
import type { WebhookSecrets } from '../domain/webhook.ts';
import type { Sealing } from '../ports/sealing.ts';
import type { SigningEndpoint, WebhookStore } from '../ports/webhook-store.ts';

/** How secrets of before were found. */
export type Resealed = { readonly resealed: number; readonly unopened: number };

/** The same store, sealing. A change passes on what is sealed already, so that a new secret can be made without the key of the old. */
export function sealingSecrets(store: WebhookStore, sealing: Sealing): WebhookStore {
  const sealed = (of: string, { current, previous, previousUntil }: WebhookSecrets): WebhookSecrets => ({
    current: seal(current, of),
    previous: previous && seal(previous, of),
    previousUntil,
  });
  return {
    ...store,
    addEndpoint: (held, events) =>
      store.addEndpoint({ ...held, secrets: sealed(held.endpoint.id, held.secrets) }, events),
    endpoint: async (brandIds, endpointId) => {
      const found = await store.endpoint(brandIds, endpointId);
      return found && opened(found);
    },
    changeEndpoint: (brandIds, endpointId, change) =>
      store.changeEndpoint(brandIds, endpointId, (held) => {
        const changed = change(held);
        return { ...changed, secrets: sealed(endpointId, changed.secrets) };
      }),
    beginAttempt: async (act) => {
      const begun = await store.beginAttempt(act);
      return begun.kind === 'send' ? { ...begun, to: opened(begun.to) } : begun;
    },
  };

  function seal(secret: string, of: string): string {
    return sealing.isSealed(secret) ? secret : sealing.seal(secret, of);
  }

  function opened({ endpoint, secrets }: SigningEndpoint): SigningEndpoint {
    const { current, previous, previousUntil } = secrets;
    return {
      endpoint,
      secrets: {
        current: sealing.open(current, endpoint.id),
        previous: previous && openedOrNull(sealing, previous, endpoint.id),
        previousUntil,
      },
    };
  }
}

/** Seals by the current key what was never sealed, or by a key of before. What no key opens stays as it is. */
export async function resealSecrets(store: Pick<WebhookStore, 'rewriteSecrets'>, sealing: Sealing): Promise<Resealed> {
  let unopened = 0;
  const renewed = (kept: string, of: string): string => {
    const secret = openedOrNull(sealing, kept, of);
    if (secret === null) return kept;
    return sealing.isCurrent(kept) ? kept : sealing.seal(secret, of);
  };
  const resealed = await store.rewriteSecrets(({ current, previous, previousUntil }, endpointId) => {
    if (openedOrNull(sealing, current, endpointId) === null) unopened += 1;
    return {
      current: renewed(current, endpointId),
      previous: previous && renewed(previous, endpointId),
      previousUntil,
    };
  });
  return { resealed, unopened };
}

function openedOrNull(sealing: Sealing, kept: string, of: string): string | null {
  try {
    return sealing.open(kept, of);
  } catch {
    return null;
  }
}
