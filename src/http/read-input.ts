/** Reads what a request says by its route's contract, and collects the mistakes. */
import type { Request, Response } from 'express';
import type * as z from 'zod';
import { type Mistake, Problem, type ProblemCode } from '../domain/problem.ts';
import { readBody } from './body.ts';
import { ordinaryBodyBytes, type Route } from './contracts/route.ts';
import { atItsRow, isCsv, readCsvBody } from './csv-body.ts';
import { readBy } from './mistakes.ts';
import { bodyPointer, pathPointer, queryPointer } from './pointer.ts';

/** What a schema makes of its input; `null` where there is no schema. */
export type Output<Schema extends z.ZodType | null> = Schema extends z.ZodType ? z.output<Schema> : null;

/** The parameters of a request. Throws `bad-request`, naming each parameter that is wrong. */
export function readParameters<Params extends z.ZodType, Query extends z.ZodType>(
  route: Pick<Route<Params, Query>, 'params' | 'query'>,
  request: Request,
): { readonly params: z.output<Params>; readonly query: z.output<Query> } {
  const params = readBy(route.params, request.params, pathPointer);
  const query = readBy(route.query, request.query, queryPointer);
  const controls = [
    ...controlsIn(request.params).map((name) => pathPointer([name])),
    ...controlsIn(request.query).map((name) => queryPointer([name])),
  ].map((pointer) => ({ pointer, detail: 'must not hold control characters' }));
  if (params.isGood && query.isGood && controls.length === 0) return { params: params.value, query: query.value };
  const mistakes = [...(params.isGood ? [] : params.mistakes), ...(query.isGood ? [] : query.mistakes), ...controls];
  throw mistaken('bad-request', 'The address', mistakes.length, mistakes);
}

/**
 * The body of a request, `null` where the route takes none.
 * Throws `invalid-brief` or `invalid-request` with every mistake, and what `readBody` throws.
 */
export async function readBodyOf<Body extends z.ZodType | null>(
  route: Pick<Route<z.ZodType, z.ZodType, Body>, 'body' | 'csvBody' | 'maxBodyBytes' | 'problems'>,
  request: Request,
  response: Response,
): Promise<Output<Body>>;
export async function readBodyOf(
  route: Pick<Route, 'body' | 'csvBody' | 'maxBodyBytes' | 'problems'>,
  request: Request,
  response: Response,
): Promise<unknown> {
  if (route.body !== null && route.csvBody && isCsv(request)) return readCsvOf(route.body, route, request, response);
  const body = await readBody(request, response, route.maxBodyBytes ?? ordinaryBodyBytes);
  if (route.body === null) {
    if (body === undefined || isEmptyObject(body)) return null;
    throw new Problem('bad-request', 'This address takes no body. Leave it out.');
  }
  if (body === undefined) throw new Problem('bad-request', 'The body is missing. Send one as application/json.');
  const isBrief = route.problems.includes('invalid-brief');
  const read = readBy(route.body, body, bodyPointer);
  if (read.isGood) return read.value;
  const code = isBrief ? 'invalid-brief' : 'invalid-request';
  throw mistaken(code, isBrief ? 'The brief' : 'The request', read.count, read.mistakes);
}

/** The body that the rows and the query make; what reads its mistakes finds the rows in the locals. */
async function readCsvOf(
  schema: z.ZodType,
  { csvBody, maxBodyBytes = ordinaryBodyBytes }: Pick<Route, 'csvBody' | 'maxBodyBytes'>,
  request: Request,
  response: Response,
): Promise<unknown> {
  if (!csvBody) throw new Error('a route that takes CSV says how');
  const { list, columns, maxRows } = csvBody;
  const rows = await readCsvBody(request, response, { columns, maxRows, maxBytes: maxBodyBytes });
  response.locals.csvRows = rows;
  const read = readBy(schema, { ...request.query, [list]: rows.map(({ cells }) => cells) }, bodyPointer);
  if (read.isGood) return read.value;
  const mistakes = read.mistakes.map((mistake) => atItsRow(mistake, list, rows));
  throw mistaken('invalid-request', 'The file', read.count, mistakes);
}

/** A brief that is not a body of its own. Throws `invalid-brief` with every mistake. */
export function readBrief<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const read = readBy(schema, value, bodyPointer);
  if (read.isGood) return read.value;
  throw mistaken('invalid-brief', 'The brief, so changed,', read.count, read.mistakes);
}

function mistaken(code: ProblemCode, what: string, count: number, listed: readonly Mistake[]): Problem {
  const number = count === 1 ? 'a mistake' : `${count} mistakes`;
  const shown = count > listed.length ? `the first ${listed.length} are listed` : 'see errors';
  return new Problem(code, `${what} has ${number}; ${shown}.`, { mistakes: listed });
}

// No id and no external id holds one, and PostgreSQL refuses U+0000 in a parameter.
function controlsIn(parameters: object): string[] {
  return Object.entries(parameters).flatMap(([name, value]) =>
    typeof value === 'string' && /[\u0000-\u001f\u007f]/.test(value) ? [name] : [],
  );
}

function isEmptyObject(body: unknown): boolean {
  return typeof body === 'object' && body !== null && !Array.isArray(body) && Object.keys(body).length === 0;
}
