/** What a rule about days gone by knows and says. */
import type { Span } from '../../../domain/finding.ts';
import type { Region } from '../../text/claims/holidays.ts';
import type { Day } from '../../text/claims/zoned.ts';

/** Something in the line that was over when the mail goes out. */
export type Bygone = {
  readonly span: Span;
  /** What it was, to end a sentence: "it was on Saturday, October 31, 2026". */
  readonly when: string;
  readonly isLight?: boolean;
  readonly rendering?: string | undefined;
};

/** What days are compared with. */
export type SendDay = {
  readonly day: Day;
  readonly region: Region;
  /** True where the brief's offer still runs when the mail goes out. */
  readonly hasRunningOffer: boolean;
  /** For how many days after a holiday a sale may still go by its name. */
  readonly graceDays: number;
};
