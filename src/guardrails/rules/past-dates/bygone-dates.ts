/** Dates that a line names and that are over. */
import { type DateOrder, type Moment, momentsIn, type When } from '../../text/claims/moments.ts';
import { asWritten } from '../../text/claims/stated-times.ts';
import { type Day, dateOf, dayOf, spokenDay } from '../../text/claims/zoned.ts';
import type { ParsedLine } from '../../text/parsed-line.ts';
import type { Bygone } from './bygone.ts';

type NamedDate = Moment & { readonly when: Extract<When, { kind: 'date' }> };

const farPast =
  /(?:\b(?:since|est\.?|established|born|from|circa|of|after|dated|posted|updated|started|began|launched|opened|released|founded|seit|depuis|desde|dal|sinds)(?: on| the| in)?[ :]{1,2})$/;
const beforeFigures =
  /(?:\b(?:on|ends?|ending|until|till|til|thru|through|by|starts?|starting|begins?|opens|expires|live|valid|bis|am|ab|le|jusqu'au|el|hasta|il|fino al|op|tot|sale|only|save the date|day)[ :,]{1,2}|\b(?:sun|mon|tue|wed|thu|fri|sat)[a-z]{0,6},? ?|[(-] ?)$/;
const rangeAfter = /^ ?(?:-|to|thru|through|until|till) ?$/;

/** The dates of a line that are meant as days of this year or so. */
export function namedDates(line: ParsedLine, order: DateOrder): readonly NamedDate[] {
  const { text } = line.folded();
  if (!/\d/.test(text)) return [];
  const moments = momentsIn(line, order);
  return moments.filter((moment, at): moment is NamedDate => {
    if (moment.when.kind !== 'date') return false;
    const before = text.slice(Math.max(0, moment.start - 24), moment.start);
    if (farPast.test(before)) return false;
    const next = moments[at + 1];
    // Of a range, the end tells whether it is over.
    if (next && rangeAfter.test(text.slice(moment.end, next.start))) return false;
    return !moment.when.isFigures || moment.when.year !== null || isAlone(text, moment) || beforeFigures.test(before);
  });
}

/** The date where it was over on the day of the send. */
export function bygoneDate(line: ParsedLine, { start, end, when }: NamedDate, send: Day): Bygone | null {
  const days = when.readings.map((reading) => nearestDay(reading, when.year, send));
  const [last] = days;
  if (last === undefined || days.some((day) => day >= send)) return null;
  // What is more than a year ago is history, and told as such.
  if (send - last > 366) return null;
  return { span: asWritten(line, start, end), when: `it was ${spokenDay(last)}` };
}

function nearestDay({ month, dayOfMonth }: { month: number; dayOfMonth: number }, year: number | null, send: Day): Day {
  if (year !== null) return dayOf(year, month, dayOfMonth);
  const own = dateOf(send).year;
  const [best = send] = [own - 1, own, own + 1]
    .map((year) => dayOf(year, month, dayOfMonth))
    .sort((one, other) => Math.abs(one - send) - Math.abs(other - send) || other - one);
  return best;
}

function isAlone(text: string, { start, end }: Moment): boolean {
  return text.slice(0, start).trim() === '' && /^ ?[:|,-]/.test(text.slice(end));
}
