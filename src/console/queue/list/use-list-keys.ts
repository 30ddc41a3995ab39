/** The single keys of the list. */
import { useShortcuts } from '../../keyboard/keyboard.tsx';
import type { useSelection } from './use-selection.ts';

/** Listens while the list is shown; `acts` are there where lines can be decided. */
export function useListKeys(given: {
  readonly selection: ReturnType<typeof useSelection>;
  readonly onOpen: () => void;
  readonly onHistory: () => void;
  readonly onSearch: () => void;
  readonly acts: {
    readonly approve: () => void;
    readonly reject: () => void;
    readonly clear: () => void;
  } | null;
  readonly undo: (() => void) | null;
  /** Asks for an override of the line in hand; `null` where none can be asked for. */
  readonly onAskOverride: (() => void) | null;
}): void {
  const { selection, acts, undo, onAskOverride } = given;
  const { active } = selection;
  useShortcuts({
    j: () => selection.step(1),
    k: () => selection.step(-1),
    o: () => given.onOpen(),
    h: given.onHistory,
    '/': given.onSearch,
    ...(undo ? { z: undo } : {}),
    ...(onAskOverride ? { v: onAskOverride } : {}),
    ...(acts && active !== null
      ? {
          x: () => selection.toggle(active),
          'shift+x': () => selection.reach(active),
          a: acts.approve,
          r: acts.reject,
          escape: acts.clear,
        }
      : {}),
  });
}
