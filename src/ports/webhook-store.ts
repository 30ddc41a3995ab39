/** What delivery/ asks of the Store for webhooks. Every writing act is one transaction, its audit events in it. */
import type { ApprovedLine } from '../domain/approved-line.ts';
import type { AuditAction, AuditEvent, NewAuditEvent } from '../domain/audit-event.ts';
import type { Instant } from '../domain/instant.ts';
import type { WebhookDelivery, WebhookDeliveryState, WebhookEndpoint, WebhookSecrets } from '../domain/webhook.ts';
import type { NewJobOf } from './job-queue.ts';
import type { LineCase } from './line-case.ts';
import type { Page, PageRequest } from './page.ts';

/** An endpoint with what it signs by; for those who send. */
export type SigningEndpoint = { readonly endpoint: WebhookEndpoint; readonly secrets: WebhookSecrets };

/** The campaign tool's names for where a thing belongs. */
export type Place = { readonly requestId: string; readonly campaign: string; readonly cohort: string };

/** What an event is about, as it stands when the event is told. */
export type ToldThing =
  | { readonly kind: 'line'; readonly line: ApprovedLine; readonly place: Place }
  | {
      readonly kind: 'candidate';
      readonly candidate: { readonly id: string; readonly text: string; readonly preheader: string | null };
      readonly place: Place;
    }
  | { readonly kind: 'cohort'; readonly needed: number; readonly place: Place }
  | { readonly kind: 'request'; readonly place: Omit<Place, 'cohort'> }
  | { readonly kind: 'release'; readonly policyHash: string };

/** Which kind of thing the events of an action are about. */
export type ToldActions = ReadonlyMap<AuditAction, ToldThing['kind']>;

/** A message with the job that sends it; without one it is not sent. */
export type NewWebhook = { readonly delivery: WebhookDelivery; readonly job: NewJobOf<'send-webhook'> | null };

/** All that says whether a message may go out now, read in the transaction that lets it. */
export type WebhookCase = {
  readonly delivery: WebhookDelivery;
  readonly endpoint: WebhookEndpoint;
  /** True while an attempt of another process may be under way. */
  readonly isBeingSent: boolean;
  /** The approved line it is about, where it is about one that is there. */
  readonly lineCase: LineCase | null;
  /** The decision it is about, for a rejection and for a cohort that is ready; `null` for all else. */
  readonly decided: {
    /** False once it was undone, or the cohort lacks lines again. */
    readonly isStanding: boolean;
    /** Until then it can be undone. */
    readonly settledAt: Instant;
  } | null;
  /** Messages about the same thing to the same endpoint that came before and are pending. */
  readonly earlier: readonly { readonly id: string; readonly type: string; readonly isBeingSent: boolean }[];
};

export type WebhookJudgement =
  | { readonly kind: 'send'; readonly overtakes: readonly { readonly id: string; readonly reason: string }[] }
  | { readonly kind: 'wait'; readonly until: Instant }
  | { readonly kind: 'cancel'; readonly reason: string };

/** What a sender may do; `over` where the message is not pending any more. */
export type BegunAttempt =
  | { readonly kind: 'send'; readonly delivery: WebhookDelivery; readonly to: SigningEndpoint }
  | { readonly kind: 'wait'; readonly until: Instant }
  | { readonly kind: 'over' };

export type WebhookStore = {
  /** It is told of what happens after this act. */
  readonly addEndpoint: (held: SigningEndpoint, events: readonly NewAuditEvent[]) => Promise<void>;
  /** Oldest first. */
  readonly endpoints: (brandIds: readonly string[], page: PageRequest) => Promise<Page<WebhookEndpoint>>;
  readonly endpoint: (brandIds: readonly string[], endpointId: string) => Promise<SigningEndpoint | null>;
  /** `change` is pure and may throw a Problem; nothing is written then. `null` where there is none. */
  readonly changeEndpoint: (
    brandIds: readonly string[],
    endpointId: string,
    change: (held: SigningEndpoint) => SigningEndpoint & { readonly events: readonly NewAuditEvent[] },
  ) => Promise<SigningEndpoint | null>;
  /** Other words for the secrets of every endpoint, which say the same. Gives back how many endpoints changed. */
  readonly rewriteSecrets: (
    rewrite: (secrets: WebhookSecrets, endpointId: string) => WebhookSecrets,
  ) => Promise<number>;
  /** Removes it with its log. False where there is none. */
  readonly removeEndpoint: (
    brandIds: readonly string[],
    endpointId: string,
    eventsFor: (endpoint: WebhookEndpoint) => readonly NewAuditEvent[],
  ) => Promise<boolean>;
  /** Newest first. */
  readonly deliveries: (
    filter: { readonly endpointId: string; readonly state?: WebhookDeliveryState },
    page: PageRequest,
  ) => Promise<Page<WebhookDelivery>>;
  /** Forgets messages that are over since before `before`. Gives back how many. */
  readonly forget: (before: Instant) => Promise<number>;
  /** Endpoints that were not told yet of everything in their brand's audit chain. */
  readonly endpointsBehind: () => Promise<readonly string[]>;
  /**
   * Takes the next events of the brand's chain, of those actions, into messages, and remembers how far it came.
   * However often it runs, on however many nodes, each event makes one message at most. Gives back how many it made.
   */
  readonly fanOut: (act: {
    readonly endpointId: string;
    /** Events looked at in this transaction, at most. */
    readonly limit: number;
    readonly actions: ToldActions;
    readonly messageOf: (endpoint: WebhookEndpoint, event: AuditEvent, thing: ToldThing) => NewWebhook | null;
  }) => Promise<number>;
  /** Asks `judge` whether a pending message may go out and notes that it is being sent until `sendingUntil`. */
  readonly beginAttempt: (act: {
    readonly deliveryId: string;
    readonly now: Instant;
    readonly sendingUntil: Instant;
    readonly judge: (of: WebhookCase) => WebhookJudgement;
  }) => Promise<BegunAttempt>;
  /** Saves what became of an attempt; `after` is pure. An endpoint that is given back disabled is so from now on. */
  readonly endAttempt: (act: {
    readonly brandId: string;
    readonly deliveryId: string;
    /** False where `after` gives no events, so that the brand's audit chain is left alone. */
    readonly mayDisable: boolean;
    readonly after: (of: Pick<WebhookCase, 'delivery' | 'endpoint'>) => {
      readonly delivery: WebhookDelivery;
      readonly endpoint: WebhookEndpoint;
      readonly events: readonly NewAuditEvent[];
    };
  }) => Promise<WebhookDelivery | null>;
  /** An attempt was broken off by this process; another may begin at once. */
  readonly letGo: (deliveryId: string) => Promise<void>;
  /** Puts a message back to pending with a job of its own; `judge` throws a Problem where it must not be. */
  readonly resend: (act: {
    readonly brandIds: readonly string[];
    readonly deliveryId: string;
    readonly at: Instant;
    readonly judge: (of: WebhookCase) => void;
    readonly jobFor: (delivery: WebhookDelivery) => NewJobOf<'send-webhook'>;
    readonly eventFor: (delivery: WebhookDelivery) => NewAuditEvent;
  }) => Promise<WebhookDelivery | null>;
};
