import { describe, expect, it } from 'vitest';
import { nameMistake, renamed, whyNotYet } from '../../../src/console/campaigns/brief/attribute-names.ts';
import { mistakeOf } from '../../../src/console/campaigns/brief/places.ts';

describe('names of attributes while they are typed', () => {
  it('keep the place of the attribute and what is said of it', () => {
    const attributes = { first_name: { coverage: 0.7 }, '': {}, points: {} };
    expect(Object.entries(Object(renamed(attributes, '', 'city')))).toEqual([
      ['first_name', { coverage: 0.7 }],
      ['city', {}],
      ['points', {}],
    ]);
  });

  it('wait while another attribute has the name, or while it is digits alone', () => {
    expect(whyNotYet(['first', ''], '', 'first')).toBe('there is an attribute of this name');
    expect(whyNotYet(['first', ''], '', '1')).toBe('must begin with a letter');
    expect(whyNotYet(['first', ''], '', 'first_name')).toBeNull();
    expect(whyNotYet(['first'], 'first', 'first')).toBeNull();
  });

  it('are told their own mistakes, and not those of what is said of them', () => {
    const mistakes = ['#/attributes/First', '#/attributes/First/coverage', '#/attributes/'].map((pointer) =>
      mistakeOf({ pointer, detail: `at ${pointer}` }),
    );
    expect(nameMistake(mistakes, 'First')).toBe('at #/attributes/First');
    expect(nameMistake(mistakes, '')).toBe('is missing');
    expect(nameMistake(mistakes, 'points')).toBeNull();
  });
});
