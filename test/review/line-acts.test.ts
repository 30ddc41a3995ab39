import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgresDatabase, sqliteDatabase } from '../support/test-databases.ts';
import { callerAs, cohort, saleBrief, type TruthDesk, truthDesk } from '../support/truth-desk.ts';

const coats = 'New coats are here';
const wool = 'A wool coat for the bus stop';
const page = { limit: 100, cursor: null };
const refused = (code: string) => expect.objectContaining({ code });

describe.each([
  ['SQLite', sqliteDatabase],
  ['PostgreSQL', () => postgresDatabase()],
] as const)('what people do with lines besides deciding them, on %s', (_, make) => {
  let desk: TruthDesk;
  beforeAll(async () => {
    desk = await truthDesk(await make(), { graceSeconds: 120 });
  });
  afterAll(() => desk.close());

  /** Two cohorts; the first has two lines, the second has what is given. */
  const inReview = async (name: string, ...others: readonly string[]) => {
    desk.willWrite(name, coats, wool);
    desk.willWrite(`${name}-too`, ...others);
    const brief = saleBrief({ externalId: name, cohorts: [cohort(name), cohort(`${name}-too`)] });
    const { request } = await desk.accept(brief);
    const { cohorts } = await desk.progress(request.id);
    const ids = cohorts.map((each) => each.cohort.id);
    return { requestId: request.id, first: ids[0] ?? '', second: ids[1] ?? '' };
  };
  const itemsOf = async (requestId: string) =>
    (await desk.useCases.review.items({ brandIds: desk.brandIds, requestId }, page)).data;
  const itemOf = async (requestId: string, text: string) => {
    const found = (await itemsOf(requestId)).find(({ candidate }) => candidate.text === text);
    if (!found) throw new Error(`${text} is not in review`);
    return found.item;
  };
  const historyOf = (candidateId: string) => desk.useCases.evidence.candidate(desk.brandIds, candidateId);
  const acts = () => desk.useCases.lineActs;

  it('keeps what somebody said, with who and when, and commits the audit chain to it', async () => {
    const { requestId, first, second } = await inReview('said');
    const item = await itemOf(requestId, coats);
    const said = await acts().comment(callerAs('compliance'), desk.brandIds, item.id, 'Are they? \u0000');
    expect(await acts().comments(desk.brandIds, first)).toEqual([said]);
    expect(said).toMatchObject({ comment: 'Are they? \u0000', saidBy: 'user_compliance', saidAt: desk.now() });
    expect(await acts().comments(desk.brandIds, second)).toEqual([]);
    await expect(acts().comments(['another'], first)).rejects.toEqual(refused('not-found'));
    await expect(acts().comment(desk.writer, ['another'], item.id, 'x')).rejects.toEqual(refused('not-found'));
    expect((await itemOf(requestId, coats)).version).toBe(item.version);
    expect(await historyOf(item.candidateId)).toMatchObject({ comments: [said], sentBack: [] });
    expect(await desk.actions()).toContain('line.commented');
  });

  it('sends a line back: rejected with the wish, and one drafted with it in one act', async () => {
    const { requestId, first } = await inReview('back');
    const { id, version, candidateId } = await itemOf(requestId, wool);
    const back = (seen: number) => acts().sendBack(desk.writer, desk.brandIds, id, { version: seen, wish: 'Warmer' });
    await expect(back(version + 1)).rejects.toEqual(refused('version-changed'));
    desk.willWrite('back', 'A coat that waits with you');
    const { decision, cohort: after } = await back(version);
    expect(decision).toMatchObject({ kind: 'reject', reason: 'other', comment: 'Warmer' });
    expect(after).toMatchObject({ id: first, state: 'waiting', run: 2 });
    expect(await historyOf(candidateId)).toMatchObject({ sentBack: [decision.id], comments: [] });
    await desk.drafted(requestId);
    expect(await itemOf(requestId, 'A coat that waits with you')).toMatchObject({ state: 'pending', cohortId: first });
    await expect(back(version + 1)).rejects.toEqual(refused('already-decided'));
  });

  it('approves an approved line for another cohort where it passes there, and says where it came from', async () => {
    const { requestId, first, second } = await inReview('copied', 'Wool for the second row');
    const { id } = await itemOf(requestId, coats);
    const copy = (to: string) =>
      acts().copy(desk.writer, desk.brandIds, id, { cohort: to, warningsPassed: 'on-purpose' });
    await expect(copy(second)).rejects.toEqual(refused('approval-void'));
    const { line } = await desk.approve(requestId, coats);
    const copied = await copy(second);
    expect(copied.line).toMatchObject({
      cohortId: second,
      text: coats,
      state: 'live',
      approvedBy: desk.writer.actor.id,
    });
    expect(copied.candidate.provenance).toMatchObject({ writer: 'person', copiedFrom: line?.candidateId });
    const counts = (await desk.progress(requestId)).cohorts.map((each) => [each.counts.approved, each.counts.pending]);
    expect(counts).toEqual([
      [1, 1],
      [1, 1],
    ]);
    await expect(copy(second)).rejects.toEqual(refused('already-decided'));
    await expect(copy(first)).rejects.toEqual(refused('already-decided'));
    const elsewhere = await inReview('elsewhere');
    await expect(copy(elsewhere.second)).rejects.toEqual(refused('not-found'));
  });

  it('puts another text in the place of a waiting line, still to be decided, unless the policy blocks it', async () => {
    const { requestId } = await inReview('reworded');
    const { id, version } = await itemOf(requestId, wool);
    const reword = (text: string) =>
      acts().reword(desk.writer, desk.brandIds, id, { version, text, preheader: null, why: '"wool" becomes "warm"' });
    await expect(reword(`${'A wool coat '.repeat(30)}`)).rejects.toEqual(refused('blocked-by-policy'));
    const { candidate, item } = await reword('A warm coat for the bus stop');
    expect(candidate.provenance).toMatchObject({ writer: 'person', userId: desk.writer.actor.id });
    expect(await itemOf(requestId, 'A warm coat for the bus stop')).toEqual(item);
    expect(await itemOf(requestId, wool)).toMatchObject({ state: 'not-needed', version: version + 1 });
    await expect(reword('Another one')).rejects.toEqual(refused('already-decided'));
    expect((await desk.approve(requestId, 'A warm coat for the bus stop')).line?.text).toBe(
      'A warm coat for the bus stop',
    );
  });

  it('shows what replacing a word would do, with a verdict for each, and stores nothing', async () => {
    const { requestId } = await inReview('replaced', 'Coats for two', 'A wool hat');
    await desk.approve(requestId, 'A wool hat');
    const { lines, hasMore } = await acts().previewReplacement(desk.brandIds, requestId, {
      find: 'WOOL',
      replacement: 'warm',
    });
    expect(lines.map(({ text, verdict, cohort: of }) => [text, verdict.verdict === 'block', of.name])).toEqual([
      ['A warm coat for the bus stop', false, 'The replaced'],
    ]);
    expect(hasMore).toBe(false);
    expect((await itemsOf(requestId)).map(({ candidate }) => candidate.text)).toContain(wool);
  });
});
