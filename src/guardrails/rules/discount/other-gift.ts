/** Hold a gift to the brief's: "a free mug" is untrue where a candle is given. */
import type { Facts } from '../../../domain/facts.ts';
import type { Sighting } from '../../rule.ts';
import { mayBeSame } from '../../text/claims/product-kinds.ts';
import { kindsAnywhere, thingsNamed } from '../../text/claims/things-named.ts';
import { foldText } from '../../text/fold.ts';
import type { ParsedLine } from '../../text/parsed-line.ts';
import type { FreeThing } from './free-kinds.ts';
import { thingsMeant } from './other-thing.ts';

/** "A free mug" where the brief gives a candle. */
export function otherGift(thing: FreeThing, line: ParsedLine, facts: Facts): Sighting | null {
  const on = facts.offer?.on;
  const [said] = thingsNamed(thing.after.trim());
  const given = on === undefined ? [] : thingsMeant(on);
  if (on === undefined || !said || given.length === 0) return null;
  const stated = kindsAnywhere((facts.offer?.conditions ?? []).map((text) => foldText(text).text).join(' '));
  if (given.some(({ kinds }) => mayBeSame(kinds, said.kinds)) || mayBeSame(stated, said.kinds)) return null;
  const name = thing.after.trim().slice(said.start, said.end);
  const { text, from, to } = line.folded();
  const start = text.indexOf(name);
  if (start < 0) return null;
  return {
    spans: [{ start: from[start] ?? 0, end: to[start + name.length - 1] ?? 0 }],
    message: `"${name}" is not what the brief gives away, which is ${on}; name that.`,
    fact: { path: 'offer.on', value: on },
  };
}
