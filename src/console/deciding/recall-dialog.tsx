/** Recalling an approved line: what happens at once, the reason that campaign tools are told, and the act. */
import { Button, Skeleton, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import type { LibraryRecordView } from '../../http/contracts/library-routes.ts';
import { useLibraryLine, useRecall } from '../api/use-library-line.ts';
import { onSend } from '../keyboard/on-send.ts';
import { useAnnounce } from '../shell/announcer.tsx';
import { Dialog, DialogButtons } from '../shell/dialog.tsx';
import { FailureNotice } from '../shell/failure-notice.tsx';
import { count } from '../words/counts.ts';
import { dayAndTime } from '../words/dates.ts';
import styles from './deciding.module.css';

/** An approved line to recall; `onRecalled` takes focus, since the button that asked is gone. */
export type Recalling = {
  readonly line: { readonly id: string; readonly text: string };
  readonly onRecalled?: () => void;
};

/** Open while there is a line. */
export function RecallDialog(props: { readonly recalling: Recalling | null; readonly onClose: () => void }) {
  const { recalling, onClose } = props;
  return (
    <Dialog title="Recall this line" isOpen={recalling !== null} onClose={onClose}>
      {recalling && <RecallForm {...recalling} onClose={onClose} />}
    </Dialog>
  );
}

function RecallForm({ line, onRecalled, onClose }: Recalling & { readonly onClose: () => void }) {
  const announce = useAnnounce();
  const { record, failure, retry } = useLibraryLine(line.id);
  const recall = useRecall(line.id);
  const [reason, setReason] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const isMissing = reason.trim() === '';
  const save = () => {
    setWasTried(true);
    if (isMissing) field.current?.focus();
    else if (!recall.isPending)
      recall.mutate(reason.trim(), {
        onSuccess: () => {
          announce('Recalled. It does not go out any more, and campaign tools are told why.');
          onClose();
          onRecalled?.();
        },
      });
  };
  return (
    <>
      <p>
        <bdi>“{line.text}”</bdi>
      </p>
      {failure && <FailureNotice error={failure} onRetry={retry} />}
      {!failure && !record && <Skeleton height={120} aria-label="Loading what recalling it does" />}
      {record && (
        <div className={styles.consequences}>
          <p>What happens at once:</p>
          <ul>
            {consequences(record).map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </div>
      )}
      <Textarea
        ref={field}
        label="Why is it recalled?"
        description="Campaign tools are told it."
        data-autofocus
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        error={wasTried && isMissing ? 'Say in a few words why.' : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={onSend(save)}
      />
      {recall.error && <p role="alert">Not recalled. {recall.error.message}</p>}
      <DialogButtons>
        <Button
          className={styles.danger}
          onClick={save}
          loading={recall.isPending}
          aria-keyshortcuts="Control+Enter Meta+Enter"
        >
          Recall the line
        </Button>
        <Button variant="subtle" onClick={onClose}>
          Leave it
        </Button>
      </DialogButtons>
    </>
  );
}

/** Shown before the act, so that nobody has to guess. */
function consequences({ line, cohort, approved }: LibraryRecordView): string[] {
  const left = Math.max(approved - 1, 0);
  const { sends } = line.reach;
  return [
    'Campaign tools that ask for the line are refused it, with your reason.',
    line.standing === 'in-grace'
      ? `No tool has it yet: it would be released at ${dayAndTime(line.releasedAt)}.`
      : `It was released at ${dayAndTime(line.releasedAt)}. Tools that have it are told by webhook to stop using it.`,
    left >= cohort.needed
      ? `Its cohort keeps ${count(left, 'approved line')}, which is enough.`
      : `Its cohort needs ${cohort.needed} and has ${left} left. Somebody has to draft or approve another.`,
    ...(sends > 0 ? [`Mail that went out stays out: the line was used in ${count(sends, 'send')}.`] : []),
    'It cannot be undone. To use the text again, approve it again.',
  ];
}
