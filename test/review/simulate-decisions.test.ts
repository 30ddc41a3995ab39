import { describe, expect, it, vi } from 'vitest';
import { theSandbox } from '../../src/domain/access.ts';
import type { QueueEntry } from '../../src/ports/review-store.ts';
import { simulatedDecisions, simulatingDecisions } from '../../src/review/simulate-decisions.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import {
  sampleAccepted,
  sampleBrief,
  sampleCandidate,
  sampleFinding,
  sampleItem,
  sampleReply,
} from '../support/samples.ts';

const moment = fixedMoment();
const { campaign, brief, cohorts } = sampleAccepted(moment, sampleBrief('loomwell-sandbox'));
const [cohort] = cohorts;
if (!cohort) throw new Error('no cohort');
const reply = sampleReply(moment, cohort);

function entry(rank: number, state: QueueEntry['item']['state'] = 'pending', warns = false): QueueEntry {
  const findings = warns ? [sampleFinding({ severity: 'warn' })] : [];
  const candidate = sampleCandidate(moment, reply, { rank, findings });
  const item = sampleItem(moment, candidate, { id: `item_${rank}`, state });
  return {
    item,
    candidate,
    decision: null,
    override: null,
    line: null,
    undoUntil: null,
    origin: { usage: null, note: null },
  };
}

const decisionsOf = (entries: QueueEntry[], more: { externalId?: string } = {}) => {
  const { decisions, isClosing } = simulatedDecisions({ ...cohort, needed: 2, ...more }, entries);
  const said = decisions.map(({ item, decision }) => [
    item.id,
    decision.kind === 'approve' ? (decision.warningsPassed ?? 'approve') : decision.kind,
  ]);
  return [said, isClosing];
};

describe('decisions of the sandbox', () => {
  it.each([
    [
      'approve the best and reject one to spare',
      [3, 1, 2].map((rank) => entry(rank)),
      [
        ['item_3', 'reject'],
        ['item_1', 'approve'],
        ['item_2', 'approve'],
      ],
      false,
    ],
    [
      'put the rest away',
      [1, 2, 3, 4].map((rank) => entry(rank)),
      [
        ['item_4', 'reject'],
        ['item_1', 'approve'],
        ['item_2', 'approve'],
      ],
      true,
    ],
    [
      'pass a warning with a reason',
      [entry(1, 'pending', true), entry(2)],
      [
        ['item_1', 'on-purpose'],
        ['item_2', 'approve'],
      ],
      false,
    ],
    ['approve what there is', [entry(1)], [['item_1', 'approve']], false],
    [
      'go on where they were',
      [entry(1, 'approved'), entry(2), entry(3), entry(4, 'rejected')],
      [['item_2', 'approve']],
      true,
    ],
    [
      'only put away once there are enough',
      [entry(1, 'approved'), entry(2, 'approved'), entry(3), entry(4, 'rejected')],
      [],
      true,
    ],
  ])('%s', (_, entries, decisions, isClosing) => {
    expect(decisionsOf(entries)).toEqual([decisions, isClosing]);
  });

  it('reject every line of a cohort that asks for it', () => {
    const rejected = [
      ['item_1', 'reject'],
      ['item_2', 'reject'],
    ];
    expect(decisionsOf([entry(1), entry(2)], { externalId: 'vip-reject-all' })).toEqual([rejected, false]);
  });

  it('are taken in sandboxes alone, after a while, and a minute later for a slow cohort', async () => {
    const counts = { candidates: 1, blocked: 0, duplicates: 0, pending: 1, approvedOnce: 0, approved: 0, rejected: 0 };
    const slow = { ...cohort, id: 'coh_slow', externalId: 'vip-slow', state: 'in-review' as const };
    const waiting = [{ ...cohort, state: 'in-review' as const }, slow, { ...cohort, state: 'drafting' as const }];
    const data = waiting.map((each) => ({ cohort: each, campaign, brief, counts, warnings: 0, holders: [] }));
    const cohortsWaiting = vi.fn(async () => ({ data, nextCursor: null }));
    const entries = vi.fn(async () => ({ data: [entry(1)], nextCursor: null }));
    const decide = vi.fn();
    decide.mockResolvedValue(undefined);
    const parts = { store: { cohortsWaiting, entries }, decide, close: vi.fn(), moment };
    const sandboxes = async () => [{ id: 'loomwell-sandbox', sandboxOf: 'loomwell' }];
    const round = () => simulatingDecisions({ ...parts, brands: { sandboxes } })(AbortSignal.any([]));

    await round();
    expect(decide).not.toHaveBeenCalled();
    moment.advance(2_000);
    await round();
    expect(cohortsWaiting).toHaveBeenLastCalledWith(['loomwell-sandbox'], expect.anything());
    expect(decide.mock.calls.map(([caller, brandIds]) => [caller.actor, brandIds])).toEqual([
      [theSandbox, ['loomwell-sandbox']],
    ]);
    moment.advance(58_000);
    await round();
    expect(decide).toHaveBeenCalledTimes(3);
  });

  it('ask for nothing where a brand is flagged and its name says it is real, or the other way round', async () => {
    const never = vi.fn();
    const parts = { store: { cohortsWaiting: never, entries: never }, decide: never, close: never, moment };
    for (const flagged of [[], [{ id: 'loomwell', sandboxOf: 'other' }]])
      await simulatingDecisions({ ...parts, brands: { sandboxes: async () => flagged } })(AbortSignal.any([]));
    expect(never).not.toHaveBeenCalled();
  });
});
