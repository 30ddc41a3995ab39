import { describe, expect, it } from 'vitest';
import { type ApprovedLine, withheld } from '../../src/domain/approved-line.ts';

const line: ApprovedLine = {
  id: 'line_1',
  brandId: 'demo',
  campaignId: 'camp_1',
  requestId: 'req_1',
  cohortId: 'coh_1',
  candidateId: 'cand_1',
  text: 'A coat for the bus stop',
  preheader: null,
  angle: 'benefit',
  dialect: 'klaviyo',
  writer: 'model',
  textHash: 'text',
  factsHash: 'facts',
  policyHash: 'policy',
  state: 'live',
  reason: null,
  approvedBy: 'user_1',
  approvedAt: '2026-11-23T08:00:00.000Z',
  releasedAt: '2026-11-23T08:02:00.000Z',
  validUntil: '2026-11-30T08:00:00.000Z',
  updatedAt: '2026-11-23T08:00:00.000Z',
};
const inForce = { factsHash: 'facts', policyHash: 'policy', now: '2026-11-24T08:00:00.000Z' };

describe('withheld', () => {
  it('lets a live line out under the facts and the policy it is bound to', () => {
    expect(withheld(line, inForce)).toBeNull();
  });

  it.each([
    ['facts that changed', line, { ...inForce, factsHash: 'other' }, /facts/],
    ['a policy it was not checked by', line, { ...inForce, policyHash: 'other' }, /policy/],
    ['its last instant', line, { ...inForce, now: line.validUntil }, /valid until 2026-11-30/],
    ['a recall', { ...line, state: 'recalled' as const, reason: 'the link was wrong' }, inForce, /link was wrong/],
    ['its release grace', line, { ...inForce, now: '2026-11-23T08:01:59.999Z' }, /release grace until .*08:02:00/],
    ['being void', { ...line, state: 'void' as const }, inForce, /void/],
  ])('holds a line back for %s', (_, held, now, reason) => {
    expect(withheld(held, now)).toMatch(reason);
  });
});
