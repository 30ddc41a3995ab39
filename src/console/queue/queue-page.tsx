/** The one page of a working day: the queue, and one cohort of it. */
import { Skeleton } from '@mantine/core';
import { useDocumentTitle, useMediaQuery } from '@mantine/hooks';
import { usePrefetchedCohorts } from '../api/use-cohort.ts';
import { useQueue } from '../api/use-queue.ts';
import { cohortName } from '../brief/cohort-name.ts';
import type { PageProps } from '../navigation/page-props.ts';
import { useAddressState } from '../navigation/use-address-state.ts';
import { FailureNotice } from '../shell/failure-notice.tsx';
import { count } from '../words/counts.ts';
import { CohortPanel } from './cohort-panel.tsx';
import { nextCohorts } from './next-cohorts.ts';
import { QueueList } from './queue-list.tsx';
import styles from './queue-page.module.css';
import { QueueStart } from './queue-start.tsx';
import { ViewSwitch } from './view-switch.tsx';
import { WriterNotice } from './writer-notice.tsx';

/** `params.id` is the open cohort; without it, the way in. */
export function QueuePage({ session, params }: PageProps) {
  const cohortId = params['id'] ?? null;
  const [brand] = useAddressState('brand');
  const queue = useQueue(brand);
  const isNarrow = useMediaQuery('(max-width: 56em)', false, { getInitialValueInEffect: false });
  const { waiting } = queue;
  const following = nextCohorts(queue.cohorts, cohortId, session.me.userId);
  usePrefetchedCohorts(following.slice(0, 2).map(({ cohort }) => cohort.id));
  const open = queue.cohorts.find(({ cohort }) => cohort.id === cohortId);
  useDocumentTitle(open ? `${cohortName(open)} · Linewright` : 'Queue · Linewright');
  const list = <QueueList {...queue} openId={cohortId} me={session.me.userId} />;
  return (
    <div className={styles.page}>
      <WriterNotice writer={session.me.writer} />
      <div className={styles.columns}>
        <div className={styles.side}>
          <ViewSwitch view="focus" />
          <nav aria-label="Queue" className={styles.queue}>
            {isNarrow && cohortId !== null ? (
              <details className={styles.folded}>
                <summary>
                  <h2>Queue: {count(waiting, 'line')}</h2>
                </summary>
                {list}
              </details>
            ) : (
              <>
                <h2 className={styles.title}>
                  Queue <span>{queue.cohorts.length > 0 && `${count(waiting, 'line')} waiting`}</span>
                </h2>
                {queue.isLoading ? <Skeleton height={120} aria-label="Loading the queue" /> : list}
              </>
            )}
          </nav>
        </div>
        <main className={styles.work}>
          {queue.failure && <FailureNotice error={queue.failure} onRetry={queue.retry} />}
          {cohortId === null ? (
            <QueueStart queue={queue} first={following[0] ?? null} />
          ) : (
            <CohortPanel key={cohortId} cohortId={cohortId} session={session} next={following[0] ?? null} />
          )}
        </main>
      </div>
    </div>
  );
}
