/** The facts one cohort's lines are judged by: the brief, with what its cohort overrides. */
import type { Attributes } from './attribute.ts';
import type { Brief, Claim, Incident, Market } from './brief.ts';
import type { Cohort } from './cohort.ts';
import { contentHash } from './hash.ts';
import type { Instant, Locale, TimeZone } from './instant.ts';
import type { Offer } from './offer.ts';
import type { Send } from './send.ts';

/** What rules may compare a line with. A fact that is missing here is not known; `null` is known to be absent. */
export type Facts = {
  readonly messageType: Brief['messageType'];
  readonly incident?: Incident | undefined;
  readonly market: Market;
  readonly locale: Locale;
  readonly timeZone: TimeZone;
  readonly send: Send;
  readonly offer?: Offer | null | undefined;
  readonly claims: readonly Claim[];
  readonly products: readonly string[];
  readonly mustMention: readonly string[];
  readonly landingPage?: Brief['landingPage'];
  readonly attributes: Attributes;
  readonly preheaders: boolean;
  readonly ageGate?: boolean | undefined;
  readonly allowAccountData?: boolean | undefined;
  /** Missing where a line is checked for a whole brief. */
  readonly cohort?: FactsCohort | undefined;
};

/** What of a cohort a line can be judged by; how many lines it needs is no fact of a line. */
export type FactsCohort = Pick<
  Cohort,
  'externalId' | 'name' | 'who' | 'why' | 'size' | 'basis' | 'declared' | 'bought' | 'next'
>;

/** The facts for one cohort of a brief, or for the brief alone. */
export function factsFor(brief: Brief, cohort?: Cohort): Facts {
  return {
    messageType: brief.messageType,
    incident: brief.incident,
    market: brief.market,
    locale: cohort?.locale ?? brief.locale,
    timeZone: brief.timeZone,
    send: cohort?.send ?? brief.send,
    offer: cohort?.offer === undefined ? brief.offer : cohort.offer,
    claims: brief.claims,
    products: brief.products,
    mustMention: brief.mustMention,
    landingPage: brief.landingPage,
    attributes: brief.attributes ?? {},
    preheaders: brief.preheaders,
    ageGate: brief.ageGate,
    allowAccountData: brief.allowAccountData,
    cohort: cohort && readersOf(cohort),
  };
}

/** What the brief states in words of its own: products, promises, claims, what must be mentioned, and the offer's terms. */
export function textsStated({ offer, products, landingPage, claims, mustMention }: Facts): readonly string[] {
  return [
    ...products,
    ...(landingPage ? [landingPage.promises] : []),
    ...claims.map(({ text }) => text),
    ...mustMention,
    ...(offer?.conditions ?? []),
    ...(offer?.on === undefined ? [] : [offer.on]),
  ];
}

const hashesOf = new WeakMap<Brief, Map<string, string>>();

/** The hash of one cohort's facts in a brief, which never changes once it is there: taken once for each. */
export function cohortFactsHash(brief: Brief, cohortExternalId: string): string {
  const hashes = hashesOf.get(brief) ?? new Map<string, string>();
  hashesOf.set(brief, hashes);
  const known = hashes.get(cohortExternalId);
  if (known !== undefined) return known;
  const cohort = brief.cohorts.find(({ externalId }) => externalId === cohortExternalId);
  const hash = factsHash(factsFor(brief, cohort));
  hashes.set(cohortExternalId, hash);
  return hash;
}

const hashOf = new WeakMap<Facts, string>();

/**
 * The content name of facts: an approval is bound to it. Taken once for each: it costs more than all rules together, and
 * who checks a line and who approves it ask alike.
 */
export function factsHash(facts: Facts): string {
  const known = hashOf.get(facts);
  if (known !== undefined) return known;
  const hash = contentHash(facts);
  hashOf.set(facts, hash);
  return hash;
}

/**
 * Until when a line approved at `approvedAt` may be used: the earliest of the offer's end, a day after a fixed send,
 * and 90 days (a triggered flow is looked at again each quarter).
 */
export function validUntil(facts: Facts, approvedAt: Instant): Instant {
  const dayMs = 24 * 60 * 60 * 1000;
  const ends = [new Date(Date.parse(approvedAt) + 90 * dayMs).toISOString()];
  if (facts.offer?.endsAt) ends.push(facts.offer.endsAt);
  if (facts.send.kind === 'at') ends.push(new Date(Date.parse(facts.send.at) + dayMs).toISOString());
  return ends.reduce((earliest, end) => (end < earliest ? end : earliest));
}

function readersOf({ externalId, name, who, why, size, basis, declared, bought, next }: Cohort): FactsCohort {
  return { externalId, name, who, why, size, basis, declared, bought, next };
}
