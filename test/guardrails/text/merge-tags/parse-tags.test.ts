import { describe, expect, it } from 'vitest';
import { Attributes } from '../../../../src/domain/attribute.ts';
import { dialectNamed } from '../../../../src/guardrails/text/merge-tags/dialects.ts';
import { parseLine } from '../../../../src/guardrails/text/parsed-line.ts';

const attributes = Attributes.parse({
  first_name: {},
  shoe_size: { type: 'number' },
  tier: { spelledAs: ['Loyalty Tier'] },
});

function parsed(dialect: string, text: string) {
  return parseLine({ text }, dialectNamed(dialect), attributes);
}

const braze = (inner: string) => `{{\${${inner}}}}`;

describe('value tags', () => {
  it.each([
    ['klaviyo', "{{ first_name|default:'there' }}", 'first_name', 'there'],
    ['klaviyo', '{{first_name | title | default: "there"}}', 'first_name', 'there'],
    ['klaviyo', '{{ person.first_name }}', 'first_name', null],
    ['klaviyo', "{{ person|lookup:'Loyalty Tier'|default:'member' }}", 'tier', 'member'],
    ['klaviyo', '{{ shoe_size }}', 'shoe_size', null],
    ['braze', braze('first_name'), 'first_name', null],
    ['braze', `{{\${first_name} | default: 'there' | upcase}}`, 'first_name', 'there'],
    ['braze', `{{custom_attribute.\${shoe_size} | default: '9'}}`, 'shoe_size', '9'],
    ['mailchimp', '*|FNAME|*', 'first_name', null],
    ['mailchimp', '*|TITLE:FNAME|*', 'first_name', null],
    ['mailchimp', '*|SHOE_SIZE|*', 'shoe_size', null],
    ['sfmc', '%%First Name%%', 'first_name', null],
    ['sfmc', '%%firstname%%', 'first_name', null],
    ['sfmc', '%%=Iif(Empty(FirstName),"there",ProperCase(FirstName))=%%', 'first_name', 'there'],
    ['sfmc', '%%=iif(not empty([First Name]), [First Name], "you")=%%', 'first_name', 'you'],
    ['hubspot', "{{ personalization_token('contact.firstname', 'there') }}", 'first_name', 'there'],
    ['hubspot', '{{ contact.firstname }}', 'first_name', null],
    ['hubspot', "{{ contact.firstname|default('there', true) }}", 'first_name', 'there'],
    ['iterable', '{{firstName}}', 'first_name', null],
    ['iterable', '{{{firstName}}}', 'first_name', null],
    ['iterable', '{{capitalize (defaultIfEmpty firstName "there")}}', 'first_name', 'there'],
    ['iterable', '{{shoeSize}}', 'shoe_size', null],
    ['listmonk', '{{ .Subscriber.FirstName | default "there" }}', 'first_name', 'there'],
    ['listmonk', '{{- .Subscriber.Attribs.shoe_size -}}', 'shoe_size', null],
    ['mautic', '{contactfield=firstname|l’ami}', 'first_name', 'l’ami'],
    ['generic', '{FNAME}', 'first_name', null],
    ['generic', '{First Name}', 'first_name', null],
    ['generic', '{shoe_size}', 'shoe_size', null],
    ['marketo', '{{lead.First Name:default=there}}', 'first_name', 'there'],
    ['sendgrid', '{{insert first_name "default=there"}}', 'first_name', 'there'],
    ['campaignmonitor', '[firstname,fallback=there]', 'first_name', 'there'],
    ['constantcontact', '[[FIRSTNAME OR "there"]]', 'first_name', 'there'],
  ])('reads in %s: %s', (dialect, text, canonical, fallback) => {
    const line = parsed(dialect, `Hi ${text}, new in`);
    expect(line.tagFaults).toEqual([]);
    const [tag] = line.tags;
    expect(tag).toMatchObject({ kind: 'value', canonical, span: { start: 3, end: 3 + text.length } });
    expect(tag?.fallback?.text ?? null).toBe(fallback);
    if (tag?.fallback) expect(line.text.slice(tag.fallback.span.start, tag.fallback.span.end)).toBe(fallback);
  });
});

describe('copy that is no tag', () => {
  it.each([
    '50% off tees',
    '[New] boots, [VIP] only',
    'One-of-a-kind knits - now - here',
    '$20 or $30, $5–$9',
    'I <3 coats & * stars *',
    '20% - 30% off, 100% cotton',
    'Up to 50%, then 20% off',
    'mail us @ the store',
    ':} {: {}',
    'A | B | C',
  ])('stays copy in every dialect: %s', (text) => {
    for (const dialect of [
      'klaviyo',
      'braze',
      'mailchimp',
      'sfmc',
      'generic',
      'campaignmonitor',
      'sendgrid-legacy',
      'responsys',
    ]) {
      const line = parsed(dialect, text);
      expect([dialect, line.tags, line.tagFaults]).toEqual([dialect, [], []]);
      expect(line.literal).toBe(text);
    }
  });
});

describe('broken tags', () => {
  it.each([
    ['klaviyo', 'Hi [|{{ first_name }|], new in', 'unclosed', '{{ first_name }}'],
    ['klaviyo', 'Hi [|{{ first_name|], new in', 'unclosed', undefined],
    ['klaviyo', 'Hi first_name [|}}|], new in', 'unclosed', undefined],
    ['klaviyo', 'Hi [|{{ first_nme }}|]', 'unknown-attribute', '{{ first_name }}'],
    ['klaviyo', 'Hi [|{{ first name }}|]', 'malformed', '{{ first_name }}'],
    ['klaviyo', 'Hi [|{{ favourite_colour }}|]', 'unknown-attribute', undefined],
    ['klaviyo', "Hi [|{{ first_name|defalt:'x' }}|]", 'unknown-filter', "{{ first_name|default:'x' }}"],
    ['klaviyo', 'Hi [|{{ first_name|default:’there’ }}|]', 'typographic-quote', "{{ first_name|default:'there' }}"],
    ['klaviyo', 'Hi [|{{ first_name|default:“there” }}|]', 'typographic-quote', '{{ first_name|default:"there" }}'],
    ['klaviyo', 'Hi [|{{\u00a0first_name\u00a0}}|]', 'no-break-space', '{{ first_name }}'],
    ['klaviyo', 'Hi [|{{ \u200bfirst_name }}|]', 'no-break-space', '{{  first_name }}'],
    ['klaviyo', 'Hi [|*|FNAME|*|]', 'foreign-dialect', '{{ first_name }}'],
    ['klaviyo', 'Hi [|%%FirstName%%|]', 'foreign-dialect', '{{ first_name }}'],
    ['klaviyo', 'Hi [|{contactfield=firstname|there}|]', 'foreign-dialect', "{{ first_name|default:'there' }}"],
    ['klaviyo', 'Hi [|{FNAME}|]', 'foreign-dialect', '{{ first_name }}'],
    ['klaviyo', '50% off [|%SIZE%|] tees', 'foreign-dialect', undefined],
    ['klaviyo', 'Hi [|[firstname,fallback=there]|]', 'foreign-dialect', "{{ first_name|default:'there' }}"],
    ['klaviyo', 'Hi [|<%= recipient.firstName %>|]', 'foreign-dialect', '{{ first_name }}'],
    ['klaviyo', 'Hi [|{{ first_name|default:there }}|]', 'malformed', undefined],
    ['klaviyo', 'Hi [|%%%FIRST NAME%%%|], new in', 'malformed', '{{ first_name }}'],
    ['sfmc', 'Save 50[|%%%FirstName%%|]', 'malformed', '%%FirstName%%'],
    ['mailchimp', 'Hi [|{{ first_name }}|]', 'foreign-dialect', '*|FNAME|*'],
    ['mailchimp', 'Hi [|*|FNAM|*|]', 'unknown-attribute', '*|FNAME|*'],
    ['mailchimp', 'Hi [|*|FNAME|], new in', 'unclosed', undefined],
    ['generic', 'Hi [|{{ first_name }}|]', 'foreign-dialect', '{FNAME}'],
    ['listmonk', 'Hi [|{{ first_name }}|]', 'foreign-dialect', '{{ .Subscriber.FirstName }}'],
    ['iterable', "Hi [|{{ first_name|default:'there' }}|]", 'foreign-dialect', '{{defaultIfEmpty firstName "there"}}'],
    ['iterable', 'Hi [|{{default firstName "there"}}|]', 'unknown-filter', undefined],
  ])('tells in %s: %s', (dialect, marked, kind, fix) => {
    const text = marked.replace('[|', '').replace('|]', '');
    const start = marked.indexOf('[|');
    const end = text.length - (marked.length - marked.lastIndexOf('|]') - 2);
    const faults = parsed(dialect, text).tagFaults;
    expect(faults[0]).toMatchObject({ kind, span: { start, end } });
    expect(faults[0]?.fix).toBe(fix);
    if (fix !== undefined) expect(faults[0]?.message).toContain(fix);
  });

  it('keeps the fallback of a tag whose quotes are curly, so that nobody complains twice', () => {
    expect(parsed('klaviyo', 'Hi {{ first_name|default:’there’ }}').tags).toMatchObject([
      { fallback: { text: 'there' } },
    ]);
  });

  it('leaves what is no tag visible to the other rules', () => {
    expect(parsed('klaviyo', '{{ cheap coats }} here').literal).toBe('{{ cheap coats }} here');
  });
});

describe('conditionals', () => {
  it('guard a tag that stands in the branch of those who have the value', () => {
    const line = parsed('klaviyo', '{% if first_name %}{{ first_name }}{% else %}Hello{% endif %}, your edit');
    expect(line.tagFaults).toEqual([]);
    expect(line.tags.map(({ kind, guarded }) => [kind, guarded])).toEqual([
      ['control', false],
      ['value', true],
      ['control', false],
      ['control', false],
    ]);
  });

  it.each([
    ['klaviyo', "{% if first_name != '' %}{{ first_name }}{% else %}You{% endif %}"],
    ['klaviyo', '{% if not first_name %}You{% else %}{{ first_name }}{% endif %}'],
    ['braze', '{% if $' + '{first_name} != blank %}{{$' + '{first_name}}}{% else %}You{% endif %}'],
    ['braze', '{% unless $' + '{first_name} %}You{% else %}{{$' + '{first_name}}}{% endunless %}'],
    ['mailchimp', '*|IF:FNAME|**|FNAME|**|ELSE:|*You*|END:IF|*'],
    ['mailchimp', '*|IFNOT:FNAME|*You*|ELSE:|**|FNAME|**|END:IF|*'],
    ['iterable', '{{#if firstName}}{{firstName}}{{else}}You{{/if}}'],
    ['iterable', '{{#unless firstName}}You{{else}}{{firstName}}{{/unless}}'],
    ['listmonk', '{{ if .Subscriber.FirstName }}{{ .Subscriber.FirstName }}{{ else }}You{{ end }}'],
    ['sfmc', '%%[ IF NOT EMPTY(FirstName) THEN ]%%%%FirstName%%%%[ ELSE ]%%You%%[ ENDIF ]%%'],
    ['hubspot', '{% if contact.firstname %}{{ contact.firstname }}{% else %}You{% endif %}'],
  ])('show both ways in %s: %s', (dialect, text) => {
    const line = parsed(dialect, text);
    expect(line.tagFaults).toEqual([]);
    const renderings = Object.fromEntries(line.renderings().map(({ name, text: rendered }) => [name, rendered]));
    expect(renderings['typical']).toBe('Jordan');
    expect(renderings['first_name empty']).toBe('You');
    expect(line.tags.find(({ kind }) => kind === 'value')?.guarded).toBe(true);
  });

  it.each([
    ['klaviyo', '{% if shoe_size > 9 %}{{ shoe_size }}{% else %}You{% endif %}', true],
    ['klaviyo', '{% if shoe_size != 0 %}{{ shoe_size }}{% else %}You{% endif %}', false],
    ['braze', `{% unless \${shoe_size} > 9 %}{{\${shoe_size}}}{% else %}You{% endunless %}`, false],
    ['iterable', '{{#ifGt shoeSize 9}}{{shoeSize}}{{else}}You{{/ifGt}}', true],
  ])('know for whom a comparison holds who have no value, in %s: %s', (dialect, text, isGuarded) => {
    const line = parsed(dialect, text);
    expect(line.tags.find(({ kind }) => kind === 'value')?.guarded).toBe(isGuarded);
    const texts = line.renderings().map(({ text: rendered }) => rendered);
    expect(texts.includes('')).toBe(!isGuarded);
  });

  it.each([
    ['{% if first_name %}Hi', 'unbalanced-conditional'],
    ['Hi{% endif %}', 'unbalanced-conditional'],
    ['Hi{% else %}', 'unbalanced-conditional'],
    ['{% if first_name %}a{% else %}b{% else %}c{% endif %}', 'unbalanced-conditional'],
    ['{% if first_name %}{% if shoe_size > 9 %}a{% endif %}{% endif %}', 'conditional-not-allowed'],
    ['{% if first_nam %}a{% endif %}', 'unknown-attribute'],
    ['{% for x in y %}a{% endfor %}', 'malformed'],
  ])('are told when they do not add up: %s', (text, kind) => {
    expect(parsed('klaviyo', text).tagFaults[0]?.kind).toBe(kind);
  });
});
