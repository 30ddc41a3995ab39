/** Signing in with the one-time link that was printed or sent. */
import { Button, Loader } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { isProblem } from '../api/api-error.ts';
import { signIn } from '../api/use-session.ts';
import { Command, PlainPage } from '../shell/plain-page.tsx';

/** How somebody gets a link. */
export const linkCommand = 'npm run -s cli -- users sign-in-link';

/** Reads the token once, takes it out of the address at once, and goes on to the queue. */
export function SignInPage() {
  const queries = useQueryClient();
  const [token] = useState(tokenOfAddress);
  const { mutate, error, isPending } = useMutation({
    mutationFn: signIn,
    // A link works once: a second try by a remounted page would use it up for nothing.
    scope: { id: 'sign-in' },
    onSuccess: (me) => {
      queries.setQueryData(['me'], me);
      navigate('/', { replace: true });
    },
  });
  useEffect(() => {
    // Without a token there is nothing to do here; the queue says what holds.
    if (token === '') return navigate('/', { replace: true });
    navigate('/sign-in', { replace: true });
    mutate(token);
  }, [token, mutate]);
  if (isProblem(error, 'not-signed-in', 'invalid-request'))
    return (
      <PlainPage title="This link does not work any more">
        <p>A sign-in link works once and for a short time. Ask for a new one, or print one where Linewright runs:</p>
        <Command>{linkCommand}</Command>
      </PlainPage>
    );
  if (error)
    return (
      <PlainPage title="Not signed in yet">
        <p role="alert">{error.message}</p>
        <Button onClick={() => mutate(token)} loading={isPending}>
          Try again
        </Button>
      </PlainPage>
    );
  return (
    <PlainPage title="Signing you in">
      <Loader size="sm" aria-label="Signing you in" />
    </PlainPage>
  );
}

function tokenOfAddress(): string {
  return decodeURIComponent(window.location.hash.slice(1));
}
