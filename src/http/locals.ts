/** What one request carries along: set by the first middlewares, read by those after them. */

import type { SignedIn } from '../domain/access.ts';
import type { CsvRecord } from '../domain/csv-rows.ts';

declare global {
  namespace Express {
    interface Locals {
      requestId: string;
      /** When it came, by `performance.now()`. */
      startedAt: number;
      /** Who asks; `null` for nobody known. Set for `/v1` only. */
      signedIn: SignedIn | null;
      /** Why a key that was sent is no good, in a sentence; `null` where it is, or none was sent. */
      refusal: string | null;
      /** What proved it. Only a session needs to be guarded against other sites. */
      provedBy: 'key' | 'session' | null;
      /** The route's path as its contract writes it, for logs and metrics; `undefined` until one was found. */
      route: string | undefined;
      /** The rows of a body that came as CSV. */
      csvRows?: readonly CsvRecord[];
    }
  }
}
