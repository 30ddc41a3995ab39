/** Says that somebody else is looking at a line. */
import type { QueueEntryView } from '../../http/contracts/review-routes.ts';
import { Icon } from '../shell/icon.tsx';
import { timeHere } from '../words/dates.ts';
import styles from './line-card.module.css';

/** Who holds a line, and until when at the latest. */
export type Holder = { readonly name: string; readonly until: string };

/** Somebody other than `me` who holds the line, or `null`. Whether a claim is over is for the server's clock to say. */
export function holderOf({ item, claimedBy }: QueueEntryView, me: string | null): Holder | null {
  if (!item.claim || item.claim.userId === me || claimedBy === null) return null;
  return { name: claimedBy, until: item.claim.until };
}

/** One sentence in the place of the buttons. */
export function HeldNotice({ name, until }: Holder) {
  return (
    <p className={styles.held}>
      <Icon name="hand" />
      {name} is looking at this line, until {timeHere(until)} at the latest. You can read along meanwhile.
    </p>
  );
}
