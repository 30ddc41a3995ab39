/** What somebody sees who is not signed in. */
import { Command, PlainPage } from '../shell/plain-page.tsx';
import { PasswordSignIn } from './password-sign-in.tsx';
import { linkCommand } from './sign-in-page.tsx';

/** The form for a password, and how to get a link. */
export function SignedOutPage() {
  return (
    <PlainPage title="You are not signed in">
      <PasswordSignIn />
      <p>
        No password yet, or forgotten? Ask an admin for a sign-in link, or print one where Linewright runs. Text you
        typed in this tab is kept.
      </p>
      <Command>{linkCommand}</Command>
    </PlainPage>
  );
}
