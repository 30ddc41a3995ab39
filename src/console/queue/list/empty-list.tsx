/** What an empty tab says. */
import { Button } from '@mantine/core';
import type { QueueTab } from '../../../domain/queue-tab.ts';
import styles from './list-page.module.css';

const words: Readonly<Record<QueueTab, readonly [head: string, what: string]>> = {
  waiting: ['Nothing waits', 'New lines appear here by themselves as soon as they are drafted.'],
  mine: ['You have decided nothing yet', 'Lines you approve or reject appear here, the latest first.'],
  blocked: ['Nothing is blocked', 'Drafts that the policy holds back appear here with the rule that did.'],
  approved: ['Nothing is approved yet', 'Approved lines appear here with who approved them and when.'],
  rejected: ['Nothing is rejected', 'Rejected lines appear here with their reason.'],
  expired: ['Nothing has expired', 'Lines nobody decided in time, or nobody needed, appear here.'],
};

/** `isNarrowed` says that filters may be why. */
export function EmptyList(props: {
  readonly tab: QueueTab;
  readonly isNarrowed: boolean;
  readonly onShowAll: () => void;
}) {
  const [head, what] = words[props.tab];
  if (props.isNarrowed)
    return (
      <section className={styles.empty}>
        <strong>No line fits</strong>
        <p>Nothing in this tab fits what you chose.</p>
        <Button size="xs" variant="default" onClick={props.onShowAll}>
          Show all
        </Button>
      </section>
    );
  return (
    <section className={styles.empty}>
      <strong>{head}</strong>
      <p>{what}</p>
    </section>
  );
}
