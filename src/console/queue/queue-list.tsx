/** What waits, by campaign and cohort. */
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { QueueCohortView } from '../../http/contracts/review-routes.ts';
import { cohortName } from '../brief/cohort-name.ts';
import { cohortPath } from '../navigation/addresses.ts';
import { Icon } from '../shell/icon.tsx';
import { count } from '../words/counts.ts';
import styles from './queue-list.module.css';

/** The cohorts with lines to decide, oldest first within their campaigns. */
export function QueueList(props: {
  readonly cohorts: readonly QueueCohortView[];
  readonly warnings: ReadonlyMap<string, number>;
  readonly openId: string | null;
  readonly more: (() => void) | null;
  readonly isLoadingMore: boolean;
}) {
  const campaigns = [...Map.groupBy(props.cohorts, ({ campaign }) => campaign.id)];
  return (
    <div className={styles.queue}>
      {campaigns.map(([id, cohorts]) => (
        <section key={id} aria-label={cohorts[0]?.campaign.name}>
          <h3 className={styles.campaign}>
            {cohorts[0]?.campaign.name}
            {cohorts[0]?.brief.brief.messageType === 'apology' && <span className={styles.apology}>Apology</span>}
          </h3>
          <ul>
            {cohorts.map((view) => (
              <li key={view.cohort.id}>
                <CohortLink
                  view={view}
                  warnings={props.warnings.get(view.cohort.id) ?? 0}
                  isOpen={view.cohort.id === props.openId}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {props.more && (
        <Button variant="default" size="xs" onClick={props.more} loading={props.isLoadingMore}>
          Load more
        </Button>
      )}
    </div>
  );
}

function CohortLink({ view, warnings, isOpen }: { view: QueueCohortView; warnings: number; isOpen: boolean }) {
  const { cohort, counts } = view;
  return (
    <Link href={cohortPath(cohort.id)} className={styles.cohort} aria-current={isOpen ? 'page' : undefined}>
      <span className={styles.name}>{cohortName(view)}</span>
      <span className={styles.needs}>
        {counts.approved >= cohort.needed ? 'ready: ' : ''}needs {cohort.needed}, has {counts.approved}
      </span>
      <span className={styles.waiting}>{count(counts.pending, 'line')}</span>
      {warnings > 0 && (
        <span className={styles.warnings}>
          <Icon name="warn" /> {count(warnings, 'warning')}
        </span>
      )}
    </Link>
  );
}
