/** What can be done with the chosen lines. */
import { Button, Textarea } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { BulkDecision } from '../../../domain/bulk-decision.ts';
import type { RejectReason } from '../../../domain/decision.ts';
import { useShortcuts } from '../../keyboard/keyboard.tsx';
import { KeyButton } from '../../line/key-button.tsx';
import { ReasonButtons } from '../../line/reason-buttons.tsx';
import { count } from '../../words/counts.ts';
import { rejectChoices } from '../../words/reasons.ts';
import styles from './bulk-bar.module.css';

/** Shown while lines are chosen, or while a reason is being chosen for the one in hand. */
export function BulkBar(props: {
  readonly ids: readonly string[];
  readonly isRejecting: boolean;
  readonly isBusy: boolean;
  readonly whyNotApprove: string | null;
  readonly onApprove: () => void;
  readonly onReject: () => void;
  readonly onDecide: (decision: BulkDecision) => void;
  readonly onClear: () => void;
}) {
  const lines = count(props.ids.length, 'line');
  const bar = useRoomAtFoot();
  return (
    <section ref={bar} className={styles.bar} aria-label="Chosen lines">
      {props.isRejecting ? (
        <Reasons lines={lines} isBusy={props.isBusy} onDecide={props.onDecide} onBack={props.onClear} />
      ) : (
        <div className={styles.acts}>
          <strong>{lines} chosen</strong>
          <KeyButton
            size="sm"
            sign="check"
            shortcut="a"
            label={`Approve ${lines}`}
            disabled={props.whyNotApprove !== null}
            loading={props.isBusy}
            onClick={props.onApprove}
          />
          <KeyButton
            size="sm"
            variant="default"
            sign="cross"
            shortcut="r"
            label={`Reject ${lines}`}
            disabled={props.isBusy}
            onClick={props.onReject}
          />
          <Button size="sm" variant="subtle" onClick={props.onClear}>
            Choose none
          </Button>
          {props.whyNotApprove && <p className={styles.why}>{props.whyNotApprove}</p>}
        </div>
      )}
    </section>
  );
}

/** What the bar takes of the foot of the page, so that notices stand above it and not on its buttons. */
function useRoomAtFoot() {
  const { ref, height } = useElementSize<HTMLElement>();
  useEffect(() => {
    const { style } = document.documentElement;
    // With its own padding and what is below it.
    style.setProperty('--lw-foot', `calc(${Math.ceil(height)}px + 2.4rem)`);
    return () => void style.removeProperty('--lw-foot');
  }, [height]);
  return ref;
}

function Reasons(props: {
  readonly lines: string;
  readonly isBusy: boolean;
  readonly onDecide: (decision: BulkDecision) => void;
  readonly onBack: () => void;
}) {
  const [isOther, setIsOther] = useState(false);
  const [comment, setComment] = useState('');
  const reject = (reason: RejectReason) => {
    const said = comment.trim();
    if (reason === 'other' && said === '') return setIsOther(true);
    if (!props.isBusy) props.onDecide({ kind: 'reject', reason, ...(said === '' ? {} : { comment: said }) });
  };
  useShortcuts({
    ...Object.fromEntries(rejectChoices.map(({ key, reason }) => [key, () => reject(reason)])),
    escape: props.onBack,
  });
  return (
    <>
      <h2>Why not {props.lines === '1 line' ? 'this line' : `these ${props.lines}`}?</h2>
      <ReasonButtons choices={rejectChoices} isBusy={props.isBusy} onChoose={reject} />
      <div className={styles.acts}>
        {isOther && (
          <>
            <Textarea
              className={styles.comment}
              label="Comment (needed for “other”)"
              autoFocus
              autosize
              minRows={1}
              maxLength={2000}
              value={comment}
              onChange={(event) => setComment(event.currentTarget.value)}
            />
            <Button size="sm" disabled={comment.trim() === ''} loading={props.isBusy} onClick={() => reject('other')}>
              Reject with this comment
            </Button>
          </>
        )}
        <Button size="sm" variant="subtle" onClick={props.onBack}>
          Back
        </Button>
      </div>
    </>
  );
}
