/** Reads a request's body: JSON in UTF-8, not large, not deep, and nothing else. */
import express, { type Request, type Response } from 'express';
import { Problem } from '../domain/problem.ts';
import { jsonMistake } from './json-mistake.ts';

/** The deepest contract has six levels; what is deeper wants to exhaust a stack. */
const maxDepth = 32;

/**
 * What the body says, or `undefined` where there is none. `maxBytes` is what it may weigh.
 * Throws `unsupported-media`, `body-too-large`, or `bad-request` where it is not JSON, with the place.
 */
export async function readBody(request: Request, response: Response, maxBytes: number): Promise<unknown> {
  const hasBody = request.get('transfer-encoding') !== undefined || Number(request.get('content-length') ?? 0) > 0;
  if (!hasBody) return undefined;
  const isPatch = request.method === 'PATCH';
  if (!isJson(request.get('content-type') ?? '', isPatch))
    throw new Problem(
      'unsupported-media',
      `Send the body as ${isPatch ? 'application/merge-patch+json' : 'application/json'} in UTF-8.`,
    );
  const text = utf8Of(await bytesOf(request, response, maxBytes));
  if (text.trim() === '') return undefined;
  const body = parsed(text);
  if (isDeeperThan(maxDepth, body))
    throw new Problem('bad-request', `The body is nested deeper than ${maxDepth} levels. Flatten it.`);
  return body;
}

/** A patch may call itself what it is (RFC 7396). */
function isJson(contentType: string, isPatch: boolean): boolean {
  if (isPatch && /^application\/merge-patch\+json *(?:; *charset="?utf-8"? *)?$/i.test(contentType.trim())) return true;
  return /^application\/json *(?:; *charset="?utf-8"? *)?$/i.test(contentType.trim());
}

/** The bytes of a body, uncompressed. Throws what body-parser throws, 413 where there are too many among it. */
export function bytesOf(request: Request, response: Response, maxBytes: number): Promise<Uint8Array> {
  // A compressed body is refused: two megabytes of it can be gigabytes of zeros.
  const readBytes = express.raw({ type: () => true, limit: maxBytes, inflate: false });
  return new Promise((resolve, reject) => {
    readBytes(request, response, (error?: unknown) => {
      const body: unknown = request.body;
      if (error) reject(error);
      else resolve(body instanceof Uint8Array ? body : new Uint8Array());
    });
  });
}

function utf8Of(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Problem('bad-request', 'The body is not valid UTF-8. Encode it as UTF-8 and send it again.', { cause });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Problem('bad-request', jsonMistake(text), { cause });
  }
}

/** Level by level rather than by recursion, so that no depth can exhaust the stack here. */
function isDeeperThan(depth: number, body: unknown): boolean {
  let level = [body].filter(isNest);
  for (let at = 1; level.length > 0; at++) {
    if (at > depth) return true;
    level = level.flatMap((nest) => Object.values(nest).filter(isNest));
  }
  return false;
}

function isNest(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
