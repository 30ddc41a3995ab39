/** Findings as workflow commands, which GitHub shows as annotations beside the line in a pull request. */
import type { Finding, Severity } from '../domain/finding.ts';
import type { CheckedLine } from './check.ts';

const commands: Readonly<Record<Severity, string>> = { block: 'error', warn: 'warning', info: 'notice' };

/**
 * One command for each finding, at its first span.
 * Columns count UTF-16 units from 1, the last one included, and are left out where the text is only a part of its line
 * in the file: in a preheader, and in JSON (`hasColumns` false).
 */
export function githubAnnotations({ source, number, verdict }: CheckedLine, hasColumns: boolean): string {
  const file = source ?? '<stdin>';
  return verdict.findings
    .map((finding) => {
      const columns = hasColumns ? columnsOf(finding) : [];
      const place = [`file=${inProperty(file)}`, `line=${number}`, ...columns, `title=${inProperty(finding.rule)}`];
      const message = finding.field === 'preheader' ? `Preheader: ${finding.message}` : finding.message;
      return `::${commands[finding.severity]} ${place.join(',')}::${inMessage(message)}\n`;
    })
    .join('');
}

function columnsOf({ field, spans: [span] }: Finding): string[] {
  if (!span || field === 'preheader') return [];
  return [`col=${span.start + 1}`, `endColumn=${Math.max(span.end, span.start + 1)}`];
}

// As @actions/core escapes them (packages/core/src/command.ts in actions/toolkit).
function inMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function inProperty(text: string): string {
  return inMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
