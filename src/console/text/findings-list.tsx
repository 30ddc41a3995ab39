/** What was found in a line, one plain sentence each. */
import { Button, VisuallyHidden } from '@mantine/core';
import type { Finding } from '../../domain/finding.ts';
import { Icon } from '../shell/icon.tsx';
import { severityWord } from '../words/severity.ts';
import styles from './findings-list.module.css';

/** Findings in their order, numbered as the marks in the text are. `onUse` takes a suggestion into the editor. */
export function FindingsList({
  findings,
  onUse,
}: {
  readonly findings: readonly Finding[];
  readonly onUse?: (finding: Finding) => void;
}) {
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
          {onUse && finding.suggestion && (
            <Button size="compact-sm" variant="default" mt={4} onClick={() => onUse(finding)}>
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
