/** What a merge-tag dialect is: how an e-mail platform writes attributes, fallbacks and conditionals. Data, not code. */
import * as z from 'zod';

const names = z.array(z.string().min(1)).readonly();

/** The brackets a tag can stand in, by what opens it. */
export const Bracket = z.enum([
  '{{{',
  '{{',
  '{%',
  '{',
  '${',
  '*|',
  '%%[',
  '%%=',
  '%%',
  '%',
  '[[',
  '[%',
  '[',
  '<%',
  '<span',
  '@',
  '$',
  '-',
]);
export type Bracket = z.infer<typeof Bracket>;

/** How the platform writes conditionals, by first word. */
const Conditionals = z.strictObject({
  open: names,
  /** Openers whose first branch is for readers without the value. */
  negative: names,
  otherwise: names,
  /** Opener to closer. */
  close: z.record(z.string(), z.string()),
});

/** A dialect as a file of data/merge-tags says it. */
export const DialectData = z.strictObject({
  id: z.string(),
  name: z.string(),
  grammar: z.enum(['filters', 'handlebars', 'merge-fields', 'ampscript', 'fields', 'opaque']),
  value: z.array(Bracket).readonly(),
  control: z.array(Bracket).readonly(),
  caseSensitive: z.boolean(),
  /** How an attribute's canonical name may be spelled, for attributes the dialect does not list. */
  spellings: z.array(z.enum(['snake', 'upper', 'camel', 'pascal', 'spaced', 'squashed'])).readonly(),
  /** What may (or, with `prefixRequired`, must) stand before an attribute. */
  prefixes: names,
  prefixRequired: z.boolean().default(false),
  /** The platform's own names of common attributes, the usual one first. */
  attributes: z.record(z.string(), names),
  /** `filters` grammar: what a tag begins with. */
  subject: z.enum(['dotted', 'dollar-braces', 'leading-dot']).default('dotted'),
  /** `filters` grammar: how a filter takes its arguments: `f:'x'`, `f('x')`, `f "x"`. */
  arguments: z.enum(['colon', 'parentheses', 'blank']).default('colon'),
  /** Filters, helpers or functions that change how a value looks. */
  filters: names.default([]),
  fallbackFilters: names.default([]),
  /** Filters that name the attribute in their argument: `person|lookup:'Shoe Size'`. */
  lookupFilters: names.default([]),
  /** Functions of (attribute, fallback). */
  tokenFunctions: names.default([]),
  /** Handlebars helpers that print their string argument where the value is missing. */
  fallbackHelpers: z
    .array(z.strictObject({ name: z.string(), argument: z.enum(['plain', 'default=']) }))
    .readonly()
    .default([]),
  /** `filters` grammar: the word between attribute and quoted fallback, where it is no filter: `FIRSTNAME OR "there"`. */
  fallbackWord: z.string().nullable().default(null),
  /** `fields`, `filters` and `opaque` grammars: what stands before the name inside the brackets. */
  lead: names.default([]),
  /** `fields` grammar: what stands between name and fallback; `null` where there is no inline fallback. */
  separator: z.string().nullable().default(null),
  /** `fields` grammar: the fallback stands in double quotes. */
  quotesFallback: z.boolean().default(false),
  /** True where a value of blanks alone does not trigger the fallback. */
  blankSlipsThrough: z.boolean().default(false),
  /** True where the brackets are common in prose, so that only known attributes make a tag. */
  onlyKnownNames: z.boolean().default(false),
  conditionals: Conditionals.nullable(),
  /** How to write a tag; `$name` and `$fallback` stand for themselves. */
  write: z.strictObject({
    value: z.string(),
    withFallback: z.string().nullable(),
    /** The same by a conditional, where there is no inline fallback. */
    guarded: z.string().optional(),
  }),
  sources: names,
});
export type DialectData = z.infer<typeof DialectData>;

/** A dialect with the name of its content, which goes into policy hashes. */
export type Dialect = DialectData & { readonly contentHash: string };
