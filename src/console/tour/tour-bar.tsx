/** The tour: a bar under the head of every page, a step for each place, pointing at the thing it speaks of. */
import { Button } from '@mantine/core';
import { useId, useRef } from 'react';
import { useLocation } from 'wouter';
import { navigate } from 'wouter/use-browser-location';
import { useShortcuts } from '../keyboard/keyboard.tsx';
import { type TourStep, tourSteps } from './steps.ts';
import styles from './tour-bar.module.css';
import { usePointing } from './use-pointing.ts';
import { useTour } from './use-tour.ts';

/** Nothing while the tour was not begun or is over. */
export function TourBar() {
  const { step } = useTour();
  const current = step === null ? undefined : tourSteps[step];
  return step === null || !current ? null : <Bar step={step} current={current} />;
}

/** Next and Back keep the focus in the bar, Show me takes it to the thing; Escape ends the tour. */
function Bar({ step, current }: { readonly step: number; readonly current: TourStep }) {
  const { go, end: leave } = useTour();
  const [location] = useLocation();
  const bar = useRef<HTMLElement>(null);
  const says = useId();
  const isHere = current.covers.test(location);
  const showIt = usePointing(isHere ? current.targets : [], says);
  const end = () => {
    leave();
    // The bar goes, and must not take the focus along.
    const main = document.querySelector('main');
    if (!main || !bar.current?.contains(document.activeElement)) return;
    main.tabIndex = -1;
    main.focus();
  };
  useShortcuts({ escape: end });
  const lead = (to: number) => {
    const next = tourSteps[to];
    if (!next) return end();
    go(to);
    navigate(next.path);
    // Its buttons change; the bar itself stays and says the step.
    bar.current?.focus();
  };
  const show = () => {
    if (!isHere) navigate(current.path);
    showIt();
  };
  return (
    <section
      ref={bar}
      tabIndex={-1}
      aria-label="First steps"
      aria-describedby={says}
      className={styles.bar}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        end();
      }}
    >
      <p id={says} aria-live="polite">
        <span className={styles.count}>
          {step + 1} of {tourSteps.length}
        </span>{' '}
        {current.says}
      </p>
      <div className={styles.actions}>
        <Button size="compact-sm" variant="default" onClick={show}>
          Show me
        </Button>
        {step > 0 && (
          <Button size="compact-sm" variant="default" onClick={() => lead(step - 1)}>
            Back
          </Button>
        )}
        <Button size="compact-sm" onClick={() => lead(step + 1)}>
          {step + 1 < tourSteps.length ? 'Next' : 'Done'}
        </Button>
        {step + 1 < tourSteps.length && (
          <Button size="compact-sm" variant="subtle" onClick={end}>
            End the tour
          </Button>
        )}
      </div>
    </section>
  );
}
