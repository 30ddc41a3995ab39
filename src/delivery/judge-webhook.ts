/** Whether a message may go out now. Pure: what is not true any more is not said, and the order about a line is kept. */
import { addMs, type Instant } from '../domain/instant.ts';
import type { WebhookCase, WebhookJudgement } from '../ports/webhook-store.ts';
import { holding } from './holding.ts';

/** How soon to look again where another message or attempt is on its way. */
const soonMs = 1_000;
/** How soon to look again where a line is live and held back for now. */
const heldBackMs = 15_000;

const overtaken = 'the line was withdrawn before it was sent';
const undone = 'it was undone before it was sent';

/** See the module. */
export function judgeWebhook(of: WebhookCase, now: Instant): WebhookJudgement {
  const { delivery, endpoint, isBeingSent, earlier } = of;
  if (endpoint.state === 'disabled') return { kind: 'cancel', reason: 'the endpoint was disabled' };
  if (delivery.nextAttemptAt !== null && delivery.nextAttemptAt > now)
    return { kind: 'wait', until: delivery.nextAttemptAt };
  // An approval on its way could arrive after a revocation that goes out now.
  if (isBeingSent || earlier.some((message) => message.isBeingSent)) return { kind: 'wait', until: addMs(now, soonMs) };
  if (delivery.type === 'line.approved') {
    const untrue = untrueReason(of, now);
    if (untrue !== null) return { kind: 'cancel', reason: untrue };
    const releasedAt = of.lineCase?.line.releasedAt ?? now;
    if (releasedAt > now) return { kind: 'wait', until: releasedAt };
    if (of.lineCase && holding(now)(of.lineCase) !== null) return { kind: 'wait', until: addMs(now, heldBackMs) };
  }
  if (of.decided !== null) {
    if (!of.decided.isStanding) return { kind: 'cancel', reason: undone };
    if (of.decided.settledAt > now) return { kind: 'wait', until: of.decided.settledAt };
  }
  const isWithdrawal = delivery.type === 'line.revoked' || delivery.type === 'line.expired';
  const stale = isWithdrawal ? earlier.filter(({ type }) => type === 'line.approved') : [];
  return { kind: 'send', overtakes: stale.map(({ id }) => ({ id, reason: overtaken })) };
}

/** Why a message that a line is approved would not be true any more, or `null`. */
export function untrueReason({ lineCase }: Pick<WebhookCase, 'lineCase'>, now: Instant): string | null {
  if (!lineCase) return 'the line is gone';
  const { state, reason, validUntil } = lineCase.line;
  if (state !== 'live') return reason ?? `the line is ${state}`;
  return validUntil <= now ? `the line was valid until ${validUntil}` : null;
}
