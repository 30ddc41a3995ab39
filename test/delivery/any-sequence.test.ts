import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachStore } from '../support/stores.ts';
import { nextWeek, type Step, tonight, truthSteps } from '../support/truth-steps.ts';

const nth = fc.nat({ max: 3 });
const by = fc.constantFrom('ada' as const, 'ben' as const);
const hourMs = 3_600_000;
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('approve' as const), nth, by }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), nth, by }) },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.constantFrom(1, 119_999, 120_000, 150_000) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.constantFrom(5 * hourMs, 20 * hourMs) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('reject' as const, 'recall' as const), nth, by }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('revise' as const), endsAt: fc.constantFrom(tonight, nextWeek) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('publish' as const), maxLength: fc.constantFrom(30, 70) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'expire' as const }) },
);

const released: Step[] = [
  { kind: 'approve', nth: 1, by: 'ada' },
  { kind: 'approve', nth: 1, by: 'ben' },
  { kind: 'wait', ms: 120_000 },
];

describe('whatever happens to lines, in whatever order', () => {
  eachStore(({ store, kind }) => {
    it.each([
      ['one person approves', false],
      ['two people approve', true],
    ])(
      'only lines are handed out whose approval holds at that instant, and none twice, where %s',
      async (_, isFourEyed) => {
        let delivered = 0;
        await fc.assert(
          fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 20, size: 'max' }), async (steps) => {
            const desk = await truthSteps(store(), { isFourEyed });
            for (const each of steps) {
              await desk.take(each);
              expect(await desk.faults()).toEqual([]);
            }
            delivered += desk.delivered.size;
          }),
          { numRuns: kind === 'SQLite' ? 12 : 5, examples: [[released]] },
        );
        // A property of nothing would hold of anything.
        expect(delivered).toBeGreaterThan(0);
      },
      60_000,
    );
  });
});
