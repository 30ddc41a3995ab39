/** A route as the console calls it: method and path at run time, everything else as types of its contract. */
import type * as z from 'zod';
import type { Route } from '../../http/contracts/route.ts';

/**
 * Where to call, for the contract `R`.
 * The contracts themselves stay out of the bundle: they would bring zod and the whole domain along.
 */
export type Endpoint<R extends Route = Route> = {
  readonly method: Route['method'];
  readonly path: string;
  /** Never set; carries the type of the contract. */
  readonly contract?: R;
};

/** What a caller gives: path parameters, query, body, each only where the contract has it. */
export type Given<R extends Route> = {
  readonly params?: z.input<R['params']>;
  readonly query?: z.input<R['query']>;
  readonly body?: R['body'] extends z.ZodType ? z.input<R['body']> : undefined;
  /** The body as a CSV file, where the route takes one. */
  readonly csv?: string;
  /** The version that was seen, where the route asks for it. */
  readonly ifMatch?: number;
  /** An Idempotency-Key: sent again under it, the request acts no second time and gets the same answer. */
  readonly key?: string;
  readonly signal?: AbortSignal;
  /** Lets the request outlive the page. */
  readonly keepalive?: boolean;
};

/** What the server answers. */
export type AnswerOf<R extends Route> = R['answer'] extends z.ZodType ? z.output<R['answer']> : null;
