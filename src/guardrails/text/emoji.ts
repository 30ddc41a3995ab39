/** Find what readers see as an emoji: one whole picture each, however many characters it is made of. */
import type { Span } from '../../domain/finding.ts';
import { signBits, signTable } from './signs.ts';

// The shapes of UTS #51 (ED-17) by classes of characters: the set RGI_Emoji itself takes a hundred times as long to match.
const part =
  '[\\p{Extended_Pictographic}\\p{Emoji_Modifier}](?:\\ufe0f|\\p{Emoji_Modifier})?(?:[\\u{e0020}-\\u{e007e}]{1,12}\\u{e007f})?';
const shapes = new RegExp(`[0-9#*]\\ufe0f?\\u20e3|\\p{RI}{1,2}|${part}(?:\\u200d${part}){0,8}`, 'gu');

/** Where the emoji of a text stand. Signs that are shown as text (© ★ ♥ without a selector, plain digits) are none. */
export function emojiIn(text: string): Span[] {
  const found: Span[] = [];
  const first = firstSign(text);
  if (first < 0) return found;
  // A figure and its selector may stand before the sign that makes a key of it.
  shapes.lastIndex = Math.max(0, first - 2);
  for (let match = shapes.exec(text); match; match = shapes.exec(text)) {
    const { 0: shown, index: start } = match;
    const end = start + shown.length;
    if (isPicture(shown) && !(end < text.length && text.charCodeAt(end) === 0xfe0e)) found.push({ start, end });
  }
  return found;
}

/** Where the first unit stands that may be a part of an emoji. */
function firstSign(text: string): number {
  for (let at = 0; at < text.length; at++)
    if (((signTable[text.charCodeAt(at)] ?? 0) & signBits.emoji) !== 0) return at;
  return -1;
}

/** Marks of law are no pictures even in color; what lies beyond the first plane is one even without its selector. */
function isPicture(shown: string): boolean {
  if (/^[©®™]/u.test(shown)) return false;
  return /^[\u{10000}-\u{10ffff}0-9#*]|\p{Emoji_Presentation}|^\p{Emoji}[\ufe0f\u200d]/u.test(shown);
}

/** An emoji without its selector and skin tone, so that all its shades count as one. */
export function bareEmoji(shown: string): string {
  return shown.replace(/[\ufe0f\p{Emoji_Modifier}]/gu, '');
}
