/** When a message is tried again, and when nobody tries any more. */
import { addMs, type Instant } from './instant.ts';
import type { WebhookAttempt, WebhookDelivery } from './webhook.ts';

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

/**
 * The wait after each failed attempt: 11 attempts over three days less two hours, long enough for a receiver that
 * broke on a Friday night.
 */
export const retryDelaysMs: readonly number[] = [
  5 * secondMs,
  minuteMs,
  5 * minuteMs,
  15 * minuteMs,
  hourMs,
  3 * hourMs,
  6 * hourMs,
  12 * hourMs,
  24 * hourMs,
  24 * hourMs,
];

/** Each wait is drawn from this share around it, so that receivers that broke together are not all asked together. */
const jitterShare = 0.2;
/** A receiver cannot ask for a longer wait than this. */
const longestWaitMs = 24 * hourMs;
const attemptsKept = 50;

/** An attempt and what the receiver asked for with it. */
export type Tried = { readonly attempt: WebhookAttempt; readonly retryAfterMs: number | null };

/** What became of a message, and whether its endpoint is gone for good. */
export type AfterAttempt = { readonly delivery: WebhookDelivery; readonly isGone: boolean };

/**
 * A pending message after an attempt. `random` is from 0 to 1.
 * 2xx has arrived; 410 says that nobody wants more; anything else is tried again until the schedule is over.
 */
export function afterAttempt(
  delivery: WebhookDelivery,
  { attempt, retryAfterMs }: Tried,
  { now, random }: { readonly now: Instant; readonly random: number },
): AfterAttempt {
  const attempts = [...delivery.attempts, attempt].slice(-attemptsKept);
  const over = { ...delivery, attempts, nextAttemptAt: null, updatedAt: now };
  const { status } = attempt;
  if (status !== null && status >= 200 && status < 300)
    return { delivery: { ...over, state: 'delivered', reason: null }, isGone: false };
  if (status === 410)
    return { delivery: { ...over, state: 'failed', reason: 'the receiver answered 410 Gone' }, isGone: true };
  // It was cancelled while the attempt was under way.
  if (delivery.state !== 'pending') return { delivery: over, isGone: false };
  const delayMs = retryDelaysMs[attempts.length - 1];
  if (delayMs === undefined) {
    const reason = `none of ${attempts.length} attempts arrived; the last ${wordsOf(attempt)}`;
    return { delivery: { ...over, state: 'failed', reason }, isGone: false };
  }
  const spread = delayMs * (1 - jitterShare + 2 * jitterShare * random);
  const waitMs = Math.round(Math.max(spread, Math.min(retryAfterMs ?? 0, longestWaitMs)));
  return { delivery: { ...over, nextAttemptAt: addMs(now, waitMs) }, isGone: false };
}

function wordsOf({ status, error }: WebhookAttempt): string {
  return status === null ? `broke off: ${error}` : `was answered ${status}`;
}
