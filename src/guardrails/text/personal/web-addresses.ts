/** Finds what readers and mail clients take for a web or e-mail address. Judges the shape; knows no brand. */
import commonWords from '../../../../data/lexicons/common-words.json' with { type: 'json' };
import domains from '../../../../data/lexicons/top-level-domains.json' with { type: 'json' };
import type { ParsedLine } from '../parsed-line.ts';

/** An address in a line. Offsets count in the folded text. */
export type WebAddress = {
  readonly start: number;
  readonly end: number;
  readonly kind: 'web' | 'email';
  /** The host in lower case, without "www.". */
  readonly host: string;
  /** True for a bare host written like a name: "Boohoo.com". */
  readonly isNameLike: boolean;
};

const plain: ReadonlySet<string> = new Set(domains.plain);
const wordy: ReadonlySet<string> = new Set(domains.wordy);
const words: ReadonlySet<string> = new Set(domains.words);
const common: ReadonlySet<string> = new Set(commonWords.words.split(' '));

// Each label is bounded as RFC 1035 §2.3.4 bounds it, and begins no later than its word, so that nothing is tried twice.
const host = /(?<![\p{L}\p{N}@._-])(?<scheme>https?:\/\/)?(?<labels>(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,12})/gu;
const email = /(?<![\p{L}\p{N}._%+-])[a-z0-9][a-z0-9._%+-]{0,63}@(?<host>(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,12})/gu;
const spelledOut =
  /(?<![\p{L}\p{N}])(?<label>[a-z0-9-]{2,63})(?: ?[([{] ?dot ?[)\]}] ?| {1,2}dot {1,2}| \.)(?<domain>com|org|co\.uk|co dot uk|co uk)(?![\p{L}\p{N}_-])/gu;

/** Every address, by place. */
export function webAddressesIn({ literal, folded }: Pick<ParsedLine, 'literal' | 'folded'>): WebAddress[] {
  const { text, from, to } = folded();
  const written = (start: number, end: number) => literal.slice(from[start] ?? 0, to[end - 1] ?? 0);
  const found: WebAddress[] = [];
  for (const match of text.matchAll(email)) {
    const end = match.index + match[0].length;
    found.push({ start: match.index, end, kind: 'email', host: match.groups?.host ?? '', isNameLike: false });
  }
  for (const match of text.matchAll(host)) {
    const address = hostAt(text, match.index, match.groups?.scheme ?? '', match.groups?.labels ?? '', written);
    if (address) found.push(address);
  }
  for (const match of text.matchAll(spelledOut)) {
    const { label = '', domain = '' } = match.groups ?? {};
    // "The dot com boom" speaks of no address.
    if (isCommon(label)) continue;
    const name = `${label}.${domain.replace(/ dot | /g, '.')}`;
    const end = match.index + match[0].length;
    found.push({ start: match.index, end, kind: 'web', host: name, isNameLike: false });
  }
  return found.sort((one, other) => one.start - other.start);
}

/** The longest chain of labels that is a host. A sentence that lost its space ("boots.Shop") may hang on to one. */
function hostAt(
  text: string,
  start: number,
  scheme: string,
  labels: string,
  written: (start: number, end: number) => string,
): WebAddress | null {
  const parts = labels.split('.');
  const first = start + scheme.length;
  for (let count = parts.length; count >= 2; count--) {
    const chain = parts.slice(0, count).join('.');
    const end = first + chain.length;
    if (/^[\p{L}\p{N}_@-]/u.test(text.slice(end, end + 2))) continue;
    const path = /^(?::\d{1,5})?\/[^\s,;]{0,300}/.exec(text.slice(end, end + 310))?.[0] ?? '';
    const tail = written(end - (parts[count - 1] ?? '').length, end);
    const isMarked = scheme !== '' || parts[0] === 'www' || path.length > 1;
    if (!isHost(parts.slice(0, count), tail, isMarked, written(first, end))) continue;
    const isNameLike = !isMarked && count === 2 && /^\p{Lu}[\p{Ll}\d]/u.test(written(first, end));
    return { start, end: end + path.length, kind: 'web', host: chain.replace(/^www\./, ''), isNameLike };
  }
  return null;
}

function isHost(parts: readonly string[], tail: string, isMarked: boolean, whole: string): boolean {
  const ending = parts.at(-1) ?? '';
  const label = parts.at(-2) ?? '';
  if (isMarked)
    return label !== '' && (plain.has(ending) || wordy.has(ending) || words.has(ending) || parts.length > 2);
  // "Hello.Goodbye" and "U.S.A" have their endings in capitals; MACYS.COM has everything in them.
  const isShouted = ending.length > 2 && plain.has(ending) && whole === whole.toUpperCase();
  if (tail !== tail.toLowerCase() && !isShouted) return false;
  if (plain.has(ending)) return label.length > 1 || ending === 'com';
  return wordy.has(ending) && label.length > 2 && !isCommon(label);
}

function isCommon(word: string): boolean {
  return common.has(word) || common.has(word.replace(/e?s$/, ''));
}
