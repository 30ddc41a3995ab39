/** The kinds of readers a line is rendered for: what each attribute holds for them. */
import type { Attribute, Attributes } from '../../domain/attribute.ts';
import { attributeWords, listedAs, numberAttributes } from './attribute-words.ts';
import type { Dialect } from './merge-tags/dialect.ts';
import type { Rendering } from './rendering.ts';
import type { Tag } from './tags.ts';

/** One kind of reader. A value of `null` is missing. */
export type ReaderCase = {
  readonly name: string;
  readonly kind: Rendering['kind'];
  readonly valueOf: (attribute: string) => string | null;
};

/** How many different attributes of one line get cases of their own; more in one subject line is no subject line. */
const maxAttributes = 8;

// Assumed where the brand gives no samples. A first name of 20 graphemes is longer than 99 in 100 of them.
const typicalValues: ReadonlyMap<string, string> = new Map([
  ['first_name', 'Jordan'],
  ['last_name', 'Taylor'],
  ['full_name', 'Jordan Taylor'],
  ['email', 'jordan.taylor@example.com'],
  ['city', 'Denver'],
  ['birthday', 'May 4'],
  ['points_or_balance', '120'],
]);
const longestValues: ReadonlyMap<string, string> = new Map([
  ['first_name', 'Maximilian-Alexander'],
  ['last_name', 'Featherstonehaugh-Li'],
  ['full_name', 'Maximilian-Alexander Featherstone'],
  ['email', 'maximilian.alexander.featherstone@example.com'],
  ['city', 'Llanfairpwllgwyngyll'],
  ['birthday', 'September 30'],
]);
const typicalByType: Readonly<Record<Attribute['type'], string>> = { text: 'Sample', number: '12', date: 'May 4' };
const longestByType: Readonly<Record<Attribute['type'], string>> = {
  text: 'A rather long sample',
  number: '1234567',
  date: 'September 30',
};
const rightToLeftName = 'ليلى';
const names: ReadonlySet<string> = new Set(['first_name', 'last_name', 'full_name']);
const numberHazards = ['0', '1', '-5', '1000000'];

/** The readers a line with these tags is rendered for; the typical one comes first. */
export function readerCases(tags: readonly Tag[], attributes: Attributes, dialect: Dialect): ReaderCase[] {
  const keys = [...new Set(tags.flatMap((tag) => attributeOf(tag) ?? []))].slice(0, maxAttributes);
  const typical = (key: string) => typicalValue(key, attributes);
  const cases: ReaderCase[] = [{ name: 'typical', kind: 'typical', valueOf: typical }];
  const withValue = (name: string, kind: Rendering['kind'], changed: string, value: string | null) =>
    cases.push({ name, kind, valueOf: (key) => (key === changed ? value : typical(key)) });
  for (const key of keys)
    withValue(`${key} empty`, printsNothing(tags, key, attributes) ? 'empty' : 'fallback', key, null);
  if (keys.length > 1) cases.push({ name: 'all values empty', kind: 'empty', valueOf: () => null });
  const longest = keys.map((key) => `${key} = ${longestValue(key, attributes)}`).join(', ');
  if (keys.length > 0) cases.push({ name: longest, kind: 'longest', valueOf: (key) => longestValue(key, attributes) });
  for (const key of keys) {
    const isNumber = typeOf(key, attributes) === 'number';
    if (isNumber) for (const value of numberHazards) withValue(`${key} = ${value}`, 'hazard', key, value);
    if (names.has(key)) withValue(`${key} = ${rightToLeftName}`, 'hazard', key, rightToLeftName);
    // A value of blanks alone is rare, and on this platform it does not trigger the fallback.
    const slips = dialect.blankSlipsThrough && !isNumber && tags.some((tag) => tag.canonical === key && tag.fallback);
    if (slips) withValue(`${key} blank`, 'hazard', key, ' ');
  }
  return cases;
}

/** What stands for a tag's attribute in the cases: its canonical name, or what is written where nobody knows it. */
export function attributeOf(tag: Pick<Tag, 'canonical' | 'attribute'>): string | null {
  return tag.canonical ?? tag.attribute;
}

/** What the brand says of an attribute. A tag may be called anything, "constructor" too. */
export function knownAttribute(attributes: Attributes, key: string): Attribute | undefined {
  return Object.hasOwn(attributes, key) ? attributes[key] : undefined;
}

function printsNothing(tags: readonly Tag[], key: string, attributes: Attributes): boolean {
  if (knownAttribute(attributes, key)?.defaultSetInEsp) return false;
  return tags.some((tag) => tag.kind === 'value' && attributeOf(tag) === key && !tag.fallback?.text && !tag.guarded);
}

function typicalValue(key: string, attributes: Attributes): string {
  return (
    knownAttribute(attributes, key)?.samples[0] ?? typicalValues.get(key) ?? typicalByType[typeOf(key, attributes)]
  );
}

function longestValue(key: string, attributes: Attributes): string {
  const attribute = knownAttribute(attributes, key);
  if (attribute?.longest !== undefined) return attribute.longest;
  const assumed = longestValues.get(key) ?? longestByType[typeOf(key, attributes)];
  return (attribute?.samples ?? []).reduce((long, sample) => (sample.length > long.length ? sample : long), assumed);
}

function typeOf(key: string, attributes: Attributes): Attribute['type'] {
  const known = knownAttribute(attributes, key);
  if (known && known.type !== 'text') return known.type;
  if (isNumberByName(key) && (known?.samples ?? []).every((sample) => /^[$€£]?\d[\d.,]*$/.test(sample)))
    return 'number';
  return key === 'birthday' && !known ? 'date' : 'text';
}

const numberNames: ReadonlySet<string> = new Set([...numberAttributes, 'amount_due']);

function isNumberByName(key: string): boolean {
  return listedAs(attributeWords({ canonical: null, attribute: key }), numberNames) !== null;
}
