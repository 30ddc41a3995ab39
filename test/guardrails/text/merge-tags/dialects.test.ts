import { describe, expect, it } from 'vitest';
import { dialectIds, dialectNamed, dialects } from '../../../../src/guardrails/text/merge-tags/dialects.ts';
import { usualFallback, writeTag } from '../../../../src/guardrails/text/merge-tags/write-tag.ts';
import { parseLine } from '../../../../src/guardrails/text/parsed-line.ts';

const noAttributes = {};

describe('the dialects', () => {
  it('are the platforms we know, each once', () => {
    expect(new Set(dialectIds).size).toBe(33);
    expect(dialectIds).toHaveLength(33);
  });

  it('guess at a misspelled name', () => {
    expect(() => dialectNamed('klavio')).toThrow('did you mean "klaviyo"');
    expect(() => dialectNamed('zzzz')).toThrow('known are klaviyo');
  });
});

describe.each(dialects.map((dialect) => ({ id: dialect.id, dialect })))('$id', ({ dialect }) => {
  const name = dialect.attributes['first_name']?.[0] ?? '';
  const plain = writeTag(dialect, name, null) ?? '';
  const safe = writeTag(dialect, name, usualFallback('first_name'));

  it('reads the tag it writes', () => {
    const line = parseLine({ text: `${plain}, your coat` }, dialect, noAttributes);
    expect(line.tagFaults).toEqual([]);
    expect(line.tags).toMatchObject([{ kind: 'value', canonical: 'first_name', fallback: null }]);
    expect(line.literal).toBe(`${'\ufffc'.repeat(plain.length)}, your coat`);
  });

  it('reads the fallback it writes, where it has a form for one', () => {
    if (safe === null) {
      expect(dialect.write.withFallback ?? dialect.write.guarded ?? null).toBeNull();
      return;
    }
    const line = parseLine({ text: `${safe}, your coat` }, dialect, noAttributes);
    expect(line.tagFaults).toEqual([]);
    const empty = line.renderings().find(({ name: rendering }) => rendering === 'first_name empty');
    expect(empty?.text.toLowerCase()).toBe('there, your coat');
    expect(empty?.kind).toBe('fallback');
    expect(line.literal).toContain('there');
  });

  it('is noticed by every other platform that does not write the same', () => {
    for (const other of dialects) {
      if (other === dialect) continue;
      const line = parseLine({ text: `${plain}, your coat` }, other, noAttributes);
      expect([other.id, line.tagFaults.length + line.tags.length]).not.toEqual([other.id, 0]);
    }
  });
});
