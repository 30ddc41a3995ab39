/** What people and writers did, counted by the databases and by hand. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { CountedFigures } from '../../src/ports/figures-store.ts';
import { figuresByQuery } from '../support/figures-by-query.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { rawSql } from '../support/raw-sql.ts';
import { addBrand, approve, draftRequest } from '../support/sample-acts.ts';
import { sampleBrief } from '../support/samples.ts';
import { eachStore } from '../support/stores.ts';

const dayMs = 24 * 60 * 60 * 1000;

describe('the figures', () => {
  eachStore(({ store, databaseUrl }) => {
    const moment = fixedMoment();
    const start = moment.now();
    let nextDay = '';
    const counted = (more: { brandIds?: string[]; fromDay?: string } = {}): Promise<CountedFigures> =>
      store().figures.figures({ brandIds: ['loomwell'], fromDay: start.slice(0, 10), ...more });

    beforeAll(async () => {
      await addBrand(store(), moment);
      await addBrand(store(), moment, 'stranger');
      // Day one: four lines drafted, one of them blocked, one a double; one approved by a, one rejected by b.
      const one = await draftRequest(store(), moment);
      const decide = (itemId: string, userId: string, reason?: 'not-needed' | 'too-similar') =>
        store().review.decide(['loomwell'], itemId, moment.now(), (of) => {
          const ruling = approve(moment, userId)(of);
          if (reason === undefined) return ruling;
          const decision = { ...ruling.decision, kind: 'reject' as const, candidateId: null, reason };
          return { ...ruling, item: { ...ruling.item, state: 'rejected' }, decision, line: null };
        });
      await decide(one.items[0]?.id ?? '', 'user_a');
      moment.advance(60_000);
      await decide(one.items[1]?.id ?? '', 'user_b', 'too-similar');
      // Day two: another cohort; one line not needed, the other waits.
      moment.advance(dayMs);
      nextDay = moment.now();
      const two = await draftRequest(store(), moment, sampleBrief(), [
        'A second pair for the week',
        'One more for good measure',
      ]);
      await decide(two.items[0]?.id ?? '', 'user_a', 'not-needed');
      // The other brand has lines of its own, none of which may show.
      await draftRequest(store(), moment, sampleBrief('stranger'), ['Theirs', 'Also theirs']);
    });

    it('count decisions by day and rejections by reason', async () => {
      const { days, rejections } = await counted();
      expect(days).toEqual([
        { day: start.slice(0, 10), approved: 1, approvedEdited: 0, rejected: 1, notNeeded: 0 },
        { day: nextDay.slice(0, 10), approved: 0, approvedEdited: 0, rejected: 0, notNeeded: 1 },
      ]);
      expect(rejections).toHaveLength(2);
      expect(rejections).toEqual(
        expect.arrayContaining([
          { reason: 'too-similar', count: 1 },
          { reason: 'not-needed', count: 1 },
        ]),
      );
    });

    it('count how lines fared by rule and by writer', async () => {
      const { lines, rules, writers } = await counted();
      expect(lines).toBe(8);
      expect(rules).toEqual([{ rule: 'length', blocked: 2, warned: 0 }]);
      expect(writers).toEqual([
        { writer: 'model', model: expect.any(String), drafted: 8, blocked: 2, approved: 1, rejected: 2 },
      ]);
    });

    it('count what waits, what somebody decided today, and the calls that were paid', async () => {
      const mine = { brandIds: ['loomwell'], userId: 'user_a', dayStart: nextDay };
      expect(await store().figures.waiting(mine)).toEqual({ oldestAt: nextDay, decidedByYou: 1 });
      expect(await store().figures.waiting({ ...mine, brandIds: [] })).toEqual({ oldestAt: null, decidedByYou: 0 });
      const { usage, recalled, timed } = await counted();
      expect(usage.calls).toBe(2);
      expect(recalled).toBe(0);
      expect(timed.map(({ decidedBy, isApproval }) => [decidedBy, isApproval])).toEqual([
        ['user_a', true],
        ['user_a', false],
        ['user_b', false],
      ]);
    });

    it('leave out what was before the period, of other brands, and undone', async () => {
      const late = await counted({ fromDay: nextDay.slice(0, 10) });
      expect([late.lines, late.days.length]).toEqual([4, 1]);
      expect(await counted({ brandIds: [] })).toMatchObject({ lines: 0, days: [], rules: [], chains: [] });
      expect((await counted({ brandIds: ['stranger'] })).lines).toBe(4);
      await rawSql(databaseUrl(), `update decisions set undone_at = '${nextDay}' where reason = 'not-needed'`);
      expect((await counted()).days).toHaveLength(1);
    });

    it('count an edited line for whoever drafted it', async () => {
      await addBrand(store(), moment, 'edited');
      const { items } = await draftRequest(store(), moment, sampleBrief('edited'), ['A pair for the week', 'Two']);
      await store().review.decide(['edited'], items[0]?.id ?? '', moment.now(), (of) => {
        const provenance = { writer: 'person', userId: 'user_a', editedFrom: of.candidate.id } as const;
        const edited = { ...of.candidate, id: moment.newId('candidate'), text: 'A pair for all week', provenance };
        return approve(moment, 'user_a', { edited })(of);
      });
      const { writers } = await counted({ brandIds: ['edited'] });
      expect(writers.map(({ writer, approved }) => [writer, approved])).toEqual([['model', 1]]);
    });

    it('count overrides by rule, and lines that two people were asked about', async () => {
      const none = { asked: 0, granted: 0, refused: 0 };
      const { overrides, fourEyes } = await counted();
      expect([overrides, fourEyes]).toEqual([{ ...none, rules: [] }, none]);
      await addBrand(store(), moment, 'asking');
      const { candidates, items } = await draftRequest(store(), moment, sampleBrief('asking'));
      const now = moment.now();
      const rowOf = (at: number, state: string, rules: string) =>
        `insert into overrides (id, brand_id, request_id, cohort_id, candidate_id, state, rules_document, findings_document,
          facts_hash, policy_hash, reason, asked_by, asked_at)
          values ('over_${at}', 'asking', '${candidates[at]?.requestId}', '${candidates[at]?.cohortId}',
            '${candidates[at]?.id}', '${state}', '${rules}', '[]', 'f', 'p', 'It is true', 'user_a', '${now}')`;
      const first = (at: number, state: string) =>
        `update review_items set first_approved_by = 'user_a', first_approved_at = '${now}', state = '${state}'
          where id = '${items[at]?.id}'`;
      await rawSql(
        databaseUrl(),
        rowOf(0, 'granted', '["length","emoji"]'),
        rowOf(1, 'refused', '["length"]'),
        rowOf(2, 'asked', '["length"]'),
        first(0, 'approved'),
        first(1, 'approved-once'),
      );
      const figures = await counted({ brandIds: ['asking'] });
      expect(figures.overrides).toEqual({
        asked: 3,
        granted: 1,
        refused: 1,
        rules: [
          { rule: 'length', asked: 3, granted: 1, refused: 1 },
          { rule: 'emoji', asked: 1, granted: 1, refused: 0 },
        ],
      });
      expect(figures.fourEyes).toEqual({ asked: 2, granted: 1, refused: 0 });
    });

    it('count a line once for each rule and weight, however often it was found in it and written anew', async () => {
      await addBrand(store(), moment, 'renewed');
      const { candidates } = await draftRequest(store(), moment, sampleBrief('renewed'));
      const id = candidates[0]?.id ?? '';
      const columns =
        'insert into findings (candidate_id, position, brand_id, rule, rule_version, severity, kind) values';
      const found = (position: number, severity: string) =>
        `('${id}', ${position}, 'renewed', 'emoji', 1, '${severity}', 'violation')`;
      const emoji = async () => {
        const { rules } = await counted({ brandIds: ['renewed'] });
        return rules.filter(({ rule }) => rule === 'emoji');
      };
      await rawSql(databaseUrl(), `${columns} ${found(1, 'warn')}, ${found(0, 'warn')}, ${found(2, 'block')}`);
      expect(await emoji()).toEqual([{ rule: 'emoji', blocked: 1, warned: 1 }]);
      await rawSql(databaseUrl(), `delete from findings where candidate_id = '${id}' and position = 0`);
      expect(await emoji()).toEqual([{ rule: 'emoji', blocked: 1, warned: 1 }]);
      await rawSql(
        databaseUrl(),
        `delete from findings where candidate_id = '${id}'`,
        `${columns} ${found(0, 'block')}, ${found(1, 'block')}`,
      );
      expect(await emoji()).toEqual([{ rule: 'emoji', blocked: 1, warned: 0 }]);
      await rawSql(databaseUrl(), `delete from findings where candidate_id = '${id}'`);
      expect(await emoji()).toEqual([]);
    });

    it('are what a count of every line gives', async () => {
      for (const brandId of ['loomwell', 'stranger', 'edited', 'renewed'])
        expect(await counted({ brandIds: [brandId] })).toMatchObject(
          await figuresByQuery(databaseUrl(), brandId, start.slice(0, 10)),
        );
    });
  });
});
