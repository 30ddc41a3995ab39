/** One campaign tool with its keys: made, replaced, ended. */
import { Button, Skeleton } from '@mantine/core';
import { useState } from 'react';
import type { BrandView } from '../../http/contracts/access-routes.ts';
import type { ClientView, KeyView } from '../../http/contracts/key-routes.ts';
import { call } from '../api/call.ts';
import { endpoints } from '../api/endpoints.ts';
import { useAct } from '../api/use-act.ts';
import { useKeys } from '../api/use-clients.ts';
import { FailureNotice } from '../shell/failure-notice.tsx';
import { count } from '../words/counts.ts';
import { roleName } from '../words/roles.ts';
import styles from './admin.module.css';
import { HandedSecret } from './handed-secret.tsx';
import { KeyForm, type KeyWish } from './key-form.tsx';
import { KeyRow } from './key-row.tsx';
import { ReplaceForm, type ReplacementWish } from './replace-form.tsx';

/** A secret stands here once, after it was made. `brands` are those of the admin, for their names. */
export function ClientCard(props: { readonly client: ClientView; readonly brands: readonly BrandView[] }) {
  const { client } = props;
  const { keys, failure, retry, refresh } = useKeys(client.id);
  const act = useAct();
  const [isMaking, setIsMaking] = useState(false);
  const [replacing, setReplacing] = useState<string | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const brands = props.brands.filter(({ id }) => client.brands.includes(id));
  const nameOf = (brandId: string) => brands.find(({ id }) => id === brandId)?.name ?? brandId;
  const shown = async (made: { readonly secret: string }) => {
    setSecret(made.secret);
    setIsMaking(false);
    setReplacing(null);
    await refresh();
  };
  const make = (wish: KeyWish) =>
    act.run('make', async () => {
      const body = {
        scopes: [...wish.scopes],
        expiresInDays: wish.days,
        ...(wish.brands && { brands: [...wish.brands] }),
      };
      await shown(await call(endpoints.createKey, { params: { id: client.id }, body }));
      return 'The key is made. Copy it now: it is not shown again.';
    });
  const replace = (key: KeyView, { brands: wanted, overlapDays }: ReplacementWish) =>
    act.run(key.id, async () => {
      const body = { overlapDays, brands: wanted && [...wanted] };
      await shown(await call(endpoints.rotateKey, { params: { id: key.id }, body }));
      return overlapDays === 0
        ? 'The new key is made. The old one works no more.'
        : `The new key is made. The old one works for ${count(overlapDays, 'more day')}.`;
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
            {client.brands.map(nameOf).join(', ')} · {client.roles.map(roleName).join(', ')}
          </p>
        </div>
        {!isMaking && (
          <Button size="xs" variant="default" onClick={() => setIsMaking(true)}>
            Make a key
          </Button>
        )}
      </div>
      {isMaking && (
        <KeyForm
          brands={brands}
          isBusy={act.busy === 'make'}
          onMake={(wish) => void make(wish)}
          onBack={() => setIsMaking(false)}
        />
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
              nameOf={nameOf}
              isReplacing={replacing === key.id}
              isBusy={act.busy === key.id}
              onReplace={() => setReplacing(replacing === key.id ? null : key.id)}
              onRevoke={() => void revoke(key)}
            >
              {replacing === key.id && (
                <ReplaceForm
                  apiKey={key}
                  brands={brands}
                  isBusy={act.busy === key.id}
                  onReplace={(wish) => void replace(key, wish)}
                  onBack={() => setReplacing(null)}
                />
              )}
            </KeyRow>
          ))}
        </ul>
      )}
    </section>
  );
}
