/** What stands around the pages for admins: the title, and the ways between people, keys and webhooks. */
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { keysPath, peoplePath, webhooksPath } from '../navigation/addresses.ts';
import { useAddressState } from '../navigation/use-address-state.ts';
import { Page } from '../shell/page.tsx';
import styles from './admin.module.css';

const tabs = [
  { name: 'People', path: peoplePath },
  { name: 'Keys', path: keysPath },
  { name: 'Webhooks', path: webhooksPath },
] as const;

/** `action` stands beside the title. */
export function AdminFrame(props: {
  readonly title: string;
  readonly action: ReactNode;
  readonly children: ReactNode;
}) {
  const [location] = useLocation();
  const [brand] = useAddressState('brand');
  const kept = brand === null ? '' : `?${new URLSearchParams({ brand })}`;
  return (
    <Page>
      <div className={styles.head}>
        <h1>{props.title}</h1>
        {props.action}
      </div>
      <nav aria-label="People and access" className={styles.tabs}>
        {tabs.map(({ name, path }) => (
          <Link
            key={path}
            href={`${path}${kept}`}
            className={styles.tab}
            aria-current={location === path ? 'page' : undefined}
          >
            {name}
          </Link>
        ))}
      </nav>
      {props.children}
    </Page>
  );
}
