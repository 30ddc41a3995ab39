import { afterEach, describe, expect, it, vi } from 'vitest';
import { libraryCsv } from '../../../src/console/api/library-csv.ts';

const page = (rows: string, next: string | null) =>
  new Response(`\ufefflineId,text\r\n${rows}`, { headers: next ? { link: `<${next}>; rel="next"` } : {} });

describe('the library as one file', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('holds every page under one header', async () => {
    const asked: string[] = [];
    const pages = [page('line_1,"a\r\nb"\r\n', '/v1/library-lines?cursor=2'), page('line_2,c\r\n', null)];
    vi.stubGlobal('fetch', async (address: string) => {
      asked.push(address);
      return pages.shift();
    });
    const file = await libraryCsv({ text: 'a&b', limit: 25 });
    const bytes = new Uint8Array(await file.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(await file.text()).toBe('lineId,text\r\nline_1,"a\r\nb"\r\nline_2,c\r\n');
    expect(asked).toEqual(['/v1/library-lines?text=a%26b&limit=1000&format=csv', '/v1/library-lines?cursor=2']);
  });

  it('is not given where a page of it could not be had', async () => {
    const pages = [page('line_1,a\r\n', '/next'), Response.json({ code: 'internal', detail: 'No.' }, { status: 500 })];
    vi.stubGlobal('fetch', async () => pages.shift());
    await expect(libraryCsv({})).rejects.toThrow('No.');
  });
});
