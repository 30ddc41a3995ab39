/** The answer of the operation on figures. */
import { line, request } from './openapi-nouns.ts';

export const figuresAnswers: Readonly<Record<string, object>> = {
  readFigures: {
    from: '2027-01-25T00:00:00.000Z',
    to: request.createdAt,
    days: [{ day: '2027-01-25', approved: 31, approvedEdited: 6, rejected: 9, notNeeded: 4 }],
    rejections: [
      { reason: 'off-brand-voice', count: 6 },
      { reason: 'not-needed', count: 4 },
      { reason: 'too-similar', count: 3 },
    ],
    lines: 96,
    rules: [{ rule: 'length', blocked: 5, warned: 8 }],
    writers: [{ writer: 'model', model: 'gpt-5-mini', drafted: 96, blocked: 7, approved: 37, rejected: 13 }],
    usage: {
      calls: 12,
      inputTokens: 26400,
      cachedInputTokens: 18200,
      outputTokens: 3100,
      costMicros: 9200,
      currency: 'USD',
    },
    minutesPerApproved: 0.42,
    recalled: 0,
    overrides: { asked: 2, granted: 1, refused: 0, rules: [{ rule: 'length', asked: 2, granted: 1, refused: 0 }] },
    fourEyes: { asked: 3, granted: 2, refused: 1 },
    waiting: { oldestAt: request.createdAt, decidedByYou: 18 },
    chains: [{ brandId: line.brandId, events: 412, lastAt: request.createdAt }],
  },
};
