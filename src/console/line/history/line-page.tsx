/** All that happened to one line, on a page of its own. */
import { Skeleton } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { Link, Redirect } from 'wouter';
import type { CandidateHistoryView } from '../../../http/contracts/compliance-routes.ts';
import { useLineHistory } from '../../api/use-line-history.ts';
import { cohortName, localeOf } from '../../brief/cohort-name.ts';
import { cohortPath, linePath } from '../../navigation/addresses.ts';
import type { PageProps } from '../../navigation/page-props.ts';
import { FailureNotice } from '../../shell/failure-notice.tsx';
import { Page } from '../../shell/page.tsx';
import { PlainText } from '../../text/plain-text.tsx';
import { AskOverride } from '../ask-override.tsx';
import { EventList } from './event-list.tsx';
import { lineEvents } from './line-events.ts';
import { LineEvidence } from './line-evidence.tsx';
import styles from './line-page.module.css';
import { LineStanding } from './line-standing.tsx';

/** `params.id` is a candidate; an edited text leads to the line it was edited from. */
export function LinePage({ params, session }: PageProps) {
  const { history, edits, cohort, failure, retry } = useLineHistory(params['id'] ?? '');
  useDocumentTitle(history ? `${history.candidate.text} · Linewright` : 'Line · Linewright');
  if (!history)
    return (
      <Page>
        <h1>Line</h1>
        {failure ? (
          <FailureNotice error={failure} onRetry={retry} />
        ) : (
          <Skeleton height={240} aria-label="Loading the line" />
        )}
      </Page>
    );
  const { provenance } = history.candidate;
  if (provenance.writer === 'person' && provenance.editedFrom !== null)
    return <Redirect to={linePath(provenance.editedFrom)} replace />;
  const locale = cohort ? localeOf(cohort) : 'en';
  return (
    <Page>
      <Head history={history} edits={edits} cohortName={cohort ? cohortName(cohort) : history.cohort.externalId} />
      {failure && <FailureNotice error={failure} onRetry={retry} />}
      {isBlocked(history) && session.mayDecide(history.candidate.brandId) && (
        <AskOverride wanted={{ candidate: history.candidate.id }} />
      )}
      <div className={styles.columns}>
        <section aria-labelledby="happened">
          <h2 id="happened">What happened</h2>
          <EventList events={lineEvents(history, edits)} brandId={history.candidate.brandId} locale={locale} />
        </section>
        <LineEvidence history={history} edits={edits} />
      </div>
    </Page>
  );
}

/** Whether nobody sees it, and no override of it was asked for or granted. */
function isBlocked({ candidate, item, overrides }: CandidateHistoryView): boolean {
  const isOpenTo = overrides.every(({ state }) => state === 'refused');
  return item === null && candidate.duplicateOf === null && candidate.verdict.verdict === 'block' && isOpenTo;
}

function Head(props: {
  readonly history: CandidateHistoryView;
  readonly edits: readonly CandidateHistoryView[];
  readonly cohortName: string;
}) {
  const { history, edits } = props;
  const { candidate, campaign, cohort, decision } = history;
  const shown = edits.find((edit) => edit.candidate.id === decision?.candidateId)?.candidate ?? candidate;
  return (
    <header className={styles.head}>
      <p className={styles.way}>
        <bdi>{campaign.name}</bdi> ·{' '}
        <Link href={cohortPath(cohort.id)}>
          <bdi>{props.cohortName}</bdi>
        </Link>
      </p>
      <h1>
        <bdi dir="auto">
          <PlainText text={shown.text} />
        </bdi>
      </h1>
      {shown.preheader !== null && (
        <p className={styles.preheader}>
          <bdi dir="auto">
            <PlainText text={shown.preheader} />
          </bdi>
        </p>
      )}
      <LineStanding history={history} edits={edits} />
    </header>
  );
}
