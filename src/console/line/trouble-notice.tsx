/** Why a decision was not taken, what became of the line, and how to go on. */
import { Button } from '@mantine/core';
import type { QueueEntryView } from '../../http/contracts/review-routes.ts';
import { headOf } from '../deciding/refusal.ts';
import { decisionSentence } from '../words/decisions.ts';
import styles from './line-card.module.css';
import type { Trouble } from './line-mode.ts';
import { waitsForYou } from './waits-for-you.ts';

/** Says who was faster and what they decided, or what else stood in the way; the typed text stays where it is. */
export function TroubleNotice(props: {
  readonly entry: QueueEntryView;
  readonly trouble: Trouble | null;
  /** Whether it was decided under the same name, in another window. */
  readonly isMine: boolean;
  readonly hasDraft: boolean;
  readonly onGoOn: () => void;
}) {
  const { entry, trouble } = props;
  const kept = props.hasDraft ? ' Your text is kept below.' : '';
  if (entry.decision && !waitsForYou(entry))
    return (
      <div className={styles.notice} role="alert">
        <p>
          <strong>
            {decisionSentence(entry.decision, props.isMine ? 'You (in another window)' : entry.decidedBy)}
          </strong>
          Nothing was saved from here.{kept} Copy what you need before you go on.
        </p>
        {entry.decision.comment && <p>“{entry.decision.comment}”</p>}
        <Button size="xs" variant="default" onClick={props.onGoOn}>
          Go on to the next line
        </Button>
      </div>
    );
  if (!trouble) return null;
  return (
    <div className={styles.notice} role={trouble.isSaidElsewhere ? undefined : 'alert'}>
      <p>
        <strong>{headOf(trouble.error, entry)}</strong> {trouble.error.message}
        {kept}
      </p>
      {trouble.wayOn && (
        <Button size="xs" variant="default" onClick={trouble.wayOn.act}>
          {trouble.wayOn.label}
        </Button>
      )}
    </div>
  );
}
