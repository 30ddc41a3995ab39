/** The tables of what writers gave, as Kysely sees them; see tables.ts. */

/** A ModelReply; see domain/candidate.ts. */
export type ReplyRow = {
  id: string;
  brandId: string;
  requestId: string;
  cohortId: string;
  run: number;
  round: string;
  writer: string;
  model: string;
  promptHash: string;
  /** Names the row of `prompts`. */
  textHash: string;
  raw: string;
  finish: string;
  inputTokens: number | null;
  cachedInputTokens: number | null;
  outputTokens: number | null;
  costMicros: number | null;
  /** That of the price, to add up by. */
  currency: string | null;
  priceDocument: string | null;
  /** What counts towards caps; see domain/usage.ts. */
  spentTokens: number;
  spentMicros: number | null;
  durationMs: number;
  receivedAt: string;
  /** 1 once its candidates are saved. */
  isKept: number;
};

/** See domain/candidate.ts. */
export type CandidateRow = {
  id: string;
  brandId: string;
  requestId: string;
  cohortId: string;
  text: string;
  preheader: string | null;
  angle: string;
  rank: number;
  writer: string;
  /** `null` where a person wrote it. */
  replyId: string | null;
  provenanceDocument: string;
  duplicateOf: string | null;
  verdict: string;
  verdictDocument: string;
  createdAt: string;
  /** Names the row of `neighbourLists`; `null` where the list stands in the verdict. */
  listHash: string | null;
  /** See search-key.ts. */
  searchKey: string;
};

/** An index over the findings in `candidates.verdictDocument`, which stay the truth. */
export type FindingRow = {
  candidateId: string;
  position: number;
  brandId: string;
  rule: string;
  ruleVersion: number;
  severity: string;
  kind: string;
};
