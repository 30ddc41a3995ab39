import { describe, expect, it } from 'vitest';
import { githubAnnotations } from '../../src/cli/github-annotations.ts';
import type { Finding, RecordedVerdict } from '../../src/domain/finding.ts';

const now = '2026-11-23T17:00:00.000Z';
const basis = { policyHash: 'p', factsHash: null, now, neighbours: [], unicodeVersion: '17.0.0' };

function annotated(finding: Partial<Finding>, hasColumns = true, source: string | null = 'copy.txt'): string {
  const whole: Finding = {
    ...{ rule: 'length', ruleVersion: 1, severity: 'block', kind: 'violation', message: 'Shorten it.', spans: [] },
    ...finding,
  };
  const verdict: RecordedVerdict = { verdict: 'block', findings: [whole], graphemes: 1, policyHash: 'p', basis };
  return githubAnnotations({ source, number: 7, text: 'x', verdict }, hasColumns);
}

describe('annotations for GitHub', () => {
  it.each([
    ['block', 'error'],
    ['warn', 'warning'],
    ['info', 'notice'],
  ] as const)('say %s as %s', (severity, command) => {
    expect(annotated({ severity })).toBe(`::${command} file=copy.txt,line=7,title=length::Shorten it.\n`);
  });

  it('count columns from 1 and include the last', () => {
    const text = '🧥 coats';
    const start = text.indexOf('coats');
    expect(annotated({ spans: [{ start, end: text.length }] })).toContain(',col=4,endColumn=8,');
    expect(annotated({ spans: [{ start: 3, end: 3 }] })).toContain(',col=4,endColumn=4,');
  });

  it('leave columns out where the text is but a part of its line', () => {
    const spans = [{ start: 0, end: 2 }];
    expect(annotated({ spans }, false)).not.toContain('col');
    expect(annotated({ spans, field: 'preheader' })).toBe(
      '::error file=copy.txt,line=7,title=length::Preheader: Shorten it.\n',
    );
  });

  it('cannot be broken by what they quote', () => {
    const said = annotated({ message: '100%\r\n::stop-commands::x, y: z' }, true, 'a:b,c%\n.txt');
    expect(said).toBe('::error file=a%3Ab%2Cc%25%0A.txt,line=7,title=length::100%25%0D%0A::stop-commands::x, y: z\n');
  });
});
