/** The figures that triggers keep by day, held against a count of every line after whatever happened to them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedAnew } from '../../src/store/migrations/0026-figure-days.ts';
import { figuresByQuery } from '../support/figures-by-query.ts';
import { rawSql } from '../support/raw-sql.ts';
import { eachStore } from '../support/stores.ts';
import { nextWeek, type Step, tonight, truthSteps } from '../support/truth-steps.ts';

const nth = fc.nat({ max: 3 });
const by = fc.constantFrom('ada' as const, 'ben' as const);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom('approve' as const, 'reject' as const), nth, by }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'recall' as const), nth, by }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.constantFrom(130_000, 86_400_000) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('revise' as const), endsAt: fc.constantFrom(tonight, nextWeek) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('publish' as const), maxLength: fc.constantFrom(15, 30, 70) }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'expire' as const }) },
);

const released: Step[] = [
  { kind: 'approve', nth: 0, by: 'ada' },
  { kind: 'approve', nth: 0, by: 'ben' },
  { kind: 'wait', ms: 130_000 },
  { kind: 'recall', nth: 0, by: 'ada' },
  { kind: 'approve', nth: 1, by: 'ada' },
  { kind: 'approve', nth: 1, by: 'ben' },
  { kind: 'publish', maxLength: 15 },
  { kind: 'reject', nth: 1, by: 'ada' },
  { kind: 'undo', nth: 1, by: 'ada' },
];

describe('figures kept by day', () => {
  eachStore(({ store, databaseUrl, kind }) => {
    it('are what a count of every line gives, after whatever happened, and counted anew from the first day on', async () => {
      let recalled = 0;
      let withFindings = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(step, { minLength: 5, maxLength: 20, size: 'max' }),
          fc.boolean(),
          async (steps, isFourEyed) => {
            const desk = await truthSteps(store(), { isFourEyed });
            const kept = async (fromDay: string) => {
              const { days, rejections, lines, rules, writers, usage, recalled } = await store().figures.figures({
                brandIds: [desk.brandId],
                fromDay,
              });
              return { days, rejections, lines, rules, writers, usage, recalled };
            };
            for (const each of steps) await desk.take(each);
            for (const fromDay of ['2026-01-01', '2026-11-29']) {
              const counted = await figuresByQuery(databaseUrl(), desk.brandId, fromDay);
              expect(await kept(fromDay)).toEqual(counted);
              recalled += counted.recalled;
              withFindings += counted.rules.length;
            }
            const before = await kept('2026-01-01');
            await rawSql(databaseUrl(), 'delete from figure_days', ...countedAnew);
            expect(await kept('2026-01-01')).toEqual(before);
          },
        ),
        {
          numRuns: kind === 'SQLite' ? 12 : 5,
          examples: [
            [released, true],
            [released, false],
          ],
        },
      );
      // A property of nothing would hold of anything.
      expect(recalled * withFindings).toBeGreaterThan(0);
    }, 60_000);
  });
});
