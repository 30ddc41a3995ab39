/** Where messages about brands go, and what became of them. For admins. */
import { Button, Skeleton } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useState } from 'react';
import { useAdminBrands } from '../api/use-admin-brands.ts';
import { useWebhooks } from '../api/use-webhooks.ts';
import type { PageProps } from '../navigation/page-props.ts';
import { useAddressState } from '../navigation/use-address-state.ts';
import { FailureNotice } from '../shell/failure-notice.tsx';
import styles from './admin.module.css';
import { AdminFrame } from './admin-frame.tsx';
import { HandedSecret } from './handed-secret.tsx';
import { WebhookCard } from './webhook-card.tsx';
import { WebhookForm } from './webhook-form.tsx';

/** The endpoints of the brands of the person before the screen. */
export function WebhooksPage({ session }: PageProps) {
  useDocumentTitle('Webhooks · Linewright');
  const [brand] = useAddressState('brand');
  const { webhooks, isLoading, failure, retry, refresh } = useWebhooks(brand);
  const brands = useAdminBrands(session);
  const [isAdding, setIsAdding] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <AdminFrame
      title="Webhooks"
      action={!isAdding && <Button onClick={() => setIsAdding(true)}>Add an address</Button>}
    >
      {isAdding && brands.length > 0 && (
        <WebhookForm
          brands={brands}
          onAdded={async (made) => {
            setSecret(made);
            setIsAdding(false);
            await refresh();
          }}
          onBack={() => setIsAdding(false)}
        />
      )}
      {secret !== null && (
        <HandedSecret label="Secret of the webhook" secret={secret} onDone={() => setSecret(null)}>
          <p>
            <strong>Copy this secret now.</strong> Messages are signed with it. It is not shown again.
          </p>
        </HandedSecret>
      )}
      {failure && <FailureNotice error={failure} onRetry={retry} />}
      {isLoading && <Skeleton height={160} aria-label="Loading webhooks" />}
      {!isLoading && !failure && webhooks.length === 0 && (
        <p className={styles.quiet}>
          Nobody is told yet. Add the address of a campaign tool, and it hears of every approval and recall by itself.
        </p>
      )}
      {webhooks.map((webhook) => (
        <WebhookCard
          key={webhook.id}
          webhook={webhook}
          brandName={brands.find(({ id }) => id === webhook.brandId)?.name ?? webhook.brandId}
          onChanged={refresh}
        />
      ))}
    </AdminFrame>
  );
}
