/** Serves a route as its contract says: who may, what comes in, what goes out. Handlers see only what passed. */
import type { Request, RequestHandler, Response } from 'express';
import type * as z from 'zod';
import type { SignedIn } from '../domain/access.ts';
import { admit, narrowedTo } from './admit.ts';
import { type Route, takesIdempotencyKey } from './contracts/route.ts';
import { idempotencyKey } from './idempotency-key.ts';
import type { Once } from './once.ts';
import { isInForce, type Precondition, readIfMatch, weakTag } from './preconditions.ts';
import { type Output, readBodyOf, readParameters } from './read-input.ts';
import type { RouteTable } from './route-table.ts';
import { pathSpokenTo, spokenBack, spokenTo } from './sandbox-names.ts';
import { sendCsv } from './send-csv.ts';

/** A request that passed every check. */
type Call<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType | null> = {
  readonly signedIn: SignedIn;
  /** The brands it may be about; `?brand=` has narrowed them already. */
  readonly brandIds: readonly string[];
  readonly params: z.output<Params>;
  readonly query: z.output<Query>;
  readonly body: Output<Body>;
  /** To be told the version in force by what changes it; holds where the route takes no If-Match. */
  readonly ifMatch: Precondition;
  /** The event a client of a stream saw last. */
  readonly lastEventId: string | null;
  /** For headers and cookies only; the answer is what the handler gives back. */
  readonly response: Response;
};

/** A value nobody changes any more. It stops at maps: arbitrary JSON inside them has no bottom for the compiler. */
type Immutable<Value> = Value extends object
  ? string extends keyof Value
    ? Readonly<Value>
    : { readonly [Key in keyof Value]: Immutable<Value[Key]> }
  : Value;

/** Told of every successful answer; tests hold it against the contract. */
export type OnAnswer = (route: Route, answer: unknown) => void;

/** Puts routes into a table. */
export type RouteServer = {
  /** A route for those who are signed in and have one of its roles. */
  readonly serve: <
    Params extends z.ZodType,
    Query extends z.ZodType,
    Body extends z.ZodType | null,
    Answer extends z.ZodType | null,
  >(
    route: Route<Params, Query, Body, Answer>,
    handle: (call: Call<Params, Query, Body>) => Promise<Immutable<Output<Answer>>>,
    /** Makes the answer again from what the act was about, where a crash took it (docs/adr/0017). */
    answerAgain?: (call: Call<Params, Query, Body>, subject: string) => Promise<Immutable<Output<Answer>>>,
  ) => void;
  /** A route for anyone: the handler learns nothing of the caller. */
  readonly serveAnyone: <
    Params extends z.ZodType,
    Query extends z.ZodType,
    Body extends z.ZodType | null,
    Answer extends z.ZodType | null,
  >(
    route: Route<Params, Query, Body, Answer>,
    handle: (
      call: Omit<Call<Params, Query, Body>, 'signedIn' | 'brandIds' | 'lastEventId'>,
    ) => Promise<Immutable<Output<Answer>>>,
  ) => void;
};

type RouteParts = {
  readonly table: RouteTable;
  /** Answers requests that came with an Idempotency-Key. */
  readonly once: Once;
  readonly onAnswer: OnAnswer;
};

/** A server of the routes of this table. */
export function routeServer({ table, once, onAnswer }: RouteParts): RouteServer {
  const mount = (route: Route, handle: (request: Request, response: Response) => Promise<unknown>) => {
    const handler: RequestHandler = async (request, response) => {
      response.locals.route = route.path;
      const known = request.get('if-none-match');
      // Express would answer 304 where there is no version too, and not to whoever sends `Cache-Control: no-cache`
      // beside the tag, as every fetch does.
      delete request.headers['if-none-match'];
      const answer = await handle(request, response);
      onAnswer(route, answer);
      // A stream is on its way already, and ends itself.
      if (route.events !== undefined) return;
      response.set('Server-Timing', `total;dur=${(performance.now() - response.locals.startedAt).toFixed(1)}`);
      const text = route.isPolled ? JSON.stringify(answer) : null;
      if (text !== null && !response.get('ETag')) response.set('ETag', weakTag(text));
      if (route.method === 'get' && isInForce(known, response.get('ETag'))) response.status(304).end();
      else if (text !== null) response.status(route.status).type('json').send(text);
      else if (route.csv !== undefined && request.query['format'] === 'csv')
        sendCsv(route.csv, answer, request, response);
      else if (route.answer === null) response.status(route.status).end();
      else sendJson(response, statusOf(route, response), answer);
    };
    table.add(route, handler);
  };
  return {
    serve: (route, handle, answerAgain) => {
      mount(route, async (request, response) => {
        const admitted = admit(route, response.locals);
        const { signedIn } = admitted;
        const { params: named, query: asked } = readParameters(route, request);
        const params = pathSpokenTo(route.path, named, signedIn);
        const query = spokenTo(asked, signedIn);
        const brandIds = narrowedTo(brandAskedFor(query), admitted);
        const ifMatch = preconditionOf(route, request);
        const body = spokenTo(await readBodyOf(route, request, response), signedIn);
        const lastEventId = request.get('last-event-id') ?? null;
        const call = { signedIn, brandIds, params, query, body, ifMatch, lastEventId, response };
        const key = takesIdempotencyKey(route) ? idempotencyKey(request.get('idempotency-key')) : null;
        const keyed = {
          request,
          response,
          admitted,
          answersSecret: route.answersSecret === true,
          act: () => handle(call),
          answerAgain: answerAgain && ((subject: string) => answerAgain(call, subject)),
        };
        return spokenBack(key === null ? await handle(call) : await once({ ...keyed, key }), signedIn);
      });
    },
    serveAnyone: (route, handle) => {
      mount(route, async (request, response) => {
        const { params, query } = readParameters(route, request);
        const body = await readBodyOf(route, request, response);
        return handle({ params, query, body, ifMatch: preconditionOf(route, request), response });
      });
    },
  };
}

/** What Express does for `response.json` where there is no tag over the bytes, without asking for its settings. */
function sendJson(response: Response, status: number, answer: unknown): void {
  const text = JSON.stringify(answer);
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Length', Buffer.byteLength(text));
  response.end(text);
}

/** A handler that made the thing says so by the status it sets. */
function statusOf({ status, statusWhereMade }: Route, response: Response): number {
  return response.statusCode === statusWhereMade ? statusWhereMade : status;
}

function preconditionOf({ ifMatch }: Route, request: Request): Precondition {
  return ifMatch === undefined ? () => {} : readIfMatch(request, ifMatch === 'needed');
}

function brandAskedFor(query: unknown): string | null {
  if (typeof query !== 'object' || query === null || !('brand' in query)) return null;
  return typeof query.brand === 'string' ? query.brand : null;
}
