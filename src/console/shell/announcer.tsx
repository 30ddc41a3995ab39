/** What just happened, said to everyone: a short notice on the screen that screen readers speak as well. */
import { Button } from '@mantine/core';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { useKeyboard } from '../keyboard/keyboard.tsx';
import styles from './announcer.module.css';

/** What can be done about it at once, with the key that does the same, and how far it is. */
export type Act = {
  readonly label: string;
  readonly shortcut: string;
  readonly onAct: () => void;
  readonly state: ReactNode;
};

type Say = (message: string, act?: Act) => void;

const Announce = createContext<Say>(() => undefined);

/** Say what happened; with an act the notice stays longer, and as long as somebody points at it or is in it. */
export function useAnnounce(): Say {
  return useContext(Announce);
}

/** Where notices that stay are put, above the status line. */
export const noticesPlaceId = 'notices';

const shownMs = 6_000;
/** WCAG 2.2.1: time enough to read, to find the key or the button, and to change one's mind. */
const shownWithActMs = 12_000;

/** Holds the one status line of the console (WCAG 4.1.3). */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState<{ message: string; act?: Act | undefined; times: number }>({
    message: '',
    times: 0,
  });
  const [isHeld, setIsHeld] = useState(false);
  const { areLettersOn } = useKeyboard();
  const announce = useCallback<Say>((message, act) => setSaid(({ times }) => ({ message, act, times: times + 1 })), []);
  const clear = useCallback(() => setSaid(({ times }) => ({ message: '', times })), []);
  const { message, act } = said;
  useEffect(() => {
    if (said.message === '' || isHeld) return;
    const timer = setTimeout(clear, said.act ? shownWithActMs : shownMs);
    return () => clearTimeout(timer);
  }, [said, isHeld, clear]);
  return (
    <Announce value={announce}>
      {children}
      <div className={styles.dock}>
        <div id={noticesPlaceId} className={styles.notices} />
        <section
          aria-label="Last act"
          className={styles.said}
          data-empty={message === '' || undefined}
          data-act={act ? true : undefined}
          onMouseEnter={() => setIsHeld(true)}
          onMouseLeave={() => setIsHeld(false)}
          onFocus={() => setIsHeld(true)}
          onBlur={() => setIsHeld(false)}
        >
          <div role="status">{message}</div>
          {act && (
            <>
              <Button
                size="compact-sm"
                variant="default"
                className={styles.act}
                onClick={() => {
                  setIsHeld(false);
                  act.onAct();
                }}
                {...(areLettersOn ? { 'aria-keyshortcuts': act.shortcut } : {})}
              >
                {act.label}
                {areLettersOn && <span aria-hidden="true">&nbsp;({act.shortcut})</span>}
              </Button>
              {act.state}
            </>
          )}
        </section>
      </div>
    </Announce>
  );
}
