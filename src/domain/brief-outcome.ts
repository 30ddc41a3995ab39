/** What a write of a brief did, for whoever sent it. */
import type { BriefRevision } from './brief.ts';

/** A line by what a person knows of it; `cohort` is the cohort's external id. */
type NamedLine = { readonly id: string; readonly cohort: string; readonly text: string };
type EndedLine = NamedLine & { readonly reason: string };

/** What became of lines and cohorts; cohorts are named by their external ids. */
export type RevisionEffects = {
  /** Approved lines that are void now. */
  readonly voided: EndedLine[];
  /** Approved lines that were judged by the new facts and hold. */
  readonly kept: NamedLine[];
  /** Lines in review that the new facts block, by the id of their item; they left the queue. */
  readonly withdrawn: EndedLine[];
  /** Items that stay in review, their verdict made anew. */
  readonly rejudged: string[];
  readonly added: string[];
  readonly removed: string[];
  readonly redrafted: string[];
};

/** The outcome of a write; of a dry run, what it would be. */
export type BriefOutcome = {
  readonly outcome: 'created' | 'revised' | 'unchanged';
  /** The revision in force afterwards; `null` where a dry run found none. */
  readonly revision: BriefRevision | null;
  readonly requestId: string | null;
  readonly effects: RevisionEffects;
};

/** How a brief is written. */
export type WriteBrief = {
  /** Told the revision in force; throws where the caller saw another. 0: there is none yet. */
  readonly seen: (revision: number) => void;
  readonly isDryRun: boolean;
};
