import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { call } from '../../../src/console/api/call.ts';
import { endpoints } from '../../../src/console/api/endpoints.ts';
import { forgetAnswers } from '../../../src/console/api/known-answers.ts';

const counts = { waiting: 3, mark: 'a' };

describe('an answer that is asked for again', () => {
  const asked: (string | null)[] = [];
  let answer: () => Response;
  beforeEach(() => {
    forgetAnswers();
    asked.length = 0;
    vi.stubGlobal('fetch', async (_: string, { headers }: RequestInit) => {
      asked.push(new Headers(headers).get('if-none-match'));
      return answer();
    });
  });
  afterEach(() => vi.unstubAllGlobals());
  const fresh = () => Response.json(counts, { headers: { etag: 'W/"one"' } });
  const unchanged = () => new Response(null, { status: 304, headers: { etag: 'W/"one"' } });

  it('is not sent again while it says the same', async () => {
    answer = fresh;
    expect(await call(endpoints.countLines)).toEqual(counts);
    answer = unchanged;
    expect(await call(endpoints.countLines)).toEqual(counts);
    expect(await call(endpoints.countLines)).toEqual(counts);
    answer = () => Response.json({ ...counts, waiting: 2 }, { headers: { etag: 'W/"two"' } });
    expect(await call(endpoints.countLines)).toMatchObject({ waiting: 2 });
    expect(asked).toEqual([null, 'W/"one"', 'W/"one"', 'W/"one"']);
  });

  it('is another at another address, and forgotten with whoever asked', async () => {
    answer = fresh;
    await call(endpoints.countLines);
    await call(endpoints.countLines, { query: { brand: 'loomwell' } });
    await call(endpoints.endSession);
    await call(endpoints.countLines);
    expect(asked).toEqual([null, null, null, null]);
  });
});
