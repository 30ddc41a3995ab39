import { expect, it } from 'vitest';
import { retryAfterMs } from '../../src/generate/retry-after.ts';

const now = Date.parse('2026-11-23T10:00:00Z');

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
  expect(retryAfterMs(new Headers(headers), now)).toBe(wait);
});
