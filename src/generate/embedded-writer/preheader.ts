/** A preheader that adds to its line: other items, the page's promise, the offer's end. `null` rather than a repeat. */
import type { Draft } from './fill-shape.ts';
import type { Material } from './material.ts';
import { inSeededOrder } from './seeded-order.ts';
import { similarity } from './similarity.ts';

// Under 40 a client fills the row with body text; Apple Mail on a phone shows 99.
const preheaderGraphemes = { least: 40, most: 99 } as const;

/** The text beside a line in the inbox, or `null` where the facts give none that says more than the line. */
export function preheaderFor(line: Draft, material: Material, seed: string): string | null {
  const fitting = preheaders(line, material).filter(
    (text) =>
      text.length >= preheaderGraphemes.least &&
      text.length <= preheaderGraphemes.most &&
      similarity(text, line.text) < 0.6,
  );
  return inSeededOrder(fitting, `${seed} ${line.text}`, (text) => text)[0] ?? null;
}

function preheaders({ text }: Draft, { items, promises, offer, because, fault }: Material): string[] {
  const line = text.toLowerCase();
  if (fault) return fault.kind === 'link' ? ['The link in this email is the right one. Nothing else has changed.'] : [];
  const others = items.filter(({ short }) => !line.includes(short.toLowerCase())).map(({ short }) => short);
  const [first, second, third] = others;
  const promise = promises.find((each) => !line.includes(each.toLowerCase()));
  return [
    ...(first && second && third ? [`Inside: ${first}, ${second} and ${third}.`] : []),
    ...(first && second && promise ? [`${first}, ${second}. ${promise}.`] : []),
    ...(first && second && because ? [`Also ${first} and ${second}: ${because}.`] : []),
    ...(promise && offer?.lastDay && !line.includes(offer.lastDay.toLowerCase())
      ? [`${promise}. The offer runs through ${offer.lastDay}.`]
      : []),
    ...(promise && first ? [`${promise}. The ${first} is a good place to start.`] : []),
    ...(promise ? [`${promise}.`] : []),
  ].map((each) => each.charAt(0).toUpperCase() + each.slice(1));
}
