/** What can be done with a waiting line. */
import { KeyButton } from './key-button.tsx';
import styles from './line-card.module.css';

/** The buttons below the line in hand. */
export function LineActions(props: {
  readonly areLettersOn: boolean;
  readonly isSaving: boolean;
  readonly hasDraft: boolean;
  readonly onApprove: () => void;
  readonly onEdit: () => void;
  readonly onReject: () => void;
  readonly onSkip: () => void;
}) {
  const { areLettersOn } = props;
  return (
    <div className={styles.actions}>
      <KeyButton
        sign="check"
        shortcut="a"
        label="Approve"
        areLettersOn={areLettersOn}
        onClick={props.onApprove}
        loading={props.isSaving}
      />
      <KeyButton
        sign="pencil"
        shortcut="e"
        label={props.hasDraft ? 'Go on editing' : 'Edit'}
        variant="default"
        areLettersOn={areLettersOn}
        onClick={props.onEdit}
      />
      <KeyButton
        sign="cross"
        shortcut="r"
        label="Reject"
        variant="default"
        areLettersOn={areLettersOn}
        onClick={props.onReject}
      />
      <KeyButton
        sign="skip"
        shortcut="s"
        label="Skip"
        variant="subtle"
        areLettersOn={areLettersOn}
        onClick={props.onSkip}
      />
    </div>
  );
}
