import { once } from 'node:events';
import { createServer } from 'node:http';
import express from 'express';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Problem } from '../../src/domain/problem.ts';
import { defineRoute, nothing } from '../../src/http/contracts/route.ts';
import { operationOf } from '../../src/http/openapi-operation.ts';
import { entityTag, readIfMatch } from '../../src/http/preconditions.ts';
import { problemAnswer } from '../../src/http/problem-answer.ts';
import { routeTable } from '../../src/http/route-table.ts';
import { routeServer } from '../../src/http/serve-route.ts';

const problemOf = (header: string | undefined, version = 1, isNeeded = true) => {
  try {
    readIfMatch({ get: () => header as never }, isNeeded)(version);
    return null;
  } catch (error) {
    return error instanceof Problem ? error.code : error;
  }
};

describe('If-Match', () => {
  it.each([
    ['"3"', true],
    ['"2", "3"', true],
    ['"2","3" , "4"', true],
    ['*', true],
    ['"4"', false],
    ['W/"3"', false],
    ['W/"3", "3"', true],
    ['"33"', false],
  ])('%s holds for version 3: %s', (header, expected) => {
    expect(problemOf(header, 3)).toBe(expected ? null : 'precondition-failed');
  });

  it('is asked for where it is missing, and refused where it is no tag', () => {
    expect([undefined, '', '3', '"3', '"3" "4"', '*, "3"'].map((header) => problemOf(header))).toEqual([
      'precondition-required',
      'precondition-required',
      'bad-request',
      'bad-request',
      'bad-request',
      'bad-request',
    ]);
  });

  it('may be left out where it is not needed', () => {
    expect(problemOf(undefined, 3, false)).toBeNull();
    expect(problemOf('"2"', 3, false)).toBe('precondition-failed');
  });

  it('reads what a thousand commas hide in no time', () => {
    const started = performance.now();
    expect(problemOf(`${'"a" ,'.repeat(2000)} x`)).toBe('bad-request');
    expect(performance.now() - started).toBeLessThan(500);
  });
});

const changeThing = defineRoute({
  method: 'patch',
  path: '/things/{id}',
  operationId: 'changeThing',
  summary: 'Change a thing',
  description: 'For this test alone.',
  tag: 'brands',
  roles: 'anyone',
  scope: null,
  params: z.strictObject({ id: z.string() }),
  query: nothing,
  body: z.strictObject({ name: z.string() }),
  hasEtag: true,
  ifMatch: 'needed',
  status: 200,
  answer: z.strictObject({ name: z.string() }),
  problems: ['invalid-request'],
});

describe('a route that needs If-Match', () => {
  const patch = async (headers: Record<string, string>) => {
    const app = express();
    const table = routeTable();
    routeServer({ table, once: ({ act }) => act(), onAnswer: () => {} }).serveAnyone(
      changeThing,
      async ({ body, ifMatch, response }) => {
        ifMatch(3);
        response.set('ETag', entityTag(4));
        return body;
      },
    );
    app.use(table.serve, problemAnswer({ baseUrl: () => 'http://here', log: { info() {}, warn() {}, error() {} } }));
    const server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const answer = await fetch(`http://127.0.0.1:${port}/things/1`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/merge-patch+json', ...headers },
      body: '{"name":"coat"}',
    });
    server.close();
    return { status: answer.status, etag: answer.headers.get('etag'), body: await answer.json() };
  };

  it('changes what is at the version that was seen', async () => {
    expect(await patch({ 'if-match': '"3"' })).toEqual({ status: 200, etag: '"4"', body: { name: 'coat' } });
    expect((await patch({ 'if-match': '"3"', 'content-type': 'application/json' })).status).toBe(200);
  });

  it('answers 428 without it, and 412 with the version in force where another was seen', async () => {
    expect(await patch({})).toMatchObject({ status: 428, body: { code: 'precondition-required' } });
    const late = await patch({ 'if-match': '"2"' });
    expect(late).toMatchObject({ status: 412, etag: '"3"', body: { code: 'precondition-failed', etag: '"3"' } });
  });

  it('says so in the API document', () => {
    const { requestParams, requestBody, responses } = operationOf(changeThing);
    const header = requestParams?.header;
    expect(header instanceof z.ZodObject ? Object.keys(header.shape) : []).toEqual(['If-Match']);
    expect(JSON.stringify(requestBody)).toContain('application/merge-patch+json');
    expect(Object.keys(responses)).toEqual(expect.arrayContaining(['412', '428']));
    expect(JSON.stringify(responses['200'])).toContain('ETag');
  });
});
