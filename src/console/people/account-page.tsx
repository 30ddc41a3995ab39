/** One's own account: the password, and where one is signed in. For everybody. */
import { Skeleton } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useAccount } from '../api/use-account.ts';
import type { PageProps } from '../navigation/page-props.ts';
import { FailureNotice } from '../shell/failure-notice.tsx';
import { Page } from '../shell/page.tsx';
import styles from './admin.module.css';
import { PasswordForm } from './password-form.tsx';
import { SessionList } from './session-list.tsx';

/** The account of the person before the screen. */
export function AccountPage({ session }: PageProps) {
  useDocumentTitle('Your account · Linewright');
  const { account, sessions, isLoading, failure, refresh } = useAccount();
  return (
    <Page>
      <div>
        <div className={styles.head}>
          <h1>Your account</h1>
        </div>
        <p className={styles.quiet}>
          <bdi>{session.me.name}</bdi>
          {account && ` · ${account.email}`}
        </p>
      </div>
      {failure && <FailureNotice error={failure} onRetry={() => void refresh()} />}
      {isLoading && <Skeleton height={240} aria-label="Loading your account" />}
      {account && (
        <>
          <PasswordForm account={account} onSaved={refresh} />
          <SessionList sessions={sessions} onChanged={refresh} />
        </>
      )}
    </Page>
  );
}
