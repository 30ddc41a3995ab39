/** Holds one claim of urgency against the facts. */
import type { Facts } from '../../../domain/facts.ts';
import { judgeLength } from './judge-length.ts';
import {
  judgeExtended,
  judgeInviting,
  judgeLastChance,
  judgeLastDay,
  judgeOneDay,
  judgeStock,
} from './judge-phrase.ts';
import { judgeEnd, judgeOnly, judgeStart } from './judge-stated.ts';
import { type Fault, type Judgement, lacks } from './judgement.ts';
import { endFact, offerTimes, sendTimes, spokenEnd } from './offer-times.ts';
import type { UrgencyClaim } from './urgency-claims.ts';

/** What is wrong with a claim, by the facts. `windowHours`: how long before the end a last chance is one. */
export function judge(claim: UrgencyClaim, text: string, facts: Facts, windowHours: number): Judgement {
  const written = text.slice(claim.span.start, claim.span.end);
  const { offer } = facts;
  if (claim.kind === 'stated' && claim.stated.relation === 'start')
    return judgeStart(text, claim.stated, sendTimes(facts));
  if (claim.kind === 'phrase') {
    if (claim.class === 'stock') return judgeStock(written, facts);
    if (claim.class === 'extended') return judgeExtended(written, facts);
    if (claim.class === 'inviting') return judgeInviting(written, facts);
    if (claim.class === 'pressing' && offer?.stockLimited) return null;
  }
  if (!offer?.endsAt) return withoutEnd(written, claim, facts, text);
  const times = offerTimes(facts, offer.endsAt);
  if (times.send && times.end.atMs <= times.send.atMs)
    return {
      message: `"${written}" speaks of an offer that is over when the mail goes out: it ends on ${spokenEnd(times)}; take it out or correct the brief.`,
      fact: endFact(times),
    };
  if (claim.kind === 'length') return judgeLength(written, claim.duration, times);
  if (claim.kind === 'stated')
    return claim.stated.relation === 'only'
      ? judgeOnly(text, claim.stated, times)
      : judgeEnd(text, claim.stated, times);
  if (claim.class === 'oneDay') return judgeOneDay(written, times);
  if (claim.class === 'lastDay') return judgeLastDay(written, times);
  return claim.class === 'limited' ? null : judgeLastChance(written, times, windowHours);
}

/** What a claim needs to be judged at all; `null` for one that claims nothing as long as nothing is known. */
export function needOf(claim: UrgencyClaim, text: string): (Fault & { readonly missing: string }) | null {
  const written = text.slice(claim.span.start, claim.span.end);
  if (claim.kind === 'stated' && claim.stated.relation === 'start') return null;
  if (claim.kind === 'phrase') {
    if (claim.class === 'inviting') return null;
    if (claim.class === 'stock') return needs(written, 'offer.stockLimited', 'says that stock is short');
    if (claim.class === 'extended')
      return needs(written, 'offer.extendedFrom', 'says that the offer was to end earlier');
  }
  return needs(written, 'offer.endsAt', 'says that the offer ends');
}

function needs(written: string, path: string, what: string): Fault & { readonly missing: string } {
  return { ...lacks(written, path, what, 'Give it in the brief, or take the words out.'), missing: path };
}

function withoutEnd(written: string, claim: UrgencyClaim, { offer }: Facts, text: string): Judgement {
  if (offer === null)
    return {
      message: `"${written}" hurries readers to an offer, although the brief says there is none; take it out.`,
      fact: { path: 'offer', value: 'none' },
    };
  if (offer?.endsAt === null)
    return {
      message: `"${written}" says that the offer ends, and by the brief it has no end; take it out.`,
      fact: { path: 'offer.endsAt', value: 'none' },
    };
  return needOf(claim, text);
}
