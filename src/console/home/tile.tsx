/** One figure with its name, and what to know about it. */
import type { ReactNode } from 'react';
import styles from './home.module.css';

/** A pair of a description list. */
export function Tile(props: { readonly name: string; readonly value: string; readonly children?: ReactNode }) {
  return (
    <div className={styles.tile}>
      <dt>{props.name}</dt>
      <dd className={styles.value}>{props.value}</dd>
      {props.children && <dd className={styles.quiet}>{props.children}</dd>}
    </div>
  );
}
