/** The keyboard of the console: one listener for all shortcuts, the list of keys, and the switch for single letters. */
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { ShortcutHelp } from './shortcut-help.tsx';
import { useLetters } from './use-letters.ts';

/**
 * What keys do. A key is named as `KeyboardEvent.key` names it, in lower case; `shift+x` is it with Shift,
 * `g q` is one after the other.
 */
export type Shortcuts = Readonly<Record<string, () => void>>;

type Layer = { readonly current: Shortcuts };

const Keys = createContext<{
  /** Whether single letters do something (WCAG 2.1.4). */
  readonly areLettersOn: boolean;
  readonly openHelp: () => void;
  readonly add: (layer: Layer) => () => void;
}>({ areLettersOn: true, openHelp: () => undefined, add: () => () => undefined });

/** How long the first key of two waits for the second. */
const pairMs = 1_500;

/** Listens while the console is open. */
export function Keyboard({ children }: { readonly children: ReactNode }) {
  const [areLettersOn, setAreLettersOn] = useLetters();
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const [layers] = useState(() => new Set<Layer>());
  const [given] = useState(() => ({
    openHelp: () => setIsHelpOpen(true),
    add: (layer: Layer) => {
      layers.add(layer);
      return () => void layers.delete(layer);
    },
  }));
  useEffect(() => {
    let first = { key: '', at: 0 };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const key = event.key.toLowerCase();
      if (key === 'shift') return;
      if (key !== 'escape' && (!areLettersOn || isTyping(event.target))) return;
      if (document.querySelector('[role="dialog"]')) return;
      const pair = Date.now() - first.at < pairMs ? `${first.key} ${key}` : '';
      first = { key, at: Date.now() };
      const names = [pair, event.shiftKey && /^[a-z]$/.test(key) ? `shift+${key}` : key];
      // What was opened last answers first.
      const act = names
        .flatMap((name) => [...layers].reverse().map((layer) => layer.current[name]))
        .find((found) => found !== undefined);
      if (!act) return;
      first = { key: '', at: 0 };
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [areLettersOn, layers]);
  return (
    <Keys value={{ ...given, areLettersOn }}>
      {children}
      <ShortcutHelp
        isOpen={isHelpOpen}
        onClose={() => setIsHelpOpen(false)}
        areLettersOn={areLettersOn}
        onLetters={setAreLettersOn}
      />
    </Keys>
  );
}

/** Whether single letters are on, and the way to the list of keys. */
export function useKeyboard(): { readonly areLettersOn: boolean; readonly openHelp: () => void } {
  return useContext(Keys);
}

/** These keys do this while the component is shown. None fires while somebody types or a dialog is open. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const { add } = useContext(Keys);
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => add(latest), [add]);
}

/** Nothing is typed into a box that is ticked. */
const typedInto = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]';

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest(typedInto) !== null;
}
