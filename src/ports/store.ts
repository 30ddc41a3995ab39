/** The Store as a whole: what the use cases ask, in narrow pieces, and its life. */
import type { AccessStore } from './access-store.ts';
import type { AccountStore } from './account-store.ts';
import type { ApprovedTexts } from './approved-texts.ts';
import type { BrandStore } from './brand-store.ts';
import type { BriefStore } from './brief-store.ts';
import type { DeliveryStore } from './delivery-store.ts';
import type { EvidenceStore } from './evidence-store.ts';
import type { FallbackStore } from './fallback-store.ts';
import type { GenerationStore } from './generation-store.ts';
import type { IdempotencyStore } from './idempotency-store.ts';
import type { JobRows } from './job-queue.ts';
import type { LibraryStore } from './library-store.ts';
import type { Neighbours } from './line-case.ts';
import type { LineStore } from './line-store.ts';
import type { OutcomeStore } from './outcome-store.ts';
import type { PaceStore } from './pace-store.ts';
import type { PauseStore } from './pause-store.ts';
import type { QueueStore } from './queue-store.ts';
import type { ReviewStore } from './review-store.ts';
import type { RuleCountStore } from './rule-counts.ts';
import type { WebhookStore } from './webhook-store.ts';

export type Store = {
  readonly access: AccessStore;
  readonly accounts: AccountStore;
  readonly approvedTexts: ApprovedTexts;
  readonly brands: BrandStore;
  readonly briefs: BriefStore;
  readonly delivery: DeliveryStore;
  readonly evidence: EvidenceStore;
  readonly fallbacks: FallbackStore;
  readonly generation: GenerationStore;
  readonly idempotency: IdempotencyStore;
  readonly jobs: JobRows;
  readonly library: LibraryStore;
  readonly lines: LineStore;
  readonly neighbours: Neighbours;
  readonly pace: PaceStore;
  readonly pauses: PauseStore;
  readonly outcomes: OutcomeStore;
  readonly queue: QueueStore;
  readonly review: ReviewStore;
  readonly ruleCounts: RuleCountStore;
  readonly webhooks: WebhookStore;
  /** Throws where the database does not answer. */
  readonly ping: () => Promise<void>;
  readonly close: () => Promise<void>;
};
