/** The waiting lines; the one in hand is large and carries its buttons, its form, or what stands in the way. */
import { useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import type { QueueCohortView } from '../../http/contracts/review-routes.ts';
import { LineComments } from '../acts/line-comments.tsx';
import type { useComments } from '../api/use-comments.ts';
import { cohortPath, linePath } from '../navigation/addresses.ts';
import { useKeptBrand } from '../navigation/use-address-state.ts';
import { EyesNotice } from './eyes-notice.tsx';
import { HeldNotice, holderOf } from './held-notice.tsx';
import { LineActions } from './line-actions.tsx';
import styles from './line-card.module.css';
import { LineCard } from './line-card.tsx';
import { LineForm } from './line-form.tsx';
import { TroubleNotice } from './trouble-notice.tsx';
import { useLineKeys } from './use-line-keys.ts';
import { useRejection } from './use-rejection.ts';
import type { useReview } from './use-review.ts';
import { waitsForYou } from './waits-for-you.ts';

/** Everything a reviewer does with lines. */
export function LineWork(props: {
  readonly review: ReturnType<typeof useReview>;
  readonly locale: string;
  readonly me: string | null;
  readonly mayDecide: boolean;
  readonly comments: ReturnType<typeof useComments>;
  readonly next: QueueCohortView | null;
}) {
  const { review, next, locale } = props;
  const { active, line, mode } = review;
  const holder = active && holderOf(active, props.me);
  const canDecide = props.mayDecide && holder === null && active !== null && waitsForYou(active);
  const rejection = useRejection((decision) => line?.decide(decision));
  const keptBrand = useKeptBrand();
  const [isPreviewOn, setIsPreviewOn] = useState(false);
  useLineKeys({
    review,
    rejection,
    canDecide,
    onPreview: () => setIsPreviewOn(!isPreviewOn),
    onHistory: () => active && navigate(linePath(active.candidate.id)),
    onNext: next && (() => navigate(keptBrand(cohortPath(next.cohort.id)))),
  });
  if (!active || !line) return null;
  return (
    <ol className={styles.list} aria-label="Lines to decide">
      {review.open.map((entry, index) => (
        <LineCard
          key={entry.item.id}
          entry={entry}
          position={index + 1}
          locale={locale}
          isActive={entry === active}
          isSkipped={review.isSkipped(entry.item.id)}
          isEdited={entry === active && mode.kind === 'editing'}
          isPreviewed={isPreviewOn && entry === active && mode.kind !== 'editing'}
          onPreview={() => setIsPreviewOn(!isPreviewOn)}
          onActivate={() => review.choose(entry.item.id)}
          onUse={canDecide && mode.kind === 'reading' ? line.editInto : null}
        >
          <EyesNotice entry={entry} />
          <LineComments comments={props.comments.of(entry.item.id)} />
          <TroubleNotice
            entry={entry}
            trouble={review.troubleOf(entry.item.id)}
            isMine={entry.decision?.decidedBy === props.me}
            hasDraft={entry === active && mode.kind === 'editing'}
            onGoOn={line.discard}
          />
          {entry === active && (
            <>
              {holder && <HeldNotice {...holder} />}
              {mode.kind === 'reading' && canDecide && (
                <LineActions
                  hasDraft={line.draft !== null}
                  onApprove={line.approve}
                  onEdit={line.edit}
                  onReject={() => {
                    rejection.begin();
                    line.startRejecting();
                  }}
                  onSkip={line.skip}
                  onSendBack={line.startSendingBack}
                  onComment={line.startCommenting}
                />
              )}
              <LineForm
                entry={entry}
                mode={mode}
                line={line}
                rejection={rejection}
                locale={locale}
                isSaving={review.isSaving}
                onCommented={() => {
                  line.back();
                  void props.comments.refresh();
                }}
              />
            </>
          )}
        </LineCard>
      ))}
    </ol>
  );
}
