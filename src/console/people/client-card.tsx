/** One campaign tool with its keys: made, replaced, ended. */
import { Button, Skeleton } from '@mantine/core';
import { useState } from 'react';
import type { ClientView, KeyView } from '../../http/contracts/key-routes.ts';
import { call } from '../api/call.ts';
import { endpoints } from '../api/endpoints.ts';
import { useAct } from '../api/use-act.ts';
import { useKeys } from '../api/use-clients.ts';
import { FailureNotice } from '../shell/failure-notice.tsx';
import { roleName } from '../words/roles.ts';
import styles from './admin.module.css';
import { HandedSecret } from './handed-secret.tsx';
import { KeyForm, type KeyWish } from './key-form.tsx';
import { KeyRow } from './key-row.tsx';

/** For how long a key that is replaced works on beside the new one. */
const overlapDays = 7;

/** A secret stands here once, after it was made. */
export function ClientCard({ client }: { readonly client: ClientView }) {
  const { keys, failure, retry, refresh } = useKeys(client.id);
  const act = useAct();
  const [isMaking, setIsMaking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const shown = async (made: { readonly secret: string }) => {
    setSecret(made.secret);
    setIsMaking(false);
    await refresh();
  };
  const make = (wish: KeyWish) =>
    act.run('make', async () => {
      const body = { scopes: [...wish.scopes], expiresInDays: wish.days };
      await shown(await call(endpoints.createKey, { params: { id: client.id }, body }));
      return 'The key is made. Copy it now: it is not shown again.';
    });
  const rotate = (key: KeyView) =>
    act.run(key.id, async () => {
      await shown(await call(endpoints.rotateKey, { params: { id: key.id }, body: { overlapDays } }));
      return `The new key is made. The old one works for ${overlapDays} more days.`;
    });
  const revoke = (key: KeyView) =>
    act.run(key.id, async () => {
      await call(endpoints.revokeKey, { params: { id: key.id } });
      await refresh();
      return 'The key is revoked. It works no more.';
    });
  return (
    <section className={styles.card} aria-labelledby={client.id}>
      <div className={styles.head}>
        <div>
          <h2 id={client.id}>
            <bdi>{client.name}</bdi>
          </h2>
          <p className={styles.quiet}>
            {client.sandbox ? 'Sandbox of ' : ''}
            {client.brands.join(', ')} · {client.roles.map(roleName).join(', ')}
          </p>
        </div>
        {!isMaking && (
          <Button size="xs" variant="default" onClick={() => setIsMaking(true)}>
            Make a key
          </Button>
        )}
      </div>
      {isMaking && (
        <KeyForm isBusy={act.busy === 'make'} onMake={(wish) => void make(wish)} onBack={() => setIsMaking(false)} />
      )}
      {secret !== null && (
        <HandedSecret label={`New key for ${client.name}`} secret={secret} onDone={() => setSecret(null)}>
          <p>
            <strong>Copy this key now.</strong> It is kept nowhere and not shown again.
          </p>
        </HandedSecret>
      )}
      {act.failure && (
        <p role="alert" className={styles.failure}>
          {act.failure.message}
        </p>
      )}
      {failure && <FailureNotice error={failure} onRetry={retry} />}
      {keys.length === 0 && !failure && <p className={styles.quiet}>It has no key yet.</p>}
      {act.busy === 'make' && <Skeleton height={20} aria-label="Making the key" />}
      {keys.length > 0 && (
        <ul className={styles.list} aria-label={`Keys of ${client.name}`}>
          {keys.map((key) => (
            <KeyRow
              key={key.id}
              apiKey={key}
              isBusy={act.busy === key.id}
              onRotate={() => void rotate(key)}
              onRevoke={() => void revoke(key)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
