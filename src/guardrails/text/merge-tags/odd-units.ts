/** Characters that a text editor or a model slips into a tag and that no platform reads: curly quotes, odd blanks. */
import type { Quoted } from './cursor.ts';

/** An odd character in a tag's machinery. */
export type OddUnit = { readonly at: number; readonly kind: 'typographic-quote' | 'no-break-space' };

const straight: ReadonlyMap<string, string> = new Map([
  ...Array.from('‘’‚‛′ʼ＇`´', (quote): [string, string] => [quote, "'"]),
  ...Array.from('“”„‟″«»＂', (quote): [string, string] => [quote, '"']),
]);
// Blanks other than the ordinary one, soft hyphen, and what has no width at all.
const oddBlank = /[\u00a0\u00ad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]/;

/** True where a closer look is needed. */
export function hasOddUnits(inner: string): boolean {
  for (let at = 0; at < inner.length; at++) {
    const unit = inner.charCodeAt(at);
    if (unit > 0x7f || unit === 0x60) return true;
  }
  return false;
}

/** The odd characters outside the fallback and outside straight quotes, where the platform would have to read them. */
export function oddUnits(inner: string, fallback: Quoted | null): OddUnit[] {
  const found: OddUnit[] = [];
  let quote = '';
  for (let at = 0; at < inner.length; at++) {
    const unit = inner[at] ?? '';
    if (fallback && at >= fallback.start && at < fallback.end) continue;
    if (unit === "'" || unit === '"') quote = quote === unit ? '' : quote === '' ? unit : quote;
    else if (quote === '' && straight.has(unit)) found.push({ at, kind: 'typographic-quote' });
    else if (quote === '' && oddBlank.test(unit)) found.push({ at, kind: 'no-break-space' });
  }
  return found;
}

/** The same text with straight quotes and ordinary blanks, of the same length. */
export function straightened(inner: string): string {
  let text = '';
  for (let at = 0; at < inner.length; at++) {
    const unit = inner[at] ?? '';
    text += straight.get(unit) ?? (oddBlank.test(unit) ? ' ' : unit);
  }
  return text;
}
