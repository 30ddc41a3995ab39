/** The way back from a decision, beside it: how its saving stands, undoing while that is possible, recalling after. */
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { QueueEntryView } from '../../http/contracts/review-routes.ts';
import type { Session } from '../api/use-session.ts';
import { unsavedOf } from './at-once.ts';
import styles from './deciding.module.css';
import { mayRecall } from './may-recall.ts';
import { SaveMark } from './save-mark.tsx';
import { useDeciding } from './use-deciding.ts';
import { useTakeBack } from './use-take-back.ts';

/** Undo for whoever decided and admins of the brand; recall for all who may. Nothing where neither can be done. */
export function TakeBackButton(props: {
  readonly entry: QueueEntryView;
  readonly session: Session;
  /** Takes focus once the line is recalled: the button is gone. */
  readonly onRecalled: () => void;
}) {
  const { entry, session, onRecalled } = props;
  const { book, taken, askRecall } = useDeciding();
  const { undo, undoTaken } = useTakeBack();
  const canUndoNow = useIsAhead(entry.undoUntil);
  const { brandId } = entry.item;
  const isMine = entry.decision?.decidedBy === session.me.userId;
  const unsaved = unsavedOf(entry.item.id, taken);
  if (unsaved)
    return (
      <div className={styles.back}>
        <SaveMark book={book} decisionKey={unsaved.key} />
        <BackButton label="Undo" what={entry.candidate.text} onClick={() => void undoTaken(unsaved.key)} />
      </div>
    );
  if (canUndoNow && (isMine || session.hasRole(brandId, ['admin'])) && session.mayDecide(brandId))
    return <BackButton label="Undo" what={entry.candidate.text} onClick={() => void undo(entry)} />;
  const { line } = entry;
  if (line && mayRecall(session, line))
    return <BackButton label="Recall" what={line.text} onClick={() => askRecall({ line, onRecalled })} />;
  return null;
}

function BackButton(props: { readonly label: string; readonly what: string; readonly onClick: () => void }) {
  return (
    <Button size="compact-sm" variant="subtle" aria-label={`${props.label}: ${props.what}`} onClick={props.onClick}>
      {props.label}
    </Button>
  );
}

/** Whether an instant is still to come; changes by itself when it comes. */
function useIsAhead(at: string | null): boolean {
  const leftOf = () => (at === null ? 0 : Date.parse(at) - Date.now());
  const [isAhead, setIsAhead] = useState(() => leftOf() > 0);
  useEffect(() => {
    const left = at === null ? 0 : Date.parse(at) - Date.now();
    setIsAhead(left > 0);
    if (left <= 0) return;
    // A timer holds 31 bits of milliseconds; what is further off, such as a second approval that no clock brings, waits.
    const timer = left < 2 ** 31 ? setTimeout(() => setIsAhead(false), left) : undefined;
    return () => clearTimeout(timer);
  }, [at]);
  return isAhead;
}
