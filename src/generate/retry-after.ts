/** How long a server asks to be left alone, by its headers. */

/** In milliseconds; `null` where it does not say. RFC 9110 §10.2.3; `retry-after-ms` is a habit of model servers. */
export function retryAfterMs(headers: Headers): number | null {
  const milliseconds = Number.parseFloat(headers.get('retry-after-ms') ?? '');
  if (milliseconds >= 0) return milliseconds;
  const asked = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+(?:\.\d+)?$/.test(asked)) return Number(asked) * 1_000;
  // By the server's own clock: ours may stand elsewhere.
  const waitMs = httpDate(asked) - httpDate(headers.get('date') ?? '');
  return Number.isNaN(waitMs) ? null : Math.max(0, waitMs);
}

/** An HTTP date begins with the day's name; what else a parser would take for a date is none. */
function httpDate(text: string): number {
  return /^[A-Z][a-z]{2}, /.test(text) ? Date.parse(text) : Number.NaN;
}
