/** Answers about typed texts and rules, for the API document. */
import { blocking, line, request, voice } from './openapi-nouns.ts';

const rule = {
  id: 'banned-near',
  version: 1,
  summary: 'No word of cheapness in a line that addresses the reader by name.',
  isOnByDefault: true,
  severity: 'block',
  onMissingFacts: null,
  looksAt: 'subject',
};

const textCheck = {
  verdict: 'block',
  findings: [blocking],
  graphemes: 54,
  policyHash: line.policyHash,
  policySince: request.createdAt,
  voice,
  sender: 'Tilden Row',
  renderings: [
    {
      name: 'first_name = Maximiliana-Josephine',
      kind: 'longest',
      subject: { text: 'Maximiliana-Josephine, cheap coats are here', inserted: [{ start: 0, end: 21 }] },
      preheader: null,
    },
    {
      name: 'first_name empty',
      kind: 'fallback',
      subject: { text: 'there, cheap coats are here', inserted: [{ start: 0, end: 5 }] },
      preheader: null,
    },
    {
      name: 'typical',
      kind: 'typical',
      subject: { text: 'Loren, cheap coats are here', inserted: [{ start: 0, end: 5 }] },
      preheader: null,
    },
  ],
};

/** By operation id. */
export const textAnswers: Readonly<Record<string, object>> = {
  checkReviewItemText: textCheck,
  tryBrandText: textCheck,
  listRules: { data: [rule], nextCursor: null },
  readRule: {
    ...rule,
    options: [{ name: 'distance', takes: '`"subject"` or integer, 1 to 50', default: '"subject"' }],
    good: [{ line: 'Loren, the coats are in' }],
    bad: [{ line: "[|{{ first_name|default:'there' }}|], [|cheap|] coats are here", dialect: 'klaviyo' }],
    why: 'Nobody likes to be called by name and told that something is cheap in one breath.',
    traps: null,
    sources: null,
  },
};
