/** What waits, how long it will take, and where to begin. */
import { Button, Skeleton } from '@mantine/core';
import { Link } from 'wouter';
import { navigate } from 'wouter/use-browser-location';
import type { FiguresView } from '../../http/contracts/figures-routes.ts';
import { useBrands } from '../api/use-brands.ts';
import { usePaces, useWaiting } from '../api/use-figures.ts';
import { cohortName } from '../brief/cohort-name.ts';
import { cohortPath } from '../navigation/addresses.ts';
import { FailureNotice } from '../shell/failure-notice.tsx';
import { ageInWords } from '../words/ago.ts';
import { count } from '../words/counts.ts';
import { dayAndTime } from '../words/dates.ts';
import styles from './home.module.css';
import { Tile } from './tile.tsx';

/** For whoever decides lines. `figures` are still asked for while `null`. */
export function TodayPanel(props: { readonly brand: string | null; readonly figures: FiguresView | null }) {
  const { brand, figures } = props;
  const { cohorts, waiting, isLoading, failure, retry } = useWaiting(brand);
  const brands = useBrands();
  const paces = usePaces(brands.map(({ id }) => id).filter((id) => brand === null || id === brand));
  const first = cohorts[0];
  if (isLoading) return <Skeleton height={220} aria-label="Loading what waits" />;
  if (failure) return <FailureNotice error={failure} onRetry={retry} />;
  const oldest = figures?.waiting.oldestAt ?? null;
  const slowest = paces.toSorted((one, other) => (one.clearAt < other.clearAt ? 1 : -1))[0];
  const coming = paces.reduce((sum, { expected }) => sum + expected, 0);
  const held = paces.reduce((sum, { heldBack }) => sum + heldBack, 0);
  return (
    <section aria-labelledby="today" className={styles.today} data-tour="today">
      <div className={styles.head}>
        <h2 id="today">{waiting ? `${count(waiting, 'line')} to decide` : 'Nothing waits for you'}</h2>
        {first && <Button onClick={() => navigate(cohortPath(first.cohort.id))}>Begin with {cohortName(first)}</Button>}
      </div>
      <dl className={styles.tiles}>
        <Tile name="Waiting longest" value={oldest === null ? 'Nothing' : ageInWords(oldest)}>
          {oldest !== null && `since ${dayAndTime(oldest)}`}
        </Tile>
        {slowest && (
          <Tile name="Queue clear" value={waiting || coming ? dayAndTime(slowest.clearAt) : 'Now'}>
            at {slowest.linesPerHour} lines an hour{slowest.isMeasured ? '' : ', a guess until more is decided'}, and{' '}
            {slowest.hoursPerDay} hours of review a day
          </Tile>
        )}
        <Tile name="Being drafted" value={coming === 0 ? 'Nothing' : count(coming, 'line')}>
          {held > 0 ? `${count(held, 'cohort')} held back until there is room` : coming > 0 && 'coming into the queue'}
        </Tile>
        <Tile name="You decided today" value={figures ? count(figures.waiting.decidedByYou, 'line') : '…'} />
      </dl>
      {cohorts.length > 0 && (
        <ol className={styles.next} aria-label="Next cohorts">
          {cohorts.map((entry) => (
            <li key={entry.cohort.id}>
              <Link href={cohortPath(entry.cohort.id)} className={styles.cohort}>
                <span className={styles.cohortName}>
                  <bdi>{cohortName(entry)}</bdi>
                  <span className={styles.quiet}>
                    {' '}
                    <bdi>{entry.campaign.name}</bdi>
                  </span>
                </span>
                <span className={styles.quiet}>{sendOf(entry.brief.brief.send)}</span>
                <span>{count(entry.counts.pending, 'line')}</span>
              </Link>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function sendOf(send: { readonly kind: string; readonly at?: string }): string {
  return send.kind === 'at' && send.at !== undefined ? `goes out ${dayAndTime(send.at)}` : 'triggered mail';
}
