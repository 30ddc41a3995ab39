/** The tour: a bar under the head of every page, a step for each place, never in the way. */
import { Button } from '@mantine/core';
import { navigate } from 'wouter/use-browser-location';
import { campaignsPath, homePath, libraryPath, queuePath } from '../navigation/addresses.ts';
import styles from './tour-bar.module.css';
import { useTour } from './use-tour.ts';

const steps = [
  {
    path: campaignsPath,
    says: 'Campaigns: the example brief is here, with its offer, its cohorts, and how far the drafting is.',
  },
  {
    path: queuePath,
    says: 'Queue: lines that the policy lets pass wait here. Open a cohort; a approves, e edits, r rejects, ? lists all keys.',
  },
  { path: libraryPath, says: 'Library: what you approve stands here, and campaign tools fetch it over the API.' },
  {
    path: homePath,
    says: 'Home: what waits, when the queue will be clear, and how lines fare. That is the whole way.',
  },
] as const;

/** Nothing while the tour was not begun or is over. */
export function TourBar() {
  const { step, go, end } = useTour();
  const current = step === null ? undefined : steps[step];
  if (step === null || !current) return null;
  const lead = (to: number) => {
    const next = steps[to];
    if (!next) return end();
    go(to);
    navigate(next.path);
  };
  return (
    <section aria-label="First steps" className={styles.bar}>
      <p aria-live="polite">
        <span className={styles.count}>
          {step + 1} of {steps.length}
        </span>{' '}
        {current.says}
      </p>
      <div className={styles.actions}>
        {window.location.pathname !== current.path && (
          <Button size="compact-sm" variant="default" onClick={() => lead(step)}>
            Show me
          </Button>
        )}
        {step > 0 && (
          <Button size="compact-sm" variant="default" onClick={() => lead(step - 1)}>
            Back
          </Button>
        )}
        <Button size="compact-sm" onClick={() => lead(step + 1)}>
          {step + 1 < steps.length ? 'Next' : 'Done'}
        </Button>
        {step + 1 < steps.length && (
          <Button size="compact-sm" variant="subtle" onClick={end}>
            End the tour
          </Button>
        )}
      </div>
    </section>
  );
}
