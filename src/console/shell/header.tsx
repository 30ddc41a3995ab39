/** The bar at the top: the product, the brand, the person. */
import { Button, NativeSelect } from '@mantine/core';
import type { BrandView } from '../../http/contracts/access-routes.ts';
import type { Session } from '../api/use-session.ts';
import { PageLink } from '../navigation/page-link.tsx';
import { ColourScheme } from './colour-scheme.tsx';
import styles from './header.module.css';

/** Brand filter only where there is more than one brand. */
export function Header(props: {
  readonly session: Session;
  readonly brands: readonly BrandView[];
  readonly brand: string | null;
  readonly onBrand: (brand: string | null) => void;
  readonly onHelp: () => void;
}) {
  return (
    <header className={styles.header}>
      <PageLink href="/" className={styles.product}>
        <img src="/favicon.svg" alt="" width="26" height="26" />
        Linewright
      </PageLink>
      {props.brands.length > 1 && (
        <NativeSelect
          aria-label="Brand"
          size="xs"
          value={props.brand ?? ''}
          onChange={(event) => props.onBrand(event.currentTarget.value || null)}
          data={[
            { value: '', label: 'All brands' },
            ...props.brands.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <div className={styles.person}>
        <ColourScheme />
        <Button variant="subtle" size="xs" onClick={props.onHelp}>
          Keys
        </Button>
        <span className={styles.name}>{props.session.me.name}</span>
        <Button variant="default" size="xs" className={styles.signOut} onClick={props.session.signOut}>
          Sign out
        </Button>
      </div>
    </header>
  );
}
