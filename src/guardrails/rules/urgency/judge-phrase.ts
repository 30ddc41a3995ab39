/** Judges phrases that hurry without naming a time: last chance, hurry, limited time, almost gone, extended. */
import type { Facts } from '../../../domain/facts.ts';
import { spokenInstant } from '../../text/claims/zoned.ts';
import { type Judgement, lacks, lacksSend } from './judgement.ts';
import { endFact, hoursLeft, type OfferTimes, spokenEnd, startFact } from './offer-times.ts';

/** An offer that is to be had for one day must start and end on it. */
export function judgeOneDay(written: string, times: OfferTimes): Judgement {
  const { start, lastDays, zone } = times;
  if (!start)
    return lacks(written, 'offer.startsAt', 'says that the offer lasts one day', 'Give the start of the offer.');
  if (lastDays.includes(start.day)) return null;
  return {
    message: `"${written}" says that the offer lasts one day, but it starts on ${spokenInstant(start.at, zone)} and ends on ${spokenEnd(times)}; say when it ends.`,
    fact: startFact(start, zone),
  };
}

/** On the last day the mail goes out on the day the offer ends. */
export function judgeLastDay(written: string, times: OfferTimes): Judgement {
  const { send, lastDays } = times;
  if (!send) return lacksSend(written);
  if (lastDays.includes(send.day)) return null;
  return {
    message: `"${written}" is not true on the day of the send: the offer ends on ${spokenEnd(times)}; say when it ends.`,
    fact: endFact(times),
  };
}

/** A last chance is one so many hours before the end, no earlier. */
export function judgeLastChance(written: string, times: OfferTimes, windowHours: number): Judgement {
  const { send } = times;
  if (!send) return lacksSend(written);
  const hours = hoursLeft(send, times);
  if (hours <= windowHours) return null;
  return {
    message: `"${written}" comes too early: ${Math.round(hours)} hours are left when the mail goes out, and more than ${windowHours} are no last chance; say when the offer ends, on ${spokenEnd(times)}.`,
    fact: endFact(times),
  };
}

/** Not to miss it is a turn of speech, yet it hints at an end: a lighter fault where the brief knows of none. */
export function judgeInviting(written: string, { offer }: Facts): Judgement {
  if (offer?.endsAt || offer?.stockLimited) return null;
  return {
    message: `"${written}" hints that time or stock is short, and the brief knows of neither; give the end of the offer or take it out.`,
    fact: { path: 'offer.endsAt', value: offer === undefined || offer?.endsAt === undefined ? 'not given' : 'none' },
    isLight: true,
  };
}

/** What is said of stock rests on the stock being limited. */
export function judgeStock(written: string, { offer }: Facts): Judgement {
  if (offer === null)
    return {
      message: `"${written}" says that stock is short, although the brief says there is no offer; take it out.`,
      fact: { path: 'offer', value: 'none' },
    };
  if (offer?.stockLimited) return null;
  if (offer?.stockLimited === false)
    return {
      message: `"${written}" says that stock is short, and by the brief it is not; take it out.`,
      fact: { path: 'offer.stockLimited', value: 'false' },
    };
  return lacks(
    written,
    'offer.stockLimited',
    'says that stock is short',
    'Say in the brief whether it is, or take it out.',
  );
}

/** An offer was extended only from an earlier end. */
export function judgeExtended(written: string, { offer }: Facts): Judgement {
  if (offer === null)
    return {
      message: `"${written}" says that the offer was extended, although the brief says there is none; take it out.`,
      fact: { path: 'offer', value: 'none' },
    };
  if (offer?.extendedFrom !== undefined) return null;
  return lacks(
    written,
    'offer.extendedFrom',
    'says that the offer was to end earlier',
    'Give that earlier end, or take it out.',
  );
}
