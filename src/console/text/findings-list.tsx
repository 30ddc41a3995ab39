/** What was found in a line, one plain sentence each. */
import { Button, VisuallyHidden } from '@mantine/core';
import type { Finding, Suggestion } from '../../domain/finding.ts';
import { Icon } from '../shell/icon.tsx';
import { severityWord } from '../words/severity.ts';
import styles from './findings-list.module.css';

/**
 * Findings in their order, numbered as the marks in the text are.
 * Given the subject's text and `onUse`, a suggestion can be taken: `onUse` gets the text with it applied.
 */
export function FindingsList(props: {
  readonly findings: readonly Finding[];
  readonly text?: string;
  readonly onUse?: (mended: string) => void;
}) {
  const { findings, text, onUse } = props;
  if (findings.length === 0) return null;
  return (
    <ol className={styles.list} aria-label="Findings">
      {findings.map((finding, index) => (
        <li key={`${finding.rule} ${finding.rendering} ${finding.spans[0]?.start}`} className={styles.finding}>
          <p>
            <span className={styles.word} data-severity={finding.severity}>
              <Icon name={finding.severity} />
              {severityWord(finding)} {index + 1}
            </span>{' '}
            {finding.message}
          </p>
          <Grounds finding={finding} />
          {onUse && text !== undefined && finding.suggestion && finding.field === undefined && (
            <Button
              size="compact-sm"
              variant="default"
              mt={4}
              onClick={() => finding.suggestion && onUse(applied(text, finding.suggestion))}
            >
              {finding.suggestion.text === '' ? 'Take it out' : `Use “${finding.suggestion.text}”`}
            </Button>
          )}
        </li>
      ))}
    </ol>
  );
}

function Grounds({ finding }: { readonly finding: Finding }) {
  const { fact } = finding;
  return (
    <p className={styles.grounds}>
      <VisuallyHidden>Rule </VisuallyHidden>
      <code>{finding.rule}</code>
      {finding.field === 'preheader' && <span>in the preheader</span>}
      {finding.rendering && <span>seen with {finding.rendering}</span>}
      {fact && (
        <span>
          compared with <code>{fact.path}</code>
          {fact.value === undefined ? ', which the brief does not say' : `: ${fact.value}`}
        </span>
      )}
    </p>
  );
}

function applied(text: string, { start, end, text: mended }: Suggestion): string {
  return text.slice(0, start) + mended + text.slice(end);
}
