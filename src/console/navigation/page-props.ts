/** What every page is given. */
import type { Session } from '../api/use-session.ts';

/** `params` are the named parts of the address, decoded. */
export type PageProps = { readonly session: Session; readonly params: Readonly<Record<string, string>> };
