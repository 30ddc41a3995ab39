/** Judges an end or a start that a line states. */
import type { Span } from '../../../domain/finding.ts';
import type { StatedTime } from '../../text/claims/stated-times.ts';
import { type Day, spokenInstant, weekdayNames, weekdayOf } from '../../text/claims/zoned.ts';
import { type Judgement, lacks, lacksSend } from './judgement.ts';
import { allFit } from './moment-fits.ts';
import { endFact, endsInTheNightOf, type OfferTimes, type SendTimes, spokenEnd, startFact } from './offer-times.ts';

/** An end that is stated must be the offer's. */
export function judgeEnd(text: string, stated: StatedTime, times: OfferTimes): Judgement {
  const written = piece(text, stated.span);
  const days = nightIn(stated) ? times.lastNights : times.lastDays;
  const fit = allFit(stated.parts, { at: times.end, days }, times);
  if (fit === 'unknown') return lacksSend(written);
  if (fit === 'yes' && nightFits(stated, times)) return null;
  const suggestion = rightWeekday(text, stated, times);
  const isFarAway = fit === 'no' && saysRightWeekday(stated, times);
  const why = isFarAway
    ? 'reads as the coming one, but the offer ends later, on'
    : 'does not fit the end of the offer,';
  return {
    message: `"${written}" ${why} ${spokenEnd(times)}; ${isFarAway ? 'give the date' : 'state that end'}.`,
    fact: endFact(times),
    ...(suggestion && { suggestion }),
  };
}

/** "Today only" and "Sunday only" need an offer that starts and ends on that day; "this weekend only" one on those days. */
export function judgeOnly(text: string, stated: StatedTime, times: OfferTimes): Judgement {
  const written = piece(text, stated.span);
  const wrongEnd = judgeEnd(text, stated, times);
  if (wrongEnd) return wrongEnd;
  const { start, zone } = times;
  if (!start)
    return lacks(
      written,
      'offer.startsAt',
      'says that the offer is not to be had before',
      'Give the start of the offer.',
    );
  const isDays = stated.parts.some(
    ({ when }) => when.kind === 'weekend' || when.kind === 'week' || when.kind === 'month',
  );
  // A weekend's offer may begin on its Friday, or on the Thursday night before.
  const days = isDays ? [start.day, start.day + 1, start.day + 2] : [start.day];
  const fits = stated.parts.some(({ when }) => when.kind === 'week' || when.kind === 'month')
    ? start.day >= times.end.day - 31 && !times.lastDays.includes(start.day)
    : isDays
      ? allFit(stated.parts, { at: start, days }, times) !== 'no'
      : times.lastDays.includes(start.day);
  if (fits) return null;
  return {
    message: `"${written}" says that there is no other day, but the offer starts on ${spokenInstant(start.at, zone)} and ends on ${spokenEnd(times)}; say when it ends.`,
    fact: startFact(start, zone),
  };
}

/** A start that is stated must be the offer's, where that is known. */
export function judgeStart(text: string, stated: StatedTime, times: SendTimes): Judgement {
  const { start, send, zone } = times;
  if (!start || !send) return null;
  const hasBegun = start.atMs <= send.atMs + lateMs;
  const saysNow = stated.parts.every(({ when }) => when.kind === 'near' && when.days === 0 && !when.isNight);
  // What began this morning, or last night, still starts now.
  if (saysNow && hasBegun) return null;
  if (allFit(stated.parts, { at: start, days: [start.day] }, times) !== 'no' && !(saysNow && start.day !== send.day))
    return null;
  return {
    message: `"${piece(text, stated.span)}" does not fit the start of the offer, ${spokenInstant(start.at, zone)} (${zone}); state that start.`,
    fact: startFact(start, zone),
  };
}

/** A mail is opened later than it is sent. */
const lateMs = 3_600_000;

function nightIn({ parts }: StatedTime): StatedTime['parts'][number] | undefined {
  return parts.find(({ when }) => 'isNight' in when && when.isNight);
}

function nightFits(stated: StatedTime, times: OfferTimes): boolean {
  const night = nightIn(stated);
  if (!night) return true;
  const { when } = night;
  const days: readonly Day[] =
    when.kind === 'near' && times.send
      ? [times.send.day + when.days]
      : times.lastNights.filter((day) => when.kind !== 'weekday' || weekdayOf(day) === when.weekday);
  return days.some((day) => endsInTheNightOf(day, times));
}

function saysRightWeekday({ parts }: StatedTime, { lastDays, send }: OfferTimes): boolean {
  const [part, more] = parts;
  return (
    !!send &&
    !more &&
    part?.when.kind === 'weekday' &&
    lastDays.every((day) => day > send.day) &&
    lastDays.some((day) => part.when.kind === 'weekday' && weekdayOf(day) === part.when.weekday)
  );
}

/** The weekday to put in the place of a wrong one, where the line says no more than that and the end is near enough. */
function rightWeekday(text: string, { parts }: StatedTime, { lastDays, send }: OfferTimes) {
  const [part, more] = parts;
  const day = lastDays[lastDays.length - 1];
  if (more || part?.when.kind !== 'weekday' || part.when.which !== null || part.when.isNight) return undefined;
  if (!send || day === undefined || day < send.day || day > send.day + 6) return undefined;
  const named = part.when.weekday;
  const name = weekdayNames[named] ?? '';
  const written = piece(text, part.span);
  const right = weekdayNames[weekdayOf(day)] ?? '';
  const at = written.toLowerCase().indexOf(name.toLowerCase());
  if (at < 0 || weekdayOf(day) === named) return undefined;
  const start = part.span.start + at;
  const old = text.slice(start, start + name.length);
  const isUpper = old === old.toUpperCase();
  return { start, end: start + name.length, text: isUpper ? right.toUpperCase() : right };
}

function piece(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}
