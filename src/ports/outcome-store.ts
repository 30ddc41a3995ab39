/** What the Store keeps of what campaign tools say they did, and of what came of it. */
import type { Acknowledgement } from '../domain/acknowledgement.ts';
import type { NewAuditEvent } from '../domain/audit-event.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { LineCase } from './line-case.ts';
import type { Page, PageRequest } from './page.ts';

/** Of which line or send; all of the brands where nothing narrows them. */
export type HeardFilter = {
  readonly brandIds: readonly string[];
  readonly lineId?: string | undefined;
  readonly send?: string | undefined;
};

/** An outcome before it is known which revision it is. */
export type NewOutcome = Omit<Outcome, 'revision' | 'replacedAt'>;

export type OutcomeStore = {
  /**
   * Keep acknowledgements in one transaction. `judge` is pure and gets the lines as they are in it, those of other
   * brands left out; it may throw. The same word said again is not kept twice. Gives back what is kept, in its order.
   */
  readonly acknowledge: (act: {
    readonly brandIds: readonly string[];
    readonly lineIds: readonly string[];
    readonly judge: (lines: readonly LineCase[]) => readonly Acknowledgement[];
    /** Asked only for what is new. */
    readonly eventFor: (acknowledgement: Acknowledgement) => NewAuditEvent;
  }) => Promise<readonly Acknowledgement[]>;
  /**
   * Keep outcomes in one transaction: what differs from the one in force for its line, send and day becomes the next
   * revision, what is equal changes nothing. Gives back those in force, in the order of `judge`.
   */
  readonly report: (act: {
    readonly brandIds: readonly string[];
    readonly lineIds: readonly string[];
    readonly judge: (lines: readonly LineCase[]) => readonly NewOutcome[];
    /** Asked once for each brand, with what is new there. */
    readonly eventFor: (brandId: string, kept: readonly Outcome[]) => NewAuditEvent;
  }) => Promise<readonly Outcome[]>;
  /** Newest first. */
  readonly acknowledgements: (filter: HeardFilter, page: PageRequest) => Promise<Page<Acknowledgement>>;
  /** Newest first; with every revision, or only those in force. */
  readonly outcomes: (
    filter: HeardFilter & { readonly isWithHistory: boolean },
    page: PageRequest,
  ) => Promise<Page<Outcome>>;
};
