/** The switch between the two views of the queue: one cohort at a time, or every line in a list. */
import { Link } from 'wouter';
import { listPath, queuePath } from '../navigation/addresses.ts';
import { useKeptBrand } from '../navigation/use-address-state.ts';
import styles from './view-switch.module.css';

/** The brand that is chosen goes along. */
export function ViewSwitch({ view }: { readonly view: 'focus' | 'list' }) {
  const keptBrand = useKeptBrand();
  return (
    <nav aria-label="View" className={styles.switch}>
      <Link href={keptBrand(queuePath)} aria-current={view === 'focus' ? 'page' : undefined}>
        Focus
      </Link>
      <Link href={keptBrand(listPath)} aria-current={view === 'list' ? 'page' : undefined}>
        List
      </Link>
    </nav>
  );
}
