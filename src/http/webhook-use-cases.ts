/** What HTTP asks of webhooks; a part of UseCases. */
import type { Caller } from '../domain/access.ts';
import type {
  WebhookAttempt,
  WebhookDelivery,
  WebhookDeliveryState,
  WebhookEndpoint,
  WebhookType,
} from '../domain/webhook.ts';
import type { Page, PageRequest } from '../ports/page.ts';

export type WebhookUseCases = {
  /** Throws `not-found` for another brand, `invalid-request` for an address nothing may be sent to. */
  readonly add: (
    caller: Caller,
    brandIds: readonly string[],
    asked: {
      readonly brand: string;
      readonly url: string;
      readonly types?: readonly WebhookType[] | null | undefined;
    },
  ) => Promise<{ readonly endpoint: WebhookEndpoint; readonly secret: string }>;
  readonly list: (brandIds: readonly string[], page: PageRequest) => Promise<Page<WebhookEndpoint>>;
  readonly read: (brandIds: readonly string[], endpointId: string) => Promise<WebhookEndpoint>;
  readonly change: (
    caller: Caller,
    brandIds: readonly string[],
    endpointId: string,
    to: {
      readonly url?: string | undefined;
      readonly types?: readonly WebhookType[] | null | undefined;
      readonly state?: 'enabled' | 'disabled' | undefined;
    },
    seen: (version: number) => void,
  ) => Promise<WebhookEndpoint>;
  readonly remove: (caller: Caller, brandIds: readonly string[], endpointId: string) => Promise<void>;
  readonly rotate: (
    caller: Caller,
    brandIds: readonly string[],
    endpointId: string,
  ) => Promise<{ readonly endpoint: WebhookEndpoint; readonly secret: string; readonly previousUntil: string }>;
  readonly test: (
    brandIds: readonly string[],
    endpointId: string,
    signal: AbortSignal,
  ) => Promise<WebhookAttempt & { readonly id: string; readonly hasArrived: boolean }>;
  readonly deliveries: (
    brandIds: readonly string[],
    endpointId: string,
    state: WebhookDeliveryState | undefined,
    page: PageRequest,
  ) => Promise<Page<WebhookDelivery>>;
  readonly resend: (caller: Caller, brandIds: readonly string[], deliveryId: string) => Promise<WebhookDelivery>;
};
