import { describe, expect, it } from 'vitest';
import { lineEvents } from '../../../src/console/line/history/line-events.ts';
import type { CandidateHistoryView } from '../../../src/http/contracts/compliance-routes.ts';
import { campaign, candidate, cohort, decision, item, line } from '../../http/support/samples.ts';

const at = (hour: number) => `2026-11-23T${String(hour).padStart(2, '0')}:00:00.000Z`;
const drafted: CandidateHistoryView = {
  candidate: { ...candidate, createdAt: at(1) },
  cohort,
  campaign,
  reply: null,
  usage: null,
  note: null,
  item,
  decision: null,
  decidedBy: null,
  firstApprovals: [],
  undone: [],
  sentBack: [],
  comments: [],
  overrides: [],
  line: null,
  names: { user_loren: 'Loren', user_ada: 'Ada' },
  voice: { score: 50, usual: null, traits: [], note: null },
};
const editOf = (id: string, editedFrom: string, text: string): CandidateHistoryView => ({
  ...drafted,
  candidate: { ...candidate, id, text, provenance: { writer: 'person', userId: 'user_loren', editedFrom } },
});
const told = (history: CandidateHistoryView, edits: readonly CandidateHistoryView[] = []) =>
  lineEvents(history, edits).map(({ title, by, says }) => [title, by, says].filter(Boolean).join(' | '));

describe('what happened to a line', () => {
  it('begins with its draft, and with what it was asked for', () => {
    const note = { run: 2, note: 'Warmer', count: 5, askedIn: 'ready', askedBy: 'user_ada', askedAt: at(0) } as const;
    expect(told({ ...drafted, note })).toEqual(['Drafted by Embedded writer | It was asked for by Ada: “Warmer”']);
  });

  it('says that it was taken from another cohort, and from which line', () => {
    const provenance = { writer: 'person', userId: 'user_ada', editedFrom: null, copiedFrom: 'cand_0' } as const;
    const [first] = lineEvents({ ...drafted, candidate: { ...drafted.candidate, provenance } }, []);
    expect([first?.title, first?.by, first?.from]).toEqual(['Taken from another cohort', 'Ada', 'cand_0']);
  });

  it('says why a line never went to review', () => {
    expect(told({ ...drafted, item: null })).toEqual([expect.stringContaining('The policy blocked it')]);
    const twice = { ...drafted, item: null, candidate: { ...drafted.candidate, duplicateOf: 'cand_0' } };
    expect(told(twice)).toEqual([expect.stringContaining('the same as an earlier line')]);
  });

  it('tells decisions that were taken back, each with who and when, in their order', () => {
    const undone = { ...decision, id: 'dec_0', decidedAt: at(2), undoneAt: at(3), undoneBy: 'user_ada' };
    const rejected = { ...decision, kind: 'reject', reason: 'off-brand-voice', decidedAt: at(4) } as const;
    expect(told({ ...drafted, undone: [undone], decision: rejected })).toEqual([
      'Drafted by Embedded writer',
      'Approved | Loren',
      'Decision taken back | Ada | It was: approved. The line waited for a decision again.',
      'Rejected | Loren | Reason: Off-brand voice.',
    ]);
  });

  it('tells what was said of it among its decisions, and that one of them sent it back', () => {
    const { brandId } = candidate;
    const comment = { id: 'com_1', brandId, itemId: item.id, comment: 'In stock?', saidBy: 'user_ada', saidAt: at(2) };
    const sentBack = { ...decision, kind: 'reject', reason: 'other', comment: 'Warmer', decidedAt: at(3) } as const;
    const history = { ...drafted, comments: [comment], decision: sentBack, sentBack: [sentBack.id] };
    expect(lineEvents(history, []).map((event) => [event.title, event.by, event.comment])).toEqual([
      ['Drafted by Embedded writer', undefined, undefined],
      ['Comment', 'Ada', 'In stock?'],
      ['Sent back', 'Loren', 'Warmer'],
    ]);
    expect(told({ ...history, sentBack: [] }).at(-1)).toBe('Rejected | Loren | Reason: Other, with a comment.');
  });

  it('tells who asked for a block to be lifted, and who answered', () => {
    const override: CandidateHistoryView['overrides'][number] = {
      id: 'over_1',
      brandId: candidate.brandId,
      requestId: candidate.requestId,
      cohortId: candidate.cohortId,
      candidateId: candidate.id,
      state: 'granted',
      rules: ['banned-terms'],
      factsHash: 'c',
      policyHash: 'b',
      findings: ['f'],
      reason: 'It is the name of the shop.',
      askedBy: 'user_loren',
      askedAt: at(2),
      answer: 'So it is.',
      answeredBy: 'user_ada',
      answeredAt: at(3),
    };
    const events = lineEvents({ ...drafted, overrides: [override] }, []);
    expect(events.map(({ title, by, comment }) => [title, by, comment])).toEqual([
      ['Drafted by Embedded writer', undefined, undefined],
      ['Override asked for', 'Loren', 'It is the name of the shop.'],
      ['Override granted', 'Ada', 'So it is.'],
    ]);
  });

  it('shows what each of two approvers changed, and the end of the line', () => {
    const first = {
      ...decision,
      id: 'dec_1',
      kind: 'approve-edited',
      candidateId: 'edit_1',
      isFirstOfTwo: true,
    } as const;
    const second = { ...decision, id: 'dec_2', kind: 'approve-edited', candidateId: 'edit_2' } as const;
    const recalled = { ...line, state: 'recalled', reason: 'The page is down.', updatedAt: at(8) } as const;
    const edits = [
      editOf('edit_1', 'cand_1', 'Coats, 40% less'),
      { ...editOf('edit_2', 'edit_1', 'Coats for less'), line: recalled },
    ];
    const history = {
      ...drafted,
      firstApprovals: [{ ...first, decidedAt: at(5), decidedBy: 'user_ada' }],
      decision: { ...second, decidedAt: at(6) },
    };
    expect(told(history, edits)).toEqual([
      'Drafted by Embedded writer',
      'Approved once | Ada',
      'Edited and approved | Loren',
      'Recalled | The page is down.',
    ]);
    expect(
      lineEvents(history, edits).flatMap(({ edit }) => (edit ? [[edit.before.text, edit.after.text]] : [])),
    ).toEqual([
      [candidate.text, 'Coats, 40% less'],
      ['Coats, 40% less', 'Coats for less'],
    ]);
  });
});
