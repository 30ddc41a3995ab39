/** Holds a line that keeps an offer for members, VIPs or the like to the brief, and a members' offer to its members. */
import * as z from 'zod';
import memberWords from '../../../data/lexicons/member-words.json' with { type: 'json' };
import { Market } from '../../domain/brief.ts';
import type { Facts } from '../../domain/facts.ts';
import type { Span } from '../../domain/finding.ts';
import { defineRule, nothing, type RuleContext, type Sighting } from '../rule.ts';
import { figuresOf } from '../text/claims/figures.ts';
import { lackingOfOffers } from '../text/claims/lacking-fact.ts';
import { alternatives } from '../text/claims/numbers.ts';
import type { TermFinder } from '../text/find-terms.ts';
import { foldText } from '../text/fold.ts';
import type { ParsedLine } from '../text/parsed-line.ts';

const Words = z.string().trim().min(1).max(100);

const Options = z.strictObject({
  /** The brand's own names for its members, besides members, VIPs, insiders, cardholders and subscribers. */
  groups: z.array(Words).max(100).default([]),
  /** Phrases in which a name of the list means no customer, besides those known, such as "family members". */
  exceptions: z.array(Words).max(500).default([]),
  /** Where a line that offers to everyone what is for members is held back instead of being pointed out. */
  strictIn: z.array(Market).default(['CA']),
});
type Options = z.infer<typeof Options>;

type Prepared = {
  readonly groups: TermFinder;
  readonly everyone: TermFinder;
  readonly options: Options;
};

/** See docs/rules/members-only-claims.md. */
export const membersOnlyClaims = defineRule({
  id: 'members-only-claims',
  version: 2,
  summary: 'An offer is said to be for members only where the brief says so, and not offered to everyone then.',
  options: Options,
  on: true,
  severity: 'block',
  onMissingFacts: 'block',
  alsoPreheader: true,
  wakes: ['terms'],
  examples: {
    good: [
      {
        line: 'Members only: 20% off coats',
        facts: { offer: { type: 'percent-off', percent: '20', membersOnly: true } },
      },
      { line: 'Members get early access', facts: {}, because: 'Going first is no offer.' },
      { line: 'Gifts for family members', facts: {} },
      { line: 'Join the club', facts: {} },
    ],
    bad: [
      {
        line: '[|For members|]: 20% off coats',
        facts: { offer: { type: 'percent-off', percent: '20', membersOnly: false } },
      },
      { line: '[|VIP only|]: half price coats', facts: {}, because: 'The brief says that there is no offer.' },
      {
        line: '20% off coats, [|for everyone|]',
        facts: { offer: { type: 'percent-off', percent: '20', membersOnly: true } },
        because: 'It is for members: a warning.',
      },
      { line: '[|Cardholders save|] 20%', because: 'Without a brief nobody knows.' },
    ],
  },
  prepare: (options, { terms }): Prepared => ({
    groups: terms(
      [...memberWords.groups, ...options.groups, ...memberWords.programs].map((term) => ({ term, mode: 'word' })),
      [...memberWords.otherwise, ...options.exceptions],
    ),
    everyone: terms(
      memberWords.everyone.map((term) => ({ term, mode: 'word' })),
      memberWords.everyoneOtherwise,
    ),
    options,
  }),
  check(line, context) {
    const { groups, everyone } = context.prepared;
    const named = groups.find(line);
    const open = context.facts?.offer?.membersOnly ? everyone.find(line) : [];
    if (named.length === 0 && open.length === 0) return nothing;
    const isProgram = (index: number) => index >= memberWords.groups.length + context.prepared.options.groups.length;
    const sightings = named.flatMap(({ index, span, rendering }) => {
      const claim = claimAt(line, span, context.facts, isProgram(index));
      return claim ? sightingsOf({ ...claim, ...(rendering !== undefined && { rendering }) }, line, context.facts) : [];
    });
    if (open.length > 0 && named.length === 0 && hasBenefit(line)) sightings.push(...toEveryone(open, line, context));
    return context.facts ? sightings : sightings.slice(0, 1);
  },
  checkCampaign: (brief) => lackingOfOffers(brief, 'membersOnly', 'members'),
});

type Claim = { readonly span: Span; readonly rendering?: string };

const get = alternatives(memberWords.get);
const only = alternatives(memberWords.only);
const benefit = alternatives(memberWords.benefits);
const getAfter = new RegExp(`^(?:[ ](?:can|will|also|now|always|who))?[ ](?:${get})(?!\\p{L})`, 'u');
const onlyAfter = new RegExp(`^(?:'s?|s)?[ -](?:${only})(?!\\p{L})`, 'u');
const benefitAfter = new RegExp(`^(?:'s?)?[ -](?:${benefit})(?!\\p{L})`, 'u');
const onlyBefore = new RegExp(
  `(?<!\\p{L})(?:${only})[ ](?:(?:${alternatives(memberWords.for)})[ ])?(?:(?:our|your|all|the|unsere|nos|loyal|valued|rewards|loyalty|club)[ ]){0,2}$`,
  'u',
);
const forBefore = new RegExp(
  `(?<!\\p{L})(?:${alternatives(memberWords.for)})[ ](?:(?:our|all|the|loyal|valued|rewards|loyalty|club|unsere|nos)[ ]){0,2}$`,
  'u',
);
const asBefore = /(?<!\p{L})as (?:an?|our) (?:\p{L}{1,12} )?$/u;
const access = new RegExp(`(?<!\\p{L})(?:${alternatives(memberWords.access)})(?!\\p{L})`, 'u');
const benefits = new RegExp(`(?<!\\p{L})(?:${benefit})(?!\\p{L})`, 'u');
const reach = 40;

/**
 * What a line says of a group's name here, if that an offer is theirs. Words of exclusion are enough; a plain "for
 * members" or "members get" needs something to get, other than to go first.
 */
function claimAt(line: ParsedLine, span: Span, facts: Facts | undefined, isProgram: boolean): Claim | null {
  const behind = foldText(line.literal.slice(span.end, span.end + reach)).text;
  const from = Math.max(0, span.start - reach);
  const ahead = foldText(line.literal.slice(from, span.start));
  const startOf = (match: RegExpExecArray) => from + (ahead.from[match.index] ?? 0);
  const upTo = (match: RegExpExecArray | null) => span.end + (match?.[0].length ?? 0);
  const exclusive = onlyAfter.exec(behind);
  const reserved = onlyBefore.exec(ahead.text);
  // "Members get early access to the sale" lets them go first, and gives them nothing that others do not get.
  const isToGoFirst = access.test(line.folded().text) && !hasFigure(line);
  // "Members-only early access" is theirs alone where it is the offer itself; a first look may go with none.
  if ((exclusive || reserved) && (!isToGoFirst || facts?.offer))
    return { span: { start: reserved ? startOf(reserved) : span.start, end: upTo(exclusive) } };
  // "Your loyalty points" keep nothing from anyone.
  if (isToGoFirst || isProgram) return null;
  const theirs = benefitAfter.exec(behind);
  if (theirs) return { span: { start: span.start, end: upTo(theirs) } };
  if (!hasBenefit(line)) return null;
  const meant = forBefore.exec(ahead.text) ?? asBefore.exec(ahead.text);
  const getting = getAfter.exec(behind);
  const isAddressed = /^[!,:]|^ ?[-–—]/u.test(behind) && /^\W*$|[.!?:] ?$/u.test(ahead.text);
  if (!meant && !getting && !isAddressed) return null;
  return { span: { start: meant ? startOf(meant) : span.start, end: upTo(getting) } };
}

/** A discount, a deal, a price, or a word for one. */
function hasBenefit(line: ParsedLine): boolean {
  return benefits.test(line.folded().text) || hasFigure(line);
}

function hasFigure(line: ParsedLine): boolean {
  return figuresOf(line).some((figure) => figure.kind !== 'percent' || figure.sense !== 'share');
}

function sightingsOf(claim: Claim, line: ParsedLine, facts: Facts | undefined): Sighting[] {
  const { span, rendering } = claim;
  const placed = { spans: [span], ...(rendering !== undefined && { rendering }) };
  const says = `"${line.text.slice(span.start, span.end)}" keeps the offer for some`;
  const offer = facts?.offer;
  if (offer?.membersOnly) return [];
  if (offer === null) {
    const message = `${says}, and the brief says that there is no offer; take it out.`;
    return [{ ...placed, message, fact: { path: 'offer', value: 'none' } }];
  }
  if (offer?.membersOnly === false) {
    const message = `${says}, and the brief says that it is for everyone; leave the words out.`;
    return [{ ...placed, message, fact: { path: 'offer.membersOnly', value: 'false' } }];
  }
  const message = `${says}; not evaluable: brief.offer.membersOnly is missing. Add it to the brief or leave the words out.`;
  return [{ ...placed, message, missing: 'offer.membersOnly' }];
}

function toEveryone(
  hits: ReturnType<TermFinder['find']>,
  line: ParsedLine,
  { market, prepared }: RuleContext<Prepared>,
): Sighting[] {
  const isStrict = prepared.options.strictIn.includes(market);
  return (
    hits
      // "For all the coats" addresses nobody.
      .filter(
        ({ span }) =>
          !/\ball$/iu.test(line.literal.slice(span.start, span.end)) ||
          /^(?:\W|$)(?! ?\p{L})/u.test(line.literal.slice(span.end, span.end + 3)),
      )
      .map(({ span, rendering }) => ({
        spans: [span],
        ...(rendering !== undefined && { rendering }),
        message: `"${line.text.slice(span.start, span.end)}" offers to everyone what the brief keeps for members; say whom it is for.`,
        fact: { path: 'offer.membersOnly', value: 'true' },
        ...(!isStrict && { severity: 'warn' as const }),
      }))
  );
}
