import { describe, expect, it } from 'vitest';
import { Attributes } from '../../../src/domain/attribute.ts';
import type { SeenLine } from '../../../src/domain/finding.ts';
import { dialectNamed } from '../../../src/guardrails/text/merge-tags/dialects.ts';
import { seenLines } from '../../../src/guardrails/text/seen-lines.ts';

const dialect = dialectNamed('klaviyo');
const attributes = Attributes.parse({});

describe('seenLines', () => {
  it('keeps its index for a batch that adds what it drafts, and takes in the new lines alone', () => {
    const batch: SeenLine[] = [{ text: 'The linen is in' }, { text: 'Cozy season starts here' }];
    const before = seenLines(batch, dialect, attributes);
    const index = before.alike();
    batch.push({ text: 'Cozy season starts now' }, { text: 'the linen is in' });
    const after = seenLines(batch, dialect, attributes);
    expect(after).toBe(before);
    expect(after.alike()).toBe(index);
    expect(index.size()).toBe(4);
    expect(after.keys).toEqual(seenLines([...batch], dialect, attributes).keys);
    expect(after.byKey.get('the linen is in')).toBe(batch[0]);
    expect(index.atLeast('cozy season starts now', 0.8).map(({ at }) => at)).toEqual([2, 1]);
  });

  it('starts anew where a line was changed, taken out or put in between', () => {
    const [linen, wool, cozy] = [{ text: 'The linen is in' }, { text: 'The wool is in' }, { text: 'Cozy season' }];
    for (const changed of [[linen, cozy], [linen], [cozy, linen, wool], [linen, { ...wool }]]) {
      const batch: SeenLine[] = [linen, wool];
      const before = seenLines(batch, dialect, attributes);
      batch.splice(0, batch.length, ...changed);
      const after = seenLines(batch, dialect, attributes);
      expect(after).not.toBe(before);
      expect(after.keys).toEqual(changed.map(({ text }) => text.toLowerCase()));
      expect(after.alike().size()).toBe(changed.length);
    }
  });

  it('starts anew for another dialect and for other attributes', () => {
    const batch: SeenLine[] = [{ text: '{{ first_name }}, the linen Ada likes' }];
    const before = seenLines(batch, dialect, attributes);
    expect(seenLines(batch, dialectNamed('generic'), attributes)).not.toBe(before);
    const named = seenLines(batch, dialect, Attributes.parse({ first_name: { samples: ['Ada'] } }));
    expect(named.alike().atLeast('the linen likes', 1)).toHaveLength(1);
  });
});
