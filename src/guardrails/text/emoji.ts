/** Find what readers see as an emoji: one whole picture each, however many characters it is made of. */
import type { Span } from '../../domain/finding.ts';

// The shapes of UTS #51 (ED-17) by classes of characters: the set RGI_Emoji itself takes a hundred times as long to match.
const part =
  '[\\p{Extended_Pictographic}\\p{Emoji_Modifier}](?:\\ufe0f|\\p{Emoji_Modifier})?(?:[\\u{e0020}-\\u{e007e}]{1,12}\\u{e007f})?';
const shapes = new RegExp(`[0-9#*]\\ufe0f?\\u20e3|\\p{RI}{1,2}|${part}(?:\\u200d${part}){0,8}`, 'gu');

/** Where the emoji of a text stand. Signs that are shown as text (© ★ ♥ without a selector, plain digits) are none. */
export function emojiIn(text: string): Span[] {
  const found: Span[] = [];
  for (const { 0: shown, index: start } of text.matchAll(shapes)) {
    const end = start + shown.length;
    if (isPicture(shown) && text.charCodeAt(end) !== 0xfe0e) found.push({ start, end });
  }
  return found;
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
