import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgresDatabase, sqliteDatabase } from '../support/test-databases.ts';
import { callerAs, cohort, saleBrief, type TruthDesk, truthDesk } from '../support/truth-desk.ts';

const coats = 'New coats are here';
const wool = 'A wool coat for the bus stop';
const edited = 'A wool coat for the cold bus stop';
const admin = callerAs('admin');

describe.each([
  ['SQLite', sqliteDatabase],
  ['PostgreSQL', () => postgresDatabase()],
] as const)('undoing a decision, on %s', (_, make) => {
  let desk: TruthDesk;
  beforeAll(async () => {
    desk = await truthDesk(await make(), { graceSeconds: 120 });
  });
  afterAll(() => desk.close());

  const inReview = async (name: string) => {
    desk.willWrite(name, coats, wool);
    const { request } = await desk.accept(saleBrief({ externalId: name, cohorts: [cohort(name)] }));
    return request.id;
  };
  const itemOf = async (requestId: string, text: string) => {
    const { data } = await desk.useCases.review.items({ brandIds: desk.brandIds, requestId }, page);
    const found = data.find(({ candidate }) => candidate.text === text);
    if (!found) throw new Error(`${text} is not in review`);
    return found;
  };
  const undo = async (requestId: string, text: string, by = desk.writer) => {
    const { item } = await itemOf(requestId, text);
    return desk.useCases.review.undo(by, desk.brandIds, item.id, item.version);
  };
  const decide = async (
    requestId: string,
    text: string,
    decision: Parameters<TruthDesk['useCases']['review']['decide']>[4],
  ) => {
    const { item } = await itemOf(requestId, text);
    return desk.useCases.review.decide(desk.writer, desk.brandIds, item.id, item.version, decision);
  };
  const cohortOf = async (requestId: string) => {
    const [first] = (await desk.progress(requestId)).cohorts;
    return [first?.cohort.state, first?.counts.approved, first?.counts.pending];
  };
  const refused = (code: string) => expect.objectContaining({ code });

  it('puts an approved line back, keeps both decisions, and hands out nothing but the second approval', async () => {
    const requestId = await inReview('slip');
    const { line } = await desk.approve(requestId, coats);
    expect(await cohortOf(requestId)).toEqual(['ready', 1, 1]);
    const undone = await undo(requestId, coats);
    expect(undone).toMatchObject({ item: { state: 'pending', version: 3 }, line: { id: line?.id, state: 'undone' } });
    expect(await cohortOf(requestId)).toEqual(['in-review', 0, 2]);
    expect((await itemOf(requestId, coats)).decision).toBeNull();
    const read = desk.useCases.delivery.read(desk.tool, desk.brandIds, line?.id ?? '');
    await expect(read).rejects.toMatchObject({ code: 'approval-void', members: { state: 'undone' } });

    const again = await desk.approve(requestId, coats);
    desk.advance(120_000);
    expect((await desk.delivered()).lines.map((each) => each.line.id)).toEqual([again.line?.id]);
    const history = await desk.useCases.evidence.candidate(desk.brandIds, undone.decision.candidateId ?? '');
    expect(history.decision?.id).toBe(again.decision.id);
    expect(history.undone).toMatchObject([{ kind: 'approve', undoneBy: desk.writer.actor.id }]);
    expect((await desk.actions()).filter((action) => action === 'line.undone')).toHaveLength(1);
  });

  it('keeps the text that was written into an approval', async () => {
    const requestId = await inReview('edit');
    const approved = await decide(requestId, wool, { kind: 'approve-edited', text: edited });
    expect((await undo(requestId, wool)).line?.text).toBe(edited);
    const history = await desk.useCases.evidence.candidate(desk.brandIds, approved.edited?.id ?? '');
    expect(history).toMatchObject({
      candidate: { text: edited },
      decision: null,
      undone: [{ kind: 'approve-edited' }],
    });
    expect((await decide(requestId, wool, { kind: 'approve-edited', text: edited })).line?.state).toBe('live');
  });

  it('says until when it is possible, and no more once the line has ended', async () => {
    const requestId = await inReview('until');
    expect(await itemOf(requestId, coats)).toMatchObject({ line: null, undoUntil: null });
    const { line } = await desk.approve(requestId, coats);
    const { decision } = await decide(requestId, wool, { kind: 'reject', reason: 'legal' });
    expect(await itemOf(requestId, coats)).toMatchObject({ line: { id: line?.id }, undoUntil: line?.releasedAt });
    const until = new Date(Date.parse(decision.decidedAt) + 120_000).toISOString();
    expect(await itemOf(requestId, wool)).toMatchObject({ line: null, undoUntil: until });
    await desk.useCases.lines.recall(desk.writer, desk.brandIds, line?.id ?? '', 'The page is not up.');
    expect(await itemOf(requestId, coats)).toMatchObject({ line: { state: 'recalled' }, undoUntil: null });
  });

  it('is over once the line is released, and nothing changes then', async () => {
    const requestId = await inReview('late');
    await desk.approve(requestId, coats);
    desk.advance(119_500);
    await expect(undo(requestId, coats)).rejects.toEqual(refused('already-delivered'));
    expect(await cohortOf(requestId)).toEqual(['ready', 1, 1]);
  });

  it('is refused for a line that a tool says it used, however early that is', async () => {
    const requestId = await inReview('used');
    const { line } = await desk.approve(requestId, coats);
    const used = { lineId: line?.id ?? '', send: { externalId: 'send-1' }, usedAt: desk.now() };
    await desk.useCases.heard.acknowledge(desk.tool, desk.brandIds, [used]);
    await expect(undo(requestId, coats)).rejects.toEqual(refused('already-delivered'));
  });

  it('takes a rejection and a closing back too, as long as it can', async () => {
    const requestId = await inReview('closed');
    await decide(requestId, wool, { kind: 'reject', reason: 'off-brand-voice' });
    expect(await undo(requestId, wool)).toMatchObject({ item: { state: 'pending' }, line: null });
    await desk.approve(requestId, coats);
    const cohortId = (await desk.progress(requestId)).cohorts[0]?.cohort.id ?? '';
    await desk.useCases.review.close(desk.writer, desk.brandIds, cohortId);
    expect((await undo(requestId, wool)).cohort.state).toBe('ready');
    await decide(requestId, wool, { kind: 'reject', reason: 'off-brand-voice' });
    desk.advance(120_000);
    await expect(undo(requestId, wool)).rejects.toEqual(refused('already-decided'));
    expect(await desk.actions()).toContain('item.undone');
  });

  it('is for whoever decided and for admins, on the version they saw', async () => {
    const requestId = await inReview('whose');
    await desk.approve(requestId, coats);
    await expect(undo(requestId, coats, callerAs('copywriter', 'user_ben'))).rejects.toEqual(refused('not-allowed'));
    const { item } = await itemOf(requestId, coats);
    const unseen = desk.useCases.review.undo(admin, desk.brandIds, item.id, item.version - 1);
    await expect(unseen).rejects.toEqual(refused('version-changed'));
    const strange = desk.useCases.review.undo(admin, ['another'], item.id, item.version);
    await expect(strange).rejects.toEqual(refused('not-found'));
    expect((await undo(requestId, coats, admin)).decision.undoneBy).toBe(admin.actor.id);
    await expect(undo(requestId, coats, admin)).rejects.toEqual(refused('already-decided'));
  });

  it('happens once, where two ask at the same instant', async () => {
    const requestId = await inReview('twice');
    await desk.approve(requestId, coats);
    const results = await Promise.allSettled([undo(requestId, coats), undo(requestId, coats, admin)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await cohortOf(requestId)).toEqual(['in-review', 0, 2]);
  });

  it('leaves a line alone that is recalled already', async () => {
    const requestId = await inReview('recalled');
    const { line } = await desk.approve(requestId, coats);
    await desk.useCases.lines.recall(desk.writer, desk.brandIds, line?.id ?? '', 'The page is not up.');
    await expect(undo(requestId, coats)).rejects.toEqual(refused('already-decided'));
  });
});

const page = { limit: 100, cursor: null };
