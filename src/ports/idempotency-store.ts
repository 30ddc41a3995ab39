/** What http/ asks of the Store so that a request sent twice acts once (docs/adr/0017). */
import type { Instant } from '../domain/instant.ts';

/** For how long a key is known. */
export const keyHours = 24;

/** A request that came with a key, and the lease its sender asks for. */
export type KeyedRequest = {
  /** Whose key it is; the keys of two callers never meet. */
  readonly callerId: string;
  /** SHA-256 of the key. The key itself is not kept. */
  readonly keyHash: string;
  /** SHA-256 of what was asked. */
  readonly fingerprint: string;
  readonly now: Instant;
  readonly leaseToken: string;
  readonly leaseUntil: Instant;
  /** Keys that came before this instant are forgotten. */
  readonly forgetBefore: Instant;
};

/** What a finished request was answered with; `body` is JSON. */
export type KeptAnswer = { readonly headers: Readonly<Record<string, string>>; readonly body: string };

/** What is known of a key. With `begun` and `acted` the lease is the asker's. */
export type KeyState =
  | { readonly kind: 'begun' }
  /** The key belongs to another request of this caller. */
  | { readonly kind: 'other-request' }
  | { readonly kind: 'running'; readonly until: Instant }
  | { readonly kind: 'answered'; readonly chain: string | null; readonly answer: KeptAnswer }
  /** It was done, and the process ended before its answer was kept. `subject` is what the act was about. */
  | { readonly kind: 'acted'; readonly chain: string; readonly subject: string };

/** Names a lease. */
export type KeyLease = Pick<KeyedRequest, 'callerId' | 'keyHash' | 'leaseToken'>;

export type IdempotencyStore = {
  /** Look the key up, and take it where nobody holds it. */
  readonly take: (request: KeyedRequest) => Promise<KeyState>;
  /**
   * Do the work of the key's request. Its first act that writes audit events notes in its own transaction that the key
   * has acted; where the lease was lost meanwhile that act throws `idempotency-running` and writes nothing.
   */
  readonly acting: <Result>(lease: KeyLease, work: () => Promise<Result>) => Promise<Result>;
  /** Keep the answer. Nothing happens where the lease was lost. */
  readonly answer: (lease: KeyLease, answer: KeptAnswer) => Promise<void>;
  /** The work failed: a key that has not acted is free again, one that has is to be answered by whoever asks next. */
  readonly giveBack: (lease: KeyLease, now: Instant) => Promise<void>;
  /** Forget keys that came before an instant; gives back how many. */
  readonly forget: (before: Instant) => Promise<number>;
};
