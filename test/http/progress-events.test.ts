import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CohortState } from '../../src/domain/variant-request.ts';
import type { HttpParts } from '../../src/http/app.ts';
import { fakeUseCases } from './support/fake-use-cases.ts';
import { counts } from './support/samples.ts';
import { type ServedApp, servedApp } from './support/served-app.ts';
import { person, tool } from './support/signed-in.ts';

type Read = { event?: string; id?: string; data?: unknown; comment?: string };

const holders = { ada: person(), lw_tool: tool(['requests:read']) };
const address = '/v1/variant-requests/req_1/events';
const quick = { lookMs: 5, longestMs: 20_000, heartbeatMs: 20_000 };

let app: ServedApp;
let state: CohortState = 'drafting';
let looks = 0;
let isAway = false;
afterEach(() => app.close());

async function serve(more: Partial<HttpParts> = {}): Promise<void> {
  state = 'drafting';
  looks = 0;
  isAway = false;
  const progress = async () => {
    looks++;
    if (isAway) throw new Error('the database is away');
    const sample = await fakeUseCases(new Map()).campaigns.progress(['tilden-row'], 'req_1');
    return { ...sample, cohorts: sample.cohorts.map((each) => ({ ...each, cohort: { ...each.cohort, state } })) };
  };
  app = await servedApp(holders, { streams: quick, instead: { campaigns: { progress } }, ...more });
}

/** Opens a stream; `read` waits for as many pieces as asked, `rest` for the end. */
async function follow(headers: Record<string, string> = { authorization: 'Bearer lw_tool' }) {
  const gone = new AbortController();
  const response = await fetch(`${app.url}${address}`, { headers, signal: gone.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const more = async () => {
    const { done, value = '' } = (await reader?.read()) ?? { done: true };
    text += value;
    return !done;
  };
  const pieces = () =>
    text
      .split('\n\n')
      .slice(0, -1)
      .map(pieceOf)
      .filter((piece) => Object.keys(piece).length > 0);
  return {
    response,
    leave: () => gone.abort(),
    read: async (count: number) => {
      while (pieces().length < count && (await more()));
      return pieces();
    },
    rest: async () => {
      while (await more());
      return pieces();
    },
  };
}

function pieceOf(text: string): Read {
  const piece: Read = {};
  for (const line of text.split('\n')) {
    const [, name = '', value = ''] = /^(\w*): ?(.*)$/.exec(line) ?? [];
    if (name === '') piece.comment = value;
    else if (name === 'event') piece.event = value;
    else if (name === 'id') piece.id = value;
    else if (name === 'data') piece.data = JSON.parse(value);
  }
  return piece;
}

describe('following a request', () => {
  it('tells how it stands, what changes, and that it is over', async () => {
    await serve();
    const stream = await follow();
    expect(stream.response.status).toBe(200);
    const expected = {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'content-encoding': null,
    };
    for (const [name, value] of Object.entries(expected)) expect(stream.response.headers.get(name)).toBe(value);
    const [snapshot] = await stream.read(1);
    expect(snapshot).toMatchObject({
      event: 'snapshot',
      data: { requestId: 'req_1', state: 'drafting', cohorts: [{ id: 'coh_1', state: 'drafting', counts }] },
    });
    state = 'in-review';
    const [, change] = await stream.read(2);
    expect(change).toMatchObject({ event: 'change', data: { state: 'in-review', cohorts: [{ state: 'in-review' }] } });
    expect(change?.id).not.toBe(snapshot?.id);
    state = 'ready';
    expect((await stream.rest()).slice(2)).toMatchObject([
      { event: 'change', data: { state: 'ready', cohorts: [{ state: 'ready' }] } },
      { event: 'end', data: { state: 'ready', cohorts: [] } },
    ]);
  });

  it('works for a person in the console too, and for nobody without a part in the brand', async () => {
    await serve();
    const stream = await follow({ cookie: 'lw_session=ada' });
    expect(await stream.read(1)).toMatchObject([{ event: 'snapshot' }]);
    stream.leave();
    expect((await app.send('GET', address)).status).toBe(401);
  });

  it('goes on from the event that was seen last', async () => {
    await serve();
    const first = await follow();
    const [snapshot] = await first.read(1);
    first.leave();
    const seen = { authorization: 'Bearer lw_tool', 'last-event-id': snapshot?.id ?? '' };
    const second = await follow(seen);
    state = 'ready';
    const rest = await second.rest();
    expect(rest).toMatchObject([{ event: 'change' }, { event: 'end' }]);
    const over = await follow({ ...seen, 'last-event-id': rest.at(-1)?.id ?? '' });
    expect(over.response.status).toBe(204);
    expect(await (await follow(seen)).rest()).toMatchObject([{ event: 'snapshot' }, { event: 'end' }]);
  });

  it('shows that it lives where nothing happens', async () => {
    await serve({ streams: { ...quick, heartbeatMs: 5 } });
    const stream = await follow();
    const beats = (await stream.read(4)).slice(1);
    expect(beats.map(({ comment }) => comment)).toEqual(Array(3).fill('the connection lives'));
    stream.leave();
  });

  it('asks the store once for all who follow, and no more when they are gone', async () => {
    await serve({ streams: { ...quick, lookMs: 20 } });
    const streams = await Promise.all(Array.from({ length: 8 }, () => follow()));
    await Promise.all(streams.map((stream) => stream.read(1)));
    const before = looks;
    await vi.waitFor(() => expect(looks).toBeGreaterThan(before + 3));
    state = 'in-review';
    const after = looks;
    for (const stream of streams) expect((await stream.read(2)).at(-1)).toMatchObject({ event: 'change' });
    expect(looks).toBeLessThan(after + 8);
    for (const stream of streams) stream.leave();
    let atRest = -1;
    await vi.waitFor(
      () => {
        const still = looks === atRest;
        atRest = looks;
        expect(still).toBe(true);
      },
      { interval: 100 },
    );
  });

  it('lets a caller have so many streams at once, and another when one is over', async () => {
    await serve({ streams: { ...quick, perCaller: 2 } });
    const [first] = [await follow(), await follow()];
    const third = await app.send('GET', address, { key: 'lw_tool' });
    expect([third.status, third.body]).toMatchObject([429, { code: 'too-many-requests' }]);
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await follow({ cookie: 'lw_session=ada' })).response.status).toBe(200);
    first?.leave();
    await vi.waitFor(async () => expect((await follow()).response.status).toBe(200));
  });

  it('ends after its time without saying that the request is over', async () => {
    await serve({ streams: { ...quick, longestMs: 30 } });
    expect(await (await follow()).rest()).toMatchObject([{ event: 'snapshot' }]);
  });

  it('ends at once when the service stops', async () => {
    const draining = new AbortController();
    await serve({ draining: draining.signal });
    const stream = await follow();
    await stream.read(1);
    draining.abort();
    expect(await stream.rest()).toMatchObject([{ event: 'snapshot' }]);
    expect(await (await follow()).rest()).toEqual([]);
  });

  it('ends where the request cannot be read any more', async () => {
    await serve();
    const stream = await follow();
    await stream.read(1);
    isAway = true;
    expect(await stream.rest()).toMatchObject([{ event: 'snapshot' }]);
  });
});
