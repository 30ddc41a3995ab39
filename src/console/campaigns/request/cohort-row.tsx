/** One cohort of a request. */
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { CohortProgress, RequestView } from '../../../http/contracts/campaign-routes.ts';
import type { useRequestActs } from '../../api/use-request-acts.ts';
import { cohortPath } from '../../navigation/addresses.ts';
import { ShareBar } from '../../shell/share-bar.tsx';
import { StateChip } from '../../shell/state-chip.tsx';
import { costOf } from '../../words/costs.ts';
import { count } from '../../words/counts.ts';
import { dateHere } from '../../words/dates.ts';
import { cohortStates, remedyOf } from '../../words/states.ts';
import styles from './cohort-rows.module.css';

/** `outlook` is when it can be decided; `null` where nobody reckoned. */
export function CohortRow(props: {
  readonly cohort: CohortProgress;
  readonly outlook: RequestView['review']['cohorts'][number] | null;
  readonly mayPlan: boolean;
  readonly acts: ReturnType<typeof useRequestActs>;
  readonly onCancel: () => void;
}) {
  const { cohort, outlook, acts } = props;
  const { counts, state } = cohort;
  const waiting = counts.pending + counts.approvedOnce;
  const isStuck = state === 'failed' || state === 'exhausted';
  const isOver = state === 'cancelled' || state === 'ready';
  const remedy = remedyOf(state);
  return (
    <li className={styles.row}>
      <div className={styles.name}>
        <h3>
          <bdi>{cohort.name}</bdi>
        </h3>
        <p className={styles.quiet}>
          <bdi>{cohort.externalId}</bdi>
          {cohort.run > 1 && ` · drafted ${cohort.run} times`}
        </p>
      </div>
      <div className={styles.state}>
        <StateChip words={cohortStates[state]} />
        {outlook?.isHeldBack && <p className={styles.quiet}>held back for now</p>}
        {outlook?.reviewableAt && !isOver && (
          <p className={outlook.isLate ? styles.late : styles.quiet}>
            can be decided by {dateHere(outlook.reviewableAt)}
            {outlook.isLate && ', too late'}
          </p>
        )}
      </div>
      <div className={styles.progress}>
        <p>
          needs {cohort.needed}, has {counts.approved}
        </p>
        <ShareBar part={counts.approved} whole={cohort.needed} />
      </div>
      <p className={styles.counts}>
        {countsInWords(cohort).map((part) => (
          <span key={part}>{part}</span>
        ))}
      </p>
      <div className={styles.acts}>
        {counts.candidates > 0 && (
          <Link href={cohortPath(cohort.id)} className={styles.review}>
            {waiting > 0 ? `Review ${count(waiting, 'line')}` : 'See its lines'}
            <span className={styles.hidden}> of {cohort.name}</span>
          </Link>
        )}
        {props.mayPlan && isStuck && (
          <Button
            size="xs"
            onClick={() => void acts.retryCohort(cohort.id, cohort.name)}
            loading={acts.isBusy(`retry ${cohort.id}`)}
            aria-label={`Draft again: ${cohort.name}`}
          >
            Draft again
          </Button>
        )}
        {props.mayPlan && !isOver && (
          <Button size="xs" variant="subtle" onClick={props.onCancel} aria-label={`Cancel… ${cohort.name}`}>
            Cancel…
          </Button>
        )}
      </div>
      {cohort.reason && (
        <p className={styles.reason} data-stuck={isStuck || undefined}>
          {cohort.reason} {remedy}
        </p>
      )}
    </li>
  );
}

/** What became of its drafts; what there is none of is left out. */
function countsInWords({ counts, usage }: CohortProgress): string[] {
  const said: readonly (readonly [number, string])[] = [
    [counts.candidates, count(counts.candidates, 'draft')],
    [counts.blocked, `${counts.blocked} blocked`],
    [counts.duplicates, count(counts.duplicates, 'double')],
    [counts.rejected, `${counts.rejected} rejected`],
    [usage.calls, costOf(usage)],
  ];
  return said.flatMap(([number, words]) => (number > 0 ? [words] : []));
}
