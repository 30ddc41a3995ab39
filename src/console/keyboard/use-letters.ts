/** Whether single-letter shortcuts are on, remembered in this browser. */
import { useState } from 'react';

const name = 'linewright.letters';

/** The switch and its setter; on until somebody turned it off. */
export function useLetters(): [boolean, (areOn: boolean) => void] {
  const [areOn, setAreOn] = useState(() => window.localStorage.getItem(name) !== 'off');
  const set = (next: boolean) => {
    window.localStorage.setItem(name, next ? 'on' : 'off');
    setAreOn(next);
  };
  return [areOn, set];
}
