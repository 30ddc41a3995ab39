/** What a route is, said once: the server, the role table, the API document and the console read the same. */
import * as z from 'zod';
import type { Role, Scope } from '../../domain/access.ts';
import type { CsvColumns } from '../../domain/csv-rows.ts';
import type { ProblemCode } from '../../domain/problem.ts';
import type { CsvTable } from './csv.ts';

/** A route as data. */
export type Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType | null = z.ZodType | null,
  Answer extends z.ZodType | null = z.ZodType | null,
> = {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** With `{name}` for each parameter. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tag: 'campaigns' | 'review' | 'compliance' | 'brands' | 'webhooks' | 'access';
  /** Who may: one of these roles in at least one brand. `'anyone'` needs no sign-in, `'signed-in'` no role. */
  readonly roles: readonly Role[] | 'anyone' | 'signed-in';
  /** What a key must be good for; `null` where no key may be used. */
  readonly scope: Scope | null;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** The body may come as CSV, a row for each entry of this list of it; the query gives its other members. */
  readonly csvBody?: {
    readonly list: string;
    readonly columns: CsvColumns;
    readonly maxRows: number;
    readonly example: string;
  };
  /** What the body may weigh, where `ordinaryBodyBytes` is not right. */
  readonly maxBodyBytes?: number;
  /**
   * The answer carries the version of what it shows as a strong ETag; its handler sets it. Read again with it in
   * If-None-Match, the answer is 304. No route but these and `isPolled` ones has a tag.
   */
  readonly hasEtag?: true;
  /** A GET that consoles ask again and again: its answer carries a weak ETag over what it says, and is 304 while that stays. */
  readonly isPolled?: true;
  /** A write that must, or may, name the version it saw in If-Match; missing 428, another in force 412. */
  readonly ifMatch?: 'needed' | 'taken';
  /** The status of success. */
  readonly status: 200 | 201 | 202 | 204;
  /** The status where it made the thing rather than changed it. */
  readonly statusWhereMade?: 201;
  readonly answer: Answer;
  /** With `?format=csv` the answer comes as this table. */
  readonly csv?: CsvTable<Answer extends z.ZodType ? z.output<Answer> : never>;
  /** The answer is a stream of server-sent events; the data of each fits this. `answer` is `null` then. */
  readonly events?: z.ZodType;
  /**
   * True for a POST that leaves nothing behind but the note that somebody read: its answer must be that of now, so it
   * takes no Idempotency-Key. Every other POST writes an audit event in the act itself; a test walks them all.
   */
  readonly changesNothing?: boolean;
  /** The answer holds a secret that is shown once: it is not kept for an Idempotency-Key, which then only keeps from acting twice. */
  readonly answersSecret?: true;
  /** What can go wrong beyond what every route can answer (bad-request, not-signed-in, not-allowed, too-many-requests). */
  readonly problems: readonly ProblemCode[];
};

/** What a body may weigh: 2,000 cohorts, the most a brief can have, fit with room to spare. */
export const ordinaryBodyBytes = 2 * 1024 * 1024;

/** No parameters. */
export const nothing = z.strictObject({});

/** One id in the path. */
export const byId = z.strictObject({
  id: z.string().max(200).meta({ description: 'The id, as the service gave it.' }),
});

/** How much of a list to give; `what` its entries are called. */
export function upTo(max: number, ordinary: number, what: string) {
  const description = `${what} on this page, 1 to ${max.toLocaleString('en-US')}.`;
  return z.coerce.number().int().min(1).max(max).default(ordinary).meta({ description });
}

/** Where a list goes on and how much of it to give. */
export const paging = {
  limit: upTo(100, 25, 'Entries'),
  cursor: z.string().max(500).optional().meta({ description: 'The `nextCursor` of the page before.' }),
};

/** A page of a list. */
export function listOf<Entry extends z.ZodType>(entry: Entry) {
  return z.strictObject({ data: z.array(entry), nextCursor: z.string().nullable() });
}

/** Say a route with its types kept. */
export function defineRoute<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType | null,
  Answer extends z.ZodType | null,
>(route: Route<Params, Query, Body, Answer>): Route<Params, Query, Body, Answer> {
  return route;
}

/**
 * Whether requests may carry an Idempotency-Key: every POST that changes something, of somebody known, whose answer may
 * be kept.
 */
export function takesIdempotencyKey({
  method,
  roles,
  changesNothing,
}: Pick<Route, 'method' | 'roles' | 'changesNothing'>): boolean {
  return method === 'post' && roles !== 'anyone' && changesNothing !== true;
}
