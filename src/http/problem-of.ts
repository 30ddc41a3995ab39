/** Translates whatever a request stumbled over into a problem of the table. */
import { Problem } from '../domain/problem.ts';

/** The problem an error stands for. What nobody foresaw becomes `internal`, and its cause stays out of the answer. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const status = statusOf(error);
  if (status === 413)
    return new Problem('body-too-large', `The body is over ${limitOf(error)}. Split the request.`, { cause: error });
  if (status === 415)
    return new Problem('unsupported-media', 'Send the body uncompressed, as application/json in UTF-8.', {
      cause: error,
    });
  if (status === 404) return new Problem('not-found', 'Nothing is at this address.', { cause: error });
  // A broken percent sign, a range outside a file, a precondition that does not hold: all the caller's.
  if (status !== null && status >= 400 && status < 500)
    return new Problem('bad-request', 'The address or a header does not fit. Check both.', { cause: error });
  return new Problem('internal', 'This is a fault of the service. Tell its operator the request id.', { cause: error });
}

function limitOf(error: unknown): string {
  const isKnown = error instanceof Error && 'limit' in error && typeof error.limit === 'number';
  return isKnown ? `${Math.floor(Number(error.limit) / 1024 / 1024)} MB` : 'what this address takes';
}

/** Express, body-parser and send put the status they mean on the error. */
function statusOf(error: unknown): number | null {
  if (!(error instanceof Error) || !('status' in error)) return null;
  return typeof error.status === 'number' ? error.status : null;
}
