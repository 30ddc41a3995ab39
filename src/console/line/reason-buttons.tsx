/** The usual reasons for something, each a button that shows the key doing the same. */
import type { Choice } from '../words/reasons.ts';
import { KeyButton } from './key-button.tsx';
import styles from './reason-buttons.module.css';

/** The keys are listened for by whoever shows the buttons. `chosen` is a reason that waits for more to be said. */
export function ReasonButtons<Reason extends string>(props: {
  readonly choices: readonly Choice<Reason>[];
  readonly isBusy: boolean;
  readonly chosen?: Reason | null;
  readonly isSmall?: boolean;
  readonly onChoose: (reason: Reason) => void;
}) {
  return (
    <div className={styles.choices} data-small={props.isSmall || undefined}>
      {props.choices.map(({ reason, key, label }) => (
        <KeyButton
          key={reason}
          size={props.isSmall ? 'xs' : 'sm'}
          variant={reason === props.chosen ? 'light' : 'default'}
          justify="space-between"
          shortcut={key}
          label={label}
          disabled={props.isBusy}
          onClick={() => props.onChoose(reason)}
        />
      ))}
    </div>
  );
}
