import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { handMark, indexPage, rulePage } from '../../scripts/rule-page.ts';
import { catalogue } from '../../src/guardrails/catalogue.ts';
import { bannedNear } from '../../src/guardrails/rules/banned-near.ts';
import { controlChars } from '../../src/guardrails/rules/control-chars.ts';

describe('rulePage', () => {
  it('says what the rule says of itself', () => {
    const page = rulePage(bannedNear, null);
    expect(page).toContain('# banned-near\n\nNo word of cheapness');
    expect(page).toContain('| `terms` | list of text | `["cheap","below market","reduced"]` |');
    expect(page).toContain('- `[|Reduced|] again, [|{FNAME}|]`');
  });

  it('keeps what is written by hand, letter for letter', () => {
    const byHand = '\n\n## Why\n\nBecause.\n';
    expect(rulePage(bannedNear, `an old head\n${handMark}${byHand}`).endsWith(`${handMark}${byHand}`)).toBe(true);
    expect(rulePage(bannedNear, 'a page without the mark\n')).toContain('a page without the mark');
  });

  it('shows unseen characters by their code', () => {
    expect(rulePage(controlChars, null)).toContain('Fresh picks[|<U+000D><U+000A>|]Bcc');
  });
});

describe('the pages in docs/rules', () => {
  it.each(catalogue.map((rule) => ({ id: rule.id, rule })))(
    'hold the head of $id as it is now, and a reason by hand',
    ({ id, rule }) => {
      const page = readFileSync(`docs/rules/${id}.md`, 'utf8');
      expect(rulePage(rule, page)).toBe(page);
      const [, byHand = ''] = page.split(handMark);
      expect(byHand).toContain('## Why');
      expect(byHand.split(/\s+/).length).toBeGreaterThan(60);
    },
  );

  it('are listed in the index', () => {
    expect(readFileSync('docs/rules/README.md', 'utf8')).toBe(indexPage(catalogue));
  });
});
