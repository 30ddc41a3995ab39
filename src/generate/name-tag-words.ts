/** What the writer is told of merge tags: the exact form, and how many lines of a set may carry it. */
import type { Attribute } from '../domain/attribute.ts';
import type { Facts } from '../domain/facts.ts';
import type { Policy } from '../domain/policy.ts';
import { attributesInForce } from '../guardrails/compile-policy.ts';
import { attributeNames } from '../guardrails/text/merge-tags/attribute-names.ts';
import { dialectNamed } from '../guardrails/text/merge-tags/dialects.ts';
import { usualFallback, writeTag } from '../guardrails/text/merge-tags/write-tag.ts';

const noTags = 'Use no merge tags and no placeholders of any kind.';

/** Orders about first names for a set of `count` lines. */
export function nameTagWords(policy: Policy, facts: Facts, count: number): string {
  const attributes = attributesInForce(policy, facts);
  const attribute = attributes['first_name'];
  // A name in an apology is warmth by machine; where a person would only say sorry it grates.
  if (!attribute || facts.messageType === 'apology') return noTags;
  const dialect = dialectNamed(policy.dialect);
  const name = attributeNames(dialect, attributes).usualName('first_name');
  const fallback = attribute.defaultSetInEsp === undefined ? usualFallback('first_name') : null;
  const tag = name === null ? null : writeTag(dialect, name, fallback);
  const most = mostWithName(count, attribute.coverage);
  if (tag === null || most === 0) return noTags;
  const known =
    attribute.coverage === undefined
      ? 'How many readers have a first name on file is not known'
      : `${Math.round(attribute.coverage * 100)}% of the readers have a first name on file`;
  const lines = most === 1 ? `At most one of the ${count} lines` : `At most ${most} of the ${count} lines`;
  return [
    `${lines} may carry the first-name tag, written exactly so: ${tag}`,
    `${known}; the others get ${JSON.stringify(fallback ?? attribute.defaultSetInEsp)} in its place, so the line must read well with a long name, with that word, and never hang on the name. Count the tag as ${longestName(attribute)} characters.`,
    'Use no other tag, and never one of another system.',
  ].join('\n');
}

/** What the length rule will count; 12 letters hold 99 of 100 English first names. */
function longestName({ longest, samples }: Attribute): number {
  const names = longest === undefined ? samples : [longest];
  return Math.max(12, ...names.map((name) => [...name].length));
}

/** Where names are patchy most of a set goes without; where fewer than half have one, all of it. */
function mostWithName(count: number, coverage: number | undefined): number {
  if (coverage !== undefined && coverage < 0.5) return 0;
  return Math.floor(count / (coverage !== undefined && coverage >= 0.9 ? 3 : 4));
}
