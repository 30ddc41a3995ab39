/** The offer's start and end and the send, on the calendar of the campaign's zone. */
import type { Facts } from '../../../domain/facts.ts';
import type { ComparedFact } from '../../../domain/finding.ts';
import type { Instant, TimeZone } from '../../../domain/instant.ts';
import { type Region, regionOf } from '../../text/claims/holidays.ts';
import { type Day, quotedInstant, spokenInstant, type Zoned, zonedAt } from '../../text/claims/zoned.ts';

/** A point in time with its place in the zone. */
export type Placed = Zoned & { readonly at: Instant; readonly atMs: number };

/** What is known of the send and the start. */
export type SendTimes = {
  readonly zone: TimeZone;
  readonly region: Region;
  /** `null` where the mail goes out whenever its trigger fires. */
  readonly send: Placed | null;
  readonly start: Placed | null;
};

/** What claims of urgency are compared with. */
export type OfferTimes = SendTimes & {
  readonly end: Placed;
  /** The days a line may name as the last one: an end at midnight is the end of the day before. */
  readonly lastDays: readonly Day[];
  /** The same for a night: an end before six belongs to the night of the day before. */
  readonly lastNights: readonly Day[];
};

const smallHours = 6 * 60;

/** When the mail goes out and the offer starts, as far as the facts tell. */
export function sendTimes({ timeZone: zone, send, offer, market, locale }: Facts): SendTimes {
  return {
    zone,
    region: regionOf(market, locale),
    send: send.kind === 'at' ? placed(send.at, zone) : null,
    start: offer?.startsAt === undefined ? null : placed(offer.startsAt, zone),
  };
}

/** The times of an offer that ends at `endsAt`. */
export function offerTimes(facts: Facts, endsAt: Instant): OfferTimes {
  const end = placed(endsAt, facts.timeZone);
  const lastDays = [end.minute === 0 ? end.day - 1 : end.day];
  const lastNights = end.minute < smallHours ? [end.day - 1] : lastDays;
  return { ...sendTimes(facts), end, lastDays, lastNights };
}

function placed(at: Instant, zone: TimeZone): Placed {
  return { ...zonedAt(at, zone), at, atMs: Date.parse(at) };
}

/** True where the end is in the evening of this day or in the night after it. */
export function endsInTheNightOf(day: Day, { end }: OfferTimes): boolean {
  return (end.day === day && end.minute >= 17 * 60) || (end.day === day + 1 && end.minute < smallHours);
}

/** Hours from the send to the end; negative where it is over. */
export function hoursLeft(send: Placed, { end }: OfferTimes): number {
  return (end.atMs - send.atMs) / 3_600_000;
}

/** The end as a message says it. */
export function spokenEnd({ end, zone }: OfferTimes): string {
  return `${spokenInstant(end.at, zone)} (${zone})`;
}

/** The end as the fact a line was compared with. */
export function endFact({ end, zone }: OfferTimes): ComparedFact {
  return { path: 'offer.endsAt', value: quotedInstant(end.at, zone) };
}

/** The start as the fact a line was compared with. */
export function startFact(start: Placed, zone: TimeZone): ComparedFact {
  return { path: 'offer.startsAt', value: quotedInstant(start.at, zone) };
}
