/** Asks before something is cancelled, and why: what is approved stays, what waits is put away. */
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { onSend } from '../../keyboard/on-send.ts';
import { Dialog, DialogButtons } from '../../shell/dialog.tsx';

/** `what` names it in a sentence; `null` keeps the dialog closed. */
export function CancelDialog(props: {
  readonly what: string | null;
  readonly onClose: () => void;
  readonly isBusy: boolean;
  readonly failure: string | null;
  /** Gives whether it was done; the dialog stays open where not. */
  readonly onCancel: (reason: string) => Promise<boolean>;
}) {
  const [reason, setReason] = useState('');
  const cancel = async () => {
    if (await props.onCancel(reason)) props.onClose();
  };
  return (
    <Dialog title={`Cancel ${props.what ?? ''}?`} isOpen={props.what !== null} onClose={props.onClose}>
      <p>
        Nothing more is drafted, and lines that wait for a decision are put away as not needed. Approved lines stay
        approved.
      </p>
      <Textarea
        label="Why (for whoever asks later)"
        value={reason}
        maxLength={500}
        autosize
        minRows={2}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={onSend(() => void cancel())}
      />
      {props.failure && <p role="alert">Not cancelled. {props.failure}</p>}
      <DialogButtons>
        <Button onClick={() => void cancel()} loading={props.isBusy}>
          Cancel {props.what ?? ''}
        </Button>
        <Button variant="default" onClick={props.onClose}>
          Keep it
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
