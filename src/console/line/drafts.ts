/** Typed text, kept until it is saved or thrown away: through lost races, lost connections and reloads. */

import type { Candidate } from '../../domain/candidate.ts';

/** What somebody typed for one line. */
export type Draft = { readonly text: string; readonly preheader: string | null };

/** The text a draft starts from. */
export function draftFrom({ text, preheader }: Candidate): Draft {
  return { text, preheader };
}

/** The kept draft of a line, or `null`. */
export function draftOf(itemId: string): Draft | null {
  const kept = window.sessionStorage.getItem(keyOf(itemId));
  return kept === null ? null : JSON.parse(kept);
}

/** Keep what was typed, in this tab alone. */
export function keepDraft(itemId: string, draft: Draft): void {
  window.sessionStorage.setItem(keyOf(itemId), JSON.stringify(draft));
}

/** Forget what was typed. */
export function dropDraft(itemId: string): void {
  window.sessionStorage.removeItem(keyOf(itemId));
}

function keyOf(itemId: string): string {
  return `linewright.draft.${itemId}`;
}
