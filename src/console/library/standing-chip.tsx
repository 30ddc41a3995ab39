/** How a line stands: a sign and a word. */
import type { LineStanding } from '../../domain/approved-line.ts';
import { Icon } from '../shell/icon.tsx';
import { standings } from '../words/standings.ts';
import styles from './library.module.css';

/** A chip; a live line that is held back now is marked as such by the sentence beside it. */
export function StandingChip({ standing }: { readonly standing: LineStanding }) {
  const { label, sign } = standings[standing];
  return (
    <span className={styles.standing} data-standing={standing}>
      <Icon name={sign} />
      {label}
    </span>
  );
}
