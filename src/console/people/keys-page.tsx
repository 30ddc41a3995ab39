/** Campaign tools and their keys. For admins. */
import { Button, Skeleton } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useState } from 'react';
import { useAdminBrands } from '../api/use-admin-brands.ts';
import { useClients } from '../api/use-clients.ts';
import type { PageProps } from '../navigation/page-props.ts';
import { FailureNotice } from '../shell/failure-notice.tsx';
import styles from './admin.module.css';
import { AdminFrame } from './admin-frame.tsx';
import { ClientCard } from './client-card.tsx';
import { ClientForm } from './client-form.tsx';

/** Every tool with a part in a brand of the person before the screen. */
export function KeysPage({ session }: PageProps) {
  useDocumentTitle('Keys · Linewright');
  const { clients, isLoading, failure, retry, refresh } = useClients();
  const brands = useAdminBrands(session);
  const [isAdding, setIsAdding] = useState(false);
  const added = async () => {
    await refresh();
    setIsAdding(false);
  };
  return (
    <AdminFrame
      title="Keys of campaign tools"
      action={!isAdding && <Button onClick={() => setIsAdding(true)}>Add a tool</Button>}
    >
      {isAdding && brands.length > 0 && (
        <ClientForm brands={brands} onAdded={added} onBack={() => setIsAdding(false)} />
      )}
      {failure && <FailureNotice error={failure} onRetry={retry} />}
      {isLoading && <Skeleton height={160} aria-label="Loading campaign tools" />}
      {!isLoading && !failure && clients.length === 0 && (
        <p className={styles.quiet}>
          No tool has been let in yet. Add the one that sends your campaigns, and give it a key.
        </p>
      )}
      {clients.map((client) => (
        <ClientCard key={client.id} client={client} brands={brands} />
      ))}
    </AdminFrame>
  );
}
