/** Where one is signed in, and signing out there. */
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { SessionView } from '../../http/contracts/account-routes.ts';
import { call } from '../api/call.ts';
import { endpoints } from '../api/endpoints.ts';
import { useAct } from '../api/use-act.ts';
import { agoInWords } from '../words/ago.ts';
import { dayAndTime } from '../words/dates.ts';
import styles from './admin.module.css';

/** Newest first; signing out everywhere ends this session too. */
export function SessionList(props: {
  readonly sessions: readonly SessionView[];
  readonly onChanged: () => Promise<void>;
}) {
  const act = useAct();
  const queries = useQueryClient();
  const end = (session: SessionView) =>
    act.run(session.id, async () => {
      await call(endpoints.endOneSession, { params: { id: session.id } });
      await props.onChanged();
      return `Signed out of ${whereOf(session)}.`;
    });
  const endAll = () =>
    act.run('all', async () => {
      await call(endpoints.endSessions);
      queries.clear();
      window.location.assign('/');
      return null;
    });
  return (
    <section className={styles.card} aria-labelledby="sessions">
      <h2 id="sessions">Where you are signed in</h2>
      <ul className={styles.list}>
        {props.sessions.map((session) => (
          <li key={session.id} className={styles.row}>
            <div>
              <p className={styles.name}>{whereOf(session)}</p>
              <p className={styles.quiet}>
                Signed in {session.openedBy === 'password' ? 'with a password' : 'by a link'},{' '}
                {dayAndTime(session.createdAt)}
              </p>
            </div>
            <p className={styles.quiet}>
              {session.isCurrent ? 'This browser' : `Last used ${agoInWords(session.lastUsedAt ?? session.createdAt)}`}
              <br />
              Ends by itself {dayAndTime(session.expiresAt)}
            </p>
            {!session.isCurrent && (
              <Button
                size="xs"
                variant="default"
                aria-label={`Sign out of ${whereOf(session)}`}
                loading={act.busy === session.id}
                onClick={() => void end(session)}
              >
                Sign out
              </Button>
            )}
          </li>
        ))}
      </ul>
      {act.failure && (
        <p role="alert" className={styles.failure}>
          {act.failure.message}
        </p>
      )}
      <div className={styles.actions}>
        <Button variant="default" loading={act.busy === 'all'} onClick={() => void endAll()}>
          Sign out everywhere
        </Button>
      </div>
    </section>
  );
}

function whereOf({ browser }: SessionView): string {
  return browser ?? 'An unknown browser';
}
