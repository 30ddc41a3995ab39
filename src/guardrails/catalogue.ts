/** Every rule there is, kept by hand: one line a rule. A test fails when a file in rules/ is missing here. */
import type { AnyRule } from './rule.ts';
import { length } from './rules/length.ts';
import { tagFallbackRequired } from './rules/tag-fallback-required.ts';
import { tagSyntax } from './rules/tag-syntax.ts';
import { unresolvedPlaceholder } from './rules/unresolved-placeholder.ts';

/** All rules by id, in the order of the alphabet. */
export const catalogue: readonly AnyRule[] = [length, tagFallbackRequired, tagSyntax, unresolvedPlaceholder];

/** The catalogue by id. */
export const ruleById: ReadonlyMap<string, AnyRule> = new Map(catalogue.map((rule) => [rule.id, rule]));
