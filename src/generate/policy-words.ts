/** A policy as orders to the writer: what would be blocked, what would be warned of, with its numbers and words. */
import * as z from 'zod';
import type { Policy, RuleSetting } from '../domain/policy.ts';
import { catalogue } from '../guardrails/catalogue.ts';

type Options = RuleSetting['options'];

const Terms = z.array(z.union([z.string(), z.looseObject({ term: z.string(), suggest: z.string().optional() })]));

/** A policy may hold 100,000 terms; a model that is told more than these reads none of them. */
const maxTerms = 200;

// Options are read loosely: where one is missing, the rule's summary has to do.
const details: Readonly<Record<string, (options: Options) => string | null>> = {
  length: ({ warnAt, max }) =>
    typeof warnAt === 'number' && typeof max === 'number'
      ? `Aim for 30 to ${warnAt} characters; a line above ${max} is thrown away.`
      : null,
  emoji: ({ max }) => (typeof max === 'number' ? (max === 0 ? 'None at all.' : `At most ${max} in a line.`) : null),
  'banned-terms': (options) => termsIn(options, 'Never'),
  'banned-near': (options) => termsIn(options, 'Never in a line with a name'),
  'competitor-names': ({ names }) => listed(names, 'Never name'),
  'trademark-spelling': ({ marks }) => listed(canonicalNames(marks), 'Always write'),
  'required-terms': ({ anyOf, allOf, prefix }) =>
    [
      listed(allOf, 'Each line holds all of'),
      listed(anyOf, 'Each line holds one of'),
      typeof prefix === 'string' ? `Each line begins with ${JSON.stringify(prefix)}.` : null,
    ]
      .filter((part) => part !== null)
      .join(' ') || null,
};

/** The rules that are on, first those that block. Remarks (`info`) are no order. */
export function policyWords(policy: Policy): string {
  const told = (severity: RuleSetting['severity']) =>
    catalogue.flatMap(({ id, summary, onlyCampaigns }) => {
      const setting = policy.rules[id];
      if (!setting?.on || onlyCampaigns || setting.severity !== severity) return [];
      return [`- ${[closed(summary), detail(id, setting.options)].filter((part) => part !== '').join(' ')}`];
    });
  const blocking = told('block');
  const warning = told('warn');
  return [
    ...(blocking.length > 0 ? ['What is true of every line; one that breaks it is thrown away:', ...blocking] : []),
    ...(warning.length > 0 ? ['What is true of nearly every line; one that breaks it is held up:', ...warning] : []),
  ].join('\n');
}

function detail(id: string, options: Options): string {
  return (Object.hasOwn(details, id) && details[id]?.(options)) || '';
}

function termsIn(options: Options, lead: string): string | null {
  const terms = Terms.safeParse(options['terms']);
  if (!terms.success || terms.data.length === 0) return null;
  const left = terms.data.length - maxTerms;
  const words = terms.data.slice(0, maxTerms).map((term) => {
    if (typeof term === 'string') return JSON.stringify(term);
    const better = term.suggest === undefined ? '' : ` (rather ${JSON.stringify(term.suggest)})`;
    return `${JSON.stringify(term.term)}${better}`;
  });
  return `${lead}: ${words.join(', ')}${left > 0 ? `, and ${left} more of the kind` : ''}.`;
}

const Names = z.array(z.string());
const Marks = z.array(z.looseObject({ canonical: z.string() }));

function canonicalNames(marks: unknown): string[] {
  const read = Marks.safeParse(marks);
  return read.success ? read.data.map(({ canonical }) => canonical) : [];
}

function listed(names: unknown, lead: string): string | null {
  const read = Names.safeParse(names);
  if (!read.success || read.data.length === 0) return null;
  const shown = read.data.slice(0, maxTerms).map((name) => JSON.stringify(name));
  return `${lead}: ${shown.join(', ')}.`;
}

function closed(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
