/** The brief beside the lines; on a narrow screen folded above them, with the offer in its heading. */
import { useMediaQuery } from '@mantine/hooks';
import type { QueueCohortView } from '../../http/contracts/review-routes.ts';
import { offerHeadline } from '../words/offer.ts';
import styles from './brief-aside.module.css';
import { BriefPanel } from './brief-panel.tsx';
import { cohortOf } from './cohort-name.ts';

/** Where the brief stands on this screen. */
export function BriefAside({ view }: { readonly view: QueueCohortView }) {
  const isWide = useMediaQuery('(min-width: 75em)', true, { getInitialValueInEffect: false });
  if (isWide)
    return (
      <aside className={styles.aside} aria-labelledby="brief">
        <h2 id="brief" className={styles.title}>
          Brief
        </h2>
        <BriefPanel view={view} />
      </aside>
    );
  const offer = cohortOf(view)?.offer ?? view.brief.brief.offer;
  return (
    <details className={styles.folded}>
      <summary>Brief: {offer ? offerHeadline(offer) : 'no offer'}</summary>
      <BriefPanel view={view} />
    </details>
  );
}
