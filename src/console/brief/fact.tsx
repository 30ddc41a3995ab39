/** One fact of a brief under its name. */
import type { ReactNode } from 'react';
import styles from './brief-panel.module.css';

/** A fact in a sentence or two. */
export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section className={styles.fact}>
      <h3>{name}</h3>
      <p>{children}</p>
    </section>
  );
}

/** A fact that is a list; nothing where the list is empty. */
export function FactList(props: {
  readonly name: string;
  readonly entries: readonly string[];
  readonly note?: string | undefined;
}) {
  if (props.entries.length === 0) return null;
  return (
    <section className={styles.fact}>
      <h3>{props.name}</h3>
      <ul className={styles.entries}>
        {props.entries.map((entry) => (
          <li key={entry}>{entry}</li>
        ))}
      </ul>
      {props.note && <p className={styles.quiet}>{props.note}</p>}
    </section>
  );
}
