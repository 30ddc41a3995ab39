import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { ProblemDocument } from '../../src/http/contracts/problem-document.ts';
import { readBy } from '../../src/http/mistakes.ts';
import { bodyPointer } from '../../src/http/pointer.ts';
import { briefBody } from './support/samples.ts';
import { type ServedApp, servedApp } from './support/served-app.ts';
import { person, tool } from './support/signed-in.ts';

let app: ServedApp;
beforeAll(async () => {
  app = await servedApp({ lw_tool: tool(['requests:write', 'requests:read', 'lines:read']), writer: person() });
});
afterAll(() => app.close());

async function mistakesIn(raw: string) {
  const { status, body } = await app.send('POST', '/v1/variant-requests', { key: 'lw_tool', raw });
  const problem = ProblemDocument.parse(body);
  expect([status, problem.code]).toEqual([422, 'invalid-brief']);
  return problem.errors ?? [];
}

/** The sample brief with some members other than they are. */
const brief = (changes: object) => JSON.stringify({ ...briefBody, ...changes });
const cohort = { externalId: 'a', name: 'A', who: 'Readers' };

const wrong: readonly [string, string, string, RegExp][] = [
  ['a missing member', brief({ goal: undefined }), '#/goal', /^is missing; give a text$/],
  ['a wrong type', brief({ goal: 4 }), '#/goal', /^must be a text, not the number 4$/],
  ['an empty text', brief({ goal: '' }), '#/goal', /^must not be empty$/],
  ['a long text', brief({ goal: 'x'.repeat(2001) }), '#/goal', /at most 2000 characters; it has 2001/],
  ['an unknown word', brief({ market: 'USA' }), '#/market', /one of "US", "CA".* not "USA"; did you mean "US"\?/],
  ['a missing word', brief({ market: undefined }), '#/market', /^is missing; give one of "US"/],
  ['an unknown key', brief({ gaol: 'x' }), '#/gaol', /There is no "gaol" here; did you mean "goal"\?/],
  ['a key with ~ and /', brief({ 'a~b/c': 1 }), '#/a~0b~1c', /There is no "a~b\/c" here\. Known: brand,/],
  ['a key that is not ASCII', brief({ Größe: 1 }), '#/Gr%C3%B6%C3%9Fe', /There is no "Größe" here/],
  ['half a surrogate pair as a key', brief({ '\ud83d': 1 }), '#/%EF%BF%BD', /There is no "\\ud83d" here/],
  ['a nested unknown key', brief({ offer: { type: 'other', precent: '4' } }), '#/offer/precent', /mean "percent"\?/],
  ['a key of a list entry', brief({ cohorts: [{ ...cohort, size: -1 }] }), '#/cohorts/0/size', /at least 0, not -1/],
  ['no cohort', brief({ cohorts: [] }), '#/cohorts', /at least 1 entry; it has 0/],
  ['a cohort twice', brief({ cohorts: [cohort, cohort] }), '#/cohorts/1/externalId', /stands here twice/],
  [
    'an unknown kind',
    brief({ send: { kind: 'att' } }),
    '#/send/kind',
    /one of "at", "triggered", not "att"; did.*"at"/,
  ],
  ['a missing kind', brief({ send: {} }), '#/send/kind', /^is missing; give one of "at", "triggered"$/],
  ['a time without offset', brief({ needBy: '2027-01-26T17:00' }), '#/needBy', /with an offset, such as/],
  ['a day there is not', brief({ needBy: '2027-02-30T17:00:00Z' }), '#/needBy', /date and time/],
  ['a zone there is not', brief({ timeZone: 'Mars/Olympus' }), '#/timeZone', /IANA time zone/],
  ['a number as percent', brief({ offer: { type: 'percent-off', percent: 40 } }), '#/offer/percent', /in quotes/],
  ['an offer that ends first', endsFirst(), '#/offer/endsAt', /must be after startsAt/],
  ['an attribute name in capitals', brief({ attributes: { FIRST: {} } }), '#/attributes/FIRST', /"FIRST" cannot be a/],
  ['half a line', brief({ needed: 1.5 }), '#/needed', /must be a whole number, not the number 1.5/],
  ['a script address', scripted(), '#/landingPage/url', /web address with http/],
  ['__proto__', `{"__proto__":{"a":1},${brief({}).slice(1)}`, '#/__proto__', /cannot be a key/],
  ['constructor', brief({ attributes: { constructor: {} } }), '#/attributes/constructor', /cannot be a key/],
  ['a nested __proto__', `{"attributes":{"__proto__":{}},${brief({}).slice(1)}`, '#/attributes/__proto__', /be a key/],
];

function endsFirst(): string {
  return brief({ offer: { type: 'other', startsAt: '2027-01-02T00:00:00Z', endsAt: '2027-01-01T00:00:00Z' } });
}

function scripted(): string {
  return brief({ landingPage: { url: 'javascript:alert(1)', promises: 'x' } });
}

describe('a brief', () => {
  it.each(wrong)('with %s is told so at the place', async (_, raw, pointer, detail) => {
    expect(await mistakesIn(raw)).toEqual([{ pointer, detail: expect.stringMatching(detail) }]);
  });

  it('gets every mistake of it told at once', async () => {
    const raw = brief({ goal: 1, market: 'X', gaol: 1, gole: 2, send: { kind: 'at' } });
    const pointers = (await mistakesIn(raw)).map(({ pointer }) => pointer);
    expect(pointers.sort()).toEqual(['#/gaol', '#/goal', '#/gole', '#/market', '#/send/at']);
  });

  it('with thousands of mistakes gets a hundred of them and the number', async () => {
    const cohorts = Array.from({ length: 500 }, () => ({}));
    const { body } = await app.send('POST', '/v1/variant-requests', { key: 'lw_tool', raw: brief({ cohorts }) });
    const { errors, detail } = ProblemDocument.parse(body);
    expect(errors).toHaveLength(100);
    expect(detail).toBe('The brief has 1500 mistakes; the first 100 are listed.');
  });
});

const wrongParameters: readonly [string, string, RegExp][] = [
  ['/v1/variant-requests?limit=0', '?limit', /at least 1, not 0/],
  ['/v1/variant-requests?limit=101', '?limit', /at most 100, not 101/],
  ['/v1/variant-requests?limit=many', '?limit', /must be a number/],
  ['/v1/variant-requests?limit=1.5', '?limit', /whole number/],
  ['/v1/variant-requests?limit=1&limit=2', '?limit', /must be a number/],
  ['/v1/variant-requests?lmit=5', '?lmit', /did you mean "limit"/],
  ['/v1/variant-requests?brand=A%20B', '?brand', /lower-case/],
  ['/v1/variant-requests?brand=a&brand=b', '?brand', /must be a text, not a list/],
  ['/v1/variant-requests?__proto__=a', '?__proto__', /cannot be a key/],
  ['/v1/variant-requests?api_key=lw_tool', '?api_key', /There is no "api_key" here/],
  ['/v1/approved-lines?campaign=a%00b', '?campaign', /control characters/],
  ['/v1/approved-lines/line%00', '{id}', /control characters/],
  [`/v1/approved-lines/${'x'.repeat(201)}`, '{id}', /at most 200 characters; it has 201/],
];

describe('an address', () => {
  it.each(wrongParameters)('%s is told its mistake', async (path, pointer, detail) => {
    const { status, body } = await app.send('GET', path, { key: 'lw_tool' });
    expect([status, ProblemDocument.parse(body).errors]).toEqual([
      400,
      [{ pointer, detail: expect.stringMatching(detail) }],
    ]);
  });

  it('with broken percent signs is refused', async () => {
    expect((await app.send('GET', '/v1/approved-lines/%E0%A4%A', { key: 'lw_tool' })).status).toBe(400);
  });
});

describe('a body that is not a brief', () => {
  it('has its mistakes told as invalid-request', async () => {
    const json = { version: 0, decision: { kind: 'reject', reason: 'other' } };
    const { status, body } = await app.send('POST', '/v1/review-items/item_1/decisions', { session: 'writer', json });
    const { code, errors } = ProblemDocument.parse(body);
    expect([status, code]).toEqual([422, 'invalid-request']);
    expect(errors?.map(({ pointer }) => pointer).sort()).toEqual(['#/decision/comment', '#/version']);
  });
});

describe('reading by a schema', () => {
  it('gives the value as the schema made it', () => {
    const schema = z.strictObject({ needed: z.int().default(2) });
    expect(readBy(schema, {}, bodyPointer)).toEqual({ isGood: true, value: { needed: 2 } });
  });
});
