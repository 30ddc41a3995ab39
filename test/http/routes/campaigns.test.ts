import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LineFilter } from '../../../src/ports/delivery-store.ts';
import type { PageRequest } from '../../../src/ports/page.ts';
import { briefBody } from '../support/samples.ts';
import { type ServedApp, servedApp } from '../support/served-app.ts';
import { person, tool } from '../support/signed-in.ts';

const asked: { filter: LineFilter; page: PageRequest }[] = [];
const listed: (readonly string[])[] = [];

let app: ServedApp;
beforeAll(async () => {
  const twoBrands = person(['copywriter'], ['tilden-row', 'other-brand']);
  const mixed = {
    ...twoBrands,
    caller: {
      ...twoBrands.caller,
      memberships: [
        ...person(['compliance'], ['audited-brand']).caller.memberships,
        ...person(['copywriter'], ['tilden-row']).caller.memberships,
      ],
    },
  };
  app = await servedApp(
    { lw_tool: tool(['requests:write', 'requests:read', 'lines:read']), two: twoBrands, mixed },
    {
      instead: {
        campaigns: {
          list: async (brandIds) => {
            listed.push(brandIds);
            return { data: [], nextCursor: null };
          },
        },
        delivery: {
          list: async (_caller, filter, page) => {
            asked.push({ filter, page });
            return { lines: [], withheld: [], nextCursor: 'after_25' };
          },
        },
      },
    },
  );
});
afterAll(() => app.close());

describe('a brief', () => {
  it('is accepted with the address of its progress and when to look', async () => {
    const { status, headers, body } = await app.send('POST', '/v1/variant-requests', {
      key: 'lw_tool',
      json: briefBody,
    });
    expect([status, headers.get('location'), headers.get('retry-after')]).toEqual([
      202,
      '/v1/variant-requests/req_1',
      '2',
    ]);
    expect(body).toMatchObject({
      id: 'req_1',
      state: 'in-review',
      writer: { kind: 'embedded-writer' },
      campaign: { externalId: 'end-of-season-coats-2027' },
      cohorts: [{ externalId: 'coat-browsers', name: 'Looked at coats in January', counts: { pending: 7 } }],
    });
  });

  it('of a brand that is not yours is not there', async () => {
    const json = { ...briefBody, brand: 'another-brand' };
    expect((await app.send('POST', '/v1/variant-requests', { key: 'lw_tool', json })).status).toBe(404);
  });
});

describe('an id of somebody else', () => {
  it.each(['/v1/variant-requests/req_2', '/v1/approved-lines/line_2'])('at %s is not there', async (path) => {
    expect((await app.send('GET', path, { key: 'lw_tool' })).status).toBe(404);
  });

  it('cannot be retried', async () => {
    expect((await app.send('POST', '/v1/cohorts/coh_2/retries', { key: 'lw_tool' })).status).toBe(404);
  });
});

describe('a list', () => {
  const brandsListed = async (path: string, session: string) => {
    listed.length = 0;
    const { status } = await app.send('GET', path, { session });
    return [status, ...listed];
  };

  it('is about all your brands, or the one you name', async () => {
    expect(await brandsListed('/v1/variant-requests', 'two')).toEqual([200, ['tilden-row', 'other-brand']]);
    expect(await brandsListed('/v1/variant-requests?brand=other-brand', 'two')).toEqual([200, ['other-brand']]);
  });

  it('of a brand that is not yours is not there', async () => {
    expect(await brandsListed('/v1/variant-requests?brand=strange', 'two')).toEqual([404]);
  });

  it('of a brand where you have another role is not allowed, where that role does not reach it', async () => {
    const { status } = await app.send('GET', '/v1/audit-events?brand=tilden-row', { session: 'mixed' });
    expect(status).toBe(403);
    expect((await app.send('GET', '/v1/audit-events?brand=audited-brand', { session: 'mixed' })).status).toBe(200);
  });

  it('of lines is narrowed by what the campaign tool knows', async () => {
    asked.length = 0;
    const path = '/v1/approved-lines?campaign=coats&cohort=caf%C3%A9%20friends&request=req_1&limit=7&cursor=abc';
    const { body } = await app.send('GET', path, { key: 'lw_tool' });
    expect(asked).toEqual([
      {
        filter: { brandIds: ['tilden-row'], campaign: 'coats', cohort: 'café friends', requestId: 'req_1' },
        page: { limit: 7, cursor: 'abc' },
      },
    ]);
    expect(body).toEqual({ data: [], withheld: [], nextCursor: 'after_25' });
  });
});

describe('approved lines', () => {
  it('carry the names the campaign tool gave, and those withheld say why', async () => {
    const plain = await servedApp({ lw_tool: tool(['lines:read']) });
    const { body } = await plain.send('GET', '/v1/approved-lines', { key: 'lw_tool' });
    expect(body).toMatchObject({
      data: [{ id: 'line_1', campaign: 'end-of-season-coats-2027', cohort: 'coat-browsers' }],
      withheld: [{ id: 'line_1', reason: 'the facts it was approved under changed' }],
    });
    await plain.close();
  });
});
