/** Names a place in a request, so that a program can find it and a person can read it. */

/** A place in the body: an RFC 6901 pointer as a URI fragment (§6), such as `#/offer/endsAt`. */
export function bodyPointer(path: readonly PropertyKey[]): string {
  return `#${path.map((key) => `/${segment(String(key))}`).join('')}`;
}

/** A parameter behind the question mark: `?limit`. */
export function queryPointer(path: readonly PropertyKey[]): string {
  return `?${path.map((key) => segment(String(key))).join('/')}`;
}

/** A parameter in the path, as the API document writes it: `{id}`. */
export function pathPointer(path: readonly PropertyKey[]): string {
  return `{${path.map((key) => segment(String(key))).join('/')}}`;
}

function segment(key: string): string {
  // Half a surrogate pair cannot be percent-encoded; U+FFFD stands for it.
  return encodeURIComponent(key.toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1'));
}
