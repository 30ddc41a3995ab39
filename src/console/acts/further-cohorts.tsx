/** Approving an approved line for further cohorts of its campaign: each is checked by itself, with a result for each. */
import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { PassReason } from '../../domain/decision.ts';
import type { QueueEntryView } from '../../http/contracts/review-routes.ts';
import { call } from '../api/call.ts';
import { refreshCohort } from '../api/cohort-cache.ts';
import { endpoints } from '../api/endpoints.ts';
import { Dialog, DialogButtons } from '../shell/dialog.tsx';
import { FailureNotice } from '../shell/failure-notice.tsx';
import { count } from '../words/counts.ts';
import styles from './acts.module.css';
import { CopyRow, reasonsId } from './copy-row.tsx';
import { type CopyResult, copySummary, copyToCohort } from './copy-to-cohort.ts';

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
      <Dialog title="Approve for more cohorts" isOpen={isOpen} onClose={() => setIsOpen(false)} size="lg">
        <CohortChoice entry={entry} line={line} onClose={() => setIsOpen(false)} />
      </Dialog>
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
  const [results, setResults] = useState<ReadonlyMap<string, CopyResult>>(new Map());
  const [isBusy, setIsBusy] = useState(false);
  const end = useRef<HTMLButtonElement>(null);
  const request = useQuery({
    queryKey: ['request', line.requestId],
    queryFn: ({ signal }) => call(endpoints.readRequest, { params: { id: line.requestId }, signal }),
  });
  const cohorts = (request.data?.cohorts ?? []).filter(
    ({ id, state }) => id !== entry.item.cohortId && state !== 'cancelled',
  );
  const approve = async (ids: readonly string[], reason?: PassReason) => {
    setIsBusy(true);
    const done = new Map(results);
    for (const cohort of ids) {
      done.set(cohort, await copyToCohort(entry.item.id, cohort, reason));
      setResults(new Map(done));
    }
    setChosen([]);
    setIsBusy(false);
    await Promise.all([refreshCohort(queries, entry.item.cohortId), request.refetch()]);
  };
  const open = cohorts.flatMap(({ id }) => (results.has(id) ? [] : id));
  // Focus goes to the next reason that is asked for, and to the end once none is: what was pressed may be gone.
  const asking = isBusy ? undefined : cohorts.find(({ id }) => results.get(id)?.kind === 'warn')?.id;
  const isDone = results.size > 0 && !isBusy && asking === undefined;
  useEffect(() => {
    if (asking !== undefined) document.getElementById(reasonsId(asking))?.focus();
    else if (isDone) end.current?.focus();
  }, [asking, isDone]);
  return (
    <>
      <p>
        <bdi>“{line.text}”</bdi>
      </p>
      <p className={styles.quiet}>
        The text is checked with the facts of each cohort and approved where it passes. Where it carries a warning you
        are asked why it passes; nothing is approved where the policy blocks it.
      </p>
      {request.error && <FailureNotice error={request.error} onRetry={() => void request.refetch()} />}
      {request.data && cohorts.length === 0 && <p>This campaign has no other cohort.</p>}
      <ul className={styles.rows} aria-label="Cohorts">
        {cohorts.map((cohort) => (
          <CopyRow
            key={cohort.id}
            cohort={cohort}
            result={results.get(cohort.id) ?? null}
            isChosen={chosen.includes(cohort.id)}
            isBusy={isBusy}
            onChoose={() =>
              setChosen(
                chosen.includes(cohort.id) ? chosen.filter((each) => each !== cohort.id) : [...chosen, cohort.id],
              )
            }
            onPass={(reason) => void approve([cohort.id], reason)}
          />
        ))}
      </ul>
      <p role="status" className={styles.quiet}>
        {results.size > 0 && !isBusy ? copySummary(results.values()) : ''}
      </p>
      <DialogButtons>
        <Button onClick={() => void approve(chosen)} loading={isBusy} disabled={chosen.length === 0}>
          Approve for {chosen.length === 0 ? 'the chosen cohorts' : count(chosen.length, 'cohort')}
        </Button>
        {open.length > 1 && chosen.length < open.length && (
          <Button variant="default" onClick={() => setChosen(open)} disabled={isBusy}>
            Choose all {open.length}
          </Button>
        )}
        <Button ref={end} variant="subtle" onClick={props.onClose}>
          {results.size > 0 ? 'Done' : 'Back'}
        </Button>
      </DialogButtons>
    </>
  );
}
