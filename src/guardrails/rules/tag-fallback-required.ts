/** Refuses a merge tag that leaves a gap for readers whose value is missing. */
import * as z from 'zod';
import type { Attribute, Attributes } from '../../domain/attribute.ts';
import { defineRule, nothing, type Sighting } from '../rule.ts';
import type { Dialect } from '../text/merge-tags/dialect.ts';
import { dialectNamed } from '../text/merge-tags/dialects.ts';
import { usualFallback, writeTag } from '../text/merge-tags/write-tag.ts';
import { knownAttribute } from '../text/reader-cases.ts';
import type { Tag } from '../text/tags.ts';

const Options = z.strictObject({
  /**
   * Attributes for which the platform itself fills in a default. For all rules it is as if the attribute declared
   * `defaultSetInEsp`, with its first sample, else "there".
   */
  defaultSetInEsp: z
    .array(z.string().regex(/^[a-z][a-z0-9_]{0,62}$/, 'must be a canonical name such as first_name'))
    .default([]),
  /** Fallbacks that read worse than none. */
  weakFallbacks: z
    .array(z.string().min(1))
    .default(['customer', 'valued customer', 'dear customer', 'subscriber', 'user', 'name', 'first name', 'fname']),
});

/** See docs/rules/tag-fallback-required.md. */
export const tagFallbackRequired = defineRule({
  id: 'tag-fallback-required',
  version: 1,
  summary: 'Every merge tag says what to print for readers whose value is missing.',
  options: Options,
  on: true,
  severity: 'block',
  alsoPreheader: true,
  wakes: ['tags'],
  examples: {
    good: [
      { line: 'Your edit is here' },
      { line: "{{ first_name|default:'there' }}, your edit", dialect: 'klaviyo' },
      { line: '{FNAME}, your edit', options: { defaultSetInEsp: ['first_name'] } },
      { line: '*|IF:FNAME|**|FNAME|**|ELSE:|*Hello*|END:IF|*, your edit', dialect: 'mailchimp' },
    ],
    bad: [
      { line: '[|{{ first_name }}|], your edit', dialect: 'klaviyo' },
      { line: "[|{{ first_name|default:' ' }}|], your edit", dialect: 'klaviyo', because: 'The fallback is blank.' },
      { line: "{{ first_name|default:'[|Valued Customer|]' }}, your edit", dialect: 'klaviyo' },
      {
        line: '{% if city %}[|{{ first_name }}|]{% else %}Hello{% endif %}, your edit',
        dialect: 'klaviyo',
        because: 'The conditional asks for something else.',
      },
    ],
  },
  ground: ({ defaultSetInEsp }, attributes) => {
    const unset = defaultSetInEsp.filter((name) => !isFilled(attributes, name));
    if (unset.length === 0) return attributes;
    return { ...attributes, ...Object.fromEntries(unset.map((name) => [name, filledIn(attributes, name)])) };
  },
  prepare: ({ weakFallbacks }, { dialect }) => ({
    weak: new Set(weakFallbacks.map((word) => word.toLowerCase())),
    dialect: dialectNamed(dialect),
  }),
  check(line, { prepared: { weak, dialect }, attributes }) {
    if (line.tags.length === 0) return nothing;
    const sightings: Sighting[] = [];
    for (const tag of line.tags) {
      if (tag.kind !== 'value') continue;
      const { fallback } = tag;
      if (fallback && weak.has(fallback.text.trim().toLowerCase())) sightings.push(weakFallback(fallback));
      else if (!fallback?.text.trim() && !isSafe(tag, attributes))
        sightings.push(gap(line.text, tag, dialect, attributes));
    }
    return sightings;
  },
});

function isSafe(tag: Tag, attributes: Attributes): boolean {
  return tag.guarded || (tag.canonical !== null && isFilled(attributes, tag.canonical));
}

function isFilled(attributes: Attributes, name: string): boolean {
  return (knownAttribute(attributes, name)?.defaultSetInEsp ?? '').trim() !== '';
}

function filledIn(attributes: Attributes, name: string): Attribute {
  const known = knownAttribute(attributes, name) ?? { type: 'text', samples: [], spelledAs: [] };
  return { ...known, defaultSetInEsp: known.samples.find((sample) => sample.trim() !== '') ?? 'there' };
}

function gap(text: string, tag: Tag, dialect: Dialect, attributes: Attributes): Sighting {
  const written = text.slice(tag.span.start, tag.span.end);
  const coverage = tag.canonical === null ? undefined : attributes[tag.canonical]?.coverage;
  const share = coverage === undefined ? 'readers' : `the ${Math.round((1 - coverage) * 100)}% of readers`;
  const words = usualFallback(tag.canonical);
  const fix = words === null || tag.filters.length > 0 ? null : writeTag(dialect, tag.attribute ?? '', words);
  const isInline = dialect.write.withFallback !== null;
  const advice =
    fix === null
      ? `add a fallback${isInline ? '' : `, or declare defaultSetInEsp where the platform fills one in`}`
      : `write ${fix}`;
  return {
    message: `${written} prints nothing for ${share} without a value; ${advice}.`,
    spans: [tag.span],
    ...(fix !== null && { suggestion: { ...tag.span, text: fix } }),
  };
}

function weakFallback({ text, span }: NonNullable<Tag['fallback']>): Sighting {
  return {
    message: `The fallback "${text}" tells readers that their name is missing; use words that read well, such as "there".`,
    spans: [span],
    severity: 'warn',
  };
}
