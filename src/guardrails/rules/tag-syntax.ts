/** Refuses merge tags that the brand's e-mail platform could not fill in. */
import * as z from 'zod';
import { defineRule, nothing, type Sighting } from '../rule.ts';
import type { Tag } from '../text/tags.ts';

const Options = z.strictObject({
  /** Conditionals are rendered both ways and checked; a brand that cannot preview them may refuse them. */
  allowConditionals: z.boolean().default(true),
  /** The attributes a subject line may use, by canonical name; left out, all that the platform or the brand knows. */
  allowedAttributes: z.array(z.string().min(1)).optional(),
});

/** See docs/rules/tag-syntax.md. */
export const tagSyntax = defineRule({
  id: 'tag-syntax',
  version: 2,
  summary: "Every merge tag is one that the brand's e-mail platform can fill in.",
  options: Options,
  on: true,
  severity: 'block',
  alsoPreheader: true,
  wakes: ['tags'],
  examples: {
    good: [
      { line: "{{ first_name|default:'there' }}, new in", dialect: 'klaviyo' },
      { line: '{FNAME}, your picks' },
      { line: '[New] boots', because: 'Square brackets are ordinary copy.' },
      { line: 'One-of-a-kind knits, $20 or $30' },
      { line: 'I <3 coats: 50% off' },
    ],
    bad: [
      { line: 'Hi [|{{ first_name }|], new in', dialect: 'klaviyo' },
      { line: 'Hi [|*|FNAME|*|], new in', dialect: 'klaviyo', because: 'Mailchimp writes this.' },
      { line: 'Hi [|{{ first_nme }}|], new in', dialect: 'klaviyo' },
      { line: 'Hi [|{{ first_name|default:’there’ }}|]', dialect: 'klaviyo', because: 'The quotes are curly.' },
      { line: '50% off [|%SIZE%|] tees', dialect: 'klaviyo' },
      { line: 'Hello [|%%%FIRST NAME%%%|]', dialect: 'sfmc', because: 'Two percent signs on each side, not three.' },
      { line: '[|{% if first_name %}|]{{ first_name }}, new in', dialect: 'klaviyo' },
    ],
  },
  prepare: ({ allowConditionals, allowedAttributes }) => ({
    allowConditionals,
    allowed: allowedAttributes && new Set(allowedAttributes),
  }),
  check(line, { prepared: { allowConditionals, allowed } }) {
    if (line.tags.length === 0 && line.tagFaults.length === 0) return nothing;
    const sightings: Sighting[] = line.tagFaults.map(({ span, message, fix }) => ({
      message,
      spans: [span],
      ...(fix !== undefined && { suggestion: { ...span, text: fix } }),
    }));
    for (const tag of line.tags) {
      if (!allowConditionals && tag.role === 'open') sightings.push(conditional(line.text, tag));
      if (allowed && tag.canonical !== null && !allowed.has(tag.canonical)) sightings.push(notAllowed(tag, allowed));
    }
    return sightings;
  },
});

function conditional(text: string, { span }: Tag): Sighting {
  const written = text.slice(span.start, span.end);
  return { message: `This brand uses no conditionals in subject lines; say it without ${written}.`, spans: [span] };
}

function notAllowed({ span, canonical }: Tag, allowed: ReadonlySet<string>): Sighting {
  const known = allowed.size === 0 ? 'none' : [...allowed].join(', ');
  return { message: `The attribute ${canonical} may not stand in a subject line; allowed: ${known}.`, spans: [span] };
}
