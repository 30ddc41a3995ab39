/** The path of the page as state: three pages need no router. */
import { useSyncExternalStore } from 'react';

const moved = 'linewright:moved';

/** The current path. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, () => window.location.pathname);
}

/** Go to another page of the console. */
export function navigate(path: string): void {
  if (path !== window.location.pathname) window.history.pushState(null, '', path);
  window.dispatchEvent(new Event(moved));
}

/** Put another address in the place of this one, so that Back does not lead here. */
export function replacePath(path: string): void {
  window.history.replaceState(null, '', path);
  window.dispatchEvent(new Event(moved));
}

/** The address of a cohort's page. */
export function cohortPath(cohortId: string): string {
  return `/cohorts/${encodeURIComponent(cohortId)}`;
}

/** The cohort a path is about, or `null`. */
export function cohortIn(path: string): string | null {
  const id = /^\/cohorts\/([^/]+)$/.exec(path)?.[1];
  return id === undefined ? null : decodeURIComponent(id);
}

function subscribe(onMove: () => void): () => void {
  window.addEventListener('popstate', onMove);
  window.addEventListener(moved, onMove);
  return () => {
    window.removeEventListener('popstate', onMove);
    window.removeEventListener(moved, onMove);
  };
}
