import { describe, expect, it } from 'vitest';
import { checkLine } from '../../src/guardrails/check-line.ts';
import { compilePolicy } from '../../src/guardrails/compile-policy.ts';
import { defaultPolicy } from '../../src/guardrails/default-policy.ts';
import { inboxRenderings } from '../../src/guardrails/inbox-renderings.ts';

const policy = compilePolicy({
  ...defaultPolicy,
  dialect: 'klaviyo',
  attributes: { first_name: { type: 'text', samples: ['Loren'], longest: 'Maximiliana-Josephine', spelledAs: [] } },
});
const now = '2026-11-24T08:00:00.000Z';

function shown(text: string, preheader: string | null = null) {
  const line = { text, preheader };
  return inboxRenderings(line, policy, undefined, checkLine(line, policy, { now }).findings);
}
const subjects = (text: string, preheader: string | null = null) =>
  shown(text, preheader).map(({ subject, preheader: below }) => [subject.text, below?.text]);

describe('what stands in inboxes', () => {
  it('is the line itself where it has no tags', () => {
    expect(shown('The linen is in')).toEqual([
      { name: 'typical', kind: 'typical', subject: { text: 'The linen is in', inserted: [] }, preheader: null },
    ]);
  });

  it('begins with the reader a finding was seen with, and ends with the typical one', () => {
    const all = shown('{{ first_name }}, the linen is in');
    expect(all[0]).toMatchObject({ name: 'first_name empty', kind: 'empty', subject: { text: ', the linen is in' } });
    expect(all.at(-1)).toMatchObject({ kind: 'typical', subject: { text: 'Loren, the linen is in' } });
  });

  it('says where values stand', () => {
    const typical = shown("Hello {{ first_name|default:'there' }}, the linen is in").at(-1);
    expect(typical?.subject).toEqual({ text: 'Hello Loren, the linen is in', inserted: [{ start: 6, end: 11 }] });
  });

  it('shows subject and preheader as the same reader gets them', () => {
    expect(subjects('The linen is in', "{{ first_name|default:'Friend' }}, come and see")).toEqual(
      expect.arrayContaining([
        ['The linen is in', 'Friend, come and see'],
        ['The linen is in', 'Maximiliana-Josephine, come and see'],
        ['The linen is in', 'Loren, come and see'],
      ]),
    );
    for (const [subject, preheader] of subjects(
      "{{ first_name|default:'Friend' }}",
      "{{ first_name|default:'Friend' }}",
    ))
      expect(preheader).toBe(subject);
  });

  it('takes each branch that only the platform can choose', () => {
    const texts = subjects('{% if person|lookup:"vip" %}For members{% else %}For all{% endif %}: linen').map(
      ([text]) => text,
    );
    expect(texts).toEqual(expect.arrayContaining(['For members: linen', 'For all: linen']));
  });

  it('shows nothing twice', () => {
    const all = subjects("{{ first_name|default:'Loren' }}, the linen is in");
    expect(new Set(all.map(([text]) => text)).size).toBe(all.length);
  });
});
