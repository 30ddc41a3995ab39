/** Taking an approved line back: what will happen, the reason, and the act. */
import { Button, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Role } from '../../domain/access.ts';
import type { LibraryLine, LibraryRecordView } from '../../http/contracts/library-routes.ts';
import { useRecall } from '../api/use-library-line.ts';
import type { Session } from '../api/use-session.ts';
import { useShortcuts } from '../keyboard/keyboard.tsx';
import { useAnnounce } from '../shell/announcer.tsx';
import { count } from '../words/counts.ts';
import styles from './library.module.css';

const recallers: readonly Role[] = ['copywriter', 'compliance', 'admin'];

/** Whether it can be recalled at all, and by this person. The service has the last word. */
export function mayRecall({ me }: Session, line: LibraryLine): boolean {
  const isTheirs = me.memberships.some(({ brandId, role }) => brandId === line.brandId && recallers.includes(role));
  return isTheirs && line.state === 'live';
}

/** A button first, the form once it is pressed. `onRecalled` takes the focus. */
export function RecallLine(props: { readonly record: LibraryRecordView; readonly onRecalled: () => void }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section aria-labelledby="recall" className={styles.section}>
      <h2 id="recall">Recall</h2>
      {isOpen ? (
        <RecallForm {...props} onBack={() => setIsOpen(false)} />
      ) : (
        <div>
          <Button variant="default" onClick={() => setIsOpen(true)}>
            Recall this line
          </Button>
        </div>
      )}
    </section>
  );
}

function RecallForm(props: {
  readonly record: LibraryRecordView;
  readonly onRecalled: () => void;
  readonly onBack: () => void;
}) {
  const announce = useAnnounce();
  const recall = useRecall(props.record.line.id);
  const [reason, setReason] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  useShortcuts({ escape: props.onBack });
  const isMissing = reason.trim() === '';
  const save = () => {
    setWasTried(true);
    if (isMissing) field.current?.focus();
    else if (!recall.isPending)
      recall.mutate(reason.trim(), {
        onSuccess: () => {
          announce('Recalled. It does not go out any more.');
          props.onRecalled();
        },
      });
  };
  return (
    <form
      className={styles.recall}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <p>What happens at once:</p>
      <ul>
        {consequences(props.record).map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <Textarea
        ref={field}
        label="Reason"
        description="Campaign tools are told it."
        error={wasTried && isMissing ? 'Say in a few words why.' : undefined}
        value={reason}
        maxLength={500}
        autosize
        minRows={2}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          save();
        }}
      />
      {recall.error && <p role="alert">{recall.error.message}</p>}
      <div className={styles.actions}>
        <Button type="submit" className={styles.danger} loading={recall.isPending}>
          Recall this line
        </Button>
        <Button variant="subtle" onClick={props.onBack}>
          Back
        </Button>
      </div>
    </form>
  );
}

/** Shown before the act, so that nobody has to guess. */
function consequences({ line, cohort, approved }: LibraryRecordView): string[] {
  const left = Math.max(approved - 1, 0);
  const { sends } = line.reach;
  return [
    'Campaign tools that ask for the line are refused it, with your reason.',
    'Tools that have it are told by webhook to stop using it.',
    left >= cohort.needed
      ? `Its cohort keeps ${count(left, 'approved line')}, which is enough.`
      : `Its cohort needs ${cohort.needed} and has ${left} left. Somebody has to draft or approve another.`,
    ...(sends > 0 ? [`Mail that went out stays out: the line was used in ${count(sends, 'send')}.`] : []),
    'It cannot be undone. To use the text again, approve it again.',
  ];
}
