/** The waiting lines with the keys and forms of the one in hand. */
import { useRef, useState } from 'react';
import type { Finding } from '../../domain/finding.ts';
import type { QueueCohortView, QueueEntryView } from '../../http/contracts/review-routes.ts';
import { useShortcuts } from '../keyboard/use-shortcuts.ts';
import { cohortPath, navigate } from '../navigation/path.ts';
import { Icon } from '../shell/icon.tsx';
import { timeHere } from '../words/dates.ts';
import { passChoices, rejectChoices } from '../words/reasons.ts';
import { EditForm } from './edit-form.tsx';
import { LineActions } from './line-actions.tsx';
import styles from './line-card.module.css';
import { LineCard } from './line-card.tsx';
import { PassForm } from './pass-form.tsx';
import { RejectForm } from './reject-form.tsx';
import { TroubleNotice } from './trouble-notice.tsx';
import type { useReview } from './use-review.ts';

type Review = ReturnType<typeof useReview>;

/** The list of waiting lines; the one in hand is large and carries its actions. */
export function LineWork(props: {
  readonly review: Review;
  readonly locale: string;
  readonly me: string | null;
  readonly mayDecide: boolean;
  readonly areLettersOn: boolean;
  readonly onHelp: () => void;
  readonly next: QueueCohortView | null;
}) {
  const { review, mayDecide, next } = props;
  const { active, mode } = review;
  const [comment, setComment] = useState('');
  const [isOtherChosen, setIsOtherChosen] = useState(false);
  const commentField = useRef<HTMLTextAreaElement>(null);
  const holder = active ? holderOf(active, props.me) : null;
  const canDecide = mayDecide && holder === null && active?.item.state === 'pending';

  const reject = (reason: (typeof rejectChoices)[number]['reason']) => {
    if (reason === 'other' && comment.trim() === '') {
      setIsOtherChosen(true);
      commentField.current?.focus();
      return;
    }
    review.decide({ kind: 'reject', reason, ...(comment.trim() === '' ? {} : { comment: comment.trim() }) });
  };
  const pass = (reason: (typeof passChoices)[number]['reason']) => {
    if (mode.kind === 'passing') review.decide({ ...mode.approval, warningsPassed: reason });
  };
  const startRejecting = () => {
    setComment('');
    setIsOtherChosen(false);
    review.startRejecting();
  };
  const useSuggestion = ({ suggestion, field }: Finding) => {
    if (!active || !suggestion || field) return;
    const { text } = active.candidate;
    review.edit(text.slice(0, suggestion.start) + suggestion.text + text.slice(suggestion.end));
  };
  const leaveField = () => {
    // Esc in the comment leads back to the reasons first, so that a digit picks one again.
    if (mode.kind === 'rejecting' && document.activeElement === commentField.current) commentField.current?.blur();
    else review.back();
  };

  useShortcuts(
    {
      '?': props.onHelp,
      ...(next ? { n: () => navigate(cohortPath(next.cohort.id)) } : {}),
      ...(mode.kind === 'reading'
        ? {
            j: () => review.goTo(1),
            k: () => review.goTo(-1),
            ...(canDecide ? { a: review.approve, e: () => review.edit(), r: startRejecting, s: review.skip } : {}),
          }
        : { escape: leaveField }),
      ...(mode.kind === 'rejecting'
        ? {
            ...Object.fromEntries(rejectChoices.map(({ key, reason }) => [key, () => reject(reason)])),
            c: () => commentField.current?.focus(),
          }
        : {}),
      ...(mode.kind === 'passing'
        ? Object.fromEntries(passChoices.map(({ key, reason }) => [key, () => pass(reason)]))
        : {}),
    },
    props.areLettersOn,
  );

  return (
    <ol className={styles.list} aria-label="Lines to decide">
      {review.open.map((entry, index) => {
        const isActive = entry.item.id === active?.item.id;
        return (
          <LineCard
            key={entry.item.id}
            entry={entry}
            position={index + 1}
            locale={props.locale}
            isActive={isActive}
            isSkipped={review.isSkipped(entry.item.id)}
            onActivate={() => review.choose(entry.item.id)}
            onUse={canDecide && mode.kind === 'reading' ? useSuggestion : null}
          >
            {isActive ? workOn(entry) : null}
          </LineCard>
        );
      })}
    </ol>
  );

  function workOn(entry: QueueEntryView) {
    const saving = { areLettersOn: props.areLettersOn, isSaving: review.isSaving, onBack: review.back };
    return (
      <>
        <TroubleNotice
          entry={entry}
          trouble={review.trouble}
          hasDraft={mode.kind === 'editing' && review.draft !== null}
          onGoOn={review.goOn}
        />
        {holder && <Held {...holder} />}
        {mode.kind === 'reading' && canDecide && (
          <LineActions
            {...saving}
            hasDraft={review.draft !== null}
            onApprove={review.approve}
            onEdit={() => review.edit()}
            onReject={startRejecting}
            onSkip={review.skip}
          />
        )}
        {mode.kind === 'editing' && review.draft && (
          <EditForm
            draft={review.draft}
            locale={props.locale}
            refused={mode.refused}
            isSaving={review.isSaving}
            isClosed={entry.item.state !== 'pending'}
            onType={review.type}
            onSave={() => review.draft && review.decide({ kind: 'approve-edited', ...review.draft })}
            onDiscard={review.discard}
          />
        )}
        {mode.kind === 'rejecting' && entry.item.state === 'pending' && (
          <RejectForm
            {...saving}
            comment={comment}
            onComment={setComment}
            isOtherChosen={isOtherChosen}
            commentRef={commentField}
            onReject={reject}
          />
        )}
        {mode.kind === 'passing' && entry.item.state === 'pending' && (
          <PassForm
            {...saving}
            verdict={mode.verdict}
            editedText={mode.approval.kind === 'approve-edited' ? mode.approval.text : null}
            locale={props.locale}
            onPass={pass}
          />
        )}
      </>
    );
  }
}

type Holder = { readonly name: string; readonly until: string };

/** Somebody else who holds the line at this moment, or `null`. */
function holderOf({ item, claimedBy }: QueueEntryView, me: string | null): Holder | null {
  const { claim } = item;
  if (!claim || claim.userId === me || Date.parse(claim.until) <= Date.now()) return null;
  return { name: claimedBy ?? 'Somebody else', until: claim.until };
}

function Held({ name, until }: Holder) {
  return (
    <p className={styles.held}>
      <Icon name="hand" />
      {name} is looking at this line, until {timeHere(until)} at the latest. You can read along meanwhile.
    </p>
  );
}
