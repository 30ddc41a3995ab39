/** The ways to come at a reader, and which of them a brief has ground for. */
import type { Angle } from '../domain/candidate.ts';
import type { Facts } from '../domain/facts.ts';

const told: Readonly<Record<Exclude<Angle, 'other'>, string>> = {
  benefit: 'what the thing does for an ordinary day; nothing that would need a proof',
  completion: 'the piece that goes with what they have, spoken of for its own sake',
  variant: 'the good thing again in another color, cut or size; the first one lacked nothing',
  occasion: 'a date, season or moment everybody shares; never a private one',
  news: 'something has arrived or is back, and the brief says so',
  offer: 'the number, the thing and the end, with its condition',
  curiosity: 'a small gap that opening the mail really closes',
  question: 'something the reader would ask, with an answer inside; never one answered by "no"',
  proof:
    'what customers say or do, or a tested claim: only one the brief states, of the very thing the line shows, in its own measure',
  service: 'help with choosing, using or caring for a thing; no selling in disguise',
  list: 'a small countable set that is of use',
  apology: 'what went wrong in the first words, plainly, then what happens now',
};

/** What an angle means, in a few words for the writer. */
export function angleInWords(angle: Angle): string {
  return angle === 'other' ? 'none of the others' : told[angle];
}

const isNews = /\b(?:new|arriv\w*|back|launch\w*|restock\w*|just in|first look|debut\w*)\b/i;

/** The angles the facts give ground for, the most fitting first. An apology has one, a receipt has few. */
export function fittingAngles(facts: Facts, goal: string): Angle[] {
  if (facts.messageType === 'apology') return ['apology'];
  if (facts.messageType === 'transactional') return ['service', 'benefit', 'question'];
  const angles: Angle[] = [];
  const { offer, cohort } = facts;
  if (offer) angles.push('offer');
  if (cohort?.next) angles.push(cohort.next.kind === 'other-variant' ? 'variant' : 'completion');
  angles.push('benefit');
  if (facts.send.kind === 'at') angles.push('occasion');
  if (isNews.test(goal)) angles.push('news');
  if (facts.claims.length > 0) angles.push('proof');
  if (cohort?.basis === 'purchase' || cohort?.basis === 'lifecycle' || cohort?.bought.length) angles.push('service');
  angles.push('curiosity', 'question');
  if (facts.products.length + (cohort?.next?.items.length ?? 0) > 1) angles.push('list');
  return angles;
}
