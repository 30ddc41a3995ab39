/** The switch between the two views of the queue: one cohort at a time, or every line in a list. */
import { Link } from 'wouter';
import { listPath, queuePath } from '../navigation/addresses.ts';
import { useAddressState } from '../navigation/use-address-state.ts';
import styles from './view-switch.module.css';

/** The brand that is chosen goes along. */
export function ViewSwitch({ view }: { readonly view: 'focus' | 'list' }) {
  const [brand] = useAddressState('brand');
  const kept = brand === null ? '' : `?${new URLSearchParams({ brand })}`;
  return (
    <nav aria-label="View" className={styles.switch}>
      <Link href={`${queuePath}${kept}`} aria-current={view === 'focus' ? 'page' : undefined}>
        Focus
      </Link>
      <Link href={`${listPath}${kept}`} aria-current={view === 'list' ? 'page' : undefined}>
        List
      </Link>
    </nav>
  );
}
