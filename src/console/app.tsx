/** Which page is shown: signing in, signed out, or the queue. */
import { Loader } from '@mantine/core';
import { SignInPage } from './access/sign-in-page.tsx';
import { SignedOutPage } from './access/signed-out-page.tsx';
import { useSession } from './api/use-session.ts';
import { PageLink } from './navigation/page-link.tsx';
import { cohortIn, usePath } from './navigation/path.ts';
import { QueuePage } from './queue/queue-page.tsx';
import { FailureNotice } from './shell/failure-notice.tsx';
import { PlainPage } from './shell/plain-page.tsx';

/** The console. */
export function App() {
  const path = usePath();
  return path === '/sign-in' ? <SignInPage /> : <SignedIn path={path} />;
}

function SignedIn({ path }: { readonly path: string }) {
  const { session, isLoading, failure, retry } = useSession();
  const cohortId = cohortIn(path);
  if (isLoading)
    return (
      <PlainPage title="One moment">
        <Loader size="sm" aria-label="Loading" />
      </PlainPage>
    );
  if (failure && !session)
    return (
      <PlainPage title="The console cannot start">
        <FailureNotice error={failure} onRetry={retry} />
      </PlainPage>
    );
  if (!session) return <SignedOutPage />;
  if (path !== '/' && cohortId === null)
    return (
      <PlainPage title="There is no such page">
        <PageLink href="/">To the queue</PageLink>
      </PlainPage>
    );
  return <QueuePage session={session} cohortId={cohortId} />;
}
