/** Where an override of a blocked line stands, and asking for one where none stands. */
import type { QueueLineView } from '../../../http/contracts/queue-routes.ts';
import { KeyButton } from '../../line/key-button.tsx';
import { StateChip } from '../../shell/state-chip.tsx';
import { overrideWords } from '../../words/overrides.ts';
import styles from './line-table.module.css';

/** Whether an override can be asked for: a refused one leaves the way open. */
export function isAskable({ candidate, override }: QueueLineView): boolean {
  return candidate.verdict.verdict === 'block' && (override === null || override.state === 'refused');
}

/** `onAsk` is `null` for those who may not ask. */
export function OverrideCell(props: { readonly line: QueueLineView; readonly onAsk: (() => void) | null }) {
  const { line, onAsk } = props;
  const { override } = line;
  return (
    <div className={styles.finding}>
      {override && (
        <>
          <span>
            <StateChip words={overrideWords[override.state]} />
          </span>
          <span className={styles.message}>
            {override.answeredBy ?? override.askedBy}: <bdi>{override.answer ?? override.reason}</bdi>
          </span>
        </>
      )}
      {onAsk && isAskable(line) && (
        <span>
          <KeyButton
            size="compact-sm"
            variant="default"
            shortcut="v"
            label={override ? 'Ask again' : 'Ask for an override'}
            onClick={onAsk}
          />
        </span>
      )}
    </div>
  );
}
