/** Reads which piece of a list is wanted. */
import type { PageRequest } from '../ports/page.ts';

/** The page a query asks for; without a cursor, the first. */
export function pageOf(query: { readonly limit: number; readonly cursor?: string | undefined }): PageRequest {
  return { limit: query.limit, cursor: query.cursor ?? null };
}
