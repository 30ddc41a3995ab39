/** What waits, by campaign and cohort. */
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { QueueCohortView } from '../../http/contracts/review-routes.ts';
import { cohortName } from '../brief/cohort-name.ts';
import { cohortPath } from '../navigation/addresses.ts';
import { useKeptBrand } from '../navigation/use-address-state.ts';
import { Icon } from '../shell/icon.tsx';
import { count } from '../words/counts.ts';
import { timeHere } from '../words/dates.ts';
import styles from './queue-list.module.css';

/** The cohorts with lines to decide in the order of the server; a campaign heads each run of its cohorts. */
export function QueueList(props: {
  readonly cohorts: readonly QueueCohortView[];
  readonly openId: string | null;
  /** Who looks at the screen. */
  readonly me: string | null;
  readonly more: (() => void) | null;
  readonly isLoadingMore: boolean;
}) {
  return (
    <div className={styles.queue}>
      {runsOf(props.cohorts).map((cohorts) => (
        <section key={cohorts[0]?.cohort.id} aria-label={cohorts[0]?.campaign.name}>
          <h3 className={styles.campaign}>
            {cohorts[0]?.campaign.name}
            {cohorts[0]?.brief.brief.messageType === 'apology' && <span className={styles.apology}>Apology</span>}
          </h3>
          <ul>
            {cohorts.map((view) => (
              <li key={view.cohort.id}>
                <CohortLink view={view} isOpen={view.cohort.id === props.openId} me={props.me} />
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

/** Cohorts of one campaign that follow one another. */
function runsOf(cohorts: readonly QueueCohortView[]): QueueCohortView[][] {
  const runs: QueueCohortView[][] = [];
  for (const view of cohorts) {
    const last = runs.at(-1);
    if (last?.[0]?.campaign.id === view.campaign.id) last.push(view);
    else runs.push([view]);
  }
  return runs;
}

function CohortLink({ view, isOpen, me }: { view: QueueCohortView; isOpen: boolean; me: string | null }) {
  const { cohort, counts, warnings } = view;
  const keptBrand = useKeptBrand();
  const holder = view.holders.find(({ userId }) => userId !== me);
  return (
    <Link href={keptBrand(cohortPath(cohort.id))} className={styles.cohort} aria-current={isOpen ? 'page' : undefined}>
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
      {holder && (
        <span className={styles.holder}>
          <Icon name="hand" /> {holder.name}, until {timeHere(holder.until)}
        </span>
      )}
    </Link>
  );
}
