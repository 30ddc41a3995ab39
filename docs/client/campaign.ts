/**
 * A campaign tool in a hundred lines: it asks for lines, follows the work, and fetches what a person approved.
 * `npm run client -- api.d.ts` writes the types beside it; `npm install openapi-fetch` is all it needs.
 * LINEWRIGHT_REVIEWER is for trying it out alone: the cookie of a copywriter, in whose name the first lines are approved.
 */
import { readFileSync } from 'node:fs';
import createClient from 'openapi-fetch';
import type { components, paths } from './api.d.ts';

type Progress = components['schemas']['RequestProgress'];

const { LINEWRIGHT_URL: baseUrl = 'http://127.0.0.1:3000', LINEWRIGHT_KEY, LINEWRIGHT_REVIEWER } = process.env;
const tool = createClient<paths>({ baseUrl, headers: { authorization: `Bearer ${LINEWRIGHT_KEY}` } });
const person = createClient<paths>({ baseUrl, headers: { cookie: LINEWRIGHT_REVIEWER ?? '', origin: baseUrl } });

const brief: components['schemas']['Brief'] = JSON.parse(readFileSync(process.argv[2] ?? 'brief.json', 'utf8'));

// Sent twice, it is done once: after a broken connection nobody has to wonder.
const once = { header: { 'Idempotency-Key': crypto.randomUUID() } };
const first = await tool.POST('/v1/variant-requests', { body: brief, params: once });
if (first.error) throw new Error(`${first.error.title}: ${JSON.stringify(first.error.errors ?? first.error.detail)}`);
const again = await tool.POST('/v1/variant-requests', { body: brief, params: once });
const request = first.data;
// How many lines each cohort still lacks. Work is told of while it goes on, so "in-review" may come more than once.
const wanted = new Map(request.cohorts.map(({ id, needed }) => [id, needed]));
say({ requested: request.id, replayed: again.response.headers.get('idempotency-replayed'), same: again.data?.id });

for await (const { name, progress } of eventsOf(request.id)) {
  say({ event: name, state: progress.state, cohorts: progress.cohorts.map(({ state }) => state) });
  if (progress.state === 'in-review' && LINEWRIGHT_REVIEWER) await approveFirst(request.id);
}

const lines = await linesOf(request.id);
const [line] = lines;
if (!line) throw new Error('no line was approved');
const one = await tool.GET('/v1/approved-lines/{id}', { params: { path: { id: line.id } } });
say({ lines: lines.map(({ cohort, text }) => ({ cohort, text })), one: one.data?.text });

/** The events of a request until it is settled. A connection that breaks is taken up again after the last one seen. */
async function* eventsOf(id: string): AsyncGenerator<{ name: string; progress: Progress }> {
  let lastId: string | undefined;
  for (;;) {
    const header = lastId === undefined ? {} : { 'Last-Event-ID': lastId };
    const { data, error, response } = await tool.GET('/v1/variant-requests/{id}/events', {
      params: { path: { id }, header },
      parseAs: 'stream',
    });
    if (error) throw new Error(error.detail);
    if (response.status === 204 || !data) return;
    let text = '';
    for await (const piece of data.pipeThrough(new TextDecoderStream())) {
      text += piece;
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      for (const event of events) {
        const [, name, eventId, json] = /^event: (.*)\nid: (.*)\ndata: (.*)$/.exec(event) ?? [];
        if (name === undefined || json === undefined) continue;
        lastId = eventId;
        yield { name, progress: JSON.parse(json) };
        if (name === 'end') return;
      }
    }
  }
}

/** What a copywriter does in the console. */
async function approveFirst(requestId: string): Promise<void> {
  const query = { request: requestId, state: 'pending', limit: 100 } as const;
  const { data: queue } = await person.GET('/v1/review-items', { params: { query } });
  for (const { item } of queue?.data ?? []) {
    const left = wanted.get(item.cohortId) ?? 0;
    if (left === 0) continue;
    wanted.set(item.cohortId, left - 1);
    const { error } = await person.POST('/v1/review-items/{id}/decisions', {
      params: { path: { id: item.id } },
      body: { version: item.version, decision: { kind: 'approve', warningsPassed: 'on-purpose' } },
    });
    if (error) throw new Error(`${error.code}: ${error.detail}`);
  }
  say({ approved: requestId });
}

/** Approved lines are held back for a moment in which their approval can be undone. */
async function linesOf(requestId: string): Promise<components['schemas']['ApprovedLine'][]> {
  for (;;) {
    const { data, error } = await tool.GET('/v1/approved-lines', {
      params: { query: { request: requestId, limit: 100 } },
    });
    if (error) throw new Error(error.detail);
    if (typeof data === 'string') throw new Error('Asked for JSON and got CSV.');
    const isGraced = data.withheld.some(({ reason }) => reason.includes('release grace'));
    if (data.data.length > 0 && !isGraced) return data.data;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

function say(what: object): void {
  console.log(JSON.stringify(what));
}
