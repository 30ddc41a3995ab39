import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Brief } from '../../../src/domain/brief.ts';
import { addMs } from '../../../src/domain/instant.ts';
import { Problem } from '../../../src/domain/problem.ts';
import { postgresDatabase, sqliteDatabase } from '../../support/test-databases.ts';
import { cohort, saleBrief, saleUntil, type TruthDesk, truthDesk } from '../../support/truth-desk.ts';

const ends = 'Ends tonight: up to 40% off selected coats';
const coats = 'New coats are here';
const wool = 'A wool coat for the bus stop';

describe.each([
  ['SQLite', sqliteDatabase],
  ['PostgreSQL', () => postgresDatabase()],
] as const)('a new revision of a brief, on %s', (_, make) => {
  let desk: TruthDesk;
  let named = 0;
  let mail = '';
  // Each test has readers of its own, who saw no line of the others.
  let [browsers, buyers, givers] = ['', '', ''];
  beforeAll(async () => {
    desk = await truthDesk(await make());
  });
  afterAll(() => desk.close());
  beforeEach(() => {
    mail = `mail-${++named}`;
    [browsers, buyers, givers] = [`browsers-${named}`, `buyers-${named}`, `givers-${named}`];
  });

  const brief = (more: Partial<Brief> = {}) =>
    saleBrief({
      externalId: mail,
      campaign: { externalId: `sale-${named}`, name: 'Coat sale' },
      cohorts: [cohort(browsers), cohort(buyers)],
      ...more,
    });
  const extended = (more: Partial<Brief> = {}) => brief({ offer: saleUntil('2026-11-30T23:59:00-05:00'), ...more });
  const inReview = async (more: Partial<Brief> = {}) => {
    desk.willWrite(browsers, ends, coats, wool);
    desk.willWrite(buyers, coats);
    return desk.accept(brief(more));
  };
  const cohortOf = async (requestId: string, name: string) => {
    const found = (await desk.progress(requestId)).cohorts.find(({ cohort }) => cohort.externalId === name);
    if (!found) throw new Error(`no cohort ${name}`);
    return found;
  };

  it('tells a tool that syncs of its cohorts, at once and when the new revision wants its lines', async () => {
    await inReview();
    const ask = { limit: 100, cursor: null };
    const filter = { brandIds: desk.brandIds, campaign: `sale-${named}` };
    const changed = async (changedSince: string | null) => {
      const { data, syncCursor } = await desk.useCases.delivery.cohorts(desk.tool, filter, { ...ask, changedSince });
      return { names: data.map((each) => each.cohort.externalId), syncCursor };
    };
    const before = await changed(null);
    expect((await changed(before.syncCursor)).names).toEqual([]);
    await desk.put(extended({ needBy: addMs(desk.product.moment.now(), 60_000) }));
    const revised = await changed(before.syncCursor);
    expect(revised.names.toSorted()).toEqual([browsers, buyers].toSorted());
    expect((await changed(revised.syncCursor)).names).toEqual([]);
    desk.advance(60_000);
    expect((await changed(revised.syncCursor)).names.toSorted()).toEqual([browsers, buyers].toSorted());
  });

  it('voids what asserts the old end at once, says why, and leaves the rest alone', async () => {
    const { request } = await inReview();
    const [tonight, here] = [await desk.approve(request.id, ends), await desk.approve(request.id, wool)];
    const outcome = await desk.put(extended());
    expect(outcome.effects.voided).toEqual([
      {
        id: tonight.line?.id,
        cohort: browsers,
        text: ends,
        reason: expect.stringMatching(
          /^revision 2 of the brief: .*urgency-needs-dates, compared with offer\.endsAt = 2026-11-30/,
        ),
      },
    ]);
    expect(outcome.effects.kept.map(({ text }) => text)).toEqual([wool]);
    const { lines, withheld } = await desk.delivered();
    const ids = lines.map(({ line }) => line.id);
    expect([ids.includes(here.line?.id ?? ''), ids.includes(tonight.line?.id ?? '')]).toEqual([true, false]);
    expect(withheld.map(({ line }) => line.line.id)).not.toContain(tonight.line?.id);
    const read = desk.useCases.delivery.read(desk.tool, desk.brandIds, tonight.line?.id ?? '');
    await expect(read).rejects.toMatchObject({
      code: 'approval-void',
      message: expect.stringContaining('offer.endsAt'),
    });
    // Valid for longer now: the day after the send, which the end of the offer cut short before.
    expect(lines.find(({ line }) => line.id === here.line?.id)?.line.validUntil).toBe('2026-11-29T23:00:00.000Z');
    expect((await cohortOf(request.id, browsers)).counts.approved).toBe(1);
  });

  it('takes what it blocks out of review, and sends the rest back to be looked at anew', async () => {
    const { request } = await inReview();
    const before = await desk.pending((await cohortOf(request.id, browsers)).cohort.id);
    const { effects } = await desk.put(extended());
    expect(effects.withdrawn.map(({ text }) => text)).toEqual([ends]);
    const after = await desk.pending((await cohortOf(request.id, browsers)).cohort.id);
    expect(after.map(({ candidate, item }) => [candidate.text, item.version])).toEqual([
      [coats, 2],
      [wool, 2],
    ]);
    const gone = before.find(({ candidate }) => candidate.text === ends);
    const entry = await desk.useCases.review.item(desk.brandIds, gone?.item.id ?? '');
    expect([entry.item.state, entry.decision?.kind, entry.candidate.verdict.verdict]).toEqual([
      'expired',
      'expired',
      'block',
    ]);
    const stale = before.find(({ candidate }) => candidate.text === wool)?.item;
    const decision = { kind: 'approve', warningsPassed: 'on-purpose' } as const;
    await expect(
      desk.useCases.review.decide(desk.writer, desk.brandIds, stale?.id ?? '', stale?.version ?? 0, decision),
    ).rejects.toMatchObject({ code: 'version-changed' });
    expect(await desk.actions()).toEqual(expect.arrayContaining(['brief.revised', 'item.expired', 'item.rejudged']));
  });

  it('drafts a cohort again that lost the lines it needs', async () => {
    desk.willWrite(browsers, ends);
    desk.willWrite(buyers, coats);
    const { request } = await desk.accept(brief());
    await desk.approve(request.id, ends);
    expect((await cohortOf(request.id, browsers)).cohort.state).toBe('ready');
    desk.willWrite(browsers, wool);
    const { effects } = await desk.put(extended());
    expect(effects.redrafted).toEqual([browsers]);
    await desk.drafted(request.id);
    const { cohort: again, counts } = await cohortOf(request.id, browsers);
    expect([again.state, again.run, counts.approved, counts.pending]).toEqual(['in-review', 2, 0, 1]);
  });

  it('says who wrote each revision, person or tool', async () => {
    await inReview();
    const { revision } = await desk.put(extended());
    const { briefs } = desk.useCases;
    await briefs.revise(desk.writer, desk.brandIds, revision?.id ?? '', (was) => ({ ...was, goal: 'Another.' }), {
      seen: () => {},
      isDryRun: false,
    });
    const { data } = await briefs.revisions(desk.brandIds, revision?.id ?? '', { limit: 10, cursor: null });
    const authors = await briefs.authors(data);
    expect(data.map(({ id, revision: number }) => [number, authors.get(id)])).toEqual([
      [3, { kind: 'user', name: desk.writer.actor.id }],
      [2, { kind: 'client', name: desk.tool.actor.id }],
      [1, { kind: 'client', name: desk.tool.actor.id }],
    ]);
    expect((await briefs.standing(brief()))?.revision.revision).toBe(3);
    expect(await briefs.standing(brief({ externalId: 'another' }))).toBeNull();
  });

  it('leaves every line alone where no fact changes', async () => {
    const { request } = await inReview();
    const { line } = await desk.approve(request.id, ends);
    const { outcome, effects, revision } = await desk.put(brief({ goal: 'Another goal.', needed: 2 }));
    expect([outcome, revision?.revision, effects.voided, effects.kept, effects.rejudged]).toEqual([
      'revised',
      2,
      [],
      [],
      [],
    ]);
    expect((await desk.delivered()).lines.map((each) => each.line.id)).toContain(line?.id);
    const { cohort: after } = await cohortOf(request.id, browsers);
    expect([after.needed, after.state]).toEqual([2, 'in-review']);
  });

  it('makes no revision of a brief that says the same, and none where the caller saw another version', async () => {
    await inReview();
    const again = await desk.put(brief());
    expect([again.outcome, again.revision?.revision]).toEqual(['unchanged', 1]);
    const stale = () => {
      throw new Problem('precondition-failed', 'Another is in force.');
    };
    await expect(desk.put(extended(), { seen: stale })).rejects.toMatchObject({ code: 'precondition-failed' });
    expect((await desk.put(brief())).revision?.revision).toBe(1);
  });

  it('says in a dry run what would be void, and saves nothing', async () => {
    const { request } = await inReview();
    const { line } = await desk.approve(request.id, ends);
    const events = (await desk.actions()).length;
    const dry = await desk.put(extended(), { isDryRun: true });
    expect([dry.outcome, dry.revision?.revision]).toEqual(['revised', 1]);
    expect(dry.effects.voided.map(({ id }) => id)).toEqual([line?.id]);
    expect((await desk.actions()).length).toBe(events);
    expect((await desk.delivered()).lines.map((each) => each.line.id)).toContain(line?.id);
    expect((await desk.progress(request.id)).brief.revision).toBe(1);
    const unknown = await desk.put({ ...brief(), externalId: `${mail}-new` }, { isDryRun: true });
    expect([unknown.outcome, unknown.revision]).toEqual(['created', null]);
  });

  it('drafts cohorts that are new, cancels those that are gone, and takes one back that returns', async () => {
    const { request } = await inReview();
    const { line } = await desk.approve(request.id, wool);
    desk.willWrite(givers, 'A wool coat they will keep');
    const { effects } = await desk.put(brief({ cohorts: [cohort(givers), cohort(buyers)] }));
    expect(effects).toMatchObject({ added: [givers], removed: [browsers], voided: [{ id: line?.id }] });
    await desk.drafted(request.id);
    const progress = await desk.progress(request.id);
    expect(progress.cohorts.map((each) => [each.cohort.externalId, each.cohort.state, each.counts.pending])).toEqual(
      expect.arrayContaining([
        [givers, 'in-review', 1],
        [browsers, 'cancelled', 0],
        [buyers, 'in-review', 1],
      ]),
    );
    desk.willWrite(browsers, 'Coats for colder mornings');
    const back = await desk.put(brief({ cohorts: [...brief().cohorts, cohort(givers)] }));
    expect(back.effects.redrafted).toEqual([browsers]);
    await desk.drafted(request.id);
    const { cohort: again, counts } = await cohortOf(request.id, browsers);
    expect([again.state, again.run, counts.pending, counts.approved]).toEqual(['in-review', 2, 1, 0]);
  });

  it('accepts a brief by name the first time, the same again as the same request, and another only as a revision', async () => {
    desk.willWrite(browsers, coats);
    const made = await desk.put(brief());
    expect([made.outcome, made.revision?.revision]).toEqual(['created', 1]);
    const again = await desk.useCases.campaigns.accept(desk.tool, desk.brandIds, brief());
    expect(again.request.id).toBe(made.requestId);
    await expect(desk.useCases.campaigns.accept(desk.tool, desk.brandIds, extended())).rejects.toMatchObject({
      code: 'brief-exists',
      message: expect.stringContaining(`PUT to /v1/campaigns/sale-${named}/briefs/${mail}?brand=tilden-row`),
    });
    const { campaign, briefs } = await desk.useCases.briefs.campaign('tilden-row', `sale-${named}`);
    expect([campaign.name, briefs.map(({ requestId }) => requestId)]).toEqual(['Coat sale', [made.requestId]]);
  });

  it('does not move or rename a brief', async () => {
    await inReview();
    const { id } = await desk.useCases.briefs.readNamed({
      brandId: 'tilden-row',
      campaign: `sale-${named}`,
      brief: mail,
    });
    const moved = () => brief({ campaign: { externalId: 'elsewhere', name: 'x' } });
    const how = { seen: () => {}, isDryRun: false };
    await expect(desk.useCases.briefs.revise(desk.tool, desk.brandIds, id, moved, how)).rejects.toMatchObject({
      code: 'invalid-brief',
      mistakes: [{ pointer: '#/campaign/externalId' }],
    });
  });
});
