/** What somebody sees who is not signed in. */
import { Command, PlainPage } from '../shell/plain-page.tsx';
import { linkCommand } from './sign-in-page.tsx';

/** Says how to get a link. */
export function SignedOutPage() {
  return (
    <PlainPage title="You are not signed in">
      <p>
        Linewright signs people in by a one-time link. Ask whoever runs it for yours, or print one where it runs. Text
        you typed in this tab is kept.
      </p>
      <Command>{linkCommand}</Command>
    </PlainPage>
  );
}
