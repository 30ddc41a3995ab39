import { describe, expect, it } from 'vitest';
import { Attributes } from '../../../src/domain/attribute.ts';
import { tagFallbackRequired } from '../../../src/guardrails/rules/tag-fallback-required.ts';
import { exampleFacts, findingsIn } from '../../support/rule-example.ts';

const find = (line: string, dialect: string, attributes = {}) =>
  findingsIn(tagFallbackRequired, {
    line,
    dialect,
    facts: { ...exampleFacts, attributes: Attributes.parse(attributes) },
  });

describe('tag-fallback-required', () => {
  it.each([
    ['klaviyo', '{{ first_name }}', "{{ first_name|default:'there' }}"],
    ['braze', `{{\${first_name}}}`, `{{\${first_name} | default: 'there'}}`],
    ['hubspot', '{{ contact.firstname }}', "{{ personalization_token('contact.firstname', 'there') }}"],
    ['iterable', '{{firstName}}', '{{defaultIfEmpty firstName "there"}}'],
    ['listmonk', '{{ .Subscriber.FirstName }}', '{{ .Subscriber.FirstName | default "there" }}'],
    ['mautic', '{contactfield=firstname}', '{contactfield=firstname|there}'],
    ['sfmc', '%%FirstName%%', '%%=Iif(Empty(FirstName),"there",FirstName)=%%'],
    ['mailchimp', '*|FNAME|*', '*|IF:FNAME|**|FNAME|**|ELSE:|*there*|END:IF|*'],
  ])('suggests in %s, for %s, what then passes', (dialect, tag, fix) => {
    const [finding] = find(`${tag}, your edit`, dialect);
    expect(finding?.suggestion).toEqual({ start: 0, end: tag.length, text: fix });
    expect(find(`${fix}, your edit`, dialect)).toEqual([]);
  });

  it('suggests nothing where no form is certain', () => {
    expect(find('{{ birthday }} gifts', 'klaviyo')[0]?.suggestion).toBeUndefined();
    expect(find('{{ first_name|title }}, hi', 'klaviyo')[0]?.suggestion).toBeUndefined();
    expect(find('{FNAME}, hi', 'generic')[0]?.message).toContain('declare defaultSetInEsp');
  });

  it('says how many readers the gap would meet', () => {
    expect(find('{{ first_name }}', 'klaviyo', { first_name: { coverage: 0.7 } })[0]?.message).toContain(
      '30% of readers',
    );
  });

  it('trusts a default the platform fills in, but not a blank one', () => {
    expect(find('{{ first_name }}', 'klaviyo', { first_name: { defaultSetInEsp: 'friend' } })).toEqual([]);
    expect(find('{{ first_name }}', 'klaviyo', { first_name: { defaultSetInEsp: ' ' } })).toHaveLength(1);
  });

  it('warns of a fallback that gives the gap away', () => {
    const [finding] = find("{{ first_name|default:'Customer' }}", 'klaviyo');
    expect(finding).toMatchObject({ severity: 'warn', spans: [{ start: 23, end: 31 }] });
  });

  it('wants an else of a conditional', () => {
    expect(find('{% if first_name %}{{ first_name }}, {% endif %}hi', 'klaviyo')).toHaveLength(1);
    expect(find('{% if first_name %}{{ first_name }}, {% else %}{% endif %}hi', 'klaviyo')).toEqual([]);
  });

  it('does not trust the other branch', () => {
    expect(find('{% if first_name %}Hi{% else %}{{ first_name }}{% endif %}', 'klaviyo')).toHaveLength(1);
  });
});
