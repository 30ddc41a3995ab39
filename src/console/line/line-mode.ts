/** What is being done with the line in hand. */
import type { Decision } from '../../domain/decision.ts';
import type { Verdict } from '../../domain/finding.ts';
import type { ApiError } from '../api/api-error.ts';

/** An approval that still lacks the reason why its warnings pass. */
type Approval = Exclude<Decision, { kind: 'reject' }>;

/** Reading it, editing it, saying something of it, or choosing why it is rejected or its warnings pass. */
export type LineMode =
  | { readonly kind: 'reading' }
  /** `refused` is the verdict of a text that was not let pass. */
  | { readonly kind: 'editing'; readonly refused: { readonly text: string; readonly verdict: Verdict } | null }
  | { readonly kind: 'rejecting' }
  | { readonly kind: 'commenting' }
  | { readonly kind: 'sending-back' }
  | { readonly kind: 'passing'; readonly approval: Approval; readonly verdict: Verdict };

/** What went wrong with the last decision, and what leads on where something does. */
export type Trouble = {
  readonly error: ApiError;
  readonly wayOn: { readonly label: string; readonly act: () => void } | null;
  /** A notice says it already, so that it is not spoken twice. */
  readonly isSaidElsewhere: boolean;
};

/** Nothing but reading. */
export const reading: LineMode = { kind: 'reading' };
