/** Why a block should be lifted for one text: the words, and asking. */
import { Button, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { call } from '../api/call.ts';
import { endpoints } from '../api/endpoints.ts';
import { useAct } from '../api/use-act.ts';
import { onSend } from '../keyboard/on-send.ts';
import styles from './ask-override.module.css';

/** A blocked candidate, or a text in the place of a line in review. */
export type BlockedText =
  | { readonly candidate: string }
  | { readonly item: string; readonly text: string; readonly preheader: string | null };

/** The field takes focus; what was typed stays while asking fails. `onAsked` is told once it is asked for. */
export function AskForm(props: {
  readonly wanted: BlockedText;
  readonly onAsked: () => void;
  readonly onBack: () => void;
}) {
  const act = useAct();
  const [reason, setReason] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const ask = async () => {
    setWasTried(true);
    if (reason.trim() === '') return field.current?.focus();
    const isDone = await act.run('ask', async () => {
      await call(endpoints.askOverride, { body: { ...props.wanted, reason: reason.trim() } });
      return 'Asked. A policy owner answers under Overrides.';
    });
    if (isDone) props.onAsked();
  };
  return (
    <>
      <Textarea
        ref={field}
        label="Why should it pass all the same?"
        description="For the policy owner who answers, and for whoever approves the line."
        data-autofocus
        autosize
        minRows={1}
        maxLength={500}
        value={reason}
        error={wasTried && reason.trim() === '' ? 'Give a reason.' : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={onSend(() => void ask())}
      />
      {act.failure && <p role="alert">Not asked. {act.failure.message}</p>}
      <div className={styles.actions}>
        <Button size="xs" onClick={() => void ask()} loading={act.busy !== null}>
          Ask
        </Button>
        <Button size="xs" variant="subtle" onClick={props.onBack}>
          Not now
        </Button>
      </div>
    </>
  );
}
