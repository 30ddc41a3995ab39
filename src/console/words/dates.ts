/** Instants in words. */

const date = { weekday: 'short', month: 'short', day: 'numeric', year: 'numeric' } as const;
const time = { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const;

/** A date and time as the campaign means it: "Sun, Jan 31, 2027, 11:59 PM EST". */
export function inZone(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-US', { ...date, ...time, timeZone }).format(new Date(at));
}

/** The time of day where the reader of the screen is: "2:32 PM". */
export function timeHere(at: string): string {
  return new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit' }).format(new Date(at));
}

/** A day and time where the reader of the screen is: "Nov 25, 2026, 2:32 PM". */
export function dayAndTime(at: string): string {
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
}

/** The day where the reader of the screen is: "Nov 23, 2026". */
export function dayHere(at: string): string {
  return new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', year: 'numeric' }).format(new Date(at));
}

/** A date and time where the reader of the screen is, short: "Jan 31, 11:59 PM". The year where it is another. */
export function dateHere(at: string): string {
  const day = new Date(at);
  const year = day.getFullYear() === new Date().getFullYear() ? {} : ({ year: 'numeric' } as const);
  const format = { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', ...year } as const;
  return new Intl.DateTimeFormat('en-US', format).format(day);
}

/** A day as it was in UTC, as findings name it: "Nov 2, 2026". */
export function dayOf(at: string): string {
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(at));
}
