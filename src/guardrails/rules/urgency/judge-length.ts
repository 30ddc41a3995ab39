/** Judges a length of time that a line states: what is left, or what the offer lasts in all. */
import type { Duration, TimeUnit } from '../../text/claims/durations.ts';
import { spokenInstant } from '../../text/claims/zoned.ts';
import { type Judgement, lacks, lacksSend } from './judgement.ts';
import { endFact, hoursLeft, type OfferTimes, type Placed, spokenEnd, startFact } from './offer-times.ts';

const hoursIn: Readonly<Record<TimeUnit, number>> = { minute: 1 / 60, hour: 1, day: 24, week: 168 };

/** "3 days left" and the like must be true when the mail goes out. */
export function judgeLength(written: string, duration: Duration, times: OfferTimes): Judgement {
  if (duration.relation === 'whole') return judgeWhole(written, duration, times);
  const { send } = times;
  if (!send) return lacksSend(written);
  if (leftFits(duration, send, times)) return null;
  return {
    message: `"${written}" does not fit: ${left(send, times)} are left when the mail goes out, until ${spokenEnd(times)}; count again or state the end.`,
    fact: endFact(times),
  };
}

function leftFits({ relation, count, unit }: Duration, send: Placed, times: OfferTimes): boolean {
  const hours = hoursLeft(send, times);
  if (hours <= 0) return false;
  if (unit === 'day' || unit === 'week') {
    const days = unit === 'week' ? count * 7 : count;
    // Sent on Friday, an offer through Sunday has two days left by one count and three by another.
    const ahead = times.lastDays.map((day) => day - send.day);
    if (relation === 'last') return ahead.some((day) => day < days);
    return ahead.some((day) => day === days || day === days - 1) && days > 0;
  }
  const stated = count * hoursIn[unit];
  const tolerance = toleranceOf(stated);
  return relation === 'last' ? hours <= stated + tolerance : Math.abs(hours - stated) <= tolerance;
}

function judgeWhole(written: string, { count, unit }: Duration, times: OfferTimes): Judgement {
  const { start, end, zone, lastDays } = times;
  if (!start) return lacks(written, 'offer.startsAt', 'says how long the offer lasts', 'Give the start of the offer.');
  const stated = count * hoursIn[unit];
  const hours = (end.atMs - start.atMs) / 3_600_000;
  const fitsHours = Math.abs(hours - stated) <= toleranceOf(stated);
  const days = lastDays.map((day) => day - start.day + 1);
  // "48 hours" of two days that begin in the morning; "72 hours" of the three days that 48 hours touch are none.
  const mayBeDays = stated % 24 === 0 && (unit !== 'hour' || hours >= stated - 12);
  if (fitsHours || (mayBeDays && days.includes(stated / 24))) return null;
  return {
    message: `"${written}" does not fit: the offer lasts from ${spokenInstant(start.at, zone)} to ${spokenEnd(times)}; say how long that is, or when it ends.`,
    fact: startFact(start, zone),
  };
}

// A mail is read over hours, so that a count of hours is never exact: one hour off, or a tenth of what is stated.
function toleranceOf(hours: number): number {
  return hours < 1 ? 1 / 6 : Math.max(1, hours / 10);
}

function left(send: Placed, times: OfferTimes): string {
  const hours = Math.max(0, hoursLeft(send, times));
  return hours < 72 ? `${Math.round(hours)} hours` : `${Math.round(hours / 24)} days`;
}
