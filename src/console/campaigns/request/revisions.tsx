/** Who changed the brief and when, and what of it. */
import { Button, Skeleton } from '@mantine/core';
import { useState } from 'react';
import type { Brief } from '../../../domain/brief.ts';
import { useRevisions } from '../../api/use-campaign.ts';
import { FailureNotice } from '../../shell/failure-notice.tsx';
import { dateHere } from '../../words/dates.ts';
import { memberName } from '../member-names.ts';
import styles from './revisions.module.css';

const kinds = { user: '', client: ' (campaign tool)', service: ' (the service)' } as const;

/** Folded until somebody looks. */
export function Revisions({ briefId }: { readonly briefId: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const { revisions, isLoading, failure, retry, more } = useRevisions(briefId, isOpen);
  return (
    <details className={styles.revisions} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        <h2>Revisions of the brief</h2>
      </summary>
      {failure && <FailureNotice error={failure} onRetry={retry} />}
      {isLoading && !failure && <Skeleton height={60} aria-label="Loading the revisions" />}
      <ol className={styles.list} reversed>
        {revisions.map(({ id, revision, createdAt, by, brief }, index) => (
          <li key={id}>
            <strong>Revision {revision}</strong> · {dateHere(createdAt)} ·{' '}
            <bdi>{by ? `${by.name}${kinds[by.kind]}` : 'not recorded'}</bdi>
            <span className={styles.changed}>{changesIn(brief, revisions[index + 1]?.brief, revision)}</span>
          </li>
        ))}
      </ol>
      {more && (
        <Button variant="default" size="xs" onClick={more}>
          Load more
        </Button>
      )}
    </details>
  );
}

function changesIn(brief: Brief, before: Brief | undefined, revision: number): string {
  if (revision === 1) return 'The brief as it was first sent.';
  if (!before) return '';
  const [is, was] = [new Map(Object.entries(brief)), new Map(Object.entries(before))];
  const changed = [...new Set([...is.keys(), ...was.keys()])].filter(
    (name) => JSON.stringify(is.get(name)) !== JSON.stringify(was.get(name)),
  );
  return `Changed: ${changed.map(memberName).join(', ')}.`;
}
