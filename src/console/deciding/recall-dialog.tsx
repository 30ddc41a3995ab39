/** Recalling an approved line that is released: what undoing becomes once a campaign tool may have it. */
import { Button, Modal, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { QueueEntryView } from '../../http/contracts/review-routes.ts';
import { isProblem } from '../api/api-error.ts';
import { call } from '../api/call.ts';
import { refreshCohort } from '../api/cohort-cache.ts';
import { endpoints } from '../api/endpoints.ts';
import { useAnnounce } from '../shell/announcer.tsx';
import { timeHere } from '../words/dates.ts';
import styles from './deciding.module.css';

/** Open while there is an entry. */
export function RecallDialog(props: { readonly entry: QueueEntryView | null; readonly onClose: () => void }) {
  return (
    <Modal.Root opened={props.entry !== null} onClose={props.onClose} transitionProps={{ duration: 0 }}>
      <Modal.Overlay />
      <Modal.Content>
        <div className={styles.recall}>
          <div className={styles.head}>
            <Modal.Title>Recall this line</Modal.Title>
            <Modal.CloseButton aria-label="Close" />
          </div>
          {props.entry?.line && <RecallForm line={props.entry.line} onClose={props.onClose} />}
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}

function RecallForm(props: { readonly line: NonNullable<QueueEntryView['line']>; readonly onClose: () => void }) {
  const { line, onClose } = props;
  const queries = useQueryClient();
  const announce = useAnnounce();
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const recall = async () => {
    if (reason.trim() === '') return setFailure('Say why: the campaign tool is told it.');
    setIsBusy(true);
    setFailure(null);
    try {
      await call(endpoints.recall, { params: { id: line.id }, body: { reason: reason.trim() } });
      announce('Recalled. It is not delivered any more, and the campaign tool is told why.');
      onClose();
      await refreshCohort(queries, line.cohortId);
    } catch (error) {
      if (!isProblem(error)) throw error;
      setFailure(`Not recalled. ${error.message}`);
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <>
      <p>
        <bdi>“{line.text}”</bdi>
      </p>
      <p className={styles.quiet}>
        It was released at {timeHere(line.releasedAt)}, so a campaign tool may have it, and its approval cannot be
        undone any more. Recalling stops its delivery at once. Mails that are sent stay sent.
      </p>
      <Textarea
        label="Why is it recalled?"
        data-autofocus
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        error={failure}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void recall();
        }}
      />
      <div className={styles.buttons}>
        <Button onClick={() => void recall()} loading={isBusy} aria-keyshortcuts="Control+Enter Meta+Enter">
          Recall the line
        </Button>
        <Button variant="subtle" onClick={onClose}>
          Leave it
        </Button>
      </div>
    </>
  );
}
