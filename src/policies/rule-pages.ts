/** The pages of the rules: what a rule says of itself, with what people wrote below on its page in docs/rules. */
import { Problem } from '../domain/problem.ts';
import type { RuleExampleView, RulePage, RuleSummary } from '../domain/rule-page.ts';
import { RulePage as RulePageSchema } from '../domain/rule-page.ts';
import { catalogue, ruleById } from '../guardrails/catalogue.ts';
import type { AnyRule, RuleExample } from '../guardrails/rule.ts';
import { ruleOptions } from '../guardrails/rule-options.ts';

/** Gives the Markdown page of a rule, `null` where there is none. */
export type ReadRulePage = (ruleId: string) => string | null;

/** Reading of rules. A page is read when it is first asked for, and kept. */
export function rulePages({ readPage }: { readonly readPage: ReadRulePage }) {
  const kept = new Map<string, RulePage>();
  return {
    list: (): readonly RuleSummary[] => catalogue.map(summaryOf),

    /** Throws `not-found`. */
    read(id: string): RulePage {
      const rule = ruleById.get(id);
      if (!rule) throw new Problem('not-found', `There is no rule ${JSON.stringify(id)}.`);
      const page = kept.get(id) ?? pageOf(rule, readPage(id));
      kept.set(id, page);
      return page;
    },
  };
}

/** What a list of rules says of one. */
export function summaryOf({ id, version, summary, on, severity, onMissingFacts, ...rule }: AnyRule): RuleSummary {
  return {
    id,
    version,
    summary,
    isOnByDefault: on,
    severity,
    onMissingFacts: onMissingFacts ?? null,
    looksAt: rule.onlyCampaigns ? 'campaign' : rule.alsoPreheader ? 'subject-and-preheader' : 'subject',
  };
}

function pageOf(rule: AnyRule, markdown: string | null): RulePage {
  const section = (title: string) => (markdown === null ? null : sectionOf(markdown, title));
  return RulePageSchema.parse({
    ...summaryOf(rule),
    options: ruleOptions(rule),
    good: rule.examples.good.map(exampleOf),
    bad: rule.examples.bad.map(exampleOf),
    why: section('Why'),
    traps: section('Traps'),
    sources: section('Sources'),
  });
}

/** Facts hold `undefined` where nothing is known, which JSON does not. */
function exampleOf(example: RuleExample): RuleExampleView {
  return JSON.parse(JSON.stringify(example));
}

/** What stands below a heading of the second level, up to the next. */
function sectionOf(markdown: string, title: string): string | null {
  const [, ...sections] = markdown.split(/^## /m);
  const found = sections.find((section) => section.startsWith(`${title}\n`));
  return found?.slice(title.length).trim() || null;
}
