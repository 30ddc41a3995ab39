/** What the server finds in a text while it is typed: the verdict, the marks, the findings, and what was changed. */
import { VisuallyHidden } from '@mantine/core';
import type { Candidate } from '../../domain/candidate.ts';
import type { Finding, Verdict } from '../../domain/finding.ts';
import type { TextCheckView } from '../../http/contracts/text-routes.ts';
import type { useTextCheck } from '../api/use-text-check.ts';
import { Icon } from '../shell/icon.tsx';
import type { PolicyShown } from '../text/finding-why.tsx';
import { FindingsList } from '../text/findings-list.tsx';
import { MarkedLine } from '../text/marked-line.tsx';
import { TextDiff } from '../text/text-diff.tsx';
import { count } from '../words/counts.ts';
import { findingCounts, verdictWords } from '../words/verdicts.ts';
import type { Draft } from './drafts.ts';
import styles from './edit-form.module.css';

/** `refused` is the verdict of this very text where saving it was refused; it counts before any answer. */
export function TextFindings(props: {
  readonly check: ReturnType<typeof useTextCheck>;
  readonly refused: Verdict | null;
  readonly draft: Draft;
  readonly original: Pick<Candidate, 'text' | 'preheader'>;
  readonly locale: string;
  readonly taking: (finding: Finding) => (() => void) | null;
}) {
  const { check, refused, draft, locale } = props;
  const { answer, trouble } = check;
  const isCurrent = refused !== null || check.isCurrent;
  const found = refused ?? answer?.check ?? null;
  const of = refused ? draft : (answer?.of ?? draft);
  return (
    <div className={styles.findings}>
      <p className={styles.verdict} data-verdict={isCurrent ? found?.verdict : undefined}>
        {found && isCurrent && <Icon name={found.verdict === 'pass' ? 'check' : found.verdict} />}
        {found && isCurrent && <strong>{verdictWords(found)}</strong>}
        {found && isCurrent && <span>{findingCounts(found.findings)}</span>}
        {found && isCurrent && <span>{count(found.graphemes, 'character')}</span>}
        {!isCurrent && (
          <span>
            {trouble ?? 'Checking.'}
            {found && ' What is shown below is of an older text.'}
          </span>
        )}
      </p>
      {/* Spoken when the verdict changes, and not with each key. */}
      <VisuallyHidden role="status">{found && isCurrent ? `${verdictWords(found)}.` : ''}</VisuallyHidden>
      {found && (
        <div className={styles.found} data-old={!isCurrent || undefined}>
          {found.findings.length > 0 && <MarkedLine {...of} findings={found.findings} locale={locale} />}
          <FindingsList
            findings={found.findings}
            of={{ text: of.text, locale }}
            taking={props.taking}
            hasKeys
            {...policyOf(answer?.check)}
          />
        </div>
      )}
      <Changes {...props} />
    </div>
  );
}

/** The answer is of this moment, so its policy is the one in force. */
function policyOf(check: TextCheckView | undefined): { policy?: PolicyShown } {
  return check ? { policy: { hash: check.policyHash, since: check.policySince, isInForce: true } } : {};
}

function Changes({
  draft,
  original,
  locale,
}: Pick<Parameters<typeof TextFindings>[0], 'draft' | 'original' | 'locale'>) {
  const isSame = draft.text === original.text && draft.preheader === original.preheader;
  if (isSame) return null;
  return (
    <section className={styles.changes} aria-label="Your changes">
      <h4>Your changes</h4>
      {draft.text !== original.text && (
        <p>
          <TextDiff before={original.text} after={draft.text} locale={locale} />
        </p>
      )}
      {draft.preheader !== original.preheader && (
        <p>
          <TextDiff before={original.preheader ?? ''} after={draft.preheader ?? ''} locale={locale} />
        </p>
      )}
    </section>
  );
}
