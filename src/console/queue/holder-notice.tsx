/** Says who is looking at a cohort, and lets its lines be taken over. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { QueueCohortView } from '../../http/contracts/review-routes.ts';
import { cohortEndId } from '../line/use-open-lines.ts';
import { Icon } from '../shell/icon.tsx';
import { count } from '../words/counts.ts';
import { timeHere } from '../words/dates.ts';
import styles from './holder-notice.module.css';
import { TakeOverDialog } from './take-over-dialog.tsx';

/** Nothing where nobody else holds a line. `onTaken` reads the cohort again. */
export function HolderNotice(props: {
  readonly view: QueueCohortView;
  readonly me: string | null;
  readonly mayDecide: boolean;
  readonly onTaken: () => Promise<void>;
}) {
  const [isAsking, setIsAsking] = useState(false);
  const others = props.view.holders.filter(({ userId }) => userId !== props.me);
  return (
    <>
      {others.length > 0 && (
        <aside className={styles.notice} aria-label="Who holds these lines">
          <p>
            <Icon name="hand" />{' '}
            {others
              .map(({ name, lines, until }) => `${name} holds ${count(lines, 'line')} until ${timeHere(until)}`)
              .join('. ')}
            .
          </p>
          {props.mayDecide && (
            <Button size="xs" variant="default" onClick={() => setIsAsking(true)}>
              Take over
            </Button>
          )}
        </aside>
      )}
      <TakeOverDialog
        cohortId={props.view.cohort.id}
        holders={others}
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        onTaken={async () => {
          await props.onTaken();
          // The button that was pressed is gone.
          (
            document.querySelector<HTMLElement>('article[aria-current]') ?? document.getElementById(cohortEndId)
          )?.focus();
        }}
      />
    </>
  );
}
