/** Single keys for what a reviewer does a hundred times a day. */
import { useEffect, useRef } from 'react';

/** What a key does; keys are named as `KeyboardEvent.key` names them, in lower case. */
export type Shortcuts = Readonly<Record<string, () => void>>;

/**
 * Listens for single keys. None fires while somebody types, while a dialog is open, or together with a modifier;
 * `areLettersOn: false` leaves Escape alone on (WCAG 2.1.4).
 */
export function useShortcuts(shortcuts: Shortcuts, areLettersOn: boolean): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const key = event.key.toLowerCase();
      if (key !== 'escape' && (!areLettersOn || isTyping(event.target))) return;
      if (document.querySelector('[role="dialog"]')) return;
      const act = latest.current[key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [areLettersOn]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;
}
