/** How long ago something was, in words. */

/** Roughly: "just now", "4 minutes ago", "3 days ago". */
export function agoInWords(at: string, now = Date.now()): string {
  const minutes = Math.floor((now - Date.parse(at)) / 60_000);
  if (minutes < 1) return 'just now';
  const words = new Intl.RelativeTimeFormat('en-US', { numeric: 'always' });
  if (minutes < 60) return words.format(-minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? words.format(-hours, 'hour') : words.format(-Math.floor(hours / 24), 'day');
}

/** How long something lasts already: "3 hours". */
export function ageInWords(since: string, now = Date.now()): string {
  const words = agoInWords(since, now);
  return words === 'just now' ? 'Less than a minute' : words.replace(' ago', '');
}
