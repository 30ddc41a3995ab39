/** How much of something is there, drawn. Its number always stands beside it, so it is hidden from readers. */
import styles from './share-bar.module.css';

/** A bar filled to `part` of `whole`. */
export function ShareBar({ part, whole }: { readonly part: number; readonly whole: number }) {
  return (
    <svg className={styles.bar} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect className={styles.whole} width="100" height="4" />
      <rect className={styles.part} width={whole === 0 ? 0 : Math.min(100, (100 * part) / whole)} height="4" />
    </svg>
  );
}
