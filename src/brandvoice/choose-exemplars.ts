/** Picks the brand's lines that teach most for one cohort: near in matter, typical of the voice, apart in angle. */
import type { Brand, BrandProfile, Exemplar } from '../domain/brand.ts';
import type { Facts } from '../domain/facts.ts';
import { exemplarVoice } from './exemplar-voice.ts';
import { exemplarScores } from './voice-score.ts';

/**
 * Up to `count` exemplars, the nearest first; no angle comes a second time before every angle on hand came once.
 * The most typical line is worth one word more of nearness than the least, so that among lines on the same matter the
 * one that sounds most like the brand comes first. The same brief gets the same exemplars.
 */
export function chooseExemplars(brand: Brand, facts: Facts, goal: string, count: number): Exemplar[] {
  const matter = matterOf(facts, goal);
  const typical = typicality(brand.profile);
  const ranked = brand.profile.exemplars
    .filter((exemplar) => (exemplar.angle === 'apology') === (facts.messageType === 'apology'))
    .map((exemplar) => ({ exemplar, worth: nearness(exemplar, matter, facts) + (typical.get(exemplar) ?? 0) }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ exemplar }) => exemplar);
  const chosen: Exemplar[] = [];
  for (let rest = ranked; rest.length > 0 && chosen.length < count; ) {
    const firstOfAngle = rest.filter((exemplar, at) => rest.findIndex(({ angle }) => angle === exemplar.angle) === at);
    chosen.push(...firstOfAngle);
    rest = rest.filter((exemplar) => !firstOfAngle.includes(exemplar));
  }
  return chosen.slice(0, count);
}

/** How typical each exemplar is of the others, 0 to 1. */
function typicality(profile: BrandProfile): ReadonlyMap<Exemplar, number> {
  const scores = exemplarScores(exemplarVoice(profile));
  return new Map(profile.exemplars.map((exemplar, at) => [exemplar, (scores[at] ?? 0) / 100]));
}

/** A word of `fits` counts double one of the line: somebody wrote it down to say when the line is apt. */
function nearness({ text, angle, fits }: Exemplar, matter: ReadonlySet<string>, facts: Facts): number {
  const shared = (words: Iterable<string>) => [...new Set(words)].filter((word) => matter.has(word)).length;
  return 2 * shared(fits.flatMap(stems)) + shared(stems(text)) + (angle && angle === aptAngle(facts) ? 1 : 0);
}

/** The angle a brief asks for by what it is, where it does. */
function aptAngle({ messageType, offer, cohort }: Facts): string | null {
  if (messageType === 'apology') return 'apology';
  if (offer) return 'offer';
  if (cohort?.next) return cohort.next.kind === 'other-variant' ? 'variant' : 'completion';
  return null;
}

function matterOf({ cohort, offer, products, landingPage, incident }: Facts, goal: string): ReadonlySet<string> {
  const next = cohort?.next;
  const purchase = next ? ['second purchase'] : [];
  const sale = offer ? ['sale', offer.on ?? ''] : [];
  const texts = [goal, ...products, ...(next?.items ?? []), next?.because ?? '', ...(cohort?.bought ?? [])];
  const page = [landingPage?.promises ?? '', cohort?.name ?? '', incident ? `mistake ${incident.what}` : ''];
  return new Set([...texts, ...purchase, ...sale, ...page].flatMap(stems));
}

/** Words of four letters and more, plurals cut, so that "coats" meets "coat". */
function stems(text: string): string[] {
  return (text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.replace(/(?<=\p{L}{3}[^s])s$/u, ''));
}
