/** Granting or refusing an override, with a reason that everybody sees. */
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { endpoints } from '../api/endpoints.ts';
import { useAct } from '../api/use-act.ts';
import styles from './overrides.module.css';

/** The reason stays while an answer fails. */
export function AnswerForm(props: { readonly overrideId: string; readonly onAnswered: () => Promise<void> }) {
  const act = useAct();
  const [reason, setReason] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const answer = async (kind: 'grant' | 'refuse') => {
    setWasTried(true);
    if (reason.trim() === '') return;
    const isDone = await act.run(kind, async () => {
      await call(endpoints.answerOverride, { params: { id: props.overrideId }, body: { kind, reason: reason.trim() } });
      return kind === 'grant' ? 'Granted. The line waits in the queue for somebody else.' : 'Refused.';
    });
    if (isDone) await props.onAnswered();
  };
  return (
    <form className={styles.form} onSubmit={(event) => event.preventDefault()} aria-label="Your answer">
      <Textarea
        label="Why"
        description="Stands on the line, for whoever approves it and for the record."
        autosize
        minRows={1}
        maxLength={500}
        value={reason}
        error={wasTried && reason.trim() === '' ? 'Give a reason.' : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {act.failure && <p role="alert">Not saved. {act.failure.message}</p>}
      <div className={styles.actions}>
        <Button onClick={() => void answer('grant')} loading={act.busy === 'grant'} disabled={act.busy === 'refuse'}>
          Grant
        </Button>
        <Button
          variant="default"
          onClick={() => void answer('refuse')}
          loading={act.busy === 'refuse'}
          disabled={act.busy === 'grant'}
        >
          Refuse
        </Button>
      </div>
    </form>
  );
}
