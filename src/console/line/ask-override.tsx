/** Asking a policy owner to lift the block of one text. */
import { Button, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { call } from '../api/call.ts';
import { endpoints } from '../api/endpoints.ts';
import { useAct } from '../api/use-act.ts';
import { Icon } from '../shell/icon.tsx';
import styles from './ask-override.module.css';

/** A blocked candidate, or a text in the place of a line in review. */
type Wanted =
  | { readonly candidate: string }
  | { readonly item: string; readonly text: string; readonly preheader: string | null };

/** A button that opens the form; what was typed stays while asking fails. `onAsked` is told once it is asked for. */
export function AskOverride({ wanted, onAsked }: { readonly wanted: Wanted; readonly onAsked?: () => void }) {
  const act = useAct();
  const [isOpen, setIsOpen] = useState(false);
  const [isAsked, setIsAsked] = useState(false);
  const [reason, setReason] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const after = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (isAsked) after.current?.focus();
    else if (isOpen) field.current?.focus();
  }, [isAsked, isOpen]);
  const ask = async () => {
    setWasTried(true);
    if (reason.trim() === '') return;
    const isDone = await act.run('ask', async () => {
      await call(endpoints.askOverride, { body: { ...wanted, reason: reason.trim() } });
      return 'Asked. A policy owner answers under Overrides.';
    });
    if (!isDone) return;
    setIsAsked(true);
    onAsked?.();
  };
  if (isAsked)
    return (
      <p ref={after} tabIndex={-1} className={styles.asked}>
        <Icon name="check" /> An override of this text is asked for. Once a policy owner grants it, the text waits in
        the queue as a line of its own.
      </p>
    );
  if (!isOpen)
    return (
      <Button size="xs" variant="default" className={styles.open} onClick={() => setIsOpen(true)}>
        Ask for an override
      </Button>
    );
  return (
    <section className={styles.form} aria-label="Ask for an override">
      <Textarea
        ref={field}
        label="Why should it pass all the same?"
        description="For the policy owner who answers, and for whoever approves the line."
        autosize
        minRows={1}
        maxLength={500}
        value={reason}
        error={wasTried && reason.trim() === '' ? 'Give a reason.' : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {act.failure && <p role="alert">Not asked. {act.failure.message}</p>}
      <div className={styles.actions}>
        <Button size="xs" onClick={() => void ask()} loading={act.busy !== null}>
          Ask
        </Button>
        <Button size="xs" variant="subtle" onClick={() => setIsOpen(false)}>
          Not now
        </Button>
      </div>
    </section>
  );
}
