/** The evidence: whether the audit chains hold, a file of them, and their events. For compliance officers and admins. */
import { Button, Skeleton } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useAct } from '../api/use-act.ts';
import { useBrands } from '../api/use-brands.ts';
import { eventsCsv, useEvents } from '../api/use-evidence.ts';
import { useFigures } from '../api/use-figures.ts';
import { saveFile } from '../api/whole-csv.ts';
import type { PageProps } from '../navigation/page-props.ts';
import { useAddressState } from '../navigation/use-address-state.ts';
import { FailureNotice } from '../shell/failure-notice.tsx';
import { Page } from '../shell/page.tsx';
import { ChainCheck } from './chain-check.tsx';
import { ChainEvents } from './chain-events.tsx';
import styles from './home.module.css';

/** How far above the event that is looked at the list begins, so that what followed it is seen too. */
const eventsAfter = 3;

/** Of the brand that is chosen, or of all; `event` in the address begins near a number of its chain. */
export function EvidencePage({ session }: PageProps) {
  useDocumentTitle('Evidence · Linewright');
  const [brand] = useAddressState('brand');
  const [chosen, choose] = useAddressState('event');
  const looked = chosen === null ? null : Number.parseInt(chosen, 10) || null;
  const brands = useBrands();
  const mayRead = session.me.memberships.some(({ role }) => role === 'compliance' || role === 'admin');
  const { figures, failure: unknown, retry } = useFigures(brand, 7);
  const {
    events,
    isLoading,
    failure,
    retry: again,
    more,
    isLoadingMore,
  } = useEvents(brand, looked === null || brand === null ? null : looked + eventsAfter);
  const act = useAct();
  const nameOf = (brandId: string) => brands.find(({ id }) => id === brandId)?.name ?? brandId;
  const download = () =>
    act.run('download', async () => {
      const name = brand === null ? 'audit-events.csv' : `audit-events-${brand}.csv`;
      saveFile(await eventsCsv(brand), name);
      return `${name} holds every event with the bytes its hash was taken over.`;
    });
  if (!mayRead)
    return (
      <Page className={styles.home}>
        <h1>Evidence</h1>
        <p className={styles.quiet}>The audit chain is for compliance officers and admins.</p>
      </Page>
    );
  return (
    <Page className={styles.home}>
      <div className={styles.head}>
        <h1>Evidence</h1>
        <Button variant="default" size="xs" loading={act.busy !== null} onClick={() => void download()}>
          Download every event
        </Button>
      </div>
      {act.failure && (
        <p role="alert" className={styles.failure}>
          {act.failure.message}
        </p>
      )}
      {unknown && <FailureNotice error={unknown} onRetry={retry} />}
      {figures && <ChainCheck brand={brand} chains={figures.chains} nameOf={nameOf} heading="h2" />}
      <div className={styles.head}>
        <h2 id="events">
          {looked !== null && brand !== null ? `Events up to number ${looked + eventsAfter}` : 'Events'}
        </h2>
        {looked !== null && (
          <Button size="compact-sm" variant="default" onClick={() => choose(null)}>
            Show the newest
          </Button>
        )}
      </div>
      {failure && <FailureNotice error={failure} onRetry={again} />}
      {isLoading && <Skeleton height={240} aria-label="Loading the events" />}
      {!isLoading && !failure && events.length === 0 && <p className={styles.quiet}>Nothing has happened here yet.</p>}
      {events.length > 0 && <ChainEvents events={events} nameOf={nameOf} looked={looked} />}
      {more && (
        <Button variant="default" onClick={more} loading={isLoadingMore} className={styles.more}>
          Show more events
        </Button>
      )}
    </Page>
  );
}
