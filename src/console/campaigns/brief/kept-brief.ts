/** A brief that is being written, kept in this tab until it is sent or thrown away. */
import type { Draft } from './draft.ts';

/** `base` is the revision it was begun from, 0 for a new brief, and `initial` what that says. */
export type KeptBrief = { readonly base: number; readonly initial: Draft; readonly draft: Draft };

/** The kept brief of this name, or `null`. */
export function keptBrief(name: string): KeptBrief | null {
  const kept = window.sessionStorage.getItem(keyOf(name));
  return kept === null ? null : JSON.parse(kept);
}

/** Keep a brief; one that is too large for the browser is not kept. */
export function keepBrief(name: string, kept: KeptBrief): void {
  try {
    window.sessionStorage.setItem(keyOf(name), JSON.stringify(kept));
  } catch {
    window.sessionStorage.removeItem(keyOf(name));
  }
}

/** Forget it. */
export function dropBrief(name: string): void {
  window.sessionStorage.removeItem(keyOf(name));
}

function keyOf(name: string): string {
  return `linewright.brief.${name}`;
}
