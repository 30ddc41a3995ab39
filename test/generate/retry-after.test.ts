import { expect, it } from 'vitest';
import { retryAfterMs } from '../../src/generate/retry-after.ts';

const date = 'Mon, 23 Nov 2026 10:00:00 GMT';

it.each([
  [{ 'retry-after': '7' }, 7_000],
  [{ 'retry-after': '0.5' }, 500],
  [{ 'retry-after': 'Mon, 23 Nov 2026 10:01:00 GMT' }, 60_000],
  [{ 'retry-after': 'Mon, 23 Nov 2026 09:00:00 GMT' }, 0],
  [{ 'retry-after-ms': '250', 'retry-after': '7' }, 250],
  [{ 'retry-after': 'soon' }, null],
  [{ 'retry-after': '-3' }, null],
  [{}, null],
])('%j asks for %s ms', (headers, wait) => {
  expect(retryAfterMs(new Headers({ date, ...headers }))).toBe(wait);
});

it('takes a date for nothing where the server does not tell its own', () => {
  expect(retryAfterMs(new Headers({ 'retry-after': date }))).toBeNull();
});
