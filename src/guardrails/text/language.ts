/** The language of a locale, as word lists name it. */
import type { Locale } from '../../domain/instant.ts';

/** "de" for "de-AT". */
export function languageOf(locale: Locale): string {
  return (/^[a-z]{2,3}(?=-|$)/i.exec(locale)?.[0] ?? '').toLowerCase();
}
