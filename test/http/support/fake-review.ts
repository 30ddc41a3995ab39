/** The use cases of review as tests of HTTP have them. */
import type { UseCases } from '../../../src/http/use-cases.ts';
import { comment, entry, last, only, overrideCase, queueCohort, queueLine, replaced, tabs } from './fake-answers.ts';
import { candidate, cohort, decision, item, line, override } from './samples.ts';

/** The queue and its decisions. */
export const fakeReview: UseCases['review'] = {
  cohorts: async () => last([queueCohort]),
  cohort: async (brandIds, id) => only(id, 'coh_1', brandIds, queueCohort),
  items: async () => last([entry]),
  item: async (brandIds, id) => only(id, 'item_1', brandIds, entry),
  lines: async () => last([queueLine]),
  counts: async () => ({ counts: tabs, mark: 'a-mark' }),
  seenLines: async (brandIds, id) => only(id, 'coh_1', brandIds, []),
  decideMany: async (_caller, _brandIds, items) => items.map(({ id }) => ({ id, outcome: 'done', detail: null })),
  claim: async (_caller, brandIds, id) => only(id, 'coh_1', brandIds, [item]),
  release: async (_caller, brandIds, id) => only(id, 'coh_1', brandIds, undefined),
  decide: async (_caller, brandIds, id) =>
    only(id, 'item_1', brandIds, { item, decision, edited: null, line, cohort, events: [] }),
  undo: async (_caller, brandIds, id) => {
    const undone = { ...decision, undoneAt: decision.decidedAt, undoneBy: 'user_loren' };
    return only(id, 'item_1', brandIds, { item, decision: undone, line, cohort, events: [] });
  },
  write: async (_caller, brandIds, id) => only(id, 'coh_1', brandIds, { candidate, item, cohort, events: [] }),
  checkText: async (brandIds, id) =>
    only(id, 'item_1', brandIds, {
      brandId: 'tilden-row',
      verdict: { verdict: 'pass', findings: [], graphemes: 1, policyHash: line.policyHash },
      policySince: null,
      sender: 'Tilden Row',
      renderings: [],
    }),
  close: async (_caller, brandIds, id) => only(id, 'coh_1', brandIds, { cohort, closed: 5 }),
};

/** What else is done with a line in review. */
export const fakeLineActs: UseCases['lineActs'] = {
  comments: async (brandIds, id) => only(id, 'coh_1', brandIds, [comment]),
  comment: async (_caller, brandIds, id) => only(id, 'item_1', brandIds, comment),
  sendBack: async (_caller, brandIds, id) =>
    only(id, 'item_1', brandIds, { item, decision, edited: null, line: null, cohort, events: [] }),
  copy: async (_caller, brandIds, id) =>
    only(id, 'item_1', brandIds, { candidate, item, decision, line, cohort, events: [] }),
  reword: async (_caller, brandIds, id) =>
    only(id, 'item_1', brandIds, { closed: item, decision, candidate, item, events: [] }),
  previewReplacement: async (brandIds, id) => only(id, 'req_1', brandIds, { lines: [replaced], hasMore: false }),
};

/** Blocks that somebody wants lifted. */
export const fakeOverrides: UseCases['overrides'] = {
  list: async () => last([overrideCase]),
  read: async (brandIds, id) => only(id, 'over_1', brandIds, overrideCase),
  ask: async () => override,
  answer: async (_caller, brandIds, id) => only(id, 'over_1', brandIds, { override, item, cohort, events: [] }),
};
