/** Applying a suggestion to a typed text. */
import type { Finding, Suggestion } from '../../domain/finding.ts';
import type { Draft } from './drafts.ts';

/** The draft with the suggestion in its place; `field` says which text it is for, as findings do. */
export function withSuggestion(draft: Draft, suggestion: Suggestion, field: Finding['field']): Draft {
  if (field === undefined) return { ...draft, text: applied(draft.text, suggestion) };
  return { ...draft, preheader: applied(draft.preheader ?? '', suggestion) };
}

function applied(text: string, { start, end, text: mended }: Suggestion): string {
  return text.slice(0, start) + mended + text.slice(end);
}
