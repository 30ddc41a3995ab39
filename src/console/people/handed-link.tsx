/** A sign-in link for somebody, to be handed over by whoever made it. */
import { dayAndTime } from '../words/dates.ts';
import { HandedSecret } from './handed-secret.tsx';

/** A link as the server gives it. */
export type Handed = { readonly name: string; readonly token: string; readonly expiresAt: string };

/** Shown once; the address is that of this console. */
export function HandedLink({ handed, onDone }: { readonly handed: Handed; readonly onDone: () => void }) {
  return (
    <HandedSecret
      label={`Sign-in link for ${handed.name}`}
      secret={`${window.location.origin}/sign-in#${handed.token}`}
      onDone={onDone}
    >
      <p>
        <strong>
          Hand this link to <bdi>{handed.name}</bdi>.
        </strong>{' '}
        No mail was sent. It works once, until {dayAndTime(handed.expiresAt)}, and is not shown again.
      </p>
    </HandedSecret>
  );
}
