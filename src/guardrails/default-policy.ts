/** The settings a brand starts from: calm enough that its ordinary good lines pass. */

import { nearestName } from '../domain/nearest-name.ts';
import { type Policy, RuleSetting } from '../domain/policy.ts';
import { catalogue, ruleById } from './catalogue.ts';
import type { AnyRule } from './rule.ts';

/** How a rule is set where no policy says anything. Options are the rule's own defaults. */
export function defaultSetting(rule: AnyRule): RuleSetting {
  return {
    on: rule.on,
    version: rule.version,
    severity: rule.severity,
    onMissingFacts: rule.onMissingFacts ?? 'block',
    options: asJson(rule.options.parse({})),
  };
}

/** Every rule of the catalogue as it comes, for a US brand that writes `{FNAME}`. */
export const defaultPolicy: Policy = {
  dialect: 'generic',
  locale: 'en-US',
  market: 'US',
  attributes: {},
  rules: Object.fromEntries(catalogue.map((rule) => [rule.id, defaultSetting(rule)])),
  examples: { pass: [], block: [] },
};

/** The policy with just these rules on, even where it has them off. Throws on an id that is no rule's. */
export function onlyRules(policy: Policy, ids: readonly string[]): Policy {
  for (const id of ids) {
    if (ruleById.has(id)) continue;
    const near = nearestName(id, [...ruleById.keys()]);
    throw new RangeError(`There is no rule "${id}"${near === null ? '' : `; did you mean "${near}"`}.`);
  }
  const rules = catalogue.map((rule) => {
    const setting = policy.rules[rule.id] ?? defaultSetting(rule);
    return [rule.id, { ...setting, on: ids.includes(rule.id) }];
  });
  return { ...policy, rules: Object.fromEntries(rules) };
}

function asJson(options: Record<string, unknown>): RuleSetting['options'] {
  return RuleSetting.shape.options.parse(options);
}
