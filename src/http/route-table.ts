/**
 * Finds the route of an address by its segments, in one look. Express tries its routes one after the other, and there
 * are more than a hundred.
 */
import type { Request, RequestHandler } from 'express';
import { Problem } from '../domain/problem.ts';
import type { Route } from './contracts/route.ts';

/** Routes by address and method. */
export type RouteTable = {
  /** A path as a contract writes it: `{name}` stands for one segment that is not empty. */
  readonly add: (route: Pick<Route, 'method' | 'path'>, handler: RequestHandler) => void;
  /**
   * Hands a request to its route, with the parameters of its address; to the next handler where nothing is there.
   * Throws `method-not-allowed` with `Allow` at an address that takes other methods, and `bad-request` for a broken
   * percent sign.
   */
  readonly serve: RequestHandler;
};

type Node = {
  readonly named: Map<string, Node>;
  any: Node | null;
  readonly ends: Map<string, End>;
};
type End = { readonly names: readonly string[]; readonly handler: RequestHandler };

/** A table without routes. Written segments win over parameters. */
export function routeTable(): RouteTable {
  const root = node();
  return {
    add: ({ method, path }, handler) => {
      let at = root;
      const names: string[] = [];
      for (const segment of segmentsOf(path)) {
        const name = /^\{(\w+)\}$/.exec(segment)?.[1];
        if (name !== undefined) names.push(name);
        at = name === undefined ? under(at, segment) : anyUnder(at);
      }
      at.ends.set(method.toUpperCase(), { names, handler });
    },
    serve: (request, response, next) => {
      const segments = segmentsOf(request.path);
      const method = request.method === 'HEAD' ? 'GET' : request.method;
      const found = find(root, segments, 0, ({ ends }) => ends.has(method));
      const end = found?.at.ends.get(method);
      if (found && end) {
        request.params = parametersOf(end.names, found.values);
        return end.handler(request, response, next);
      }
      const other = find(root, segments, 0, ({ ends }) => ends.size > 0);
      if (!other) return next();
      const allowed = [...other.at.ends.keys()]
        .flatMap((each) => (each === 'GET' ? [each, 'HEAD'] : [each]))
        .join(', ');
      response.set('Allow', allowed);
      throw new Problem('method-not-allowed', `${request.method} is not for this address. It takes ${allowed}.`);
    },
  };
}

function node(): Node {
  return { named: new Map(), any: null, ends: new Map() };
}

function segmentsOf(path: string): string[] {
  return path.slice(1).split('/');
}

function under(at: Node, segment: string): Node {
  const next = at.named.get(segment) ?? node();
  at.named.set(segment, next);
  return next;
}

function anyUnder(at: Node): Node {
  at.any ??= node();
  return at.any;
}

type Found = { readonly at: Node; readonly values: readonly string[] };

function find(at: Node, segments: readonly string[], depth: number, isIt: (at: Node) => boolean): Found | null {
  const segment = segments[depth];
  if (segment === undefined) return isIt(at) ? { at, values: [] } : null;
  const named = at.named.get(segment);
  const found = named ? find(named, segments, depth + 1, isIt) : null;
  if (found || !at.any || segment === '') return found;
  const behind = find(at.any, segments, depth + 1, isIt);
  return behind && { at: behind.at, values: [segment, ...behind.values] };
}

function parametersOf(names: readonly string[], values: readonly string[]): Request['params'] {
  return Object.fromEntries(names.map((name, at) => [name, decoded(values[at] ?? '')]));
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (cause) {
    throw new Problem('bad-request', 'The address or a header does not fit. Check both.', { cause });
  }
}
