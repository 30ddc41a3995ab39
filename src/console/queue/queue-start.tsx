/** The way in: how much waits and where to begin, or what to do when nothing waits. */
import { Button } from '@mantine/core';
import { navigate } from 'wouter/use-browser-location';
import type { QueueCohortView } from '../../http/contracts/review-routes.ts';
import type { useQueue } from '../api/use-queue.ts';
import { cohortName } from '../brief/cohort-name.ts';
import { useKeyboard, useShortcuts } from '../keyboard/keyboard.tsx';
import { cohortPath } from '../navigation/addresses.ts';
import { useKeptBrand } from '../navigation/use-address-state.ts';
import { Command } from '../shell/plain-page.tsx';
import { count } from '../words/counts.ts';
import styles from './queue-start.module.css';

/** The example brief that comes with the product. */
const exampleCommand = 'npm run -s cli -- generate data/examples/second-purchase.yaml';

/** Shown while no cohort is open. */
export function QueueStart(props: {
  readonly queue: ReturnType<typeof useQueue>;
  /** Where to begin; `null` where nothing waits. */
  readonly first: QueueCohortView | null;
}) {
  const { queue, first } = props;
  const keptBrand = useKeptBrand();
  const { cohorts, waiting, isLoading, failure, more } = queue;
  const { areLettersOn } = useKeyboard();
  const begin = () => first && navigate(keptBrand(cohortPath(first.cohort.id)));
  useShortcuts({ n: begin, j: begin });
  if (isLoading || (failure && !first)) return <h1 className={styles.title}>Queue</h1>;
  if (!first)
    return (
      <section className={styles.start}>
        <h1 className={styles.title}>Nothing waits for you</h1>
        <p>
          New lines appear here by themselves as soon as a campaign tool sends a brief. To see the whole way, send the
          example brief:
        </p>
        <Command>{exampleCommand}</Command>
      </section>
    );
  return (
    <section className={styles.start}>
      <h1 className={styles.title}>
        {count(waiting, 'line')} to decide in{' '}
        {more ? `more than ${count(cohorts.length, 'cohort')}` : count(cohorts.length, 'cohort')}
      </h1>
      <p>
        Apologies and near dates first, then warnings and large cohorts. Opening a cohort tells the others that you are
        looking at it.
      </p>
      <Button size="md" onClick={begin} data-tour="begin">
        Begin with {cohortName(first)}
      </Button>
      {areLettersOn && <p className={styles.quiet}>Everything works from the keyboard: press ? for the keys.</p>}
    </section>
  );
}
