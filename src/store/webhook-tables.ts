/** The tables of webhooks. */

/** See domain/webhook.ts. */
export type WebhookEndpointRow = {
  id: string;
  brandId: string;
  url: string;
  typesDocument: string | null;
  state: string;
  reason: string | null;
  /** Sealed, not hashed, for a hash could not sign; see delivery/sealed-secrets.ts. */
  secret: string;
  previousSecret: string | null;
  previousUntil: string | null;
  /** How far in the brand's audit chain it was told. */
  toldSequence: number;
  lastDeliveredAt: string | null;
  version: number;
  createdAt: string;
  updatedAt: string;
};

/** See domain/webhook.ts. */
export type WebhookDeliveryRow = {
  id: string;
  brandId: string;
  endpointId: string;
  eventId: string;
  /** Of the event in its chain. */
  sequence: number;
  type: string;
  subject: string;
  messageDocument: string;
  state: string;
  reason: string | null;
  attemptsDocument: string;
  nextAttemptAt: string | null;
  /** Until when an attempt may be under way. */
  sendingUntil: string | null;
  createdAt: string;
  updatedAt: string;
};
