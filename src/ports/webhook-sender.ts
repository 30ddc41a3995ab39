/** Hands a signed message to a receiver. */
import type { Instant } from '../domain/instant.ts';
import type { Tried } from '../domain/webhook-schedule.ts';

/** A message on its way. */
export type Parcel = {
  readonly url: string;
  /** The `webhook-id`. */
  readonly id: string;
  /** When this attempt is made; signed along. */
  readonly at: Instant;
  /** JSON, exactly as it is sent and signed. */
  readonly body: string;
  /** Each signs. */
  readonly secrets: readonly string[];
};

export type WebhookSender = {
  /** One attempt, within the sender's time limit. Never rejects but with the reason of the signal. */
  readonly send: (parcel: Parcel, signal: AbortSignal) => Promise<Tried>;
  /** Why nothing may be sent to this address, with what to do; `null` where it may. */
  readonly refusal: (url: string) => Promise<string | null>;
};
