import { describe, expect, it } from 'vitest';
import { Attributes } from '../../../src/domain/attribute.ts';
import { dialectNamed } from '../../../src/guardrails/text/merge-tags/dialects.ts';
import { parseLine } from '../../../src/guardrails/text/parsed-line.ts';
import { spanAsWritten } from '../../../src/guardrails/text/rendering.ts';

const attributes = Attributes.parse({
  first_name: { samples: ['Ada', 'Loren'], longest: 'Maximiliana-Josephine' },
  points: { type: 'number', samples: ['120'] },
  city: { defaultSetInEsp: 'your town' },
});

function line(text: string, dialect = 'klaviyo') {
  return parseLine({ text }, dialectNamed(dialect), attributes);
}

function rendered(text: string, dialect?: string): Record<string, string> {
  return Object.fromEntries(
    line(text, dialect)
      .renderings()
      .map((rendering) => [rendering.name, rendering.text]),
  );
}

describe('renderings', () => {
  it('are the line itself where it has no tags', () => {
    const [only, ...more] = line('Coats are here').renderings();
    expect(more).toEqual([]);
    expect(only).toMatchObject({ name: 'typical', kind: 'typical', text: 'Coats are here', inserted: [] });
    expect([...(only?.origin() ?? [])]).toEqual(Array.from({ length: 15 }, (_, at) => at));
  });

  it('fill in what each kind of reader has', () => {
    expect(rendered("{{ first_name|default:'there' }}, hi")).toEqual({
      typical: 'Ada, hi',
      'first_name empty': 'there, hi',
      'first_name = Maximiliana-Josephine': 'Maximiliana-Josephine, hi',
      'first_name = ليلى': 'ليلى, hi',
    });
  });

  it('print nothing, or what the platform fills in, where a tag has no fallback', () => {
    expect(rendered('{{ first_name }}, hi')['first_name empty']).toBe(', hi');
    expect(rendered('Hi {{ city }}')['city empty']).toBe('Hi your town');
  });

  it('show numbers as zero, one, negative and large', () => {
    const points = rendered('You have {{ points }} points');
    expect(points).toMatchObject({ 'points = 0': 'You have 0 points', 'points = 1': 'You have 1 points' });
    expect(points).toMatchObject({
      'points = -5': 'You have -5 points',
      'points = 1000000': 'You have 1000000 points',
    });
  });

  it('take what is called points or a balance for a number, unless the samples say otherwise', () => {
    expect(rendered('Yours: {{ reward_points }}')['reward_points = 0']).toBe('Yours: 0');
    const { renderings } = parseLine({ text: 'Yours: {{ rewards }}' }, dialectNamed('klaviyo'), {
      rewards: { type: 'text', samples: ['a tote'], spelledAs: [] },
    });
    expect(renderings().map(({ name }) => name)).not.toContain('rewards = 0');
  });

  it('ask a conditional on a number of the number', () => {
    const both = rendered('{% if points > 0 %}{{ points }} points{% else %}New in{% endif %} today');
    expect(both).toMatchObject({ typical: '120 points today', 'points empty': 'New in today' });
    // A balance of zero reads like a missing one here, and no text is shown twice.
    expect(both['points = 0']).toBeUndefined();
    expect(Object.values(both)).not.toContain('0 points today');
  });

  it('show branches that only the platform can choose between', () => {
    const both = rendered("{% if city == 'Denver' %}Denver{% else %}Elsewhere{% endif %} opens");
    expect(Object.values(both)).toEqual(['Denver opens', 'Elsewhere opens']);
  });

  it('let a blank value slip past the default of Braze', () => {
    expect(rendered(`Hi {{\${first_name} | default: 'there'}}!`, 'braze')['first_name blank']).toBe('Hi  !');
    expect(rendered("Hi {{ first_name|default:'there' }}!")['first_name blank']).toBeUndefined();
  });

  it('empty every value at once where there are several', () => {
    expect(rendered('{{ first_name }}{{ points }} x')['all values empty']).toBe(' x');
  });

  it('lead back to the text as written', () => {
    const parsed = line("Oh {{ first_name|default:'there' }}, hi");
    const [typical, fallback] = parsed.renderings();
    expect(typical?.text).toBe('Oh Ada, hi');
    if (!typical || !fallback) throw new Error('two renderings were expected');
    const asWritten = (from: number, to: number, rendering = typical) => {
      const { start, end } = spanAsWritten(rendering, parsed.tags, from, to);
      return parsed.text.slice(start, end);
    };
    expect(asWritten(0, 2)).toBe('Oh');
    expect(asWritten(3, 6)).toBe("{{ first_name|default:'there' }}");
    expect(asWritten(8, 10)).toBe('hi');
    expect(asWritten(0, 10)).toBe(parsed.text);
    const origin = fallback.origin();
    expect(parsed.text.slice(origin[3], (origin[7] ?? 0) + 1)).toBe('there');
  });
});
