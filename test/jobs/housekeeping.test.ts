import { describe, expect, it, vi } from 'vitest';
import { type Chore, housekeeping } from '../../src/jobs/housekeeping.ts';

describe('housekeeping', () => {
  it('does every chore in turn, again and again, until it is stopped', async () => {
    const done: string[] = [];
    const chore = (name: string): Chore => ({ name, run: async () => void done.push(name) });
    const house = housekeeping({ chores: [chore('expire'), chore('fan out')], everyMs: 1 });
    house.start();
    await vi.waitFor(() => expect(done.length).toBeGreaterThan(5));
    await house.stop();
    const count = done.length;
    expect(done.slice(0, 4)).toEqual(['expire', 'fan out', 'expire', 'fan out']);
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(done.length).toBe(count);
  });

  it('keeps on with the others where one fails, says so, and tries it again', async () => {
    const warned: object[] = [];
    let tries = 0;
    let others = 0;
    const house = housekeeping({
      chores: [
        { name: 'broken', run: () => Promise.reject(new Error(`try ${++tries}`)) },
        { name: 'sound', run: async () => void others++ },
      ],
      everyMs: 1,
      log: { info: () => {}, warn: (facts) => warned.push(facts), error: () => {} },
    });
    house.start();
    await vi.waitFor(() => expect([tries, others].every((count) => count > 1)).toBe(true));
    await house.stop();
    expect(warned[0]).toMatchObject({ chore: 'broken' });
  });

  it('waits for the chore at hand when it stops, and begins no other', async () => {
    let isOver = false;
    let began = 0;
    const house = housekeeping({
      chores: [
        {
          name: 'long',
          run: async (signal) => {
            began++;
            await new Promise((resolve) => signal.addEventListener('abort', resolve));
            isOver = true;
          },
        },
        { name: 'never', run: async () => void began++ },
      ],
    });
    house.start();
    await vi.waitFor(() => expect(began).toBe(1));
    await house.stop();
    expect([isOver, began]).toEqual([true, 1]);
  });
});
