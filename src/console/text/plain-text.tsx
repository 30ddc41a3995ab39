/** A text as its reader sees it, but for what nobody can see: that is named. */
import { VisuallyHidden } from '@mantine/core';
import { invisibleIn } from './invisible.ts';
import styles from './subject-text.module.css';

/** `isPart` says that spaces at its ends stand within a longer text. */
export function PlainText({ text, isPart = false }: { readonly text: string; readonly isPart?: boolean }) {
  const unseen = invisibleIn(text).filter(({ start, end }) => !isPart || text.slice(start, end) !== ' ');
  const edges = [...unseen, { start: text.length, end: text.length, name: '' }];
  let from = 0;
  return edges.map(({ start, end, name }) => {
    const before = text.slice(from, start);
    from = end;
    return (
      <span key={start}>
        {before}
        {name !== '' && <InvisibleChip name={name} />}
      </span>
    );
  });
}

/** The name of a character that cannot be seen, in its place. */
export function InvisibleChip({ name }: { readonly name: string }) {
  return (
    <span className={styles.invisible}>
      <VisuallyHidden>invisible: </VisuallyHidden>
      {name}
    </span>
  );
}
