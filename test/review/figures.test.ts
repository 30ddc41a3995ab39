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
  overrides: { asked: 0, granted: 0, refused: 0, rules: [] },
  fourEyes: { asked: 0, granted: 0, refused: 0 },
  chains: [],
};
const caller = { actor: { kind: 'user', id: 'user_a' }, name: 'Ada', memberships: [], scopes: null } as const;

describe('the figures of the home page', () => {
  it('are asked for from the first of the days on, and have every day', async () => {
    const moment = fixedMoment();
    const count = vi.fn(async () => nothing);
    const waiting = vi.fn(async () => ({ oldestAt: null, decidedByYou: 0 }));
    const figures = figuresOf({ store: { figures: count, waiting }, moment });
    const seen = await figures(caller, ['a'], { days: 7 });
    const fromDay = new Date(Date.parse(moment.now()) - 6 * 86_400_000).toISOString().slice(0, 10);
    expect(count).toHaveBeenCalledWith({ brandIds: ['a'], fromDay });
    expect(waiting).toHaveBeenCalledWith({
      brandIds: ['a'],
      userId: 'user_a',
      dayStart: `${moment.now().slice(0, 10)}T00:00:00.000Z`,
    });
    expect([seen.days.length, seen.days[0]?.day]).toEqual([7, fromDay]);
  });
});
