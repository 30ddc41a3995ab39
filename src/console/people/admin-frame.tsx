/** What stands around the pages for admins. */
import type { ReactNode } from 'react';
import styles from './admin.module.css';

/** `action` stands beside the title. */
export function AdminFrame(props: {
  readonly title: string;
  readonly action: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <main className={styles.page}>
      <div className={styles.head}>
        <h1>{props.title}</h1>
        {props.action}
      </div>
      {props.children}
    </main>
  );
}
