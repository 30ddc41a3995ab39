/** What was sent to an address, with every attempt. */
import { Button, Skeleton } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { WebhookAttempt, WebhookDelivery } from '../../domain/webhook.ts';
import { call } from '../api/call.ts';
import { endpoints } from '../api/endpoints.ts';
import { useAct } from '../api/use-act.ts';
import { useDeliveries } from '../api/use-webhooks.ts';
import { FailureNotice } from '../shell/failure-notice.tsx';
import { count } from '../words/counts.ts';
import { dayAndTime } from '../words/dates.ts';
import styles from './admin.module.css';

const tones: Readonly<Record<string, string>> = { delivered: 'good', failed: 'bad', cancelled: 'bad' };

/** Newest first. */
export function DeliveryLog({ webhookId }: { readonly webhookId: string }) {
  const { deliveries, isLoading, failure, retry, more } = useDeliveries(webhookId);
  const queries = useQueryClient();
  const act = useAct();
  const resend = (delivery: WebhookDelivery) =>
    act.run(delivery.id, async () => {
      await call(endpoints.resendDelivery, { params: { id: delivery.id } });
      await queries.invalidateQueries({ queryKey: ['deliveries', webhookId] });
      return 'The message is sent again.';
    });
  if (isLoading) return <Skeleton height={80} aria-label="Loading the log" />;
  return (
    <>
      {failure && <FailureNotice error={failure} onRetry={retry} />}
      {act.failure && (
        <p role="alert" className={styles.failure}>
          {act.failure.message}
        </p>
      )}
      {deliveries.length === 0 && (
        <p className={styles.quiet}>Nothing was sent yet. Test messages do not stand here.</p>
      )}
      {deliveries.length > 0 && (
        <ul className={styles.list} aria-label="Log">
          {deliveries.map((delivery) => (
            <li key={delivery.id} className={styles.row}>
              <div>
                <p className={styles.name}>{delivery.type}</p>
                <p className={styles.quiet}>{dayAndTime(delivery.createdAt)}</p>
              </div>
              <div>
                <p className={styles.state} data-tone={tones[delivery.state] ?? 'warn'}>
                  {delivery.state}
                </p>
                {delivery.reason !== null && <p className={styles.quiet}>{delivery.reason}</p>}
                {delivery.attempts.length > 0 && (
                  <details className={styles.quiet}>
                    <summary>{count(delivery.attempts.length, 'attempt')}</summary>
                    <ol>
                      {delivery.attempts.map((attempt) => (
                        <li key={attempt.at}>{attemptInWords(attempt)}</li>
                      ))}
                    </ol>
                  </details>
                )}
              </div>
              <div className={styles.actions}>
                <Button
                  size="xs"
                  variant="default"
                  aria-label={`Send ${delivery.type} of ${dayAndTime(delivery.createdAt)} again`}
                  loading={act.busy === delivery.id}
                  onClick={() => void resend(delivery)}
                >
                  Send again
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {more && (
        <Button size="xs" variant="default" onClick={more}>
          Show older messages
        </Button>
      )}
    </>
  );
}

function attemptInWords({ at, durationMs, status, error }: WebhookAttempt): string {
  return `${dayAndTime(at)}: ${error ?? `answered ${status}`}, after ${durationMs} ms`;
}
