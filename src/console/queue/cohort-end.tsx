/** What comes after the last line a cohort needs: putting the rest away, drafting again, the next cohort. */
import { Button } from '@mantine/core';
import { navigate } from 'wouter/use-browser-location';
import type { QueueCohortView } from '../../http/contracts/review-routes.ts';
import type { useCohortActs } from '../api/use-cohort-acts.ts';
import { cohortName } from '../brief/cohort-name.ts';
import { useKeyboard } from '../keyboard/keyboard.tsx';
import { cohortPath } from '../navigation/addresses.ts';
import { useKeptBrand } from '../navigation/use-address-state.ts';
import { Icon } from '../shell/icon.tsx';
import styles from './cohort-end.module.css';

/** Nothing while lines wait and more are needed. */
export function CohortEnd(props: {
  readonly id: string;
  readonly view: QueueCohortView;
  readonly mayDecide: boolean;
  readonly acts: ReturnType<typeof useCohortActs>;
  readonly next: QueueCohortView | null;
}) {
  const { view, next, acts } = props;
  const { areLettersOn } = useKeyboard();
  const keptBrand = useKeptBrand();
  const { cohort, counts } = view;
  const isReady = counts.approved >= cohort.needed;
  const isDrafting = cohort.state === 'waiting' || cohort.state === 'drafting';
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
      {acts.failure && <p role="alert">{acts.failure}</p>}
      <div className={styles.actions}>
        {isReady && counts.pending > 0 && props.mayDecide && (
          <Button variant="default" onClick={acts.close} loading={acts.isBusy}>
            Put the other {counts.pending} away as not needed
          </Button>
        )}
        {!isReady && !isDrafting && props.mayDecide && (
          <Button onClick={acts.draftAgain} loading={acts.isBusy}>
            Draft more lines
          </Button>
        )}
        {next && (
          <Button
            variant={isReady && counts.pending === 0 ? 'filled' : 'default'}
            onClick={() => navigate(keptBrand(cohortPath(next.cohort.id)))}
            {...(areLettersOn ? { 'aria-keyshortcuts': 'n' } : {})}
          >
            Next: {cohortName(next)}
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
