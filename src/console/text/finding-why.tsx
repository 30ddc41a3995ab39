/** Why a finding is there: the rule and its version, what it is for, the policy it was found by, and what it rests on. */
import { VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Finding } from '../../domain/finding.ts';
import { useRule } from '../api/use-rule.ts';
import { rulePath } from '../navigation/addresses.ts';
import { dayAndTime } from '../words/dates.ts';
import styles from './finding-why.module.css';
import { Markdown } from './markdown.tsx';

/** The policy a text was checked by. `since` is `null` where it is not known; `isInForce` is false once another one is. */
export type PolicyShown = { readonly hash: string; readonly since: string | null; readonly isInForce: boolean };

/** Closed at first; the rule's page is asked for when it is opened. */
export function FindingWhy({ finding, policy }: { readonly finding: Finding; readonly policy: PolicyShown | null }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className={styles.why} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        Why<VisuallyHidden> does {finding.rule} say so</VisuallyHidden>
      </summary>
      {isOpen && <Reasons finding={finding} policy={policy} />}
    </details>
  );
}

function Reasons({ finding, policy }: { readonly finding: Finding; readonly policy: PolicyShown | null }) {
  const { rule, failure } = useRule(finding.rule);
  return (
    <dl className={styles.reasons}>
      <dt>Rule</dt>
      <dd>
        <code>{finding.rule}</code>, version {finding.ruleVersion}. {rule?.summary}
      </dd>
      {finding.kind === 'not-evaluable' && (
        <>
          <dt>Missing</dt>
          <dd>The brief does not say what the rule compares with. Complete the brief, or leave the claim out.</dd>
        </>
      )}
      {rule?.why && (
        <>
          <dt>What for</dt>
          <dd>
            <Markdown text={firstParagraph(rule.why)} />
          </dd>
        </>
      )}
      {failure && (
        <>
          <dt>What for</dt>
          <dd>Not loaded. {failure.message}</dd>
        </>
      )}
      {rule?.sources && (
        <>
          <dt>Sources</dt>
          <dd>
            <Markdown text={rule.sources} />
          </dd>
        </>
      )}
      {policy && (
        <>
          <dt>Policy</dt>
          <dd>
            <code title={policy.hash}>{policy.hash.slice(0, 12)}</code>, {stateOf(policy)}
          </dd>
        </>
      )}
      <dt>More</dt>
      <dd>
        <Link href={rulePath(finding.rule)} target="_blank">
          All about {finding.rule}
          <VisuallyHidden> (opens in a new tab)</VisuallyHidden>
        </Link>
      </dd>
    </dl>
  );
}

function stateOf({ since, isInForce }: PolicyShown): string {
  if (!isInForce) return 'no longer in force: saving checks by the one that is';
  return since === null ? 'in force' : `in force since ${dayAndTime(since)}`;
}

function firstParagraph(markdown: string): string {
  return markdown.split(/\n\s*\n/)[0] ?? markdown;
}
