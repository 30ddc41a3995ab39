/** A preheader that adds to its line: other items, the page's promise, the offer's end. `null` rather than a repeat. */
import type { Draft } from './fill-shape.ts';
import type { Material } from './material.ts';
import { inSeededOrder } from './seeded-order.ts';

// Under 40 a client fills the row with body text; Apple Mail on a phone shows 99.
const preheaderGraphemes = { least: 40, most: 99 } as const;

/** The text beside a line in the inbox, or `null` where the facts give none that says more than the line. */
export function preheaderFor(line: Draft, material: Material, seed: string): string | null {
  const fitting = preheaders(line.text.toLowerCase(), material).filter(
    (text) => text.length >= preheaderGraphemes.least && text.length <= preheaderGraphemes.most,
  );
  return inSeededOrder(fitting, `${seed} ${line.text}`, (text) => text)[0] ?? null;
}

function preheaders(line: string, material: Material): string[] {
  const { promises, offer, because, remedy } = material;
  // An apology says what helps and nothing else.
  if (material.fault) return remedy ? [remedy] : [];
  const isNew = (text: string) => !line.includes(text.toLowerCase());
  const items = material.items.filter(({ short }) => isNew(short));
  const things = distinct(
    items.flatMap(({ article, isName, short }) => (isName ? short : article === null ? [] : `${article}${short}`)),
  );
  const [start] = items.flatMap(({ number, isName, short }) =>
    isName ? short : number === null ? [] : `the ${short}`,
  );
  const colors = distinct(items.flatMap(({ color }) => color ?? [])).filter(isNew);
  const promise = promises.find(isNew);
  return [
    ...(things.length > 2 ? [`Inside: ${series(things.slice(0, 3))}.`] : []),
    ...(things.length > 1 && because ? [`${series(things.slice(0, 2))}: ${because}.`] : []),
    ...(colors.length > 1 && promise ? [`In ${series(colors)}. ${promise}.`] : []),
    ...(promise && offer?.lastDay && isNew(offer.lastDay)
      ? [`${promise}. The offer holds ${offer.throughWord} ${offer.lastDay}.`]
      : []),
    ...(promise && start ? [`${promise}. Start with ${start}.`] : []),
    ...(promise ? [`${promise}.`] : []),
  ].map((each) => each.charAt(0).toUpperCase() + each.slice(1));
}

function series(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
