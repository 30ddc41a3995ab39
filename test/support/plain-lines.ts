/** Plain lines that any calm policy lets pass, in plenty: for a server that plays a model. */
import { sha256Hex } from '../../src/domain/hash.ts';

const things = [
  'wool blanket',
  'canvas tote',
  'linen shirt',
  'pine tray',
  'rain coat',
  'clay mug',
  'soft towel',
  'denim apron',
];
const places = [
  'by the door',
  'for the long table',
  'for slow mornings',
  'on the top shelf',
  'in the hall',
  'for the train',
];
const openings = ['A', 'One more', 'The quiet', 'Make room for a', 'There is a', 'Keep a', 'Meet the', 'Just a'];

/** `count` lines without doubles, other ones for another seed. */
export function plainLines(seed: string, count: number): { text: string; angle: string; preheader: string }[] {
  const texts = new Set<string>();
  const start = Number.parseInt(sha256Hex(seed).slice(0, 8), 16);
  const all = openings.length * things.length * places.length;
  // 131 shares no factor with the number of sentences, so that every one comes up once before any comes twice.
  for (let step = 0; texts.size < count && step < all; step += 1) texts.add(sentence((start + step * 131) % all));
  return [...texts].map((text) => ({
    text,
    angle: 'benefit',
    preheader: 'Have a look at what is in the shop this week',
  }));
}

function sentence(number: number): string {
  const opening = openings[number % openings.length];
  const thing = things[Math.floor(number / openings.length) % things.length];
  const place = places[Math.floor(number / openings.length / things.length) % places.length];
  return `${opening} ${thing} ${place}`;
}
