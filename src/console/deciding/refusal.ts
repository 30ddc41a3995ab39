/** Why a decision was not saved, in a few words. */
import type { QueueEntryView } from '../../http/contracts/review-routes.ts';
import type { ApiError } from '../api/api-error.ts';

/** What heads the notice; the error's own sentence says the rest. */
export function headOf({ code, current }: ApiError, entry: QueueEntryView): string {
  switch (code) {
    case 'unreachable':
      return 'Not saved: no connection.';
    case 'already-decided':
      return 'Not saved: somebody was faster.';
    case 'claimed-by-another':
      return `Not saved: ${current?.claimedBy ?? entry.claimedBy ?? 'somebody else'} holds this line.`;
    case 'version-changed':
      return 'Not saved: the line changed since you read it.';
    case 'blocked-by-policy':
      return 'Not approved: the policy blocks this line now.';
    case 'warning-needs-reason':
      return 'Not approved: the line carries a warning now.';
    case 'not-signed-in':
      return 'Not saved: you are not signed in any more.';
    default:
      return 'Not saved.';
  }
}
