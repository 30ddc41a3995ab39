/** Where the settings of a published policy were written, as far as the files on the disk are those it was made of. */
import { contentHash, type Json } from '../domain/hash.ts';
import type { Policy } from '../domain/policy.ts';
import type { PolicySetting, RuleInForce } from '../domain/policy-page.ts';
import {
  type ExplainedPolicy,
  type ExplainedSetting,
  explainPolicy,
} from '../guardrails/policy-file/explain-policy.ts';
import { readBrandFile } from '../guardrails/policy-file/read-brand-file.ts';
import type { AnyRule } from '../guardrails/rule.ts';
import { ruleOptions } from '../guardrails/rule-options.ts';
import type { BrandFiles } from '../ports/brand-files.ts';
import type { BrandInForce } from '../ports/brand-store.ts';

type ExplainedRelease = {
  /** `null` where the files say something else than what was published. */
  readonly files: string[] | null;
  readonly ruleOf: (rule: AnyRule) => Pick<RuleInForce, 'from' | 'settings'>;
};

/** Explain a release. Without its files the values stand, and whether they are the defaults. */
export function explainRelease({ brand, release }: BrandInForce, files: BrandFiles): ExplainedRelease {
  const explained = explainedFiles(brand.id, files);
  if (explained?.policyHash !== release.policyHash)
    return { files: null, ruleOf: (rule) => ({ from: null, settings: settingsOf(rule, release.policy) }) };
  const byRule = new Map(explained.rules.map((rule) => [rule.rule, rule]));
  return {
    files: [...explained.files],
    ruleOf: ({ id }) => {
      const rule = byRule.get(id);
      return { from: rule?.from ?? 'default', settings: (rule?.settings ?? []).map(settingOf) };
    },
  };
}

function explainedFiles(brandId: string, files: BrandFiles): ExplainedPolicy | null {
  if (!files.brandIds().includes(brandId)) return null;
  const { readText } = files;
  const path = files.pathOf(brandId, 'brand.yaml');
  const read = readBrandFile({ path, readText });
  if ('mistakes' in read) return null;
  const policyPath = files.pathOf(brandId, 'policy.yaml');
  const explained = explainPolicy({ path: policyPath, readText, brand: { path, profile: read.profile } });
  return 'mistakes' in explained ? null : explained;
}

function settingOf(explained: ExplainedSetting): PolicySetting {
  const { setting, from } = explained;
  if ('value' in explained) return { setting, from, value: jsonOf(explained.value), entries: null };
  const entries = explained.entries.map((entry) => ({ value: jsonOf(entry.value), from: entry.from }));
  return { setting, from, value: null, entries };
}

function settingsOf(rule: AnyRule, policy: Policy): PolicySetting[] {
  const defaults = new Map(ruleOptions(rule).map((option) => [option.name, option.default]));
  return Object.entries(policy.rules[rule.id]?.options ?? {}).map(([setting, value]) => {
    const ordinary = defaults.get(setting) ?? null;
    const isDefault = ordinary !== null && contentHash(JSON.parse(ordinary)) === contentHash(value);
    const from = isDefault ? 'default' : null;
    if (!Array.isArray(value)) return { setting, from, value: jsonOf(value), entries: null };
    return { setting, from, value: null, entries: value.map((entry) => ({ value: jsonOf(entry), from })) };
  });
}

function jsonOf(value: Json): string {
  return JSON.stringify(value ?? null);
}
