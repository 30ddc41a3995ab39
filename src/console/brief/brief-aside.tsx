/** The brief beside the lines; on a narrow screen folded above them, with the offer in its heading. */
import { useMediaQuery } from '@mantine/hooks';
import type { QueueCohortView } from '../../http/contracts/review-routes.ts';
import { offerHeadline } from '../words/offer.ts';
import { BrandVoice } from './brand-voice.tsx';
import styles from './brief-aside.module.css';
import { BriefPanel } from './brief-panel.tsx';
import { cohortOf, localeOf } from './cohort-name.ts';
import { LastLines } from './last-lines.tsx';

/** Where the brief stands on this screen. */
export function BriefAside({ view }: { readonly view: QueueCohortView }) {
  const isWide = useMediaQuery('(min-width: 75em)', true, { getInitialValueInEffect: false });
  if (isWide)
    return (
      // Focusable, because it scrolls and holds nothing else that could take focus.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above.
      <aside className={styles.aside} aria-labelledby="brief" tabIndex={0}>
        <h2 id="brief" className={styles.title}>
          Brief
        </h2>
        <WholeBrief view={view} />
      </aside>
    );
  const own = cohortOf(view)?.offer;
  const offer = own === undefined ? view.brief.brief.offer : own;
  return (
    <details className={styles.folded}>
      <summary>
        <h2>Brief: {offer ? offerHeadline(offer) : 'no offer'}</h2>
      </summary>
      <WholeBrief view={view} />
    </details>
  );
}

/** The brief, and what a line is held against beyond it. */
function WholeBrief({ view }: { readonly view: QueueCohortView }) {
  return (
    <div className={styles.whole}>
      <BriefPanel view={view} />
      <LastLines cohortId={view.cohort.id} locale={localeOf(view)} />
      <BrandVoice brandId={view.cohort.brandId} />
    </div>
  );
}
