/** Which page is shown: signing in, signed out, or the one the address names. */
import { Loader } from '@mantine/core';
import { Suspense } from 'react';
import { Link, Route, Switch, useLocation } from 'wouter';
import { SignInPage } from './access/sign-in-page.tsx';
import { SignedOutPage } from './access/signed-out-page.tsx';
import { useSession } from './api/use-session.ts';
import { DecidingProvider } from './deciding/deciding-provider.tsx';
import { Keyboard } from './keyboard/keyboard.tsx';
import { queuePath } from './navigation/addresses.ts';
import { pages } from './navigation/pages.ts';
import { Announcer } from './shell/announcer.tsx';
import { FailureNotice } from './shell/failure-notice.tsx';
import { Frame } from './shell/frame.tsx';
import { PlainPage } from './shell/plain-page.tsx';

/** The console. */
export function App() {
  const [location] = useLocation();
  return location === '/sign-in' ? <SignInPage /> : <SignedIn />;
}

function SignedIn() {
  const { session, isLoading, failure, retry } = useSession();
  if (isLoading) return <Waiting title="One moment" />;
  if (failure && !session)
    return (
      <PlainPage title="The console cannot start">
        <FailureNotice error={failure} onRetry={retry} />
      </PlainPage>
    );
  if (!session) return <SignedOutPage />;
  return (
    <Keyboard>
      <Announcer>
        <DecidingProvider session={session}>
          <Frame session={session}>
            <Suspense fallback={<Waiting title="One moment" />}>
              <Switch>
                {pages.map(({ path, page: Page }) => (
                  <Route key={path} path={path}>
                    {(params) => <Page session={session} params={namedIn(params)} />}
                  </Route>
                ))}
                <Route>
                  <PlainPage title="There is no such page">
                    <Link href={queuePath}>To the queue</Link>
                  </PlainPage>
                </Route>
              </Switch>
            </Suspense>
          </Frame>
        </DecidingProvider>
      </Announcer>
    </Keyboard>
  );
}

function Waiting({ title }: { readonly title: string }) {
  return (
    <PlainPage title={title}>
      <Loader size="sm" aria-label="Loading" />
    </PlainPage>
  );
}

function namedIn(params: object): Record<string, string> {
  return Object.fromEntries(Object.entries(params).filter(([name, value]) => !/^\d+$/.test(name) && value));
}
