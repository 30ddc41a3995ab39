import { describe, expect, it } from 'vitest';
import { decided, type ReviewItem } from '../../src/domain/review-item.ts';

const now = '2026-11-23T08:00:00.000Z';
const me = { userId: 'user_me', version: 3, now };
const pending: ReviewItem = {
  id: 'item_1',
  brandId: 'demo',
  requestId: 'req_1',
  cohortId: 'coh_1',
  candidateId: 'cand_1',
  state: 'pending',
  version: 3,
  claim: null,
  firstApproval: null,
  createdAt: now,
  updatedAt: now,
};

describe('decided', () => {
  it.each([
    ['approve', 'approved'],
    ['approve-edited', 'approved'],
    ['reject', 'rejected'],
    ['close', 'not-needed'],
    ['expire', 'expired'],
  ] as const)('turns a pending line by %s into %s', (act, state) => {
    expect(decided(pending, act, me)).toBe(state);
  });

  it.each([
    ['approve', 'approved'],
    ['approve-edited', 'approved-once'],
    ['approve-once', 'approved-once'],
    ['reject', 'rejected'],
    ['close', 'not-needed'],
    ['expire', 'expired'],
  ] as const)('turns a line that is approved once by %s into %s', (act, state) => {
    expect(decided({ ...pending, state: 'approved-once' }, act, me)).toBe(state);
  });

  it.each(['approved', 'rejected', 'expired', 'not-needed'] as const)(
    'lets nothing change a line that is %s',
    (state) => {
      for (const act of ['approve', 'approve-edited', 'reject', 'close', 'expire'] as const)
        expect(() => decided({ ...pending, state }, act, me)).toThrow(
          expect.objectContaining({ code: 'already-decided' }),
        );
    },
  );

  it('refuses a decision on a version that is gone', () => {
    expect(() => decided({ ...pending, version: 4 }, 'approve', me)).toThrow(
      expect.objectContaining({ code: 'version-changed' }),
    );
  });

  it("respects another's claim while it holds, and not after", () => {
    const held = {
      ...pending,
      claim: { userId: 'user_other', since: '2026-11-23T07:55:00.000Z', until: '2026-11-23T08:05:00.000Z' },
    };
    expect(() => decided(held, 'approve', me)).toThrow(expect.objectContaining({ code: 'claimed-by-another' }));
    expect(decided(held, 'approve', { ...me, now: '2026-11-23T08:05:00.001Z' })).toBe('approved');
    expect(decided({ ...held, claim: { ...held.claim, userId: 'user_me' } }, 'reject', me)).toBe('rejected');
  });
});
