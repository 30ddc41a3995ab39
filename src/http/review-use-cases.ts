/** What HTTP asks of the review queue; a part of UseCases. */
import type { Caller } from '../domain/access.ts';
import type { BulkDecision, BulkOutcome } from '../domain/bulk-decision.ts';
import type { Decision } from '../domain/decision.ts';
import type { SeenLine } from '../domain/finding.ts';
import type { CheckedText } from '../domain/inbox.ts';
import type { QueueTab } from '../domain/queue-tab.ts';
import type { ReviewItem } from '../domain/review-item.ts';
import type { RequestCohort } from '../domain/variant-request.ts';
import type { Page, PageRequest } from '../ports/page.ts';
import type { QueueLine, QueueLineFilter } from '../ports/queue-store.ts';
import type { QueueCohort, QueueEntry, QueueFilter, Ruling, Undone, WrittenLine } from '../ports/review-store.ts';

export type ReviewUseCases = {
  readonly cohorts: (brandIds: readonly string[], page: PageRequest) => Promise<Page<QueueCohort>>;
  readonly cohort: (brandIds: readonly string[], cohortId: string) => Promise<QueueCohort>;
  readonly items: (filter: QueueFilter, page: PageRequest) => Promise<Page<QueueEntry>>;
  readonly item: (brandIds: readonly string[], itemId: string) => Promise<QueueEntry>;
  readonly lines: (
    caller: Caller,
    brandIds: readonly string[],
    asked: Omit<QueueLineFilter, 'brandIds' | 'userId' | 'until'> & { readonly olderThanHours?: number | undefined },
    page: PageRequest,
  ) => Promise<Page<QueueLine>>;
  readonly counts: (
    caller: Caller,
    brandIds: readonly string[],
  ) => Promise<{ readonly counts: Readonly<Record<QueueTab, number>>; readonly mark: string }>;
  /** Throws `not-found`. */
  readonly seenLines: (brandIds: readonly string[], cohortId: string) => Promise<readonly SeenLine[]>;
  readonly claim: (
    caller: Caller,
    brandIds: readonly string[],
    cohortId: string,
    isTakingOver: boolean,
  ) => Promise<readonly ReviewItem[]>;
  readonly release: (caller: Caller, brandIds: readonly string[], cohortId: string) => Promise<void>;
  readonly decide: (
    caller: Caller,
    brandIds: readonly string[],
    itemId: string,
    version: number,
    decision: Decision,
  ) => Promise<Ruling>;
  /** What became of each line, in their order. */
  readonly decideMany: (
    caller: Caller,
    brandIds: readonly string[],
    items: readonly { readonly id: string; readonly version: number }[],
    decision: BulkDecision,
  ) => Promise<readonly { readonly id: string; readonly outcome: BulkOutcome; readonly detail: string | null }[]>;
  /** Throws `not-found`, `version-changed`, `not-allowed`, `already-delivered` and `already-decided`. */
  readonly undo: (caller: Caller, brandIds: readonly string[], itemId: string, version: number) => Promise<Undone>;
  /** Throws `cohort-busy` once the cohort is cancelled. */
  readonly write: (
    caller: Caller,
    brandIds: readonly string[],
    cohortId: string,
    line: { readonly text: string; readonly preheader: string | null },
  ) => Promise<WrittenLine>;
  /** What saving a text for this line would find. Throws `not-found`; stores nothing. */
  readonly checkText: (
    brandIds: readonly string[],
    itemId: string,
    line: { readonly text: string; readonly preheader: string | null },
  ) => Promise<CheckedText>;
  readonly close: (
    caller: Caller,
    brandIds: readonly string[],
    cohortId: string,
  ) => Promise<{ readonly cohort: RequestCohort; readonly closed: number }>;
};
