import { describe, expect, it, vi } from 'vitest';
import { noUsage } from '../../src/domain/usage.ts';
import type { CountedFigures } from '../../src/ports/figures-store.ts';
import { figuresOf } from '../../src/review/figures.ts';
import { fixedMoment } from '../support/fixed-moment.ts';

const nothing: CountedFigures = {
  days: [],
  rejections: [],
  lines: 0,
  rules: [],
  writers: [],
  usage: noUsage,
  timed: [],
  recalled: 0,
  chains: [],
};
const caller = { actor: { kind: 'user', id: 'user_a' }, name: 'Ada', memberships: [], scopes: null } as const;

function desk() {
  const moment = fixedMoment();
  const count = vi.fn(async () => nothing);
  const waiting = vi.fn(async () => ({ oldestAt: null, decidedByYou: 0 }));
  return { moment, count, waiting, figures: figuresOf({ store: { figures: count, waiting }, moment }) };
}

describe('the figures of the home page', () => {
  it('are counted once a minute for all who look, and what waits each time', async () => {
    const { moment, count, waiting, figures } = desk();
    const [one] = await Promise.all([
      figures(caller, ['a', 'b'], { days: 7 }),
      figures(caller, ['b', 'a'], { days: 7 }),
    ]);
    expect(one.days).toHaveLength(7);
    expect([count.mock.calls.length, waiting.mock.calls.length]).toEqual([1, 2]);
    await figures(caller, ['a'], { days: 7 });
    expect(count).toHaveBeenCalledTimes(2);
    moment.advance(60_000);
    await figures(caller, ['a', 'b'], { days: 7 });
    expect(count).toHaveBeenCalledTimes(3);
  });

  it('are asked for again where counting failed', async () => {
    const { count, figures } = desk();
    count.mockRejectedValueOnce(new Error('the database is away'));
    await expect(figures(caller, ['a'], { days: 1 })).rejects.toThrow('away');
    expect((await figures(caller, ['a'], { days: 1 })).lines).toBe(0);
  });
});
