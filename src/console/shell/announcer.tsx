/** What just happened, said to everyone: a short notice on the screen that screen readers speak as well. */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import styles from './announcer.module.css';

const Announce = createContext<(message: string) => void>(() => undefined);

/** Say what happened. */
export function useAnnounce(): (message: string) => void {
  return useContext(Announce);
}

const shownMs = 6_000;

/** Holds the one status line of the console (WCAG 4.1.3). */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState({ message: '', times: 0 });
  const announce = useCallback((message: string) => setSaid(({ times }) => ({ message, times: times + 1 })), []);
  useEffect(() => {
    if (said.message === '') return;
    const timer = setTimeout(() => setSaid(({ times }) => ({ message: '', times })), shownMs);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <Announce value={announce}>
      {children}
      <div role="status" className={styles.status} data-empty={said.message === '' || undefined}>
        {said.message}
      </div>
    </Announce>
  );
}
