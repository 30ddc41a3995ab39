/** Tells in a word of bits what a line has, so that a rule with nothing to look at is not even asked. */
import type { Circumstances, Wake } from './rule.ts';
import type { TermGroup } from './text/find-terms.ts';
import type { ParsedLine } from './text/parsed-line.ts';
import { signBits } from './text/signs.ts';

const tags = 1 << 16;
const seen = 1 << 17;
const preheader = 1 << 18;
const terms = 1 << 19;
const opening = 1 << 20;
const always = 1 << 21;

/** What a line and its circumstances have, in bits. */
export function wakeBits(line: ParsedLine, circumstances: Circumstances, words: TermGroup): number {
  return (
    always |
    line.signs |
    (line.tags.length > 0 || line.tagFaults.length > 0 ? tags : 0) |
    (circumstances.seen.length > 0 ? seen : 0) |
    (line.preheader !== null || circumstances.facts?.preheaders ? preheader : 0) |
    (words.mayFind(line) ? terms : 0) |
    (opensWithLetter(line.text) ? 0 : opening)
  );
}

/** What a rule is woken by: any of some bits, or a term of its own lists. */
export type Waking = { readonly bits: number; readonly words: TermGroup | null };

/** What wakes a rule. `words`: all its lists. */
export function waking(wakes: readonly Wake[] | undefined, words: TermGroup): Waking {
  if (!wakes) return { bits: always, words: null };
  const bits = wakes.reduce((all, wake) => all | bitOf(wake), 0);
  return { bits, words: wakes.includes('terms') ? words : null };
}

/** Whether a rule is to be asked about a line with these bits. */
export function isWoken({ bits, words }: Waking, line: ParsedLine, ofLine: number): boolean {
  if ((bits & ofLine) !== 0) return true;
  return words !== null && (ofLine & terms) !== 0 && words.mayFind(line);
}

function opensWithLetter(text: string): boolean {
  const unit = text.charCodeAt(0);
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}

function bitOf(wake: Wake): number {
  // Terms may come together across tags, so that a rule that looks for terms looks at every line with tags.
  if (wake === 'tags' || wake === 'terms') return tags;
  if (wake === 'seen') return seen;
  if (wake === 'preheader') return preheader;
  if (wake === 'opening') return opening;
  return signBits[wake];
}
