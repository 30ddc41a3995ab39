/** Whether a decision is saved: a word and a sign that change by themselves. */
import { useSyncExternalStore } from 'react';
import { Icon } from '../shell/icon.tsx';
import styles from './deciding.module.css';
import type { DecisionBook } from './decision-book.ts';

/** The mark of one decision of the book; nothing once it was taken back. */
export function SaveMark({ book, decisionKey }: { readonly book: DecisionBook; readonly decisionKey: string }) {
  const taken = useSyncExternalStore(book.subscribe, book.taken);
  const progress = taken.find(({ key }) => key === decisionKey)?.progress;
  switch (progress?.kind) {
    case undefined:
      return null;
    case 'saving':
      return <span className={styles.mark}>saving…</span>;
    case 'saved':
      return (
        <span className={styles.mark}>
          <Icon name="check" />
          {progress.ruling.entry.decision?.isFirstOfTwo ? 'saved, waits for a second pair of eyes' : 'saved'}
        </span>
      );
    case 'unreached':
      return (
        <span className={styles.mark}>
          <Icon name="warn" /> not saved yet
        </span>
      );
    case 'refused':
      return (
        <span className={styles.mark}>
          <Icon name="cross" /> not saved
        </span>
      );
  }
}
