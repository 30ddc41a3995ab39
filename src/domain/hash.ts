/**
 * Names for things by their content: SHA-256 over canonical JSON.
 * Runs in a browser too, so it uses no Node module.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** What JSON can say. `undefined` members are left out, as JSON.stringify does. */
export type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };

/**
 * The one JSON text of a value: keys in UTF-16 order, no blanks (RFC 8785).
 * A lone surrogate is written as its escape (`\ud83d`), as well-formed JSON.stringify does, so that two different
 * broken texts never share bytes. Throws on NaN and infinities.
 */
export function canonicalJson(value: Json): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`canonical JSON has no ${value}`);
    return JSON.stringify(value);
  }
  if (typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
  return `{${members.join(',')}}`;
}

/** SHA-256 of a text's UTF-8 bytes, 64 lower-case hex digits. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** The content name of a value: SHA-256 over its canonical JSON, 64 lower-case hex digits. */
export function contentHash(value: Json): string {
  return sha256Hex(canonicalJson(value));
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}
