/** What the approval of a line hangs on beyond its text: a second pair of eyes, or a block that was lifted. */
import type { QueueEntryView } from '../../http/contracts/review-routes.ts';
import { Icon } from '../shell/icon.tsx';
import { timeHere } from '../words/dates.ts';
import styles from './eyes-notice.module.css';

/** Nothing for an ordinary line. */
export function EyesNotice({ entry }: { readonly entry: QueueEntryView }) {
  const { item, override, firstApprovedBy } = entry;
  const isApprovedOnce = item.state === 'approved-once' && item.firstApproval !== null;
  if (!isApprovedOnce && override === null) return null;
  return (
    <ul className={styles.notes} aria-label="Before you approve">
      {isApprovedOnce && item.firstApproval && (
        <li>
          <Icon name="hand" />
          <span>
            <strong>Waits for a second pair of eyes.</strong> {firstApprovedBy} approved it first, at{' '}
            {timeHere(item.firstApproval.at)}.
          </span>
        </li>
      )}
      {override && (
        <li>
          <Icon name="block" />
          <span>
            <strong>
              Override by {override.grantedBy}: <bdi dir="auto">{override.answer}</bdi>
            </strong>{' '}
            It lifts {override.rules.join(', ')}. {override.askedBy} asked for it: “
            <bdi dir="auto">{override.reason}</bdi>”
          </span>
        </li>
      )}
    </ul>
  );
}
