/** One address that is told: its state, what can be done, and its log. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { WebhookEndpoint } from '../../domain/webhook.ts';
import { call } from '../api/call.ts';
import { endpoints } from '../api/endpoints.ts';
import { useAct } from '../api/use-act.ts';
import { agoInWords } from '../words/ago.ts';
import styles from './admin.module.css';
import { DeliveryLog } from './delivery-log.tsx';
import { HandedSecret } from './handed-secret.tsx';
import { WebhookChange } from './webhook-change.tsx';

/** Removing asks once more: the log goes with it. `brandName` is that of its brand. */
export function WebhookCard(props: {
  readonly webhook: WebhookEndpoint;
  readonly brandName: string;
  readonly onChanged: () => Promise<unknown>;
}) {
  const { webhook, onChanged } = props;
  const { id, url, state, reason, types, lastDeliveredAt, version } = webhook;
  const act = useAct();
  const [tested, setTested] = useState<string | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const [isLogOpen, setIsLogOpen] = useState(false);
  const [isChanging, setIsChanging] = useState(false);
  const [isRemoving, setIsRemoving] = useState(false);
  const isOn = state === 'enabled';
  const test = () =>
    act.run('test', async () => {
      const { hasArrived, status, error } = await call(endpoints.testWebhook, { params: { id } });
      const said = hasArrived
        ? `The test message arrived: the receiver answered ${status}.`
        : `The test message did not arrive: ${error ?? `the receiver answered ${status}`}.`;
      setTested(said);
      return said;
    });
  const turn = () =>
    act.run('state', async () => {
      await call(endpoints.changeWebhook, {
        params: { id },
        body: { state: isOn ? 'disabled' : 'enabled' },
        ifMatch: version,
      });
      await onChanged();
      return isOn ? 'The address is not told any more.' : 'The address is told again.';
    });
  const rotate = () =>
    act.run('rotate', async () => {
      setSecret((await call(endpoints.rotateWebhookSecret, { params: { id } })).secret);
      return 'There is a new secret. For a day, the old one signs along.';
    });
  const remove = () =>
    act.run('remove', async () => {
      await call(endpoints.removeWebhook, { params: { id } });
      await onChanged();
      return 'The address is removed, with its log.';
    });
  return (
    <section className={styles.card} aria-label={`Webhook ${url}`}>
      <div className={styles.head}>
        <div>
          <h2 className={styles.name}>{url}</h2>
          <p className={styles.quiet}>
            <bdi>{props.brandName}</bdi> · {types === null ? 'told of everything' : `told of ${types.join(', ')}`} ·{' '}
            {lastDeliveredAt === null ? 'nothing arrived yet' : `last message arrived ${agoInWords(lastDeliveredAt)}`}
          </p>
          <p className={styles.state} data-tone={isOn ? 'good' : 'bad'}>
            {isOn ? 'On' : `Off${reason === null ? '' : `: ${reason}`}`}
          </p>
        </div>
        <div className={styles.actions}>
          <Button size="xs" variant="default" loading={act.busy === 'test'} onClick={() => void test()}>
            Send a test
          </Button>
          <Button size="xs" variant="default" aria-expanded={isChanging} onClick={() => setIsChanging(!isChanging)}>
            Change
          </Button>
          <Button size="xs" variant="default" loading={act.busy === 'state'} onClick={() => void turn()}>
            {isOn ? 'Turn off' : 'Turn on'}
          </Button>
          <Button size="xs" variant="default" loading={act.busy === 'rotate'} onClick={() => void rotate()}>
            New secret
          </Button>
          <Button
            size="xs"
            variant="default"
            loading={act.busy === 'remove'}
            onClick={() => (isRemoving ? void remove() : setIsRemoving(true))}
          >
            {isRemoving ? 'Remove it with its log' : 'Remove'}
          </Button>
          {isRemoving && (
            <Button size="xs" variant="default" onClick={() => setIsRemoving(false)}>
              Keep it
            </Button>
          )}
          <Button size="xs" variant="default" aria-expanded={isLogOpen} onClick={() => setIsLogOpen(!isLogOpen)}>
            Log
          </Button>
        </div>
      </div>
      {tested !== null && <p className={styles.quiet}>{tested}</p>}
      {act.failure && (
        <p role="alert" className={styles.failure}>
          {act.failure.message}
        </p>
      )}
      {isChanging && (
        <WebhookChange
          webhook={webhook}
          onSaved={async () => {
            await onChanged();
            setIsChanging(false);
          }}
          onStale={onChanged}
          onBack={() => setIsChanging(false)}
        />
      )}
      {secret !== null && (
        <HandedSecret label="New secret of the webhook" secret={secret} onDone={() => setSecret(null)}>
          <p>
            <strong>Copy this secret now.</strong> It is not shown again. For a day, the old one signs along.
          </p>
        </HandedSecret>
      )}
      {isLogOpen && <DeliveryLog webhookId={id} />}
    </section>
  );
}
