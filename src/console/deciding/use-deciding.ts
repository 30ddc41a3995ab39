/** What everything that decides lines shares. */
import { createContext, useContext } from 'react';
import type { DecisionBook, Taken } from './decision-book.ts';
import type { Recalling } from './recall-dialog.tsx';

/** A line by its id and its cohort's. */
export type LineWanted = { readonly itemId: string; readonly cohortId: string };

/** What a page needs to decide lines. */
export type Deciding = {
  readonly book: DecisionBook;
  readonly taken: readonly Taken[];
  readonly me: { readonly userId: string | null; readonly name: string };
  /** A line that asks for focus because it came back, until it has it. */
  readonly wanted: LineWanted | null;
  readonly want: (line: LineWanted | null) => void;
  /** Ask whether an approved line is recalled, and why. */
  readonly askRecall: (recalling: Recalling) => void;
};

/** Filled by the provider. */
export const DecidingContext = createContext<Deciding | null>(null);

/** The book, who decides, and what came back. */
export function useDeciding(): Deciding {
  const deciding = useContext(DecidingContext);
  if (!deciding) throw new Error('useDeciding needs DecidingProvider above it');
  return deciding;
}
