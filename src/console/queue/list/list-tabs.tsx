/** The tabs of the list with how many lines each holds. */
import type { QueueTab } from '../../../domain/queue-tab.ts';
import type { QueueCountsView } from '../../../http/contracts/queue-routes.ts';
import styles from './list-tabs.module.css';
import { tabs } from './use-list-address.ts';

/** The counts are of the whole tab in this brand, whatever narrows the list. */
export function ListTabs(props: {
  readonly tab: QueueTab;
  readonly counts: QueueCountsView | null;
  readonly onChoose: (tab: QueueTab) => void;
}) {
  return (
    <nav aria-label="Lines" className={styles.tabs}>
      {tabs.map(({ tab, name }) => (
        <button
          key={tab}
          type="button"
          className={styles.tab}
          aria-current={tab === props.tab ? 'page' : undefined}
          onClick={() => props.onChoose(tab)}
        >
          {name} {props.counts && <span className={styles.count}>{props.counts[tab].toLocaleString('en-US')}</span>}
        </button>
      ))}
    </nav>
  );
}
