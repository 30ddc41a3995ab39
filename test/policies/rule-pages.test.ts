import { describe, expect, it } from 'vitest';
import { readRulePage } from '../../src/cli/files.ts';
import { catalogue } from '../../src/guardrails/catalogue.ts';
import { rulePages } from '../../src/policies/rule-pages.ts';

describe('the pages of the rules', () => {
  const pages = rulePages({ readPage: readRulePage });

  it('lists every rule of the catalogue', () => {
    expect(pages.list().map(({ id }) => id)).toEqual(catalogue.map(({ id }) => id));
  });

  it.each(catalogue.map(({ id }) => id))('says why %s is there, with lines that show it', (id) => {
    const page = pages.read(id);
    expect(page.why).toMatch(/\w{3}/);
    expect(page.good.length + page.bad.length).toBeGreaterThan(0);
  });

  it('keeps the parts of a page apart', () => {
    const { why, sources, options, onMissingFacts, looksAt } = pages.read('length');
    expect(why).toMatch(/^A subject line that does not fit/);
    expect(why).not.toContain('##');
    expect(sources).toMatch(/^- Device figures/);
    expect(options).toContainEqual({ name: 'max', takes: 'integer, 1 to 1000', default: '70' });
    expect([onMissingFacts, looksAt]).toEqual([null, 'subject']);
  });

  it('has what the rule says of itself where no page was shipped', () => {
    expect(rulePages({ readPage: () => null }).read('length')).toMatchObject({
      id: 'length',
      why: null,
      sources: null,
    });
  });

  it('knows no other', () => {
    expect(() => pages.read('../../package')).toThrow('There is no rule "../../package".');
  });
});
