/** Everything the facts allow a line to speak of, in words. A line is made of this and of nothing else. */
import type { Brand } from '../../domain/brand.ts';
import type { NextKind } from '../../domain/cohort.ts';
import type { Facts } from '../../domain/facts.ts';
import { type CalendarWords, calendarWords } from './calendar-words.ts';
import { type FaultWords, faultWords } from './fault-words.ts';
import { firstNameTag } from './first-name-tag.ts';
import { type NounPhrase, nounPhrase } from './noun-phrase.ts';
import { type OfferWords, offerWords } from './offer-words.ts';

export type Material = {
  readonly message: Facts['messageType'];
  /** What the mail speaks of: what comes next for the cohort, else the campaign's products. */
  readonly items: readonly NounPhrase[];
  /** The sort of thing they have, never that they bought it. */
  readonly haves: readonly NounPhrase[];
  readonly kind: NextKind | null;
  readonly because: string | null;
  readonly claims: readonly string[];
  readonly promises: readonly string[];
  readonly offer: OfferWords | null;
  readonly calendar: CalendarWords | null;
  readonly fault: FaultWords | null;
  /** What the reader of an apology can do now, in the incident's own words. */
  readonly remedy: string | null;
  /** The first-name tag, where the list has first names and the dialect can fall back on "there". */
  readonly name: { readonly tag: string; readonly longest: string } | null;
  readonly isEndOfSeason: boolean;
  /** The cohort has not been in the shop for long. */
  readonly isAway: boolean;
};

// The 99th percentile we assume where a list does not say how long its names are.
const assumedLongestName = 'Maximilianna';

/** Gather what may be said to a cohort. */
export function gatherMaterial(brand: Brand, facts: Facts, goal: string): Material {
  const { cohort } = facts;
  const items = (cohort?.next?.items ?? facts.products).filter(isPlain).map(nounPhrase);
  const firstName = { ...brand.profile.attributes, ...facts.attributes }['first_name'];
  const tag = firstName && firstNameTag(brand.profile.dialect);
  return {
    message: facts.messageType,
    items,
    haves: (cohort?.bought ?? []).filter(isPlain).map(nounPhrase),
    kind: cohort?.next?.kind ?? null,
    because: cohort?.next?.because ? reason(cohort.next.because) : null,
    claims: facts.claims.map(({ text }) => clause(text)).filter((claim) => isPlain(claim) && concerns(claim, items)),
    promises: facts.landingPage
      ? facts.landingPage.promises
          .split(/[.;\n]\s*/u)
          .map(clause)
          .filter((promise) => promise && isPlain(promise))
      : [],
    offer: offerWords(facts),
    calendar: calendarWords(facts.send, facts.timeZone),
    fault: faultWords(facts),
    remedy: facts.incident && isPlain(facts.incident.remedy) ? facts.incident.remedy : null,
    // An apology does not borrow warmth from a name.
    name: tag && facts.messageType === 'promotional' ? { tag, longest: firstName.longest ?? assumedLongestName } : null,
    isEndOfSeason: /\bend[ -]of[ -]season\b/iu.test(goal),
    isAway: /\blapsed\b|\binactive\b|\bdormant\b|\bwin-?back\b/iu.test(
      cohort ? `${cohort.externalId} ${cohort.name} ${cohort.who}` : '',
    ),
  };
}

/** Nothing from a brief may become a tag, a header line or markup by way of a line. */
function isPlain(text: string): boolean {
  return !/[{}[\]<>|\p{Cc}\p{Zl}\p{Zp}]|%%/u.test(text);
}

function clause(text: string): string {
  return text.trim().replace(/[.;]$/u, '');
}

/** A reason that can stand behind a colon; one that speaks of the purchase cannot. */
function reason(because: string): string | null {
  if (!isPlain(because)) return null;
  const bare = clause(because).replace(/^because\s+/iu, '');
  return /\b(?:bought|purchased?|ordered|order|their|they|them|customers?)\b/iu.test(bare) ? null : bare;
}

/** A claim goes with a line only where its subject is something the cohort is shown, or the campaign shows nothing. */
function concerns(claim: string, items: readonly NounPhrase[]): boolean {
  const [subject = claim] = claim.split(
    /\s(?:is|are|was|were|has|have|comes?|lasts?|holds?|contains?|uses?|goes|go|made|rated)\s/iu,
  );
  const wordsOf = (text: string) => text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  const shown = new Set(items.flatMap(({ text }) => wordsOf(text)));
  return items.length === 0 || wordsOf(subject).some((word) => shown.has(word));
}
