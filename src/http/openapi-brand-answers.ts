/** Answers about brands and their policies, for the API document. */
import { line, request, voice } from './openapi-nouns.ts';

const speech = {
  character: 'A shopkeeper of few words who knows every coat by name.',
  person: 'you',
  sentenceCase: true,
  do: ['Name the thing.'],
  dont: ['Shout.'],
  pairs: [{ instead: 'HUGE SALE', write: 'Coats, 40% less' }],
  avoid: ['must-have'],
};
const ofList = {
  id: line.brandId,
  name: 'Tilden Row',
  sandbox: false,
  policyHash: line.policyHash,
  policySince: request.createdAt,
  mistakes: [],
  filesDiffer: false,
  pause: null,
};
const file = 'data/brands/tilden-row/policy.yaml';

/** By operation id. */
export const brandAnswers: Readonly<Record<string, object>> = {
  listBrands: { data: [{ ...ofList, voice: speech, dialect: line.dialect }], nextCursor: null },
  readBrand: {
    ...ofList,
    profile: {
      name: 'Tilden Row',
      senderName: 'Tilden Row',
      locale: 'en-US',
      market: 'US',
      dialect: line.dialect,
      attributes: {
        first_name: {
          type: 'text',
          coverage: 0.7,
          samples: ['Loren'],
          longest: 'Maximiliana-Josephine',
          spelledAs: [],
        },
      },
      voice: speech,
      exemplars: [{ text: 'Pockets deep enough for a paperback', angle: 'benefit', fits: ['coats'] }],
    },
    exemplarVoices: [voice],
    drafting: { fallback: 'none' },
    review: { horizonDays: 2, hoursPerDay: 6, releaseGraceSeconds: 120 },
    dialect: { id: line.dialect, name: 'Klaviyo' },
    pausedByName: null,
  },
  readBrandPolicy: {
    policyHash: line.policyHash,
    policySince: request.createdAt,
    dialect: line.dialect,
    locale: 'en-US',
    market: 'US',
    files: ['data/retail-us.policy.yaml', file],
    examples: { pass: ['A coat for the bus stop, not the runway'], block: ['The must-have coat'] },
    countedSince: '2026-12-26T14:02:11.000Z',
    lines: 640,
    rules: [
      {
        id: 'length',
        summary: 'A subject line is short enough to be read whole.',
        looksAt: 'subject',
        version: 1,
        on: true,
        from: { file, line: 14, column: 3 },
        severity: 'block',
        onMissingFacts: null,
        settings: [
          { setting: 'warnAt', value: '50', from: { file, line: 14, column: 21 }, entries: null },
          { setting: 'max', value: '70', from: 'default', entries: null },
        ],
        counts: { lines: 58, blocked: 6, overridden: 1, warned: 52, passed: 31, edited: 4, rejected: 9 },
      },
    ],
  },
};
