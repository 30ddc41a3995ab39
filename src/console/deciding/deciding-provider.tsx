/** Deciding, wherever in the console it happens: one book for the window, its undo, and what is said about saving. */
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import type { Session } from '../api/use-session.ts';
import { isUnsaved } from './decision-book.ts';
import { Dock } from './dock.tsx';
import { newBook } from './new-book.ts';
import { RecallDialog, type Recalling } from './recall-dialog.tsx';
import { DecidingContext, type LineWanted } from './use-deciding.ts';

/** Holds the book while somebody is signed in, and warns whoever leaves while something is not saved. */
export function DecidingProvider({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  const queries = useQueryClient();
  const [book] = useState(() => newBook(queries));
  const taken = useSyncExternalStore(book.subscribe, book.taken);
  const [wanted, want] = useState<LineWanted | null>(null);
  const [recalling, setRecalling] = useState<Recalling | null>(null);
  const hasUnsaved = taken.some(isUnsaved);
  useEffect(() => {
    window.addEventListener('online', book.retry);
    return () => window.removeEventListener('online', book.retry);
  }, [book]);
  useEffect(() => {
    if (!hasUnsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [hasUnsaved]);
  const { userId, name } = session.me;
  return (
    <DecidingContext value={{ book, taken, me: { userId, name }, wanted, want, askRecall: setRecalling }}>
      {children}
      <Dock />
      <RecallDialog recalling={recalling} onClose={() => setRecalling(null)} />
    </DecidingContext>
  );
}
