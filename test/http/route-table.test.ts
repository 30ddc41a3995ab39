import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import express from 'express';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { problemAnswer } from '../../src/http/problem-answer.ts';
import { routeTable } from '../../src/http/route-table.ts';

let server: Server;
let url = '';
beforeAll(async () => {
  const table = routeTable();
  const routes = [
    ['get', '/v1/lines/{id}'],
    ['get', '/v1/lines/newest'],
    ['post', '/v1/lines/mine'],
    ['post', '/v1/lines/{line}/recalls'],
  ] as const;
  for (const [method, path] of routes)
    table.add({ method, path }, (request, response) => void response.json([method, path, request.params]));
  const silence = { info: () => {}, warn: () => {}, error: () => {} };
  const app = express().use(table.serve);
  app.use((_request, response) => void response.status(404).end());
  app.use(problemAnswer({ baseUrl: () => 'http://here', log: silence }));
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
});
afterAll(() => void server.close());

it.each([
  ['GET', '/v1/lines/line_1', ['get', '/v1/lines/{id}', { id: 'line_1' }]],
  ['GET', '/v1/lines/a%2Fb%20c?brand=x', ['get', '/v1/lines/{id}', { id: 'a/b c' }]],
  ['GET', '/v1/lines/newest', ['get', '/v1/lines/newest', {}]],
  // The written segment takes no GET; the parameter does.
  ['GET', '/v1/lines/mine', ['get', '/v1/lines/{id}', { id: 'mine' }]],
  ['POST', '/v1/lines/line_1/recalls', ['post', '/v1/lines/{line}/recalls', { line: 'line_1' }]],
])('hands %s %s to its route', async (method, path, expected) => {
  const answer = await fetch(url + path, { method });
  expect(await answer.json()).toEqual(expected);
});

it('answers HEAD where GET is answered', async () => {
  expect((await fetch(`${url}/v1/lines/line_1`, { method: 'HEAD' })).status).toBe(200);
});

it.each(['/v1/lines', '/v1/lines/', '/V1/lines/line_1', '/v1/lines/line_1/', '/v1/lines/__proto__/x', '/v1/toString'])(
  'finds nothing at %s',
  async (path) => {
    expect((await fetch(url + path)).status).toBe(404);
  },
);

it.each([
  ['PUT', '/v1/lines/line_1', 'GET, HEAD'],
  ['DELETE', '/v1/lines/mine', 'POST'],
  ['GET', '/v1/lines/line_1/recalls', 'POST'],
])('says to %s %s which methods it takes', async (method, path, allowed) => {
  const { status, headers } = await fetch(url + path, { method });
  expect([status, headers.get('allow')]).toEqual([405, allowed]);
});

it('refuses a broken percent sign', async () => {
  expect((await fetch(`${url}/v1/lines/%zz`)).status).toBe(400);
});
