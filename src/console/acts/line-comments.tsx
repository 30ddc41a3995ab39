/** What people said of a line, with who and when. */
import type { LineCommentView } from '../../http/contracts/line-acts-routes.ts';
import { timeHere } from '../words/dates.ts';
import styles from './acts.module.css';

/** Nothing where nobody said anything. */
export function LineComments({ comments }: { readonly comments: readonly LineCommentView[] }) {
  if (comments.length === 0) return null;
  return (
    <ul className={styles.comments} aria-label="Comments">
      {comments.map(({ id, comment, saidByName, saidAt }) => (
        <li key={id}>
          <p className={styles.who}>
            <strong>{saidByName}</strong> <time dateTime={saidAt}>{timeHere(saidAt)}</time>
          </p>
          <p dir="auto" className={styles.said}>
            {comment}
          </p>
        </li>
      ))}
    </ul>
  );
}
