/** Asking a policy owner to lift the block of one text. */
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '../shell/icon.tsx';
import { AskForm, type BlockedText } from './ask-form.tsx';
import styles from './ask-override.module.css';

/** A button that opens the form. `onAsked` is told once it is asked for. */
export function AskOverride({ wanted, onAsked }: { readonly wanted: BlockedText; readonly onAsked?: () => void }) {
  const [state, setState] = useState<'closed' | 'open' | 'asked'>('closed');
  const after = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (state === 'asked') after.current?.focus();
  }, [state]);
  if (state === 'asked')
    return (
      <p ref={after} tabIndex={-1} className={styles.asked}>
        <Icon name="check" /> An override of this text is asked for. Once a policy owner grants it, the text waits in
        the queue as a line of its own.
      </p>
    );
  if (state === 'closed')
    return (
      <Button size="xs" variant="default" className={styles.open} onClick={() => setState('open')}>
        Ask for an override
      </Button>
    );
  return (
    <section className={styles.form} aria-label="Ask for an override">
      <AskForm
        wanted={wanted}
        onAsked={() => {
          setState('asked');
          onAsked?.();
        }}
        onBack={() => setState('closed')}
      />
    </section>
  );
}
