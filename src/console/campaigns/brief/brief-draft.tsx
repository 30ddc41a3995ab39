/** The brief that is being written, for all its fields: its values, how to change them, what is wrong with them. */
import { createContext, useContext } from 'react';
import { type Draft, type Json, type Path, textAt, valueAt } from './draft.ts';
import { detailInForm, fieldId, isWithin, type Mistake } from './places.ts';

/** What a form shares with its fields. */
export type BriefDraft = {
  readonly draft: Draft;
  /** Several places at once, so that what belongs together changes together; `undefined` takes a value away. */
  readonly change: (...changes: readonly (readonly [Path, Json | undefined])[]) => void;
  readonly mistakes: readonly Mistake[];
  /** Whether mistakes of a place are shown yet: not before somebody was there. */
  readonly isShown: (path: Path) => boolean;
  readonly touch: (path: Path) => void;
  /** Places that stay what they are. */
  readonly isFixed: (path: Path) => boolean;
};

const Shared = createContext<BriefDraft>({
  draft: {},
  change: () => undefined,
  mistakes: [],
  isShown: () => true,
  touch: () => undefined,
  isFixed: () => false,
});

/** Hands a draft to the fields inside. */
export const BriefDraftProvider = Shared.Provider;

/** The draft as a whole. */
export function useBriefDraft(): BriefDraft {
  return useContext(Shared);
}

/** One place of it; `error` is what is wrong there or below. */
export function useField(path: Path) {
  const { draft, change, mistakes, isShown, touch, isFixed } = useContext(Shared);
  const said = isShown(path) ? mistakes.filter((mistake) => isWithin(mistake.path, path)) : [];
  return {
    id: fieldId(path),
    value: valueAt(draft, path),
    set: (value: Json | undefined) => change([path, value]),
    error: said.length === 0 ? null : said.map(({ detail }) => detailInForm(detail)).join('; '),
    isFixed: isFixed(path),
    onBlur: () => touch(path),
  };
}

/** The zone that times of the brief are meant in; UTC until one is named. */
export function useZone(): string {
  return textAt(useContext(Shared).draft, ['timeZone']) || 'UTC';
}
