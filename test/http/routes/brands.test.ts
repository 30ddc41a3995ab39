import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { servedApp } from '../support/served-app.ts';
import { person } from '../support/signed-in.ts';

const BrandPage = z.object({
  data: z.array(z.object({ id: z.string(), mistakes: z.array(z.unknown()) })),
  nextCursor: z.string().nullable(),
});

describe('the brands', () => {
  it('are listed by id, page by page, with the mistakes of those set aside', async () => {
    const app = await servedApp({ ada: person(['copywriter'], ['c', 'a', 'b']) });
    const pageAt = async (query: string) =>
      BrandPage.parse((await app.send('GET', `/v1/brands?${query}`, { session: 'ada' })).body);
    const first = await pageAt('limit=2');
    expect([first.data.map(({ id }) => id), first.nextCursor]).toEqual([['a', 'b'], 'b']);
    expect(first.data[0]?.mistakes).toHaveLength(1);
    const second = await pageAt(`limit=2&cursor=${first.nextCursor}`);
    expect([second.data.map(({ id }) => id), second.nextCursor]).toEqual([['c'], null]);
    await app.close();
  });
});
