/** A secret that is shown once: what it is, the secret itself, and a way to copy it. */
import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './admin.module.css';

/** Takes the focus, so that nobody misses what will not come again. */
export function HandedSecret(props: {
  readonly label: string;
  readonly secret: string;
  readonly onDone: () => void;
  readonly children: ReactNode;
}) {
  const box = useRef<HTMLElement>(null);
  const [wasCopied, setWasCopied] = useState(false);
  useEffect(() => box.current?.focus(), []);
  const copy = async () => {
    await navigator.clipboard.writeText(props.secret).then(
      () => setWasCopied(true),
      // Where the browser does not let a page copy, the text can be selected: one click takes all of it.
      () => setWasCopied(false),
    );
  };
  return (
    <section ref={box} tabIndex={-1} aria-label={props.label} className={styles.handed}>
      <div>{props.children}</div>
      <code className={styles.secret}>{props.secret}</code>
      <div className={styles.actions}>
        <Button size="xs" onClick={() => void copy()}>
          {wasCopied ? 'Copied' : 'Copy'}
        </Button>
        <Button size="xs" variant="default" onClick={props.onDone}>
          Done
        </Button>
      </div>
    </section>
  );
}
