/** The contract of a rule, and what the engine hands it. A rule is pure: text and facts in, sightings out. */
import type * as z from 'zod';
import type { Attributes } from '../domain/attribute.ts';
import type { Brief, Market } from '../domain/brief.ts';
import type { Facts } from '../domain/facts.ts';
import type { ComparedFact, SeenLine, Severity, Span, Suggestion } from '../domain/finding.ts';
import type { Instant, Locale } from '../domain/instant.ts';
import type { TermFinder } from './text/find-terms.ts';
import type { ParsedLine } from './text/parsed-line.ts';
import type { SignName } from './text/signs.ts';
import type { TermEntry } from './text/terms/term.ts';

/** What a rule is told besides the line. */
export type RuleContext<Prepared> = {
  /** What `prepare` made of the options, once per policy. */
  readonly prepared: Prepared;
  /** Missing where the line is checked without a brief. */
  readonly facts: Facts | undefined;
  /** The attributes of the list: the policy's, with what the brief says before them. */
  readonly attributes: Attributes;
  /** Lines these readers may have seen, within the window the caller chose. */
  readonly seen: readonly SeenLine[];
  readonly now: Instant;
  /** Whose law and customs count: the brief's, else the policy's. */
  readonly market: Market;
  /** The language of the line: the brief's or its cohort's, else the policy's. */
  readonly locale: Locale;
};

/** What a rule is told besides the line; `prepared` is put in for each rule. */
export type Circumstances = Omit<RuleContext<never>, 'prepared'>;

/** Where a rule saw what. The engine adds rule, version, severity and kind. */
export type Sighting = {
  readonly message: string;
  /** Spans in the text as written. Empty or missing where the whole line is meant. */
  readonly spans?: readonly Span[];
  /** Where the spans are in the preheader although the rule was given the whole line. */
  readonly field?: 'preheader';
  /** The rendering it was seen in, in words. Missing: in the text as written. */
  readonly rendering?: string;
  readonly fact?: ComparedFact;
  /** The line it resembles, which these readers saw. */
  readonly resembles?: SeenLine;
  readonly suggestion?: Suggestion;
  /** Where a rule has more than one weight (`length`); never above the setting's severity. */
  readonly severity?: Severity;
  /** The fact that is missing, by its path in the brief, such as "offer.endsAt": the finding is then "not evaluable". */
  readonly missing?: string;
};

/**
 * What can make a rule look at a line: a sign in it, a merge tag or what was meant for one, a term of the rule's own
 * lists, lines seen before, a preheader (given, or asked for by the brief), or a beginning that is no plain letter.
 */
export type Wake = SignName | 'tags' | 'terms' | 'seen' | 'preheader' | 'opening';

/** A line that shows what a rule does. In a bad line `[|` and `|]` mark what must be seen. */
export type RuleExample = {
  readonly line: string;
  readonly preheader?: string;
  /** The language of the policy; en-US where not given. */
  readonly locale?: Locale;
  /** Options other than the defaults, as a policy file would say them. */
  readonly options?: Readonly<Record<string, unknown>>;
  readonly dialect?: string;
  readonly facts?: Partial<Facts>;
  readonly seen?: readonly SeenLine[];
  /** Why it passes or not, where the line does not say it. */
  readonly because?: string;
};

/** What of the policy a rule may know when it prepares itself. */
export type PolicyGround = {
  readonly dialect: string;
  readonly locale: Locale;
  readonly market: Market;
  readonly attributes: Attributes;
  /** A finder for a list of terms. All lists of a policy share one structure, so that a line is looked through once. */
  readonly terms: (entries: readonly TermEntry[], exceptions?: readonly string[]) => TermFinder;
};

/** A rule. One file a rule; `options` fills in its own defaults from `{}`. */
export type Rule<Options extends Record<string, unknown> = Record<string, unknown>, Prepared = unknown> = {
  /** Names the fault or the limit. For ever. */
  readonly id: string;
  /** Goes up when behaviour or wording changes. */
  readonly version: number;
  readonly summary: string;
  /** Strict, with a default for every option. */
  readonly options: z.ZodType<Options>;
  readonly on: boolean;
  readonly severity: Severity;
  /** The weight of "not evaluable"; rules that need no fact leave it out. */
  readonly onMissingFacts?: Severity;
  /** True where the rule judges a preheader as well: the engine then runs it on the preheader as on a line of its own. */
  readonly alsoPreheader?: boolean;
  /** True where the rule judges campaigns alone and never a line. */
  readonly onlyCampaigns?: boolean;
  /** The rule is only asked where one of these is there. Left out: asked of every line. */
  readonly wakes?: readonly Wake[] | ((prepared: Prepared) => readonly Wake[] | undefined);
  readonly examples: { readonly good: readonly RuleExample[]; readonly bad: readonly RuleExample[] };
  /**
   * What the options say of the attributes themselves, such as a default that the platform fills in, laid over what is
   * known. All rules and renderings then go by it, even while this rule is off. Gives back `attributes` where nothing is new.
   */
  ground?(options: Options, attributes: Attributes): Attributes;
  prepare(options: Options, ground: PolicyGround): Prepared;
  /** A rule that saw nothing best returns `nothing`: a generator costs more than most checks. */
  check(line: ParsedLine, context: RuleContext<Prepared>): Iterable<Sighting>;
  /** What is wrong with a campaign as a whole, said once and not for each line. */
  checkCampaign?(brief: Brief, context: CampaignContext<Prepared>): Iterable<Sighting>;
};

/** What a rule is told besides the brief when it looks at a campaign. */
export type CampaignContext<Prepared> = { readonly prepared: Prepared; readonly now: Instant };

/** The answer of a rule to a clean line. */
export const nothing: readonly Sighting[] = [];

/** A rule as the catalogue holds it, its types folded away. Made by `defineRule`. */
export type AnyRule = Omit<Rule, 'options' | 'ground' | 'prepare' | 'wakes' | 'check' | 'checkCampaign'> & {
  readonly options: z.ZodType<Record<string, unknown>>;
  /** See `Rule.ground`. Leaves the attributes alone where the options are wrong; `compile` tells. */
  readonly ground?: (options: unknown, attributes: Attributes) => Attributes;
  /** Checks the options and prepares once. Throws ZodError on wrong options. */
  readonly compile: (options: unknown, ground: PolicyGround) => PreparedRule;
};

/** A rule with its options built in. */
export type PreparedRule = {
  /** See `Rule.wakes`. */
  readonly wakes: readonly Wake[] | undefined;
  readonly check: (line: ParsedLine, context: Circumstances) => Iterable<Sighting>;
  readonly checkCampaign?: (brief: Brief, now: Instant) => Iterable<Sighting>;
};

/** Fold a rule's types away, so that rules of different options fit one catalogue. */
export function defineRule<Options extends Record<string, unknown>, Prepared>(rule: Rule<Options, Prepared>): AnyRule {
  const ground = rule.ground?.bind(rule);
  return {
    id: rule.id,
    version: rule.version,
    summary: rule.summary,
    options: rule.options,
    on: rule.on,
    severity: rule.severity,
    ...(rule.onMissingFacts && { onMissingFacts: rule.onMissingFacts }),
    ...(rule.alsoPreheader && { alsoPreheader: true }),
    ...(rule.onlyCampaigns && { onlyCampaigns: true }),
    examples: rule.examples,
    ...(ground && {
      ground: (options, attributes) => {
        const read = rule.options.safeParse(options);
        return read.success ? ground(read.data, attributes) : attributes;
      },
    }),
    compile: (options, ground) => {
      const prepared = rule.prepare(rule.options.parse(options), ground);
      const checkCampaign = rule.checkCampaign?.bind(rule);
      let last: Circumstances | undefined;
      let context: RuleContext<Prepared> | undefined;
      const contextOf = (circumstances: Circumstances): RuleContext<Prepared> => {
        if (context && circumstances === last) return context;
        const { facts, attributes, seen, now, market, locale } = circumstances;
        last = circumstances;
        context = { prepared, facts, attributes, seen, now, market, locale };
        return context;
      };
      return {
        wakes: typeof rule.wakes === 'function' ? rule.wakes(prepared) : rule.wakes,
        check: (line, circumstances) => rule.check(line, contextOf(circumstances)),
        ...(checkCampaign && { checkCampaign: (brief, now) => checkCampaign(brief, { prepared, now }) }),
      };
    },
  };
}
