/** Make a policy ready to check lines: every rule that is on, compiled once. */
import type { Facts } from '../domain/facts.ts';
import { contentHash } from '../domain/hash.ts';
import type { Policy, RuleSetting } from '../domain/policy.ts';
import { ruleById } from './catalogue.ts';
import type { AnyRule, PolicyGround, PreparedRule } from './rule.ts';
import { type Lexicon, lexicon } from './text/find-terms.ts';
import { unicodeVersion } from './text/graphemes.ts';
import type { Dialect } from './text/merge-tags/dialect.ts';
import { dialectNamed } from './text/merge-tags/dialects.ts';
import { type Waking, waking } from './wake.ts';

/** Goes up when the engine itself would give other findings for the same rules: parsing, rendering, ordering. */
const engineVersion = 2;

/** A rule of the policy, ready to be asked. */
export type CompiledRule = Omit<PreparedRule, 'wakes'> & {
  readonly rule: AnyRule;
  readonly setting: RuleSetting;
  /** What there must be in a line for the rule to look at it. */
  readonly waking: Waking;
};

/** A policy ready to check lines. Hold on to it: compiling costs a thousand checks. */
export type CompiledPolicy = {
  readonly policy: Policy;
  /** The name of what decides a verdict: settings, rule versions, dialect, attributes and Unicode data. */
  readonly policyHash: string;
  readonly dialect: Dialect;
  readonly rules: readonly CompiledRule[];
  /** The terms of all rules. */
  readonly words: Lexicon;
  /** The attributes a line is parsed with: the policy's, with what the facts say before them, as rules know them. */
  readonly attributesWith: (facts: Facts | undefined) => Policy['attributes'];
};

/**
 * Compile every rule that is on.
 * Throws where the policy names a dialect or, switched on, a rule that does not exist, and ZodError on wrong options:
 * a policy that cannot be applied whole must not be applied in part.
 */
export function compilePolicy(policy: Policy): CompiledPolicy {
  const dialect = dialectNamed(policy.dialect);
  const grounded = groundOf(policy);
  const attributesWith = attributesOf(policy, grounded);
  const ground = { ...policy, dialect: dialect.id, attributes: attributesWith(undefined) };
  const words = lexicon();
  const rules: CompiledRule[] = [];
  for (const id of Object.keys(policy.rules).sort()) {
    const setting = policy.rules[id];
    if (!setting?.on) continue;
    const rule = ruleById.get(id);
    if (!rule) throw new Error(`The policy switches on the rule "${id}", which does not exist in this version.`);
    rules.push(compiledRule(rule, setting, ground, words));
  }
  const declared = grounded({});
  return { policy, policyHash: hashOf(policy, dialect, rules, declared), dialect, rules, words, attributesWith };
}

function compiledRule(
  rule: AnyRule,
  setting: RuleSetting,
  ground: Omit<PolicyGround, 'terms'>,
  words: Lexicon,
): CompiledRule {
  const own = words.group();
  const { wakes, ...prepared } = rule.compile(setting.options, { ...ground, terms: own.list });
  return { ...prepared, rule, setting, waking: waking(wakes, own) };
}

/** The attributes of a list as every rule knows them: the policy's, with what the facts say before them. */
export function attributesInForce(policy: Policy, facts: Facts): Policy['attributes'] {
  return groundOf(policy)({ ...policy.attributes, ...facts.attributes });
}

type Grounded = (attributes: Policy['attributes']) => Policy['attributes'];

/** Lays over some attributes what the rules' options say of them; the same object where they say nothing. */
function groundOf(policy: Policy): Grounded {
  const grounds = Object.keys(policy.rules)
    .sort()
    .flatMap((id) => {
      const ground = ruleById.get(id)?.ground;
      return ground ? [(known: Policy['attributes']) => ground(policy.rules[id]?.options, known)] : [];
    });
  return (attributes) => grounds.reduce((known, ground) => ground(known), attributes);
}

/** Rules that are off leave no trace in the hash but for what they declare of attributes, so that switching one off and on again names the same policy. */
function hashOf(
  policy: Policy,
  dialect: Dialect,
  rules: readonly CompiledRule[],
  declared: Policy['attributes'],
): string {
  return contentHash({
    engine: engineVersion,
    unicode: unicodeVersion,
    dialect: { id: dialect.id, content: dialect.contentHash },
    locale: policy.locale,
    market: policy.market,
    attributes: policy.attributes,
    ...(Object.keys(declared).length > 0 && { declared }),
    rules: rules.map(({ rule, setting: { severity, onMissingFacts, options } }) => ({
      id: rule.id,
      version: rule.version,
      severity,
      onMissingFacts,
      options,
    })),
  });
}

function attributesOf(policy: Policy, grounded: Grounded): CompiledPolicy['attributesWith'] {
  const alone = grounded(policy.attributes);
  // One merged object per facts, because the tag reader keeps what it learned about attributes by identity.
  const merged = new WeakMap<Facts['attributes'], Policy['attributes']>();
  return (facts) => {
    if (!facts || Object.keys(facts.attributes).length === 0) return alone;
    const known = merged.get(facts.attributes);
    if (known) return known;
    const both = grounded({ ...policy.attributes, ...facts.attributes });
    merged.set(facts.attributes, both);
    return both;
  };
}
