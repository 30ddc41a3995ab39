/** The briefs of the campaign, where it has several. */
import { Link } from 'wouter';
import type { RequestView } from '../../../http/contracts/campaign-routes.ts';
import { useCampaign } from '../../api/use-campaign.ts';
import { requestPath } from '../../navigation/addresses.ts';
import { count } from '../../words/counts.ts';
import styles from './request-page.module.css';

/** Each brief by its name; the one that is shown is marked. */
export function BriefsOfCampaign({ request }: { readonly request: RequestView }) {
  const briefs = useCampaign(request.brandId, request.campaign.externalId)?.briefs ?? [];
  if (briefs.length < 2) return null;
  return (
    <nav aria-label="Briefs of this campaign" className={styles.briefs}>
      <ul>
        {briefs.map(({ id, externalId, requestId, cohorts }, index) => (
          <li key={id}>
            <Link href={requestPath(requestId)} aria-current={requestId === request.id ? 'page' : undefined}>
              <bdi>{externalId ?? `Brief ${index + 1}`}</bdi>, {count(cohorts.length, 'cohort')}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
