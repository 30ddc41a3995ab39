/** A form with one field of words: what is said or wished, and a button that does it. */
import { Button, Textarea } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ApiError } from '../api/api-error.ts';
import { onSend } from '../keyboard/on-send.ts';
import styles from './acts.module.css';

/** The field takes focus. Empty words are asked for; what is typed stays until the act is done. */
export function WordsForm(props: {
  readonly label: string;
  readonly field: string;
  readonly description: string;
  readonly missing: string;
  readonly button: string;
  readonly maxLength: number;
  readonly isBusy: boolean;
  readonly failure: ApiError | null;
  readonly onSave: (words: string) => void;
  readonly onBack: () => void;
  /** Further fields, above the buttons. */
  readonly children?: ReactNode;
}) {
  const [words, setWords] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const save = () => {
    setWasTried(true);
    if (words.trim() !== '') props.onSave(words.trim());
  };
  return (
    <section className={styles.form} aria-label={props.label}>
      <Textarea
        ref={field}
        label={props.field}
        description={props.description}
        error={wasTried && words.trim() === '' ? props.missing : undefined}
        value={words}
        maxLength={props.maxLength}
        dir="auto"
        autosize
        minRows={1}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={onSend(save)}
      />
      {props.children}
      {props.failure && (
        <p role="alert" className={styles.failure}>
          Not done. {props.failure.message} What you typed is kept.
        </p>
      )}
      <div className={styles.buttons}>
        <Button onClick={save} loading={props.isBusy} aria-keyshortcuts="Control+Enter Meta+Enter">
          {props.button}
        </Button>
        <Button variant="subtle" onClick={props.onBack}>
          Back
        </Button>
      </div>
    </section>
  );
}
