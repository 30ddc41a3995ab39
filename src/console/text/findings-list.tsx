/** What was found in a line, one plain sentence each, and behind "Why" what stands behind it. */
import { Button, Kbd, VisuallyHidden } from '@mantine/core';
import type { Finding, Suggestion } from '../../domain/finding.ts';
import { Icon } from '../shell/icon.tsx';
import { severityWord } from '../words/severity.ts';
import { FindingWhy, type PolicyShown } from './finding-why.tsx';
import styles from './findings-list.module.css';
import { Likeness } from './likeness.tsx';

/**
 * Findings in their order, numbered as the marks in the text are.
 * `taking` gives what takes the suggestion of a finding, `null` where it cannot be taken; `hasKeys` says that Alt and its
 * number take it as well.
 */
export function FindingsList(props: {
  readonly findings: readonly Finding[];
  /** The text they were found in, to be compared with lines they say it resembles. */
  readonly of?: { readonly text: string; readonly locale: string };
  readonly policy?: PolicyShown;
  readonly taking?: (finding: Finding) => (() => void) | null;
  readonly hasKeys?: boolean;
}) {
  const { findings, taking, hasKeys = false } = props;
  if (findings.length === 0) return null;
  return (
    <ol className={styles.list} aria-label="Findings">
      {findings.map((finding, index) => (
        <li
          key={`${finding.rule} ${finding.rendering} ${finding.field} ${finding.spans[0]?.start}`}
          className={styles.finding}
        >
          <p>
            <span className={styles.word} data-severity={finding.severity}>
              <Icon name={finding.severity} />
              {severityWord(finding)} {index + 1}
            </span>{' '}
            {finding.message}
          </p>
          <Grounds finding={finding} />
          {finding.resembles && props.of && <Likeness line={finding.resembles} {...props.of} />}
          <TakeButton
            suggestion={finding.suggestion}
            take={taking?.(finding) ?? null}
            shortcut={hasKeys && index < 9 ? index + 1 : null}
          />
          <FindingWhy finding={finding} policy={props.policy ?? null} />
        </li>
      ))}
    </ol>
  );
}

function TakeButton(props: {
  readonly suggestion: Suggestion | undefined;
  readonly take: (() => void) | null;
  readonly shortcut: number | null;
}) {
  const { suggestion, take, shortcut } = props;
  if (!suggestion || !take) return null;
  return (
    <Button
      size="compact-sm"
      variant="default"
      className={styles.take}
      onClick={take}
      {...(shortcut === null
        ? {}
        : { 'aria-keyshortcuts': `Alt+${shortcut}`, rightSection: <Kbd aria-hidden="true">Alt {shortcut}</Kbd> })}
    >
      {suggestion.text === '' ? 'Take it out' : `Use “${suggestion.text}”`}
    </Button>
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
