/** Picks the brand's lines that teach most for one cohort: near in matter, apart in angle. */
import type { Brand, Exemplar } from '../domain/brand.ts';
import type { Facts } from '../domain/facts.ts';

/**
 * Up to `count` exemplars, the nearest first; no angle comes a second time before every angle on hand came once.
 * Equal nearness keeps the order of the brand's file, so the same brief gets the same exemplars.
 */
export function chooseExemplars(brand: Brand, facts: Facts, goal: string, count: number): Exemplar[] {
  const matter = matterOf(facts, goal);
  const ranked = brand.profile.exemplars
    .filter((exemplar) => (exemplar.angle === 'apology') === (facts.messageType === 'apology'))
    .map((exemplar) => ({ exemplar, nearness: nearness(exemplar, matter, facts) }))
    .sort((a, b) => b.nearness - a.nearness)
    .map(({ exemplar }) => exemplar);
  const chosen: Exemplar[] = [];
  for (let rest = ranked; rest.length > 0 && chosen.length < count; ) {
    const firstOfAngle = rest.filter((exemplar, at) => rest.findIndex(({ angle }) => angle === exemplar.angle) === at);
    chosen.push(...firstOfAngle);
    rest = rest.filter((exemplar) => !firstOfAngle.includes(exemplar));
  }
  return chosen.slice(0, count);
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
