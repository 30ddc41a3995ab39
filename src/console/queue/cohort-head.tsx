/** What cohort this is and how far it is. */
import type { QueueCohortView } from '../../http/contracts/review-routes.ts';
import { cohortName } from '../brief/cohort-name.ts';
import { count } from '../words/counts.ts';
import styles from './cohort-head.module.css';

const messageTypes = { promotional: 'Promotional', transactional: 'Transactional', apology: 'Apology' } as const;

/** The head of the open cohort. */
export function CohortHead({ view, mayDecide }: { readonly view: QueueCohortView; readonly mayDecide: boolean }) {
  const { cohort, counts, campaign } = view;
  const left = Math.max(cohort.needed - counts.approved, 0);
  return (
    <header className={styles.head}>
      <p className={styles.above}>
        {campaign.name} · {messageTypes[view.brief.brief.messageType]}
      </p>
      <h1 className={styles.name}>{cohortName(view)}</h1>
      <p className={styles.progress}>
        <strong>
          needs {cohort.needed}, has {counts.approved}
        </strong>
        <span>{counts.pending === 0 ? 'nothing waits' : `${count(counts.pending, 'line')} to decide`}</span>
        {left > 0 && counts.pending > 0 && <span>{count(left, 'more line')} needed</span>}
        {counts.blocked > 0 && <span>{count(counts.blocked, 'draft')} held back by the policy</span>}
      </p>
      {!mayDecide && <p className={styles.above}>You can read along. Deciding is for this brand's copywriters.</p>}
    </header>
  );
}
