/** What can be done with a waiting line. */
import { KeyButton } from './key-button.tsx';
import styles from './line-card.module.css';

/** The buttons below the line in hand. */
export function LineActions(props: {
  readonly hasDraft: boolean;
  readonly onApprove: () => void;
  readonly onEdit: () => void;
  readonly onReject: () => void;
  readonly onSkip: () => void;
  readonly onSendBack: () => void;
  readonly onComment: () => void;
}) {
  return (
    <div className={styles.actions} data-tour="decide">
      <KeyButton sign="check" shortcut="a" label="Approve" onClick={props.onApprove} />
      <KeyButton
        sign="pencil"
        shortcut="e"
        label={props.hasDraft ? 'Go on editing' : 'Edit'}
        variant="default"
        onClick={props.onEdit}
      />
      <KeyButton sign="cross" shortcut="r" label="Reject" variant="default" onClick={props.onReject} />
      <KeyButton shortcut="b" label="Send back" variant="default" onClick={props.onSendBack} />
      <KeyButton shortcut="c" label="Comment" variant="subtle" onClick={props.onComment} />
      <KeyButton sign="skip" shortcut="s" label="Skip" variant="subtle" onClick={props.onSkip} />
    </div>
  );
}
