import { describe, expect, it } from 'vitest';
import { Attributes } from '../../../src/domain/attribute.ts';
import { compileTerms } from '../../../src/guardrails/text/find-terms.ts';
import { dialectNamed } from '../../../src/guardrails/text/merge-tags/dialects.ts';
import { parseLine } from '../../../src/guardrails/text/parsed-line.ts';
import { termsAcrossTags } from '../../../src/guardrails/text/terms-across-tags.ts';

const finder = compileTerms([{ term: 'cheap', mode: 'inflect' }]);
const attributes = Attributes.parse({ first_name: { samples: ['Cheap'] }, city: { samples: ['eap'] } });
const across = (text: string) =>
  termsAcrossTags(finder.findIn, parseLine({ text }, dialectNamed('klaviyo'), attributes));

describe('termsAcrossTags', () => {
  it('finds a term that an empty value or a branch puts together, and says for whom', () => {
    const [hit] = across("ch{{ first_name|default:'' }}eap coats");
    expect(hit).toMatchObject({ span: { start: 0, end: 32 }, rendering: 'first_name empty' });
    expect(across('{% if city %}ch{% else %}h{% endif %}eap coats')).toHaveLength(1);
  });

  it('leaves alone what stands there as written, and what a value brings along', () => {
    expect(across("Cheap coats, {{ first_name|default:'cheap' }}")).toEqual([]);
    expect(across("{{ first_name|default:'there' }}, ch{{ city|default:'ic' }} coats")).toEqual([]);
    expect(across('Cheap coats')).toEqual([]);
  });
});
