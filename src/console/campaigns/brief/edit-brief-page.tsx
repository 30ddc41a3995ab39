/** Changing a brief: what it does to lines is shown before it is saved. */
import { Skeleton } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useBrief } from '../../api/use-brief.ts';
import type { PageProps } from '../../navigation/page-props.ts';
import { FailureNotice } from '../../shell/failure-notice.tsx';
import { Page } from '../../shell/page.tsx';
import { mayPlan } from '../may-plan.ts';
import { EditBrief } from './edit-brief.tsx';
import { NotYours } from './not-yours.tsx';

/** `params.id` is the id of any revision of the brief. */
export function EditBriefPage({ session, params }: PageProps) {
  const { revision, failure, retry } = useBrief(params['id'] ?? '');
  useDocumentTitle(revision ? `Change ${revision.brief.campaign.name} · Linewright` : 'Change the brief · Linewright');
  if (revision && !mayPlan(session, revision.brandId)) return <NotYours title="Change the brief" />;
  if (revision) return <EditBrief key={revision.rootId} revision={revision} />;
  return (
    <Page>
      <h1>Change the brief</h1>
      {failure ? (
        <FailureNotice error={failure} onRetry={retry} />
      ) : (
        <Skeleton height={300} aria-label="Loading the brief" />
      )}
    </Page>
  );
}
