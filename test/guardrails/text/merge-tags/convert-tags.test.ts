import { describe, expect, it } from 'vitest';
import type { Attributes } from '../../../../src/domain/attribute.ts';
import { convertTags } from '../../../../src/guardrails/text/merge-tags/convert-tags.ts';
import type { Dialect } from '../../../../src/guardrails/text/merge-tags/dialect.ts';
import { dialectNamed, dialects } from '../../../../src/guardrails/text/merge-tags/dialects.ts';
import { writeTag } from '../../../../src/guardrails/text/merge-tags/write-tag.ts';

const attributes: Attributes = {
  first_name: { type: 'text', samples: ['Loren'], spelledAs: [] },
  shoe_size: { type: 'number', samples: ['39'], spelledAs: [] },
};
const klaviyo = dialectNamed('klaviyo');

function convert(text: string, to: string, from = klaviyo) {
  const converted = convertTags(text, from, dialectNamed(to), attributes);
  return 'text' in converted ? converted.text : converted.problem;
}

/** A tag for the first name as the dialect itself writes it; `null` where it has no fallbacks. */
function ownTag(dialect: Dialect, fallback: string | null): string | null {
  return writeTag(dialect, dialect.attributes['first_name']?.[0] ?? '', fallback);
}

describe('a tag in the dialect of another platform', () => {
  it.each([
    ['{{ first_name }}, warm coats', 'mailchimp', '*|FNAME|*, warm coats'],
    [
      "{{ first_name|default:'there' }}, warm coats",
      'brevo',
      '{{ contact.FIRSTNAME | default : "there" }}, warm coats',
    ],
    ["{{ first_name|default:'there' }}", 'mailchimp', '*|IF:FNAME|**|FNAME|**|ELSE:|*there*|END:IF|*'],
    ["{{ first_name|default:'there' }}", 'marketo', '{{lead.First Name:default=there}}'],
    ['{{ first_name }}: 20% off coats & more', 'sfmc', '%%FirstName%%: 20% off coats & more'],
    ['No tag, 100% wool', 'brevo', 'No tag, 100% wool'],
  ])('%s in %s is %s', (text, to, expected) => {
    expect(convert(text, to)).toBe(expected);
  });

  it('carries a fallback back that another platform says by a conditional', () => {
    const text = 'Hi *|IF:FNAME|**|FNAME|**|ELSE:|*there*|END:IF|*, new coats';
    expect(convert(text, 'klaviyo', dialectNamed('mailchimp'))).toBe("Hi {{ first_name|default:'there' }}, new coats");
  });

  it.each([
    ["{{ first_name|default:'there' }}", 'activecampaign', 'ActiveCampaign has no fallbacks in a subject line'],
    ["{{ first_name|default:'5>4' }}", 'iterable', 'cannot hold the fallback'],
    ['{{ shoe_size }} in stock', 'brevo', 'no name of its own for shoe_size'],
    ['{{ nonsense_name }} in stock', 'brevo', 'not a tag that its own platform reads'],
    ['{{ first_name|title }} in stock', 'brevo', '"title"'],
    ["{% if first_name == 'Ada' %}Ada's{% else %}Our{% endif %} coats", 'brevo', 'conditionals'],
    ['{% if first_name %}{{ first_name }}, {% endif %}new coats', 'brevo', 'conditionals'],
    ['{{ first_name }} broken {{ last_name', 'brevo', 'not a tag that its own platform reads'],
  ])('%s is refused for %s, naming the tag', (text, to, why) => {
    const problem = convert(text, to);
    if (typeof problem === 'string') throw new Error(`it became ${problem}`);
    expect(problem.why).toContain(why);
    expect(text.slice(problem.span.start, problem.span.end)).toBe(problem.tag);
    expect(problem.tag).not.toBe('');
  });

  it.each([
    ['Now 50%{{ first_name }}', 'activecampaign'],
    ['For @{{ first_name }} alone', 'dotdigital'],
  ])('%s is refused for %s, which would read its words together with the tag', (text, to) => {
    expect(convert(text, to)).toMatchObject({
      tag: '{{ first_name }}',
      why: expect.stringContaining('would read something else'),
    });
  });

  it.each([
    ['Your %FIRSTNAME% here', 'activecampaign'],
    ['All new: -firstName- days', 'sendgrid-legacy'],
    ['Coats for [firstname] fans', 'campaignmonitor'],
  ])('%s is refused for %s, where it would be a tag', (text, to) => {
    expect(convert(text, to)).toMatchObject({ tag: expect.stringMatching(/name/i) });
  });
});

it.each(dialects.map((from) => [from.id, from] as const))(
  'from %s to any other and back nothing is lost',
  (_, from) => {
    for (const to of dialects)
      for (const fallback of [null, 'there']) {
        const tag = ownTag(from, fallback);
        if (tag === null) continue;
        const text = `Coats are in, ${tag}: 3 days`;
        const there = convertTags(text, from, to, attributes);
        if ('problem' in there) {
          // Only for want of fallbacks over there.
          expect([to.id, ownTag(to, fallback), there.problem.tag]).toEqual([to.id, null, tag]);
        } else {
          expect(there.text).toContain(ownTag(to, fallback));
          expect(convertTags(there.text, to, from, attributes)).toEqual({ text });
        }
      }
  },
);
