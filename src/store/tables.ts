/**
 * The tables as Kysely sees them, in camelCase. `*Document` columns and `body` hold JSON as text on both databases:
 * `jsonb` would reorder keys and refuse U+0000. Columns of free text hold the form of escape-text.ts.
 */

import type { Generated } from 'kysely';
import type { SessionRow, UserRow } from './account-tables.ts';
import type { CandidateRow, FindingRow, ReplyRow } from './drafting-tables.ts';
import type { FallbackDeliveryRow, FallbackLineRow } from './fallback-tables.ts';
import type { AcknowledgementRow, OutcomeRow } from './outcome-tables.ts';
import type { OverrideRow } from './override-table.ts';
import type { WebhookDeliveryRow, WebhookEndpointRow } from './webhook-tables.ts';

/** Every table by name. */
export type Tables = {
  brands: { id: string; sandboxOf: string | null };
  policyReleases: PolicyReleaseRow;
  campaigns: { id: string; brandId: string; externalId: string; name: string; createdAt: string };
  briefs: BriefRow;
  requests: RequestRow;
  cohorts: CohortRow & KeptOfCohort;
  prompts: { brandId: string; textHash: string; text: string };
  replies: ReplyRow;
  candidates: CandidateRow;
  neighbourLists: { brandId: string; listHash: string; listDocument: string };
  findings: FindingRow;
  reviewItems: ReviewItemRow & KeptOfItem;
  /** How many items are in a state; `blocked` counts candidates, `changes` whatever happened. Kept by triggers. */
  reviewTallies: { brandId: string; name: string; tally: number };
  /** Figures of a brand by day in UTC. Kept by triggers; see migrations/0026-figure-days.ts. */
  figureDays: { brandId: string; day: string; name: string; subject: string; tally: number };
  decisions: DecisionRow;
  overrides: OverrideRow;
  lineComments: { id: string; brandId: string; itemId: string; comment: string; saidBy: string; saidAt: string };
  decisionComments: { decisionId: string; brandId: string; comment: string };
  approvedLines: ApprovedLineRow & { place: Generated<number> };
  deliveries: { lineId: string; clientId: string; brandId: string; deliveredAt: string };
  fallbackLines: FallbackLineRow;
  fallbackDeliveries: FallbackDeliveryRow;
  acknowledgements: AcknowledgementRow;
  outcomes: OutcomeRow;
  auditHeads: { chain: string; sequence: number; hash: string };
  auditEvents: AuditEventRow;
  auditPersonal: { eventId: string; chain: string; salt: string; value: string };
  users: UserRow;
  passwords: { userId: string; hash: string; setAt: string };
  passwordTries: { accountHash: string; tries: number; endsAt: string };
  clients: { id: string; name: string; createdAt: string; isSandbox: number };
  memberships: { memberId: string; brandId: string; role: string };
  apiKeys: ApiKeyRow;
  runs: RunRow;
  brandPauses: { brandId: string; reason: string; pausedBy: string; pausedAt: string };
  sessions: SessionRow;
  jobs: JobRow;
  idempotencyKeys: IdempotencyKeyRow;
  webhookEndpoints: WebhookEndpointRow;
  webhookDeliveries: WebhookDeliveryRow;
};

/** See domain/policy.ts. */
export type PolicyReleaseRow = {
  id: string;
  brandId: string;
  policyHash: string;
  policyDocument: string;
  /** The brand's profile that goes into force with the policy. */
  profileDocument: string;
  state: string;
  createdAt: string;
  publishedAt: string | null;
};

/** See domain/brief.ts. */
export type BriefRow = {
  id: string;
  rootId: string;
  /** Its name in its campaign; `null` where it has none. */
  externalId: string | null;
  brandId: string;
  campaignId: string;
  revision: number;
  briefDocument: string;
  createdAt: string;
};

/** See domain/variant-request.ts. */
export type RequestRow = {
  id: string;
  brandId: string;
  campaignId: string;
  briefId: string;
  createdAt: string;
  /** When its brief wants the lines; `null` where it does not say. */
  needBy: string | null;
};

/** See domain/variant-request.ts. */
export type CohortRow = {
  id: string;
  brandId: string;
  requestId: string;
  /** Its place in the brief, from 0. */
  position: number;
  externalId: string;
  state: string;
  reason: string | null;
  needed: number;
  run: number;
  /** By when its lines are needed; see request-rows.ts. */
  turn: string;
  /** 1 while it waits for the queue of people to drain. */
  isHeldBack: number;
  /** Lines its drafting is expected to bring. */
  expected: number;
  updatedAt: string;
  /** When its mail goes out; `null` where it is triggered. */
  sendAt: string | null;
  /** Its place in the review queue; see queue-order.ts. */
  urgency: string;
  smallness: number;
};

/** What triggers keep of a cohort: 0 once a line with a finding that warns came in, and how many lines wait. */
export type KeptOfCohort = { isCalm: Generated<number>; waiting: Generated<number> };

/** A run that somebody asked for with a note; see domain/run-note.ts. */
export type RunRow = {
  cohortId: string;
  run: number;
  brandId: string;
  note: string;
  count: number;
  askedIn: string;
  askedBy: string;
  askedAt: string;
  /** The rejection it goes with, where a line was sent back. */
  decisionId: string | null;
};

/** See domain/review-item.ts. */
export type ReviewItemRow = {
  id: string;
  brandId: string;
  requestId: string;
  cohortId: string;
  candidateId: string;
  state: string;
  version: number;
  claimedBy: string | null;
  claimedSince: string | null;
  claimedUntil: string | null;
  /** The first of two approvals; both are `null` where there is none. */
  firstApprovedBy: string | null;
  firstApprovedAt: string | null;
  /** The candidate it came with; `candidateId` is the text of the first approval where there is one. */
  draftedCandidateId: string | null;
  createdAt: string;
  updatedAt: string;
};

/** What triggers keep of an item: the verdict of its candidate, and its text to search in. */
export type KeptOfItem = { verdict: Generated<string>; searchKey: Generated<string> };

/** See domain/decision.ts. */
export type DecisionRow = {
  id: string;
  brandId: string;
  itemId: string;
  kind: string;
  candidateId: string | null;
  /** 1 for the first of two approvals. */
  isFirstOfTwo: number;
  reason: string | null;
  warningsPassed: string | null;
  decidedBy: string | null;
  decidedAt: string;
  /** A decision that was undone stays, and does not stand any more. */
  undoneAt: string | null;
  undoneBy: string | null;
};

/** See domain/approved-line.ts. */
export type ApprovedLineRow = {
  id: string;
  brandId: string;
  campaignId: string;
  requestId: string;
  cohortId: string;
  /** The cohort's name in the brief, by which its readers are found again in other campaigns. */
  cohortExternalId: string;
  candidateId: string;
  text: string;
  preheader: string | null;
  angle: string;
  dialect: string;
  writer: string;
  textHash: string;
  factsHash: string;
  policyHash: string;
  state: string;
  reason: string | null;
  approvedBy: string;
  approvedAt: string;
  validUntil: string;
  updatedAt: string;
  releasedAt: string;
  /** What a search in its text looks into; see search-key.ts. */
  searchKey: string;
};

/** `body` holds the bytes that were hashed; the other columns only find it. */
export type AuditEventRow = {
  chain: string;
  sequence: number;
  id: string;
  action: string;
  subject: string;
  at: string;
  body: string;
  hash: string;
};

/** See domain/api-key.ts. */
export type ApiKeyRow = {
  id: string;
  clientId: string;
  hash: string;
  hint: string;
  scopesDocument: string;
  brandsDocument: string | null;
  createdAt: string;
  expiresAt: string;
  revokedAt: string | null;
  lastUsedAt: string | null;
  replacedBy: string | null;
};

/** See ports/job-queue.ts. `jobKey` is the key, a word SQL keeps for itself. */
export type JobRow = {
  id: string;
  kind: string;
  brandId: string;
  jobKey: string;
  payloadDocument: string;
  runAt: string;
  state: string;
  attempts: number;
  leaseUntil: string | null;
  leaseToken: string | null;
  lastError: string | null;
  turn: string;
};

/** See ports/idempotency-store.ts. */
export type IdempotencyKeyRow = {
  callerId: string;
  keyHash: string;
  fingerprint: string;
  state: string;
  leaseToken: string;
  leaseUntil: string;
  /** What the act was about, and whose chain tells of it; `null` until it acted. */
  chain: string | null;
  subject: string | null;
  headersDocument: string | null;
  body: string | null;
  createdAt: string;
};
