import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { WebhookAttempt } from '../../src/domain/webhook.ts';
import { afterAttempt, retryDelaysMs } from '../../src/domain/webhook-schedule.ts';
import { webhookDelivery } from '../http/support/samples.ts';

const now = '2026-11-23T08:00:00.000Z';
const dayMs = 24 * 60 * 60 * 1_000;
const attempt: WebhookAttempt = { at: now, durationMs: 5, status: 500, answer: '', error: null };
/** What becomes of a message that was tried so often before. */
const triedAfter = (
  before: number,
  more: Partial<WebhookAttempt> = {},
  retryAfterMs: number | null = null,
  random = 0.5,
) =>
  afterAttempt(
    { ...webhookDelivery, attempts: Array.from({ length: before }, () => attempt) },
    { attempt: { ...attempt, ...more }, retryAfterMs },
    { now, random },
  );
const waitMs = (of: ReturnType<typeof triedAfter>) => Date.parse(of.delivery.nextAttemptAt ?? '') - Date.parse(now);

describe('a message that was tried', () => {
  it.each([200, 201, 204, 299])('has arrived where the receiver answers %i', (status) => {
    expect(triedAfter(3, { status }).delivery).toMatchObject({ state: 'delivered', reason: null, nextAttemptAt: null });
  });

  it.each([301, 307, 400, 404, 429, 500, 503])('is tried again where the receiver answers %i', (status) => {
    expect(triedAfter(0, { status })).toMatchObject({ isGone: false, delivery: { state: 'pending' } });
  });

  it('is tried again where there was no answer', () => {
    expect(triedAfter(0, { status: null, error: 'refused' }).delivery.attempts.at(-1)?.error).toBe('refused');
  });

  it('is over at 410, and so is its endpoint', () => {
    expect(triedAfter(0, { status: 410 })).toMatchObject({ isGone: true, delivery: { state: 'failed' } });
  });

  it('waits longer each time, within a fifth of the schedule', () => {
    for (const [before, delayMs] of retryDelaysMs.entries()) {
      expect(waitMs(triedAfter(before, {}, null, 0))).toBeCloseTo(delayMs * 0.8, 0);
      expect(waitMs(triedAfter(before, {}, null, 1))).toBeCloseTo(delayMs * 1.2, 0);
    }
  });

  it('is tried over nearly three days', () => {
    const total = retryDelaysMs.reduce((sum, delayMs) => sum + delayMs, 0);
    expect(total / dayMs).toBeGreaterThan(2.9);
    expect(total / dayMs).toBeLessThan(3);
  });

  it('waits as long as the receiver asks, a day at most and never less than it would have', () => {
    expect(waitMs(triedAfter(0, { status: 503 }, 120_000))).toBe(120_000);
    expect(waitMs(triedAfter(0, { status: 503 }, 30 * dayMs))).toBe(dayMs);
    expect(waitMs(triedAfter(4, { status: 503 }, 0))).toBe(60 * 60 * 1_000);
  });

  it('has failed once the schedule is over, saying how the last attempt ended', () => {
    const { delivery, isGone } = triedAfter(retryDelaysMs.length, { status: null, error: 'refused' });
    expect([delivery.state, delivery.reason, isGone]).toEqual([
      'failed',
      'none of 11 attempts arrived; the last broke off: refused',
      false,
    ]);
  });

  it('stays cancelled where it was cancelled meanwhile, unless it arrived', () => {
    const cancelled = { ...webhookDelivery, state: 'cancelled' as const, reason: 'gone', nextAttemptAt: null };
    const tried = (status: number) =>
      afterAttempt(cancelled, { attempt: { ...attempt, status }, retryAfterMs: null }, { now, random: 0 }).delivery;
    expect(tried(500)).toMatchObject({ state: 'cancelled', reason: 'gone', nextAttemptAt: null });
    expect(tried(204)).toMatchObject({ state: 'delivered', reason: null });
  });

  it('waits as the page for integrators says', () => {
    const page = readFileSync(new URL('../../docs/webhooks.md', import.meta.url), 'utf8');
    const row = /\| wait, ± 20 % \|(.*)\|/.exec(page)?.[1] ?? '';
    const units: Readonly<Record<string, number>> = { s: 1_000, min: 60_000, h: 3_600_000 };
    const waits = row.split('|').map((cell) => {
      const [amount, unit = ''] = cell.trim().split(' ');
      return Number(amount) * (units[unit] ?? Number.NaN);
    });
    expect(waits).toEqual(retryDelaysMs);
  });
});
