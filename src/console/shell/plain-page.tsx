/** A page with one thing to say: signing in, signed out, not found. */
import type { ReactNode } from 'react';
import styles from './plain-page.module.css';

/** A heading and a few sentences in the middle of the screen. */
export function PlainPage({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <main className={styles.page}>
      <p className={styles.product}>
        <img src="/favicon.svg" alt="" width="28" height="28" /> Linewright
      </p>
      <h1>{title}</h1>
      {children}
    </main>
  );
}

/** A command to type, to be copied as it stands. */
export function Command({ children }: { readonly children: string }) {
  return <code className={styles.command}>{children}</code>;
}
