/** How long ago and how soon, in as few words as a narrow column takes. */

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** "now", "12 min", "5 h", "3 days". */
export function span(ms: number): string {
  if (ms < minuteMs) return 'now';
  if (ms < hourMs) return `${Math.floor(ms / minuteMs)} min`;
  if (ms < 2 * dayMs) return `${Math.floor(ms / hourMs)} h`;
  return `${Math.floor(ms / dayMs)} days`;
}

/** How long since an instant. */
export function ageOf(at: string, nowMs: number): string {
  return span(Math.max(0, nowMs - Date.parse(at)));
}

/** Whether an instant comes within two days, or is past: time to look at its lines first. */
export function isNear(at: string, nowMs: number): boolean {
  return Date.parse(at) - nowMs < 2 * dayMs;
}

/** "in 5 h", "past", or the day where the campaign is: "Jan 31". */
export function whenSent(at: string, timeZone: string, nowMs: number): string {
  const ahead = Date.parse(at) - nowMs;
  if (ahead <= 0) return 'past';
  if (isNear(at, nowMs)) return `in ${ahead < hourMs ? 'under 1 h' : span(ahead)}`;
  const date = { month: 'short', day: 'numeric', timeZone } as const;
  return new Intl.DateTimeFormat('en-US', date).format(new Date(at));
}
