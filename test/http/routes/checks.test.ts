import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { checkRoutes } from '../../../src/http/contracts/check-routes.ts';
import { ProblemDocument } from '../../../src/http/contracts/problem-document.ts';
import { type RunningService, runningService } from '../../support/running-service.ts';
import { runCli } from '../../support/started-process.ts';
import { briefBody } from '../support/samples.ts';

const now = '2027-01-25T12:00:00.000Z';
const lines = [
  { text: 'A coat for the bus stop, not the runway' },
  { text: "{{ first_name|default:'there' }}, cheap coats are here" },
  { text: 'Warm coats', preheader: 'Save XX% today' },
  { text: 'The linen is in', history: ['The linen is in', { text: 'A word about socks', campaign: 'socks' }] },
  { text: '*|FNAME|*, the linen is in', dialect: 'mailchimp' },
  { text: 'a\u0000b \ud83d and a lone half' },
];

let service: RunningService;
let key: string;
beforeAll(async () => {
  service = await runningService({ isWorking: false });
  key = await service.key(['tilden-row']);
});
afterAll(() => service.stop());

async function post(json: unknown, as = key) {
  const headers = { authorization: `Bearer ${as}`, 'content-type': 'application/json' };
  const response = await fetch(`${service.url}/v1/checks`, { method: 'POST', headers, body: JSON.stringify(json) });
  return { status: response.status, body: await response.json() };
}

async function checked(more: object) {
  const { status, body } = await post({ brand: 'tilden-row', lines, now, ...more });
  expect(status, JSON.stringify(body)).toBe(200);
  return checkRoutes.checkLines.answer.parse(body);
}

describe('checking lines over HTTP', () => {
  it('says of each line what the shell says, in order', async () => {
    const input = lines.map((line) => JSON.stringify(line)).join('\n');
    const shell = await runCli(['check', '--brand', 'tilden-row', '--input', 'jsonl', '--now', now], { input });
    const { policyHash, data } = await checked({});
    const said = data.map((line) => ({ ...line, policyHash: line.policyHash ?? policyHash }));
    expect(said).toEqual(
      shell.out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    );
    expect(data.map(({ verdict }) => verdict).slice(0, 2)).toEqual(['pass', 'block']);
  });

  it('names another policy only beside a line in another dialect', async () => {
    const { data } = await checked({});
    expect(data.map((line) => 'policyHash' in line)).toEqual([false, false, false, false, true, false]);
  });

  it('compares with the facts of the brief, whose brand may be left out, and of the cohort', async () => {
    const attributes = { tier: {} };
    const tagged = [{ text: 'Your {{ tier }} coats', cohort: 'coat-browsers' }];
    const rules = ['tag-syntax'];
    const without = await checked({ lines: [{ text: 'Your {{ tier }} coats' }], rules });
    const { brand: _, ...brief } = z.looseObject({ brand: z.string() }).parse(briefBody);
    const withBrief = await checked({ lines: tagged, rules, brief: { ...brief, attributes } });
    expect(without.data[0]?.findings).not.toEqual([]);
    expect(withBrief.data[0]?.findings).toEqual([]);
  });

  it('says of each line how near it is to the voice, where it is asked, with a sentence for each trait', async () => {
    const asked = [
      { text: 'A coat for the rain, and one for the bus' },
      { text: '🔥 UNLOCK Our Hottest Coat DEALS!!! 🔥' },
    ];
    const { data } = await checked({ lines: asked, voice: true });
    const [near, far] = data.map(({ voice }) => voice);
    expect(near?.score).toBeGreaterThan(far?.score ?? 100);
    expect(near?.score).toBeGreaterThanOrEqual(near?.usual?.from ?? 100);
    expect(far?.score).toBeLessThan(far?.usual?.from ?? 0);
    expect(far?.traits.find(({ trait }) => trait === 'emoji')?.says).toContain(
      'Has several emoji, like none of this brand',
    );
    expect((await checked({})).data.some((line) => 'voice' in line)).toBe(false);
  });

  it('runs the rules it is told, even those that are off', async () => {
    const { data } = await checked({ lines: [{ text: 'x'.repeat(200) }], rules: ['length'] });
    expect(new Set(data[0]?.findings.map(({ rule }) => rule))).toEqual(new Set(['length']));
  });

  it('tells every name that nobody knows, by its place, and checks nothing', async () => {
    const { status, body } = await post({
      brand: 'tilden-row',
      brief: briefBody,
      lines: [{ text: 'a' }, { text: 'b', cohort: 'coat-browser' }, { text: 'c', dialect: 'klavio' }],
      rules: ['length', 'lenght'],
    });
    const { code, errors } = ProblemDocument.parse(body);
    expect([status, code]).toEqual([422, 'invalid-request']);
    expect(errors).toEqual([
      { pointer: '#/rules/1', detail: expect.stringContaining('did you mean "length"?') },
      { pointer: '#/lines/1/cohort', detail: expect.stringContaining('did you mean "coat-browsers"?') },
      { pointer: '#/lines/2/dialect', detail: expect.stringContaining('did you mean "klaviyo"?') },
    ]);
  });

  it.each([
    ['a cohort without a brief', { lines: [{ text: 'a', cohort: 'x' }] }, '#/lines/0/cohort'],
    ['a brief of another brand', { lines: [{ text: 'a' }], brief: { ...briefBody, brand: 'other' } }, '#/brief/brand'],
    [
      'a brief with a mistake',
      { lines: [{ text: 'a' }], brief: { ...briefBody, messageType: 'apology' } },
      '#/brief/incident',
    ],
    ['no lines', { lines: [] }, '#/lines'],
    ['too many lines', { lines: Array.from({ length: 10_001 }, () => ({ text: 'a' })) }, '#/lines'],
  ])('refuses %s', async (_, more, pointer) => {
    const { status, body } = await post({ brand: 'tilden-row', ...more });
    expect(status).toBe(422);
    expect(ProblemDocument.parse(body).errors).toMatchObject([{ pointer }]);
  });

  it('lists a hundred mistakes of ten thousand, and says how many there are', async () => {
    const many = Array.from({ length: 10_000 }, (_, at) => ({ text: 'a', cohort: `group-${at}` }));
    const { body } = await post({ brand: 'tilden-row', brief: briefBody, lines: many });
    const { errors, detail } = ProblemDocument.parse(body);
    expect([errors?.length, detail]).toEqual([100, expect.stringMatching(/10000 mistakes; the first 100/)]);
  });

  it('stores nothing and leaves no event', async () => {
    const before = await service.product.auditEventCount();
    await checked({});
    expect(await service.product.auditEventCount()).toBe(before);
  });

  it('lets others be served between the slices of a batch', async () => {
    const batch = Array.from({ length: 3000 }, (_, at) => ({ text: `Coat number ${at} is by the door` }));
    let isDone = false;
    const answer = checked({ lines: batch }).finally(() => {
      isDone = true;
    });
    let served = 0;
    for (; !isDone; served++) await fetch(`${service.url}/healthz`);
    expect((await answer).data).toHaveLength(3000);
    expect(served).toBeGreaterThan(5);
  });

  it('is there for every role that may see lines, and asks a key for its scope', async () => {
    const compliance = await service.key(['tilden-row'], 'compliance', ['lines:check']);
    expect((await post({ brand: 'tilden-row', lines: [{ text: 'a' }] }, compliance)).status).toBe(200);
    const reader = await service.key(['tilden-row'], 'campaign-client', ['lines:read']);
    expect((await post({ brand: 'tilden-row', lines: [{ text: 'a' }] }, reader)).status).toBe(403);
  });
});
