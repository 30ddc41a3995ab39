/** Entity tags and the precondition of a write: it names the version it saw, and fails where that is not in force. */
import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { Problem } from '../domain/problem.ts';

/** Told the version in force; throws `precondition-failed` where the write was meant for another. */
export type Precondition = (version: number | string) => void;

/** The strong entity tag of a version: `"3"` (RFC 9110 §8.8.3). */
export function entityTag(version: number | string): string {
  return `"${version}"`;
}

/** The weak entity tag of an answer that has no version: equal where it says the same. */
export function weakTag(answer: string): string {
  return `W/"${createHash('sha256').update(answer).digest('base64url').slice(0, 27)}"`;
}

/**
 * What `If-Match` asks for (RFC 9110 §13.1.1): `*` or a list of tags, compared strongly, so that a weak tag never holds.
 * Throws `precondition-required` where it is needed and missing, and `bad-request` where it holds no tags.
 */
export function readIfMatch(request: Pick<Request, 'get'>, isNeeded: boolean): Precondition {
  const header = request.get('if-match')?.trim();
  const isMissing = header === undefined || header === '';
  if (isMissing && !isNeeded) return () => {};
  if (isMissing)
    throw new Problem(
      'precondition-required',
      'Send If-Match with the ETag you read, so that nobody else\'s change is written over: If-Match: "3".',
    );
  if (header === '*') return () => {};
  if (!tagList.test(header))
    throw new Problem('bad-request', 'If-Match must be "*" or the ETag as it was read, in its quotes: If-Match: "3".');
  const strong = new Set([...header.matchAll(oneTag)].flatMap(([tag]) => (tag.startsWith('W/') ? [] : [tag])));
  return (version) => {
    const etag = entityTag(version);
    if (!strong.has(etag))
      throw new Problem('precondition-failed', `It changed since you read it: ${etag} is in force. Read it again.`, {
        members: { etag },
      });
  };
}

/** Whether `If-None-Match` names the tag in force, compared weakly (RFC 9110 §13.1.2); never where there is none. */
export function isInForce(ifNoneMatch: string | undefined, etag: string | undefined): boolean {
  const header = ifNoneMatch?.trim();
  if (header === undefined || etag === undefined) return false;
  if (header === '*') return true;
  return tagList.test(header) && [...header.matchAll(oneTag)].some(([tag]) => opaque(tag) === opaque(etag));
}

function opaque(tag: string): string {
  return tag.replace(/^W\//, '');
}

/** A list of entity tags with blanks around its commas. */
const tagList = /^(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"(?:[ \t]*,[ \t]*(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*")*$/;
const oneTag = /(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"/g;
