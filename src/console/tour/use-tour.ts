/** Where somebody is in the tour, kept in this browser. */
import { useLocalStorage } from '@mantine/hooks';

/** `null` while it was not begun, -1 once it is over. */
export function useTour() {
  const [step, setStep] = useLocalStorage<number | null>({
    key: 'linewright-tour',
    defaultValue: null,
    getInitialValueInEffect: false,
  });
  return {
    step,
    wasSeen: step !== null,
    begin: () => setStep(0),
    go: (to: number) => setStep(to),
    end: () => setStep(-1),
  };
}
