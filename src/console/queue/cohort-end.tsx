/** What comes after the last line a cohort needs: putting the rest away, drafting again, the next cohort. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { QueueCohortView } from '../../http/contracts/review-routes.ts';
import { isProblem } from '../api/api-error.ts';
import { call } from '../api/call.ts';
import { endpoints } from '../api/endpoints.ts';
import { cohortName } from '../brief/cohort-name.ts';
import { cohortPath, navigate } from '../navigation/path.ts';
import { useAnnounce } from '../shell/announcer.tsx';
import { Icon } from '../shell/icon.tsx';
import { count } from '../words/counts.ts';
import styles from './cohort-end.module.css';

/** Nothing while lines wait and more are needed. */
export function CohortEnd(props: {
  readonly id: string;
  readonly view: QueueCohortView;
  readonly mayDecide: boolean;
  readonly next: QueueCohortView | null;
  readonly refresh: () => Promise<void>;
  readonly areLettersOn: boolean;
}) {
  const { view, next } = props;
  const { cohort, counts } = view;
  const announce = useAnnounce();
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const isReady = counts.approved >= cohort.needed;
  const isDrafting = cohort.state === 'waiting' || cohort.state === 'drafting';
  const act = async (work: () => Promise<string>) => {
    setIsBusy(true);
    setFailure(null);
    try {
      announce(await work());
      await props.refresh();
    } catch (error) {
      if (!isProblem(error)) throw error;
      setFailure(error.message);
    } finally {
      setIsBusy(false);
    }
  };
  const close = () =>
    act(async () => {
      const { closed } = await call(endpoints.closeCohort, { params: { id: cohort.id } });
      return `${count(closed, 'line')} put away as not needed.`;
    });
  const draftAgain = () =>
    act(async () => {
      await call(endpoints.retryCohort, { params: { id: cohort.id } });
      return 'More lines are being drafted.';
    });
  if (!isReady && counts.pending > 0) return null;
  return (
    <section
      id={props.id}
      tabIndex={-1}
      className={styles.end}
      data-ready={isReady || undefined}
      aria-label="This cohort"
    >
      <p>
        {isReady && <Icon name="check" />}
        <strong>{headOf(view, isReady, isDrafting)}</strong>
      </p>
      {failure && <p role="alert">{failure}</p>}
      <div className={styles.actions}>
        {isReady && counts.pending > 0 && props.mayDecide && (
          <Button variant="default" onClick={close} loading={isBusy}>
            Put the other {counts.pending} away as not needed
          </Button>
        )}
        {!isReady && !isDrafting && props.mayDecide && (
          <Button onClick={draftAgain} loading={isBusy}>
            Draft more lines
          </Button>
        )}
        {next && (
          <Button
            variant={isReady && counts.pending === 0 ? 'filled' : 'subtle'}
            onClick={() => navigate(cohortPath(next.cohort.id))}
            {...(props.areLettersOn ? { 'aria-keyshortcuts': 'n' } : {})}
          >
            Next cohort: {cohortName(next)}
          </Button>
        )}
      </div>
    </section>
  );
}

function headOf({ cohort, counts }: QueueCohortView, isReady: boolean, isDrafting: boolean): string {
  if (isReady) return `Ready: has ${counts.approved} of ${cohort.needed}`;
  if (isDrafting) return 'Lines are being drafted. They appear here by themselves.';
  return cohort.reason ?? `Every line is decided, and ${counts.approved} of ${cohort.needed} are approved.`;
}
