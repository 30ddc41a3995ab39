/** One cohort at a time: its lines to decide, and what became of the others. */
import { Button, Skeleton } from '@mantine/core';
import type { QueueCohortView } from '../../http/contracts/review-routes.ts';
import { CohortTools } from '../acts/cohort-tools.tsx';
import { useClaim } from '../api/use-claim.ts';
import { useCohort } from '../api/use-cohort.ts';
import { useCohortActs } from '../api/use-cohort-acts.ts';
import { useComments } from '../api/use-comments.ts';
import type { Session } from '../api/use-session.ts';
import { BriefAside } from '../brief/brief-aside.tsx';
import { localeOf } from '../brief/cohort-name.ts';
import { cohortAtOnce, entriesAtOnce } from '../deciding/at-once.ts';
import { useDeciding } from '../deciding/use-deciding.ts';
import { DecidedLines } from '../line/decided-lines.tsx';
import { LineWork } from '../line/line-work.tsx';
import { cohortEndId } from '../line/use-open-lines.ts';
import { useReview } from '../line/use-review.ts';
import { waitsForYou } from '../line/waits-for-you.ts';
import { useAnnounce } from '../shell/announcer.tsx';
import { FailureNotice } from '../shell/failure-notice.tsx';
import { CohortEnd } from './cohort-end.tsx';
import { CohortHead } from './cohort-head.tsx';
import styles from './cohort-panel.module.css';
import { HolderNotice } from './holder-notice.tsx';
import { useLineInAddress } from './use-line-in-address.ts';

/** The open cohort. `next` is the one after it in the queue. */
export function CohortPanel(props: {
  readonly cohortId: string;
  readonly session: Session;
  readonly next: QueueCohortView | null;
}) {
  const cohort = useCohort(props.cohortId);
  const view = cohort.cohort;
  if (cohort.failure && !view) return <FailureNotice error={cohort.failure} onRetry={() => void cohort.refresh()} />;
  if (!view || cohort.isLoading) return <Skeleton height={240} aria-label="Loading the cohort" />;
  return <OpenCohort {...props} view={view} cohort={cohort} />;
}

function OpenCohort(props: {
  readonly view: QueueCohortView;
  readonly cohort: ReturnType<typeof useCohort>;
  readonly session: Session;
  readonly next: QueueCohortView | null;
}) {
  const { cohort, session } = props;
  const { taken, me } = useDeciding();
  const entries = entriesAtOnce(cohort.entries, taken, me);
  const view = cohortAtOnce(props.view, taken);
  const mayDecide = session.mayDecide(view.cohort.brandId);
  const comments = useComments(view.cohort.id);
  const announce = useAnnounce();
  const acts = useCohortActs(view.cohort.id, async (what) => {
    announce(what);
    await cohort.refresh();
    // The button that was pressed is gone.
    document.getElementById(cohortEndId)?.focus();
  });
  const review = useReview(entries);
  useLineInAddress(review.choose);
  useClaim({
    cohortId: view.cohort.id,
    isWanted: mayDecide && view.counts.pending > 0,
    hasFreeLines: cohort.entries.some((entry) => waitsForYou(entry) && entry.claimedBy === null),
    onClaimed: () => void cohort.refresh(),
  });
  const decided = entries.filter(
    (entry) => !waitsForYou(entry) && !review.open.some((each) => each.item.id === entry.item.id),
  );
  return (
    <div className={styles.cohort}>
      <CohortHead view={view} mayDecide={mayDecide} />
      <BriefAside view={view} />
      <div className={styles.lines}>
        {view.counts.pending > 0 && (
          <HolderNotice view={view} me={session.me.userId} mayDecide={mayDecide} onTaken={cohort.refresh} />
        )}
        <CohortEnd id={cohortEndId} view={view} mayDecide={mayDecide} next={props.next} acts={acts} />
        <LineWork
          review={review}
          locale={localeOf(view)}
          me={session.me.userId}
          mayDecide={mayDecide}
          comments={comments}
          next={props.next}
        />
        {mayDecide && (
          <CohortTools
            view={view}
            session={session}
            hasPreheader={entries.some(({ candidate }) => candidate.preheader !== null)}
          />
        )}
        <DecidedLines comments={comments} entries={decided} locale={localeOf(view)} session={session} />
        {cohort.more && (
          <Button variant="default" onClick={cohort.more} loading={cohort.isLoadingMore}>
            Load more
          </Button>
        )}
      </div>
    </div>
  );
}
