import { describe, expect, it } from 'vitest';
import { retryDelayMs } from '../../src/jobs/perform.ts';
import { RetryLater } from '../../src/ports/job-queue.ts';

describe('retryDelayMs', () => {
  it('doubles with each attempt, up to five minutes', () => {
    const delays = [1, 2, 3, 8, 9, 30].map((attempt) => retryDelayMs(attempt, new Error('no')));
    expect(delays).toEqual([2_000, 4_000, 8_000, 256_000, 300_000, 300_000]);
  });

  it('is what the handler says, where it knows', () => {
    expect(retryDelayMs(1, new RetryLater('busy', 30_000))).toBe(30_000);
    expect(retryDelayMs(1, new RetryLater('busy', -1))).toBe(0);
  });
});
