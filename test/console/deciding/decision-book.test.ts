import { describe, expect, it, vi } from 'vitest';
import { ApiError } from '../../../src/console/api/api-error.ts';
import { decisionBook, type Taken } from '../../../src/console/deciding/decision-book.ts';
import type { QueueEntryView, RulingView } from '../../../src/http/contracts/review-routes.ts';
import { candidate, cohort, item, line } from '../../http/support/samples.ts';

const entry = (id: string): QueueEntryView => ({
  item: { ...item, id },
  candidate,
  decision: null,
  claimedBy: null,
  decidedBy: null,
  override: null,
  firstApprovedBy: null,
  whyAnother: null,
  line: null,
  undoUntil: null,
  origin: { usage: null, note: null },
  voice: null,
});
const ruling: RulingView = { entry: entry('item_1'), line, cohort };
const approve = { kind: 'approve' } as const;
const atOnce = { isShownAtOnce: true };
const unreachable = new ApiError('unreachable', 'The service does not answer.');

function book(send: (taken: Taken) => Promise<RulingView>) {
  let keys = 0;
  const answered: string[] = [];
  const made = decisionBook({
    send,
    newKey: () => `key_${++keys}`,
    onAnswer: async ({ entry: { item: of }, progress }) => void answered.push(`${of.id} ${progress.kind}`),
  });
  const kinds = () => made.taken().map(({ progress }) => progress.kind);
  return { ...made, answered, kinds };
}

describe('the book of decisions', () => {
  it('sends one after the other, in the order they were taken, whatever each is answered', async () => {
    const sent: string[] = [];
    const { take, kinds, answered } = book(async (taken) => {
      sent.push(taken.entry.item.id);
      if (taken.entry.item.id === 'item_2') throw new ApiError('already-decided', 'Too late.');
      return ruling;
    });
    take(entry('item_1'), approve, atOnce);
    take(entry('item_2'), approve, atOnce);
    await take(entry('item_3'), approve, atOnce).answered;
    expect(sent).toEqual(['item_1', 'item_2', 'item_3']);
    expect(kinds()).toEqual(['saved', 'refused', 'saved']);
    expect(answered).toEqual(['item_1 saved', 'item_2 refused', 'item_3 saved']);
  });

  it('keeps what gets no answer and sends it again by itself under the same key', async () => {
    vi.useFakeTimers();
    let isThere = false;
    const keys: string[] = [];
    const { take, kinds, settled } = book(async ({ key }) => {
      keys.push(key);
      if (!isThere) throw unreachable;
      return ruling;
    });
    const { key } = take(entry('item_1'), approve, atOnce);
    const last = take(entry('item_2'), approve, atOnce).answered;
    await settled(key);
    expect(kinds()).toEqual(['unreached', 'unreached']);
    isThere = true;
    await vi.advanceTimersByTimeAsync(2_000);
    await last;
    expect(kinds()).toEqual(['saved', 'saved']);
    expect(keys).toEqual(['key_1', 'key_1', 'key_2']);
    vi.useRealTimers();
  });

  it('tells at once whoever waits before the screen that there is no connection', async () => {
    const { take, retry } = book(() => Promise.reject(unreachable));
    const { progress } = await take(entry('item_1'), approve, { isShownAtOnce: false }).answered;
    expect(progress).toEqual({ kind: 'refused', error: unreachable });
    retry();
  });

  it('takes back what was not sent, and not what is on its way', async () => {
    let answer: (given: RulingView) => void = () => {};
    const { take, withdraw, kinds } = book(() => new Promise((resolve) => (answer = resolve)));
    const first = take(entry('item_1'), approve, atOnce);
    const second = take(entry('item_2'), approve, atOnce);
    expect([withdraw(first.key), withdraw(second.key)]).toEqual([false, true]);
    answer(ruling);
    await first.answered;
    expect(kinds()).toEqual(['saved']);
  });

  it('ends an earlier refusal of a line with the next decision on it', async () => {
    let isRefused = true;
    const { take, kinds } = book(async () => {
      if (isRefused) throw new ApiError('version-changed', 'Read it again.');
      return ruling;
    });
    await take(entry('item_1'), approve, atOnce).answered;
    isRefused = false;
    await take(entry('item_1'), approve, atOnce).answered;
    expect(kinds()).toEqual(['saved']);
  });
});
