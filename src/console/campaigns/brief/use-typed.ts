/** A field whose text is not its value: a number, an amount, a date, a list. */
import { useState } from 'react';
import type { Json } from './draft.ts';

/**
 * The text to show, and its setter. What somebody types stays as they typed it as long as it means the value; changed
 * from elsewhere, the value is written out anew.
 */
export function useTyped(
  value: Json | undefined,
  writeOut: (value: Json | undefined) => string,
  read: (typed: string) => Json | undefined,
  set: (value: Json | undefined) => void,
): [string, (typed: string) => void] {
  const [typed, setTyped] = useState(() => writeOut(value));
  const shown = JSON.stringify(read(typed)) === JSON.stringify(value) ? typed : writeOut(value);
  return [
    shown,
    (text) => {
      setTyped(text);
      set(read(text));
    },
  ];
}
