/** The table of overrides. */

/** See domain/override.ts. */
export type OverrideRow = {
  id: string;
  brandId: string;
  requestId: string;
  cohortId: string;
  candidateId: string;
  state: string;
  rulesDocument: string;
  findingsDocument: string;
  factsHash: string;
  policyHash: string;
  reason: string;
  askedBy: string;
  askedAt: string;
  answer: string | null;
  answeredBy: string | null;
  answeredAt: string | null;
};
