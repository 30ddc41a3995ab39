/** What asking for overrides and answering them needs of the Store. */
import type { NewAuditEvent } from '../domain/audit-event.ts';
import type { Campaign } from '../domain/campaign.ts';
import type { Candidate } from '../domain/candidate.ts';
import type { Override } from '../domain/override.ts';
import type { ReviewItem } from '../domain/review-item.ts';
import type { RequestCohort } from '../domain/variant-request.ts';
import type { Page, PageRequest } from './page.ts';
import type { CohortCase } from './review-store.ts';

/** A blocked candidate, or a text that somebody wants in the place of a line in review. */
export type BlockedText =
  | { readonly candidateId: string }
  | { readonly itemId: string; readonly text: string; readonly preheader: string | null };

/** An override with the text it is for. */
export type OverrideCase = {
  readonly override: Override;
  readonly candidate: Candidate;
  readonly cohort: RequestCohort;
  readonly campaign: Campaign;
};

/** What asking rests on. */
export type AskedCase = CohortCase & {
  /** The candidate with exactly this text, where there is one. */
  readonly candidate: Candidate | null;
  /** Which candidate the text was written in the place of. */
  readonly editedFrom: string | null;
  readonly isInReview: boolean;
  /** One that was asked for or granted already. */
  readonly standing: Override | null;
};

/** What asking writes; `candidate` where the text is new. */
export type Asked = {
  readonly override: Override;
  readonly candidate: Candidate | null;
  readonly events: readonly NewAuditEvent[];
};

/** What answering rests on. */
export type AnswerCase = CohortCase & { readonly override: Override; readonly candidate: Candidate };

/** What answering writes; `item` where the line goes to review. */
export type Answered = {
  readonly override: Override;
  readonly item: ReviewItem | null;
  readonly cohort: RequestCohort;
  readonly events: readonly NewAuditEvent[];
};

export type OverrideStore = {
  /** Newest first. */
  readonly list: (
    filter: { readonly brandIds: readonly string[]; readonly state?: Override['state'] | undefined },
    page: PageRequest,
  ) => Promise<Page<OverrideCase>>;
  readonly read: (brandIds: readonly string[], overrideId: string) => Promise<OverrideCase | null>;
  /** One transaction; `judge` is pure and may throw. `null` where there is no such candidate or item. */
  readonly ask: (
    brandIds: readonly string[],
    text: BlockedText,
    seenSince: string,
    judge: (found: AskedCase) => Asked,
  ) => Promise<Asked | null>;
  /** One transaction; `judge` is pure and may throw. `null` where there is no such override. */
  readonly answer: (
    brandIds: readonly string[],
    overrideId: string,
    seenSince: string,
    judge: (found: AnswerCase) => Answered,
  ) => Promise<Answered | null>;
};
