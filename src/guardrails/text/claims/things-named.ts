/** Reads which things a piece of folded text names as its object: "all wool scarves and hats this week". */
import lexicon from '../../../../data/lexicons/product-kinds.json' with { type: 'json' };
import { isArea, type KindPaths, kindsNamed } from './product-kinds.ts';

/** For whom a thing is made. */
export type Audience = keyof typeof lexicon.audience;

/** A thing that is named, with its place in the text. */
export type NamedThing = {
  readonly start: number;
  readonly end: number;
  readonly kinds: KindPaths;
  readonly audience: Audience | null;
};

type Token = { readonly text: string; readonly start: number; readonly end: number };

const tokenShape = /\p{L}[\p{L}\d'-]*|\d+|[^\s\p{L}\d]/gu;
const joining = /^(?:and|or|&|\+)$/;
const determiner =
  /^(?:\d{1,2}|two|three|four|five|six|the|our|your|all|every|any|each|these|those|this|entire|whole|of|an?|one|more|my)$/;
// What ends the object: "boots this week", "boots for winter", "20% off makes scarves happy".
const ending =
  /^(?:for|in|with|at|from|to|on|off|by|until|till|til|thru|through|this|that|these|today|tonight|tomorrow|now|when|while|plus|if|because|so|but|as|like|than|then|just|only|again|is|are|was|were|it|its|it's|you|you'll|we|we're|i|who|which|what|where|how|before|after|over|under|during|ends?|ending|starts?|starting|begins?|inside|online|instore|too|without|makes?|means?|gets?|feels?|looks?|meets?|says?|goes|keeps?|brings?|puts?|takes?|turns?|lands?|not|no|yes|up|out|next|ahead|back)$/;
const farthest = 8;

/**
 * The things that the text begins with. A noun that others follow ("scarf weather") names what these do; where the last
 * word of an object is not known, the object is not.
 */
export function thingsNamed(text: string): NamedThing[] {
  const tokens = tokensOf(text);
  const found: NamedThing[] = [];
  for (let at = 0; at < tokens.length; ) {
    const object = objectFrom(tokens, at, found.length > 0);
    if (!object.thing) break;
    found.push(object.thing);
    if (!joining.test(tokens[object.next]?.text ?? '')) break;
    at = object.next + 1;
  }
  return found;
}

/** Every kind that any word of the text names. */
export function kindsAnywhere(text: string): KindPaths {
  const tokens = tokensOf(text);
  return tokens.flatMap((_, at) => thingAt(tokens, at)?.kinds ?? []);
}

function tokensOf(text: string): Token[] {
  return [...text.matchAll(tokenShape)].map(({ 0: found, index }) => ({
    text: found,
    start: index,
    end: index + found.length,
  }));
}

type ReadObject = { readonly thing: NamedThing | null; readonly next: number };

/** One object. One that is joined to another must be plain: "boots and wool hats", and not "boots and hats off to you". */
function objectFrom(tokens: readonly Token[], from: number, isJoined: boolean): ReadObject {
  let thing: Omit<NamedThing, 'audience'> | null = null;
  let audience: Audience | null = null;
  let at = from;
  let unknown = 0;
  while (!isJoined && at < tokens.length && determiner.test(tokens[at]?.text ?? '')) at++;
  for (; at < tokens.length && at - from < farthest; at++) {
    const { text } = tokens[at] ?? { text: '' };
    if (!/\p{L}/u.test(text) || ending.test(text) || joining.test(text)) break;
    audience ??= audienceNamed(text);
    const here = thingAt(tokens, at);
    if (here) {
      thing = here;
      at += here.words - 1;
    } else if (thing && isArea(text)) continue;
    else if (thing && /[^s]s$/.test(tokens[at - 1]?.text ?? '')) break;
    else {
      thing = null;
      unknown++;
    }
  }
  const stop = tokens[at]?.text;
  const isPlain =
    stop === undefined ||
    /[^\p{L}\d]/u.test(stop) ||
    /^(?:this|today|tonight|now|until|through|thru|till|with|ends?)$/.test(stop);
  const isMeant = thing && (!isJoined || (unknown <= 1 && isPlain));
  return { thing: thing && isMeant ? { ...thing, audience } : null, next: at };
}

/** The thing whose name begins with this token: of two words, else of one. */
function thingAt(tokens: readonly Token[], at: number) {
  const [one, other] = [tokens[at], tokens[at + 1]];
  if (!one) return null;
  const pair = other && other.start === one.end + 1 ? kindsNamed(`${one.text} ${other.text}`) : null;
  // Garden furniture is furniture as well.
  if (pair && other)
    return { start: one.start, end: other.end, kinds: [...pair, ...(kindsNamed(other.text) ?? [])], words: 2 };
  const kinds = kindsNamed(one.text);
  return kinds && { start: one.start, end: one.end, kinds, words: 1 };
}

function audienceNamed(word: string): Audience | null {
  const { women, men, children } = lexicon.audience;
  if (women.includes(word)) return 'women';
  if (men.includes(word)) return 'men';
  return children.includes(word) ? 'children' : null;
}
