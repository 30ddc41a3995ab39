/** Keeps web addresses, phone numbers and what belongs to one person out of the line. */
import * as z from 'zod';
import domains from '../../../data/lexicons/top-level-domains.json' with { type: 'json' };
import type { Facts } from '../../domain/facts.ts';
import type { Span } from '../../domain/finding.ts';
import { defineRule, nothing, type Sighting } from '../rule.ts';
import type { TermFinder } from '../text/find-terms.ts';
import type { ParsedLine } from '../text/parsed-line.ts';
import { ownNumbersIn } from '../text/personal/own-numbers.ts';
import { phoneNumbersIn } from '../text/personal/phone-numbers.ts';
import { webAddressesIn } from '../text/personal/web-addresses.ts';
import { signBits } from '../text/signs.ts';
import { tagsPrinting } from '../text/tags-printing.ts';

const Options = z.strictObject({
  /** Hosts that may be named, with all that stands before them: "boohoo.com" lets "www.boohoo.com" pass. */
  allowDomains: z.array(z.string().trim().toLowerCase().min(3).max(253)).max(100).default([]),
  /** Attributes whose value nobody but the reader should see. `phone` stands for `mobile` and `home_phone` too. */
  forbiddenAttributes: z
    .array(z.string().min(1).max(100))
    .max(50)
    .default(['email', 'phone', 'address', 'birthday', 'last_name', 'full_name']),
});

type Prepared = {
  readonly finder: TermFinder;
  readonly allowed: ReadonlySet<string>;
  readonly forbidden: ReadonlySet<string>;
};

type Kind = keyof typeof whatItIs;

/** Something found. Offsets count in the folded text. */
type Found = { readonly kind: Kind; readonly start: number; readonly end: number };

const whatItIs = {
  web: 'a web address, which filters distrust in a subject line; let a button in the mail carry it',
  name: "written like a web address; list it in allowDomains if it is the brand's name, else leave the ending out",
  email: 'an e-mail address; take it out, since everyone who sees the screen can read it',
  phone: 'a phone number; put it in the mail itself',
  card: 'a card number; take it out',
  bank: 'a bank account; take it out',
  social: 'shaped like a social security number; take it out',
  parcel: "one reader's tracking number; take it out",
  order: "one reader's number; take it out, or let a merge tag in the mail print each reader's own",
} as const;

/** See docs/rules/url-phone-pii.md. */
export const urlPhonePii = defineRule({
  id: 'url-phone-pii',
  version: 1,
  summary: 'No web address, phone number or personal data, typed or printed by a tag.',
  options: Options,
  on: true,
  severity: 'block',
  alsoPreheader: true,
  wakes: ['digit', 'stop', 'markup', 'tags', 'terms'],
  examples: {
    good: [
      { line: 'Your edit is live' },
      { line: 'B.Y.O.B. Dr.Martens and St.Laurent, 24/7' },
      { line: 'Boohoo.com turns ten', options: { allowDomains: ['boohoo.com'] } },
      { line: 'Sizes 30-32-34, from $1,299.00, until 12/24/2026' },
      { line: 'Hi {{ first_name }}, the boots are in', dialect: 'klaviyo' },
    ],
    bad: [
      { line: 'Shop [|macys.com|] now' },
      { line: 'Shop [|macys dot com|] now' },
      { line: 'Hi [|{{ email }}|]', dialect: 'klaviyo' },
      { line: 'Call [|1-800-555-0100|]' },
      { line: 'Write to [|help@example.com|]' },
      { line: '[|Order #10023456|] has a friend' },
      { line: '[|Boohoo.com|] turns ten', because: 'It may be a name: a warning.' },
    ],
  },
  prepare: ({ allowDomains, forbiddenAttributes }, { terms }): Prepared => ({
    // Endings wake the rule where the dot is no ASCII dot, or is a word.
    finder: terms([...domains.plain.slice(0, 3), 'www', 'http', 'https'].map((term) => ({ term, mode: 'word' }))),
    allowed: new Set(allowDomains.map((domain) => domain.replace(/^www\./, ''))),
    forbidden: new Set(forbiddenAttributes.flatMap((name) => [name, ...(synonyms[name] ?? [])])),
  }),
  check(line, { prepared, facts }) {
    const printed = line.tags.length + line.tagFaults.length > 0 ? printedData(line, prepared.forbidden) : nothing;
    if (!mayHold(line, prepared.finder)) return printed;
    const typed = typedData(line, prepared.allowed, facts);
    return printed.length + typed.length === 0 ? nothing : [...printed, ...typed];
  },
});

const synonyms: Readonly<Record<string, readonly string[]>> = {
  email: ['email_address', 'e_mail', 'mail', 'emailaddr'],
  phone: ['phone_number', 'mobile', 'mobile_number', 'mobile_phone', 'telephone', 'cell', 'cell_phone', 'sms_number'],
  address: ['address_1', 'address1', 'address_line_1', 'street', 'street_address', 'postal_address', 'home_address'],
  birthday: ['birth_date', 'birthdate', 'date_of_birth', 'dob', 'birth_day'],
  last_name: ['lastname', 'surname', 'family_name', 'lname'],
  full_name: ['fullname'],
};

function printedData(line: ParsedLine, forbidden: ReadonlySet<string>): readonly Sighting[] {
  const sightings = tagsPrinting(line, forbidden).map(({ span, name }) => {
    const what = (Object.keys(synonyms).find((key) => synonyms[key]?.includes(name)) ?? name).replaceAll('_', ' ');
    return {
      message: `${line.text.slice(span.start, span.end)} prints the reader's ${what} where everyone who sees the screen can read it; take it out of the line.`,
      spans: [span],
      // Many lists hold no more than one name per reader, and some of those are just a first name.
      ...(what === 'full name' && { severity: 'warn' as const }),
    };
  });
  return sightings.length === 0 ? nothing : sightings;
}

/** False where the line surely holds no address and no number of anyone's: nearly always, and at little cost. */
function mayHold(line: ParsedLine, finder: TermFinder): boolean {
  const { signs, literal } = line;
  if ((signs & signBits.markup) !== 0 && (literal.includes('@') || literal.includes('://'))) return true;
  if ((signs & signBits.digit) !== 0 && (hasDigits(literal, fewestDigits) || literal.includes('1-8'))) return true;
  if ((signs & signBits.stop) !== 0)
    for (let at = literal.indexOf('.'); at >= 0; at = literal.indexOf('.', at + 1))
      if (isLetter(literal.charCodeAt(at + 1)) && literal.charCodeAt(at - 1) > 0x2c) return true;
  return finder.mayFind(line);
}

/** No number of anyone's has fewer, but one whose rest is letters: 1-800-FLOWERS. */
const fewestDigits = 5;

function hasDigits(text: string, wanted: number): boolean {
  let seen = 0;
  for (let at = 0; at < text.length; at++) if (isDigit(text.charCodeAt(at)) && ++seen === wanted) return true;
  return false;
}

/** ASCII and full-width digits, and what begins one of mathematics. */
function isDigit(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19) || unit === 0xd835;
}

/** An ASCII letter, or what may be one in disguise. */
function isLetter(unit: number): boolean {
  return unit > 0x7f || ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a);
}

function typedData(line: ParsedLine, allowed: ReadonlySet<string>, facts: Facts | undefined): Sighting[] {
  const { text, from, to } = line.folded();
  const found: Found[] = [];
  for (const { start, end, kind, host, isNameLike } of webAddressesIn(line))
    if (kind === 'email' || !isAllowed(host, allowed)) found.push({ start, end, kind: isNameLike ? 'name' : kind });
  found.push(...ownNumbersIn(text));
  for (const piece of phoneNumbersIn(text)) found.push({ ...piece, kind: 'phone' });
  return withoutOverlaps(found).flatMap(({ kind, start, end }) => {
    const span = { start: from[start] ?? 0, end: to[end - 1] ?? 0 };
    const written = line.text.slice(span.start, span.end);
    if (isInFault(line, span) || isNamed(written, facts)) return [];
    const isOfTheMail = kind === 'order' && facts !== undefined && facts.messageType !== 'promotional';
    return {
      message: `"${shown(written, kind)}" is ${whatItIs[kind]}.`,
      spans: [span],
      ...((kind === 'name' || isOfTheMail) && { severity: 'warn' as const }),
    };
  });
}

function isAllowed(host: string, allowed: ReadonlySet<string>): boolean {
  for (let at = 0; at >= 0; at = host.indexOf('.', at + 1))
    if (allowed.has(at === 0 ? host : host.slice(at + 1))) return true;
  return false;
}

/** What was found first keeps its place: an address before the digits in it, a card before a phone. */
function withoutOverlaps(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const each of found) if (!kept.some(({ start, end }) => start < each.end && each.start < end)) kept.push(each);
  return kept;
}

/** A broken tag is tag-syntax's; its machinery is no address. */
function isInFault({ tagFaults }: ParsedLine, span: Span): boolean {
  return tagFaults.some((fault) => fault.span.start <= span.start && span.end <= fault.span.end);
}

/** A product may be called "Boohoo.com" or carry a number; then the brief says so. */
function isNamed(written: string, facts: Facts | undefined): boolean {
  if (!facts) return false;
  const name = written.toLowerCase();
  return [...facts.products, ...facts.mustMention].some((each) => each.toLowerCase().includes(name));
}

/** A finding is kept for years; what it quotes must not be somebody's card. */
function shown(written: string, kind: Kind): string {
  const isSecret = kind === 'card' || kind === 'bank' || kind === 'social';
  return isSecret ? `${written.slice(0, 2)}…${written.slice(-2)}` : written;
}
