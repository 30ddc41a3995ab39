/** Lists in pieces. */

/** Where to go on and how much to give; `cursor` comes from the page before. */
export type PageRequest = { readonly limit: number; readonly cursor: string | null };

/** One piece of a list; `nextCursor` is `null` at the end. */
export type Page<Entry> = { readonly data: readonly Entry[]; readonly nextCursor: string | null };
