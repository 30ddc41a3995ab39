/** How far a brief is: its cohorts as they are drafted and reviewed, and what can be done about them. */
import { Skeleton } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { Link } from 'wouter';
import type { RequestView } from '../../../http/contracts/campaign-routes.ts';
import { isProblem } from '../../api/api-error.ts';
import { useRequest } from '../../api/use-request.ts';
import { useRequestActs } from '../../api/use-request-acts.ts';
import type { Session } from '../../api/use-session.ts';
import { campaignsPath } from '../../navigation/addresses.ts';
import type { PageProps } from '../../navigation/page-props.ts';
import { FailureNotice } from '../../shell/failure-notice.tsx';
import { Page } from '../../shell/page.tsx';
import { CampaignFindings } from '../campaign-findings.tsx';
import { mayPlan } from '../may-plan.ts';
import { BriefsOfCampaign } from './briefs-of-campaign.tsx';
import { CohortRows } from './cohort-rows.tsx';
import { RequestFigures } from './request-figures.tsx';
import { RequestHead } from './request-head.tsx';
import { RequestNotices } from './request-notices.tsx';
import styles from './request-page.module.css';
import { Revisions } from './revisions.tsx';

/** `params.id` is the request. */
export function RequestPage({ session, params }: PageProps) {
  const id = params['id'] ?? '';
  const { request, failure, ...followed } = useRequest(id);
  useDocumentTitle(request ? `${request.campaign.name} · Linewright` : 'Campaign · Linewright');
  return (
    <Page>
      <nav aria-label="Breadcrumb" className={styles.above}>
        <Link href={campaignsPath}>Campaigns</Link>
      </nav>
      {!request && !failure && (
        <>
          <h1>Campaign</h1>
          <Skeleton height={260} aria-label="Loading the campaign" />
        </>
      )}
      {failure && !request && (
        <>
          <h1>{isProblem(failure, 'not-found') ? 'There is no such campaign' : 'The campaign cannot be shown'}</h1>
          <FailureNotice error={failure} onRetry={followed.retry} />
        </>
      )}
      {request && failure && <FailureNotice error={failure} onRetry={followed.retry} />}
      {request && <OpenRequest key={request.id} request={request} session={session} {...followed} />}
    </Page>
  );
}

function OpenRequest(props: {
  readonly request: RequestView;
  readonly session: Session;
  readonly isLive: boolean;
  readonly refresh: () => Promise<void>;
}) {
  const { request, session } = props;
  const acts = useRequestActs(request.id, props.refresh);
  const may = mayPlan(session, request.brandId);
  return (
    <>
      <RequestHead request={request} isLive={props.isLive} mayPlan={may} acts={acts} />
      <BriefsOfCampaign request={request} />
      <RequestNotices request={request} failure={acts.failure} />
      <RequestFigures request={request} />
      <CampaignFindings findings={request.findings} />
      <CohortRows request={request} mayPlan={may} acts={acts} />
      <Revisions briefId={request.briefId} />
    </>
  );
}
