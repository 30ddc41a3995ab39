/** What stands in the way of a request: a pause, too much ahead of people, dates that cannot be kept. */
import type { RequestView } from '../../../http/contracts/campaign-routes.ts';
import { Icon } from '../../shell/icon.tsx';
import { count } from '../../words/counts.ts';
import { dateHere } from '../../words/dates.ts';
import styles from './request-page.module.css';

/** `failure` is why the last act was not done. */
export function RequestNotices(props: { readonly request: RequestView; readonly failure: string | null }) {
  const { pause, review } = props.request;
  return (
    <>
      {props.failure && (
        <p role="alert" className={styles.notice} data-bad>
          <Icon name="block" /> <span>Not done. {props.failure}</span>
        </p>
      )}
      {pause && (
        <p className={styles.notice}>
          <Icon name="warn" />
          <span>
            Drafting for this brand is paused since {dateHere(pause.pausedAt)}: <bdi>{pause.reason}</bdi>
          </span>
        </p>
      )}
      {review.notice && (
        <p className={styles.notice}>
          <Icon name="warn" /> <span>{review.notice}</span>
        </p>
      )}
      {review.heldBack > 0 && (
        <p className={styles.notice} data-calm>
          <Icon name="hand" />
          <span>
            {count(review.heldBack, 'cohort')} {review.heldBack === 1 ? 'is' : 'are'} held back until the people who
            decide have room. {review.heldBack === 1 ? 'It is' : 'They are'} let in by when lines are needed.
          </span>
        </p>
      )}
    </>
  );
}
