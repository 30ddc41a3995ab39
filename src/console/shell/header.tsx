/** The bar at the top: the product, the places, the brand, the person. */
import { Button, NativeSelect } from '@mantine/core';
import { Link, useLocation } from 'wouter';
import { useBrands } from '../api/use-brands.ts';
import type { Session } from '../api/use-session.ts';
import { useKeyboard } from '../keyboard/keyboard.tsx';
import { accountPath } from '../navigation/addresses.ts';
import type { Place } from '../navigation/places.ts';
import { useAddressState } from '../navigation/use-address-state.ts';
import { ColourScheme } from './colour-scheme.tsx';
import styles from './header.module.css';

/** Brand filter only where there is more than one brand. The chosen one goes along from place to place. */
export function Header({ session, places }: { readonly session: Session; readonly places: readonly Place[] }) {
  const [location] = useLocation();
  const [brand, setBrand] = useAddressState('brand');
  const { openHelp, areLettersOn } = useKeyboard();
  const brands = useBrands();
  const kept = brand === null ? '' : `?${new URLSearchParams({ brand })}`;
  return (
    <header className={styles.header}>
      <Link href="/" className={styles.product}>
        <img src="/favicon.svg" alt="" width="26" height="26" />
        Linewright
      </Link>
      <nav aria-label="Places">
        <ul className={styles.places}>
          {places.map(({ name, key, path, covers }) => (
            <li key={path}>
              <Link
                href={`${path}${kept}`}
                className={styles.place}
                aria-current={covers.test(location) ? 'page' : undefined}
                {...(areLettersOn ? { 'aria-keyshortcuts': `g ${key}` } : {})}
              >
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.person}>
        {brands.length > 1 && (
          <NativeSelect
            aria-label="Brand"
            size="xs"
            value={brand ?? ''}
            onChange={(event) => setBrand(event.currentTarget.value)}
            data={[{ value: '', label: 'All brands' }, ...brands.map(({ id, name }) => ({ value: id, label: name }))]}
          />
        )}
        <ColourScheme />
        <Button variant="subtle" size="xs" onClick={openHelp}>
          Keys
        </Button>
        <Link href={accountPath} className={styles.name} aria-current={location === accountPath ? 'page' : undefined}>
          {session.me.name}
        </Link>
        <Button variant="default" size="xs" className={styles.signOut} onClick={session.signOut}>
          Sign out
        </Button>
      </div>
    </header>
  );
}
