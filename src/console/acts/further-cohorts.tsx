/** Approving an approved line for further cohorts of its campaign: each is checked by itself, with a result for each. */
import { Button, Checkbox, Modal } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { QueueEntryView } from '../../http/contracts/review-routes.ts';
import { isProblem } from '../api/api-error.ts';
import { call } from '../api/call.ts';
import { refreshCohort } from '../api/cohort-cache.ts';
import { endpoints } from '../api/endpoints.ts';
import { FailureNotice } from '../shell/failure-notice.tsx';
import { Icon } from '../shell/icon.tsx';
import { count } from '../words/counts.ts';
import styles from './acts.module.css';

/** What became of the line in one cohort. */
type Result = { readonly kind: 'pass' | 'warn' | 'block'; readonly words: string };

/** Opens the dialog for a line that is approved. */
export function FurtherCohorts({ entry }: { readonly entry: QueueEntryView }) {
  const [isOpen, setIsOpen] = useState(false);
  const { line } = entry;
  if (line?.state !== 'live') return null;
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={`For more cohorts: ${line.text}`}
        onClick={() => setIsOpen(true)}
      >
        For more cohorts
      </Button>
      <Modal.Root opened={isOpen} onClose={() => setIsOpen(false)} transitionProps={{ duration: 0 }} size="lg">
        <Modal.Overlay />
        <Modal.Content>
          <div className={styles.dialog}>
            <div className={styles.head}>
              <Modal.Title>Approve for more cohorts</Modal.Title>
              <Modal.CloseButton aria-label="Close" />
            </div>
            <CohortChoice entry={entry} line={line} onClose={() => setIsOpen(false)} />
          </div>
        </Modal.Content>
      </Modal.Root>
    </>
  );
}

function CohortChoice(props: {
  readonly entry: QueueEntryView;
  readonly line: NonNullable<QueueEntryView['line']>;
  readonly onClose: () => void;
}) {
  const { entry, line } = props;
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [results, setResults] = useState<ReadonlyMap<string, Result>>(new Map());
  const [isBusy, setIsBusy] = useState(false);
  const request = useQuery({
    queryKey: ['request', line.requestId],
    queryFn: ({ signal }) => call(endpoints.readRequest, { params: { id: line.requestId }, signal }),
  });
  const cohorts = (request.data?.cohorts ?? []).filter(
    ({ id, state }) => id !== entry.item.cohortId && state !== 'cancelled',
  );
  const approve = async () => {
    setIsBusy(true);
    const done = new Map(results);
    for (const cohort of chosen) {
      done.set(cohort, await copyTo(entry.item.id, cohort));
      setResults(new Map(done));
    }
    setChosen([]);
    setIsBusy(false);
    await Promise.all([refreshCohort(queries, entry.item.cohortId), request.refetch()]);
  };
  return (
    <>
      <p>
        <bdi>“{line.text}”</bdi>
      </p>
      <p className={styles.quiet}>
        The text is checked with the facts of each cohort and approved where it passes. Nothing is approved where it
        does not.
      </p>
      {request.error && <FailureNotice error={request.error} onRetry={() => void request.refetch()} />}
      {request.data && cohorts.length === 0 && <p>This campaign has no other cohort.</p>}
      <ul className={styles.rows} aria-label="Cohorts">
        {cohorts.map(({ id, name, needed, counts }) => (
          <li key={id} className={styles.row}>
            <Checkbox
              label={name}
              description={`needs ${needed}, has ${counts.approved}`}
              checked={chosen.includes(id)}
              disabled={isBusy || results.get(id)?.kind === 'pass'}
              onChange={() => setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id])}
            />
            <ResultWords result={results.get(id) ?? null} />
          </li>
        ))}
      </ul>
      <p role="status" className={styles.quiet}>
        {results.size > 0 && !isBusy ? summary(results) : ''}
      </p>
      <div className={styles.buttons}>
        <Button onClick={() => void approve()} loading={isBusy} disabled={chosen.length === 0}>
          Approve for {count(chosen.length, 'cohort')}
        </Button>
        <Button variant="subtle" onClick={props.onClose}>
          {results.size > 0 ? 'Done' : 'Back'}
        </Button>
      </div>
    </>
  );
}

function ResultWords({ result }: { readonly result: Result | null }) {
  if (!result) return <span />;
  return (
    <span className={styles.word} data-is={result.kind}>
      <Icon name={result.kind === 'pass' ? 'check' : result.kind} />
      {result.words}
    </span>
  );
}

async function copyTo(itemId: string, cohort: string): Promise<Result> {
  try {
    const { line } = await call(endpoints.copyLine, { params: { id: itemId }, body: { cohort } });
    return { kind: 'pass', words: line ? 'Approved' : 'Approved once, waits for a second pair of eyes' };
  } catch (error) {
    if (!isProblem(error)) throw error;
    if (error.code === 'warning-needs-reason')
      return {
        kind: 'warn',
        words: 'Not approved: it carries a warning there. Write it for that cohort and decide it.',
      };
    const found = error.verdict?.findings.find(({ severity }) => severity === 'block');
    return { kind: 'block', words: `Not approved: ${found?.message ?? error.message}` };
  }
}

function summary(results: ReadonlyMap<string, Result>): string {
  const approved = [...results.values()].filter(({ kind }) => kind === 'pass').length;
  const left = results.size - approved;
  return `Approved for ${count(approved, 'cohort')}${left > 0 ? `, not approved for ${count(left, 'cohort')}` : ''}.`;
}
