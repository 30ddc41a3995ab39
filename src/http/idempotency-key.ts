/** Reads the Idempotency-Key of a request (draft-ietf-httpapi-idempotency-key-header-07). */
import type { Request } from 'express';
import { canonicalJson, type Json, sha256Hex } from '../domain/hash.ts';
import { Problem } from '../domain/problem.ts';

const maxLength = 255;

/**
 * The key, or `null` where none came. The draft wants a string in quotes (RFC 8941 §3.3.3); many clients send it bare,
 * and both spell one key. Throws `bad-request` for what is neither.
 */
export function idempotencyKey(header: string | undefined): string | null {
  if (header === undefined) return null;
  const quoted = /^"((?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\["\\])*)"$/.exec(header)?.[1];
  const key = quoted === undefined ? /^[\x21\x23-\x7e]+$/.exec(header)?.[0] : quoted.replaceAll(/\\(.)/g, '$1');
  if (key === undefined || key === '' || key.length > maxLength)
    throw new Problem(
      'bad-request',
      `Idempotency-Key must be 1 to ${maxLength} printable ASCII characters, in double quotes or without blanks. A random UUID does well.`,
    );
  return key;
}

/** SHA-256 of what a request asks: method, address and body. How JSON is spelled does not count. */
export function fingerprintOf(request: Request): string {
  const sent: unknown = request.body;
  const body = sent instanceof Uint8Array ? new TextDecoder().decode(sent) : '';
  return sha256Hex(`${request.method} ${request.originalUrl}\n${spelledOneWay(body)}`);
}

function spelledOneWay(body: string): string {
  try {
    const value: Json = JSON.parse(body);
    return canonicalJson(value);
  } catch {
    // Empty, or something other than JSON: it is compared as it is.
    return body;
  }
}
