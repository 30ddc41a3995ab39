/** Facts in the words a writer can use as they are: dates in the campaign's zone, money with its sign. */
import type { Facts } from '../domain/facts.ts';
import type { Json } from '../domain/hash.ts';
import type { Instant, TimeZone } from '../domain/instant.ts';
import type { Money } from '../domain/money.ts';
import type { Offer } from '../domain/offer.ts';

/** What the brief says for one cohort, ready to be shown to a writer. What is not known is not there. */
export function factsInWords(facts: Facts, goal: string): Json {
  const { cohort, incident, send, timeZone } = facts;
  return {
    goal,
    messageType: facts.messageType,
    market: facts.market,
    incident: incident && {
      happenedAt: instantInWords(incident.happenedAt, timeZone),
      what: incident.what,
      remedy: incident.remedy,
    },
    claims: facts.claims.map(({ text }) => text),
    products: facts.products,
    landingPage: facts.landingPage?.promises,
    mustMention: facts.mustMention,
    // What a cohort may have of its own stands behind what all have together, the cohort last; see prompt.ts.
    send: send.kind === 'at' ? instantInWords(send.at, timeZone) : `whenever this happens: ${send.trigger}`,
    offer: facts.offer && offerInWords(facts.offer, timeZone),
    cohort: cohort && {
      name: cohort.name,
      who: cohort.who,
      why: cohort.why,
      basis: cohort.basis,
      bought: cohort.bought,
      next: cohort.next,
    },
  };
}

function offerInWords(offer: Offer, timeZone: TimeZone): Json {
  const time = (instant: Instant | null | undefined) => instant && instantInWords(instant, timeZone);
  const { percent, percentIsMax, percentIsExtra, amount, threshold, referencePrice } = offer;
  return {
    type: offer.type,
    on: offer.on,
    percent: percent && `${percentIsMax ? 'up to ' : ''}${percentIsExtra ? 'an extra ' : ''}${percent}%`,
    amount: amount && moneyInWords(amount),
    threshold: threshold && moneyInWords(threshold),
    referencePrice: referencePrice && moneyInWords(referencePrice),
    referencePriceBasis: offer.referencePriceBasis,
    conditions: offer.conditions,
    startsAt: time(offer.startsAt),
    endsAt: time(offer.endsAt),
    extendedFrom: time(offer.extendedFrom),
    stockLimited: offer.stockLimited,
    membersOnly: offer.membersOnly,
    code: offer.code,
  };
}

/** "Sunday, 29 November 2026, 23:59 (America/New_York)". */
export function instantInWords(instant: Instant, timeZone: TimeZone): string {
  // Put together from parts, since what stands between them changes with the ICU version.
  const parts = formatIn(timeZone).formatToParts(new Date(instant));
  const { weekday, day, month, year, hour, minute } = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  return `${weekday}, ${day} ${month} ${year}, ${hour}:${minute} (${timeZone})`;
}

const formats = new Map<TimeZone, Intl.DateTimeFormat>();

/** Making a format costs more than the rest of a prompt; there are a few hundred zones at most. */
function formatIn(timeZone: TimeZone): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(timeZone, format);
  return format;
}

/** "$50", "£12.50". */
export function moneyInWords({ minor, currency }: Money): string {
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' });
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
