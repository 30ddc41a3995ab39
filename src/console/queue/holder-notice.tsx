/** Says who is looking at a cohort, and lets its lines be taken over. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { QueueCohortView } from '../../http/contracts/review-routes.ts';
import { isProblem } from '../api/api-error.ts';
import { call } from '../api/call.ts';
import { endpoints } from '../api/endpoints.ts';
import { useAnnounce } from '../shell/announcer.tsx';
import { Icon } from '../shell/icon.tsx';
import { count } from '../words/counts.ts';
import { timeHere } from '../words/dates.ts';
import styles from './holder-notice.module.css';

/** Nothing where nobody else holds a line. `onTaken` reads the cohort again. */
export function HolderNotice(props: {
  readonly view: QueueCohortView;
  readonly me: string | null;
  readonly mayDecide: boolean;
  readonly onTaken: () => Promise<void>;
}) {
  const announce = useAnnounce();
  const [isBusy, setIsBusy] = useState(false);
  const others = props.view.holders.filter(({ userId }) => userId !== props.me);
  if (others.length === 0) return null;
  const takeOver = async () => {
    setIsBusy(true);
    try {
      await call(endpoints.claim, { params: { id: props.view.cohort.id }, query: { takeOver: 'true' } });
      await props.onTaken();
      announce('You hold these lines now.');
    } catch (error) {
      if (!isProblem(error)) throw error;
      announce(`Not taken over. ${error.message}`);
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <aside className={styles.notice} aria-label="Who holds these lines">
      <p>
        <Icon name="hand" />{' '}
        {others
          .map(({ name, lines, until }) => `${name} holds ${count(lines, 'line')} until ${timeHere(until)}`)
          .join('. ')}
        .
      </p>
      {props.mayDecide && (
        <>
          <Button size="xs" variant="default" onClick={() => void takeOver()} loading={isBusy}>
            Take over
          </Button>
          <p className={styles.quiet}>Ask first: they will see that you hold the lines.</p>
        </>
      )}
    </aside>
  );
}
