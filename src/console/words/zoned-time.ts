/** Wall-clock time of a zone and instants, both ways, for fields that take a date and a time. */

const parts = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
} as const;

/** What clocks in the zone show at an instant, as a `datetime-local` field has it; empty for what is no instant. */
export function wallTime(instant: string, timeZone: string): string {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) return '';
  const shown = new Date(at + offsetMs(at, timeZone)).toISOString();
  // Seconds only where there are some.
  return shown.slice(17, 19) === '00' ? shown.slice(0, 16) : shown.slice(0, 19);
}

/**
 * The instant at which clocks in the zone show a time, with the offset of the zone: "2027-01-31T23:59:00-05:00".
 * A time that the clocks skip is taken an hour later, one they show twice the first time. `null` for what is no time.
 */
export function instantAt(wall: string, timeZone: string): string | null {
  const asIfUtc = Date.parse(`${wall}Z`);
  if (Number.isNaN(asIfUtc)) return null;
  // The offset before a change of clocks, and the one after it.
  const offsets = [offsetMs(asIfUtc - dayMs, timeZone), offsetMs(asIfUtc + dayMs, timeZone)];
  const fitting = offsets.find((offset) => offsetMs(asIfUtc - offset, timeZone) === offset);
  const offset = fitting ?? offsets[0] ?? 0;
  const local = new Date(asIfUtc).toISOString().slice(0, 19);
  return fitting === undefined ? new Date(asIfUtc - offset).toISOString() : `${local}${offsetInWords(offset)}`;
}

const dayMs = 24 * 60 * 60_000;

/** How far clocks of the zone are ahead of UTC; a zone that is not known counts as UTC. */
function offsetMs(at: number, timeZone: string): number {
  try {
    const format = new Intl.DateTimeFormat('en-US', { ...parts, hourCycle: 'h23', timeZone });
    const shown = new Map(format.formatToParts(new Date(at)).map(({ type, value }) => [type, Number(value)]));
    const of = (part: Intl.DateTimeFormatPartTypes) => shown.get(part) ?? 0;
    const wall = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
    return wall - Math.floor(at / 1000) * 1000;
  } catch {
    return 0;
  }
}

function offsetInWords(ms: number): string {
  const minutes = Math.abs(ms) / 60_000;
  const digits = [Math.floor(minutes / 60), Math.round(minutes % 60)].map((number) => String(number).padStart(2, '0'));
  return `${ms < 0 ? '-' : '+'}${digits.join(':')}`;
}
