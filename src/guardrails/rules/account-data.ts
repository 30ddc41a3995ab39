/** Keeps what somebody owes or has with the shop out of a line that everyone in sight can read. */
import * as z from 'zod';
import type { Facts } from '../../domain/facts.ts';
import type { Span } from '../../domain/finding.ts';
import { defineRule, nothing, type Sighting } from '../rule.ts';
import { numberAttributes } from '../text/attribute-words.ts';
import type { TermFinder } from '../text/find-terms.ts';
import type { ParsedLine } from '../text/parsed-line.ts';
import { accountPhrasesIn, accountWords } from '../text/personal/account-phrases.ts';
import { tagsPrinting } from '../text/tags-printing.ts';

const Options = z.strictObject({
  /** Attributes that are account values, by canonical name or by how they are written; "points" is "reward_points" too. */
  attributes: z
    .array(z.string().min(1).max(100))
    .max(100)
    .default([...numberAttributes, 'total_spent', 'lifetime_value', 'amount_due', 'amount_owed', 'due', 'debt']),
  /** Attributes that name the reader: beside one of these no account value may stand, whatever the brief allows. */
  nameAttributes: z.array(z.string().min(1).max(100)).max(50).default(['first_name', 'last_name', 'full_name']),
});

type Prepared = {
  readonly finder: TermFinder;
  readonly values: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
};

/** See docs/rules/account-data.md. */
export const accountData = defineRule({
  id: 'account-data',
  version: 1,
  summary: 'No points, balance or debt in the line unless the brief allows it, and never beside a name.',
  options: Options,
  on: true,
  severity: 'warn',
  onMissingFacts: 'warn',
  alsoPreheader: true,
  wakes: ['tags', 'terms'],
  examples: {
    good: [
      { line: 'Your rewards are waiting' },
      { line: 'Points of view: three ways to wear it' },
      { line: 'Earn 500 points on boots' },
      { line: 'You have {{ points }} points', dialect: 'klaviyo', facts: { allowAccountData: true } },
    ],
    bad: [
      { line: '[|{FNAME}|], [|you owe $120|]' },
      { line: 'You have [|{{ points }}|] points', dialect: 'klaviyo', because: 'No brief allows it.' },
      {
        line: '[|{{ first_name }}|], [|{{ points }}|] points for you',
        dialect: 'klaviyo',
        facts: { allowAccountData: true },
        because: 'Beside a name it says who has them.',
      },
      { line: '[|Your balance is $40|]', facts: { allowAccountData: false } },
    ],
  },
  prepare: ({ attributes, nameAttributes }, { terms }): Prepared => ({
    finder: terms(accountWords.map((term) => ({ term, mode: 'word' }))),
    values: new Set(attributes),
    names: new Set(nameAttributes),
  }),
  check(line, { prepared: { finder, values, names }, facts }) {
    const stated = statedValues(line, finder, values, names);
    if (stated.length === 0) return nothing;
    const name = spansOf(line, names)[0];
    if (name) return stated.map((span) => besideName(line.text, span, name));
    if (facts?.allowAccountData) return nothing;
    if (facts?.allowAccountData === false) return stated.map((span) => notAllowed(line.text, span));
    return stated.slice(0, 1).map((span) => notSaid(line.text, span));
  },
});

/** Where the line states account values: tags that print one, and phrases that say one. */
function statedValues(
  line: ParsedLine,
  finder: TermFinder,
  values: ReadonlySet<string>,
  names: ReadonlySet<string>,
): readonly Span[] {
  const spans = line.tags.length + line.tagFaults.length > 0 ? spansOf(line, values) : [];
  if (!finder.mayFind(line)) return spans;
  const { text, from, to } = line.folded();
  const taken = [...spans, ...spansOf(line, names)];
  for (const { start, end } of accountPhrasesIn(text)) {
    const span = { start: from[start] ?? 0, end: to[end - 1] ?? 0 };
    if (!taken.some((tag) => tag.start < span.end && span.start < tag.end)) spans.push(span);
  }
  return spans.sort((one, other) => one.start - other.start);
}

function spansOf(line: ParsedLine, names: ReadonlySet<string>): Span[] {
  return tagsPrinting(line, names).map(({ span }) => span);
}

function besideName(text: string, span: Span, name: Span): Sighting {
  return {
    message: `"${text.slice(span.start, span.end)}" stands beside the reader's name, so that everyone who sees the screen knows whose account it is; keep one of the two.`,
    spans: [span, name],
  };
}

function notAllowed(text: string, span: Span): Sighting {
  return {
    message: `"${text.slice(span.start, span.end)}" shows an account value, and the brief says that this campaign may not; say that there is news and leave the figure to the mail.`,
    spans: [span],
    fact: { path: allowing, value: 'false' },
  };
}

function notSaid(text: string, span: Span): Sighting {
  return {
    message: `"${text.slice(span.start, span.end)}" shows an account value on lock screens; not evaluable: brief.${allowing} is missing. Say there whether readers may be shown theirs, or leave the figure to the mail.`,
    spans: [span],
    missing: allowing,
  };
}

const allowing: keyof Facts = 'allowAccountData';
