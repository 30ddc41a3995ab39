/** The cohorts of a request: how far each is, why one got stuck, and the way into the queue. */
import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { CohortProgress, RequestView } from '../../../http/contracts/campaign-routes.ts';
import type { useRequestActs } from '../../api/use-request-acts.ts';
import { count } from '../../words/counts.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import { CohortRow } from './cohort-row.tsx';
import styles from './cohort-rows.module.css';

/** A brief may have 2,000 cohorts; nobody reads more than these at once. */
const perPage = 50;

const groups = {
  all: () => true,
  stuck: ({ state }: CohortProgress) => state === 'failed' || state === 'exhausted',
  'in-review': ({ state }: CohortProgress) => state === 'in-review',
  'under-way': ({ state }: CohortProgress) => state === 'waiting' || state === 'drafting',
  ready: ({ state }: CohortProgress) => state === 'ready',
  cancelled: ({ state }: CohortProgress) => state === 'cancelled',
} as const;

const groupNames: Readonly<Record<keyof typeof groups, string>> = {
  all: 'All cohorts',
  stuck: 'Stuck',
  'in-review': 'In review',
  'under-way': 'Under way',
  ready: 'Ready',
  cancelled: 'Cancelled',
};

/** Cohorts in the order of the brief; a choice narrows them where there are many. */
export function CohortRows(props: {
  readonly request: RequestView;
  readonly mayPlan: boolean;
  readonly acts: ReturnType<typeof useRequestActs>;
}) {
  const { request, acts } = props;
  const [group, setGroup] = useState<keyof typeof groups>('all');
  const [shown, setShown] = useState(perPage);
  const [cancelling, setCancelling] = useState<CohortProgress | null>(null);
  const cohorts = request.cohorts.filter(groups[group]);
  const outlooks = new Map(request.review.cohorts.map((outlook) => [outlook.cohort, outlook]));
  return (
    <section aria-labelledby="cohorts" className={styles.section}>
      <div className={styles.head}>
        <h2 id="cohorts">{count(request.cohorts.length, 'cohort')}</h2>
        {request.cohorts.length > 5 && (
          <NativeSelect
            aria-label="Which cohorts"
            size="xs"
            value={group}
            onChange={(event) => setGroup(groupOf(event.currentTarget.value))}
            data={Object.entries(groupNames).map(([value, label]) => ({
              value,
              label: `${label} (${request.cohorts.filter(groups[groupOf(value)]).length})`,
            }))}
          />
        )}
      </div>
      {cohorts.length === 0 && <p className={styles.quiet}>No cohort is like that.</p>}
      <ul className={styles.rows}>
        {cohorts.slice(0, shown).map((cohort) => (
          <CohortRow
            key={cohort.id}
            cohort={cohort}
            outlook={outlooks.get(cohort.externalId) ?? null}
            mayPlan={props.mayPlan}
            acts={acts}
            onCancel={() => setCancelling(cohort)}
          />
        ))}
      </ul>
      {cohorts.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + perPage)}>
          Show {Math.min(perPage, cohorts.length - shown)} more
        </Button>
      )}
      <CancelDialog
        what={cancelling && `“${cancelling.name}”`}
        onClose={() => setCancelling(null)}
        isBusy={acts.isBusy(`cancel ${cancelling?.id ?? ''}`)}
        failure={acts.failure}
        onCancel={(reason) => acts.cancelCohort(cancelling?.id ?? '', cancelling?.name ?? '', reason)}
      />
    </section>
  );
}

function groupOf(value: string): keyof typeof groups {
  switch (value) {
    case 'stuck':
    case 'in-review':
    case 'under-way':
    case 'ready':
    case 'cancelled':
      return value;
    default:
      return 'all';
  }
}
