/** Kinds of readers in words. */
import type { InboxRendering } from '../../domain/inbox.ts';

/** A title for a reader, and what their merge values are; `isOnly` where every reader sees the same. */
export function renderingWords(
  { kind, name }: Pick<InboxRendering, 'kind' | 'name'>,
  isOnly: boolean,
): { readonly title: string; readonly detail: string | null } {
  if (isOnly) return { title: 'Every reader', detail: null };
  switch (kind) {
    case 'empty':
      return { title: 'A value is missing', detail: name };
    case 'fallback':
      return { title: 'The fallback stands in', detail: name };
    case 'longest':
      return { title: 'The longest values', detail: name };
    case 'hazard':
      return { title: 'A rare value', detail: name };
    case 'typical':
      return { title: 'A typical reader', detail: name === 'typical' ? null : name };
    default:
      return kind satisfies never;
  }
}
