/** The labelled lines of test/fixtures: each with the rules that must find something in it, and no other may. */
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { Attributes } from '../../src/domain/attribute.ts';
import { Brief, Claim, Incident, Market } from '../../src/domain/brief.ts';
import { Cohort } from '../../src/domain/cohort.ts';
import type { Facts } from '../../src/domain/facts.ts';
import { type Finding, SeenLine } from '../../src/domain/finding.ts';
import { Locale, TimeZone } from '../../src/domain/instant.ts';
import { Offer } from '../../src/domain/offer.ts';
import { type Policy, RuleSetting } from '../../src/domain/policy.ts';
import { Send } from '../../src/domain/send.ts';
import { ruleById } from '../../src/guardrails/catalogue.ts';
import { checkLine } from '../../src/guardrails/check-line.ts';
import { type CompiledPolicies, compiledPolicies } from '../../src/guardrails/compiled-policies.ts';
import { defaultPolicy } from '../../src/guardrails/default-policy.ts';
import { exampleFacts, exampleNow } from './rule-example.ts';

/** Facts of a brief that go over those of a plain campaign without an offer. */
const SomeFacts = z
  .strictObject({
    messageType: Brief.shape.messageType,
    incident: Incident,
    market: Market,
    locale: Locale,
    timeZone: TimeZone,
    send: Send,
    offer: Offer.nullable(),
    claims: z.array(Claim),
    products: z.array(z.string()),
    mustMention: z.array(z.string()),
    landingPage: z.strictObject({ url: z.string(), promises: z.string() }),
    attributes: Attributes,
    preheaders: z.boolean(),
    ageGate: z.boolean(),
    allowAccountData: z.boolean(),
    cohort: Cohort.partial().required({ externalId: true, name: true, who: true }),
  })
  .partial();

const LabelledLine = z.strictObject({
  text: z.string(),
  preheader: z.string().optional(),
  dialect: z.string().default('generic'),
  locale: Locale.default('en-US'),
  /** Options by rule id; a rule that is off by default is on where it is named. */
  options: z.record(z.string(), z.record(z.string(), z.json())).default({}),
  seen: z.array(SeenLine).default([]),
  /** Left out, the line is checked without a brief, and what could not be compared does not count. */
  facts: SomeFacts.optional(),
  wanted: z.array(z.string()),
  note: z.string().optional(),
});
export type LabelledLine = z.infer<typeof LabelledLine>;

/**
 * The files of labelled lines. Those of `lines-…` were written by people who did not know how the rules are made; a bad line
 * of `lines-unseen-bad` names the rule it is about, and others may find something too.
 */
export const labelledFiles = [
  'rule-corpus',
  'lines-with-facts',
  'lines-of-brands',
  'lines-unseen-good',
  'lines-unseen-bad',
] as const;

/** The lines of a file, or of all. */
export function labelledLines(...files: readonly (typeof labelledFiles)[number][]): LabelledLine[] {
  return (files.length === 0 ? labelledFiles : files).flatMap((file) =>
    readFileSync(new URL(`../fixtures/${file}.jsonl`, import.meta.url), 'utf8')
      .split('\n')
      .filter((row) => row !== '')
      .map((row) => LabelledLine.parse(JSON.parse(row))),
  );
}

const compiled: CompiledPolicies = compiledPolicies();

/** The rules that block or warn of a line under the default policy. */
export function rulesThatFind(line: LabelledLine): Set<string> {
  const { text, preheader, seen } = line;
  const facts = line.facts && factsOver(line.facts);
  const { findings } = checkLine({ text, preheader }, compiled(policyFor(line)), { facts, seen, now: exampleNow });
  const counts = ({ severity, kind }: Finding) => severity !== 'info' && (facts || kind !== 'not-evaluable');
  return new Set(findings.filter(counts).map(({ rule }) => rule));
}

function policyFor({ dialect, locale, options }: LabelledLine): Policy {
  const rules = Object.entries(defaultPolicy.rules).map(([id, setting]): [string, RuleSetting] => {
    const given = options[id];
    const own = given && ruleById.get(id)?.options.parse(given);
    return [id, own ? { ...setting, on: true, options: RuleSetting.shape.options.parse(own) } : setting];
  });
  return { ...defaultPolicy, dialect, locale, rules: Object.fromEntries(rules) };
}

function factsOver({ cohort, ...facts }: z.infer<typeof SomeFacts>): Facts {
  return { ...exampleFacts, ...facts, cohort: cohort && { bought: [], ...cohort } };
}
