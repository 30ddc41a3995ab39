import { describe, expect, it } from 'vitest';
import { needsTwo, whyAnother } from '../../src/domain/four-eyes.ts';

const urgent = { size: 10, findings: [{ rule: 'urgency-needs-dates' }] };
const plain = { size: 10, findings: [{ rule: 'length' }] };

describe('needsTwo', () => {
  it.each([
    ['nothing where the brand asks for nothing', undefined, { ...urgent, size: 1_000_000 }, []],
    ['two for a cohort of that size', { cohortSize: 50_000, rules: [] }, { ...plain, size: 50_000 }, 1],
    ['one for a smaller cohort', { cohortSize: 50_000, rules: [] }, { ...plain, size: 49_999 }, []],
    ['two where nobody gave the size', { cohortSize: 50_000, rules: [] }, { ...plain, size: undefined }, 1],
    ['two for a finding of a rule that is named', { rules: ['urgency-needs-dates', 'emoji'] }, urgent, 1],
    ['one for findings of other rules', { rules: ['urgency-needs-dates'] }, { ...plain, size: undefined }, []],
    ['each reason', { cohortSize: 1, rules: ['urgency-needs-dates'] }, urgent, 2],
  ] as const)('asks for %s', (_, fourEyes, line, reasons) => {
    const given = fourEyes && { ...fourEyes, rules: [...fourEyes.rules] };
    const found = needsTwo(given, line);
    expect(typeof reasons === 'number' ? found.length : found).toEqual(reasons);
  });
});

describe('whyAnother', () => {
  const at = '2026-11-23T08:00:00.000Z';
  const once = { state: 'approved-once', firstApproval: { userId: 'ada', at, candidateId: 'cand_1' } } as const;
  const byModel = {
    writer: 'model',
    model: 'm',
    promptHash: 'h',
    replyId: 'reply_1',
    run: 1,
    round: 'draft',
  } as const;
  const byBen = { writer: 'person', userId: 'ben', editedFrom: null } as const;

  const line = (provenance: typeof byModel | typeof byBen) => ({
    item: once,
    candidate: { provenance },
    override: null,
  });

  it('keeps a line from whoever lifted its block, first approval or second', () => {
    const override = { state: 'granted', answeredBy: 'dora' } as const;
    for (const state of ['pending', 'approved-once'] as const)
      expect(whyAnother({ ...line(byModel), item: { ...once, state }, override }, 'dora')).toContain('You lifted');
    expect(whyAnother({ ...line(byModel), override }, 'cleo')).toBeNull();
  });

  it('keeps the second approval from whoever gave the first and from whoever wrote the text', () => {
    expect(whyAnother(line(byModel), 'ada')).toContain('first approval');
    expect(whyAnother(line(byBen), 'ben')).toContain('You wrote');
    expect(whyAnother(line(byModel), 'ben')).toBeNull();
    expect(whyAnother(line(byBen), 'cleo')).toBeNull();
  });

  it('says nothing of lines that wait for a first approval or for nobody', () => {
    for (const state of ['pending', 'approved', 'rejected'] as const)
      expect(whyAnother({ ...line(byBen), item: { ...once, state } }, 'ben')).toBeNull();
  });
});
