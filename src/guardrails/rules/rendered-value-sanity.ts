/** Looks at what the merge values make of a line: no "0 points", no "Hi None", no "Hi there, there". */
import * as z from 'zod';
import { defineRule, nothing, type RuleContext, type Sighting } from '../rule.ts';
import { attributeWords, listedAs, numberAttributes } from '../text/attribute-words.ts';
import type { ParsedLine } from '../text/parsed-line.ts';
import { attributeOf, knownAttribute } from '../text/reader-cases.ts';
import { type Rendering, spanAsWritten } from '../text/rendering.ts';
import {
  countsPlural,
  doubledIn,
  type InsertedValue,
  isMoney,
  isVoid,
  numberIn,
  oddFallback,
  valuesIn,
} from '../text/silly-values.ts';
import type { Tag } from '../text/tags.ts';

const Options = z.strictObject({
  /** Attributes that are counts or sums, by canonical name or as written; "points" is "reward_points" too. */
  numericAttributes: z
    .array(z.string().min(1).max(100))
    .max(100)
    .default([...numberAttributes]),
  /** The least number that reads well. */
  minNumeric: z.number().min(0).max(1_000_000).default(1),
  /** Ask that no reader's own value can print less than `minNumeric`; else only fallbacks are looked at. */
  requireGuardForNumeric: z.boolean().default(true),
});

type Prepared = Omit<z.infer<typeof Options>, 'numericAttributes'> & {
  readonly numeric: ReadonlySet<string>;
  readonly isEnglish: boolean;
};
type Context = RuleContext<Prepared>;
type Seen = { readonly rendering: Rendering; readonly value: InsertedValue };

/** See docs/rules/rendered-value-sanity.md. */
export const renderedValueSanity = defineRule({
  id: 'rendered-value-sanity',
  version: 1,
  summary: 'No reader sees a silly value: a balance of zero, "1 points", "None", a word twice.',
  options: Options,
  on: true,
  severity: 'block',
  alsoPreheader: true,
  wakes: ['tags'],
  examples: {
    good: [
      {
        line: "{% if person|lookup:'Points' > 0 %}Your points are waiting{% else %}New in{% endif %}",
        dialect: 'klaviyo',
      },
      { line: "Hi {{ first_name|default:'there' }}, the linen is in", dialect: 'klaviyo' },
      { line: '{% if points > 1 %}{{ points }} points for you{% else %}New in{% endif %}', dialect: 'klaviyo' },
      { line: '0% APR on 0 worries', because: 'No value is filled in.' },
    ],
    bad: [
      { line: 'Your balance: [|{{ person.points|default:0 }}|] points', dialect: 'klaviyo' },
      { line: 'You have [|{{ points }}|] points', dialect: 'klaviyo' },
      {
        line: '{% if points > 0 %}[|{{ points }}|] points{% else %}New in{% endif %} today',
        dialect: 'klaviyo',
        because: 'One point is "1 points": a warning.',
      },
      { line: "Hi {{ first_name|default:'[|None|]' }}, new in", dialect: 'klaviyo' },
      { line: "Hi there, [|{{ first_name|default:'there' }}|]", dialect: 'klaviyo' },
      { line: "Picked for {{ first_name|default:'[|there|]' }}", dialect: 'klaviyo' },
      { line: "[|{{ first_name|default:'there'|upper }}|], the linen is in", dialect: 'klaviyo' },
    ],
  },
  prepare: ({ numericAttributes, ...options }, { locale }): Prepared => ({
    ...options,
    numeric: new Set(numericAttributes),
    isEnglish: /^en\b/i.test(locale),
  }),
  check(line, context) {
    const { tags } = line;
    if (!tags.some(({ kind }) => kind === 'value')) return nothing;
    const sightings = tags.flatMap((tag, at) => (tag.kind === 'value' ? sillyValues(line, tag, at, context) : []));
    sightings.push(...doubledWords(line, sightings));
    return sightings.length === 0 ? nothing : sightings;
  },
});

/** What one tag prints for some readers; the worst of it, once. */
function sillyValues(line: ParsedLine, tag: Tag, at: number, context: Context): Sighting[] {
  const seen = line
    .renderings()
    .flatMap((rendering) => valuesIn(rendering).flatMap((value) => (value.tag === at ? [{ rendering, value }] : [])));
  const found = voids(tag, seen) ?? lowNumbers(line, tag, seen, context) ?? oddWords(tag, seen);
  const wording = [...(found ? [found] : []), ...misfits(line, tag, seen, context.prepared)];
  return wording.slice(0, 1);
}

function voids(tag: Tag, seen: readonly Seen[]): Sighting | null {
  const first = seen.find(({ value }) => isVoid(value));
  return first
    ? sighting(tag, first, `give the tag a fallback that reads well, or none where the line can do without`)
    : null;
}

function lowNumbers(
  line: ParsedLine,
  tag: Tag,
  seen: readonly Seen[],
  { prepared, attributes }: Context,
): Sighting | null {
  const { numeric, minNumeric, requireGuardForNumeric } = prepared;
  const isListed = listedAs(attributeWords(tag), numeric) !== null;
  const key = attributeOf(tag);
  const isNumber = isListed || (key !== null && knownAttribute(attributes, key)?.type === 'number');
  const looksAtHazards = requireGuardForNumeric && !isAskedForMore(line, tag, seen);
  const looked = seen.filter(
    ({ rendering, value }) => numberIn(value) !== null && (looksAtHazards || rendering.kind !== 'hazard'),
  );
  // A size may be 0; a number that nobody lists must count something to be silly.
  const counts = (value: InsertedValue) => isListed || countsPlural(value) || (isNumber && isMoney(value));
  const low = looked.find(({ value }) => (numberIn(value) ?? minNumeric) < minNumeric && counts(value));
  const one = looked.find(({ value }) => value.printed === '1' && countsPlural(value));
  const name = tag.attribute ?? 'the value';
  if (low)
    return {
      ...sighting(
        tag,
        low,
        `print the number only where ${name} is ${one ? Math.max(minNumeric, 2) : minNumeric} or more`,
      ),
      // Some platforms take 0 for no value, and hardly any balance falls below it.
      ...((tag.guarded || (numberIn(low.value) ?? 0) < 0) && { severity: 'warn' as const }),
    };
  if (!one) return null;
  return { ...sighting(tag, one, `ask for 2 or more, or word the line so that one fits`), severity: 'warn' };
}

/** Whether the tag stands in a conditional that asks for more than a number in a way that only the platform understands. */
function isAskedForMore(line: ParsedLine, tag: Tag, seen: readonly Seen[]): boolean {
  const enclosing = line.tags.findLast(({ kind, span }) => kind === 'control' && span.end <= tag.span.start);
  if (!enclosing || enclosing.role === 'close') return false;
  if (!seen.some(({ rendering, value }) => rendering.kind === 'hazard' && value.printed === '0')) return false;
  return /[>]|\b(?:gte?|ge|greater)/i.test(line.text.slice(enclosing.span.start + 2, enclosing.span.end - 2));
}

function oddWords(tag: Tag, seen: readonly Seen[]): Sighting | null {
  if (!tag.fallback) return null;
  for (const each of seen) {
    const odd = each.rendering.kind === 'fallback' ? oddFallback(each.value) : null;
    if (odd !== null) return { ...sighting(tag, each, `${odd}, so take another fallback`), severity: 'warn' };
  }
  return null;
}

const nameAttributes: ReadonlySet<string> = new Set(['first_name', 'last_name', 'full_name']);
const notForNames = /^(?:first|last|slugify|wordcount|length|size|md5|sha1|sha256|base64|date|floatformat|intcomma)$/i;

/** Where filter or article do not go with what the list holds. */
function misfits(line: ParsedLine, tag: Tag, seen: readonly Seen[], { isEnglish }: Prepared): Sighting[] {
  const written = line.text.slice(tag.span.start, tag.span.end);
  const say = (message: string): Sighting[] => [{ message, spans: [tag.span], severity: 'warn' }];
  const article = isEnglish
    ? /(?<![\p{L}\p{N}'’.&-])an? $/iu.exec(line.literal.slice(0, tag.span.start))?.[0].trim()
    : null;
  if (article)
    return say(
      `"${article}" stands before ${written}, and some values want "${/n$/i.test(article) ? 'a' : 'an'}"; turn the words so that no article does.`,
    );
  if (!nameAttributes.has(attributeWords(tag)) || tag.filters.length === 0) return [];
  const { printed } = seen[0]?.value ?? { printed: '' };
  const filter = tag.filters.find((each) => notForNames.test(each));
  if (filter !== undefined && !tag.filters.some((each) => /^split/i.test(each)))
    return say(`${written} makes something else of a name by "${filter}"; print the name as it is.`);
  if (printed.length < 2 || printed.toLowerCase() === printed.toUpperCase()) return [];
  if (printed === printed.toUpperCase())
    return say(`${written} shouts every reader's name ("${printed}"); leave the filter out.`);
  if (printed === printed.toLowerCase())
    return say(`${written} takes the capital from every reader's name ("${printed}"); leave the filter out.`);
  return [];
}

/** Words that come twice once the tags are filled, unless the tag is spoken of already. */
function doubledWords(line: ParsedLine, said: readonly Sighting[]): Sighting[] {
  const [typical, ...others] = line.renderings();
  if (!typical) return [];
  for (const rendering of [typical, ...others]) {
    if (rendering.kind === 'hazard' || rendering.kind === 'longest') continue;
    const doubled = doubledIn(rendering, typical);
    if (!doubled) continue;
    const place = spanAsWritten(rendering, line.tags, doubled.start, doubled.end);
    const tag = line.tags.find(
      ({ span, kind }) => kind === 'value' && span.start < place.end && place.start < span.end,
    );
    const span = tag?.span ?? place;
    if (said.some(({ spans }) => spans?.some(({ start, end }) => start < span.end && span.start < end))) continue;
    return [
      {
        message: `With ${rendering.name}, readers see "${rendering.text.slice(doubled.start, doubled.end)}"; word it so that nothing is said twice.`,
        spans: [span],
        rendering: rendering.name,
        severity: 'warn',
      },
    ];
  }
  return [];
}

/** Marks the fallback where it is to blame, else the tag. */
function sighting(tag: Tag, { rendering, value }: Seen, advice: string): Sighting {
  const isFallback = tag.fallback !== null && tag.fallback.text.trim() === value.printed && numberIn(value) === null;
  return {
    message: `With ${rendering.name}, readers see "${excerpt(value)}"; ${advice}.`,
    spans: [isFallback && tag.fallback ? tag.fallback.span : tag.span],
    rendering: rendering.name,
  };
}

function excerpt({ printed, before, after }: InsertedValue): string {
  const head = before.length > 24 ? `…${before.slice(-24)}` : before;
  return `${head}${printed}${after.length > 24 ? `${after.slice(0, 24)}…` : after}`;
}
