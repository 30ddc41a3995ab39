import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Route } from '../../src/http/contracts/route.ts';
import { routes } from '../../src/http/contracts/routes.ts';
import { openApiDocument } from '../../src/http/openapi.ts';
import { bodyExamples } from '../../src/http/openapi-examples.ts';
import { memberWords } from '../../src/http/openapi-words.ts';
import { documentGaps } from './support/document-gaps.ts';
import { servedApp } from './support/served-app.ts';

const all: readonly Route[] = routes;
const Operation = z.object({
  operationId: z.string(),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  requestBody: z.object({ content: z.record(z.string(), z.object({ example: z.unknown() })) }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string(), content: z.unknown().optional() })),
});
const Document = z.object({
  openapi: z.string(),
  servers: z.tuple([z.object({ url: z.string() })]),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
});
const document = Document.parse(JSON.parse(JSON.stringify(openApiDocument('http://127.0.0.1:3000'))));
const operationOf = (route: Route) => Operation.parse(document.paths[route.path]?.[route.method]);

describe('the API document', () => {
  it('passes the linter without a warning', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'openapi-')), 'openapi.json');
    writeFileSync(file, JSON.stringify(openApiDocument('http://127.0.0.1:3000')));
    const redocly = [fileURLToPath(import.meta.resolve('@redocly/cli/bin/cli.js')), 'lint', file, '--format', 'json'];
    const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
    const { stdout, stderr } = spawnSync(process.execPath, redocly, { encoding: 'utf8', env });
    const Complaints = z.object({ problems: z.array(z.object({ ruleId: z.string(), message: z.string() })) });
    expect(Complaints.parse(stdout === '' ? { problems: stderr } : JSON.parse(stdout)).problems).toEqual([]);
  });

  it('holds every route once and no other', () => {
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(described.sort()).toEqual(all.map(({ method, path }) => `${method} ${path}`).sort());
    expect(new Set(all.map(({ operationId }) => operationId)).size).toBe(all.length);
  });

  it.each(all.map((route) => [route.operationId, route] as const))('shows a body that works for %s', (id, route) => {
    const example = operationOf(route).requestBody?.content['application/json']?.example;
    expect(example).toEqual(bodyExamples[id]);
    if (route.body) expect(route.body.safeParse(example)).toMatchObject({ success: true });
    else expect(example).toBeUndefined();
  });

  it.each(all.map((route) => [route.operationId, route] as const))(
    'says who may use %s and what can go wrong',
    (_, route) => {
      const { security, responses } = operationOf(route);
      const schemes = security.flatMap((each) => Object.keys(each));
      expect(schemes.includes('session')).toBe(route.roles !== 'anyone');
      expect(schemes.includes('key')).toBe(route.roles === 'signed-in' || route.scope !== null);
      expect(Object.keys(responses)).toEqual(expect.arrayContaining([String(route.status), '400', '429', '500']));
      for (const code of route.problems) expect(JSON.stringify(responses)).toContain(`\`${code}\``);
    },
  );

  it.each(all.map((route) => [route.operationId, route] as const))(
    'leaves nothing open about %s: words, examples that fit their schemas, headers',
    (_, route) => {
      expect(documentGaps(route)).toEqual([]);
    },
  );

  it('explains members that are there, of the brief and all in it', () => {
    for (const [schema, words] of memberWords) {
      const shape = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
      expect(shape).toEqual(expect.arrayContaining(Object.keys(words)));
    }
    const text = JSON.stringify(openApiDocument('http://127.0.0.1:3000').components?.schemas?.['Brief']);
    expect(text).toContain('"description":"What the mail is for, in a sentence or two."');
    expect(text).toContain('"description":"The groups of readers; each gets lines of its own."');
  });

  it('is served with the address of this installation', async () => {
    const app = await servedApp();
    const { status, body, headers } = await app.send('GET', '/openapi.json');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^application\/json/);
    const served = Document.parse(body);
    expect([served.openapi, served.servers[0].url]).toEqual(['3.1.0', app.url]);
    await app.close();
  });
});
