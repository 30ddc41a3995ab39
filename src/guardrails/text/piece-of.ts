/** Strings from UTF-16 units. */

/** The most arguments a call is sure to take. */
const maxArguments = 4096;

/** A piece of some units as a string. */
export function pieceOf(units: Uint16Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at += maxArguments)
    text += Reflect.apply(String.fromCharCode, null, units.subarray(at, Math.min(end, at + maxArguments)));
  return text;
}
