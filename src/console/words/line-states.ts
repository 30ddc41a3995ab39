/** States of lines in words. */
import type { LineState } from '../../domain/approved-line.ts';
import type { ReviewState } from '../../domain/review-states.ts';

/** What an approved line is. */
export function lineStateWords(state: LineState): string {
  switch (state) {
    case 'live':
      return 'Approved and in force';
    case 'void':
      return 'Void';
    case 'recalled':
      return 'Recalled';
    case 'expired':
      return 'Expired';
    case 'undone':
      return 'Its approval was taken back';
    default:
      return state satisfies never;
  }
}

/** Where a line stands that is not approved. */
export function reviewStateWords(state: ReviewState): string {
  switch (state) {
    case 'pending':
      return 'Waits for a decision';
    case 'approved-once':
      return 'Approved once, waits for a second pair of eyes';
    case 'approved':
      return 'Approved';
    case 'rejected':
      return 'Rejected';
    case 'expired':
      return 'Expired before anyone decided it';
    case 'not-needed':
      return 'Not needed';
    default:
      return state satisfies never;
  }
}
