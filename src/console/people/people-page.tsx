/** People and access: who may come in, and as what. For admins. */
import { Button, Skeleton } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useState } from 'react';
import { useAdminBrands } from '../api/use-admin-brands.ts';
import { usePeople } from '../api/use-people.ts';
import type { PageProps } from '../navigation/page-props.ts';
import { useAddressState } from '../navigation/use-address-state.ts';
import { FailureNotice } from '../shell/failure-notice.tsx';
import styles from './admin.module.css';
import { AdminFrame } from './admin-frame.tsx';
import { type Handed, HandedLink } from './handed-link.tsx';
import { InviteForm } from './invite-form.tsx';
import { PersonRow } from './person-row.tsx';

/** Everybody with a role in a brand of which the person before the screen is an admin. */
export function PeoplePage({ session }: PageProps) {
  useDocumentTitle('People and access · Linewright');
  const [brand] = useAddressState('brand');
  const { people, isLoading, failure, retry, more, refresh } = usePeople(brand);
  const [isInviting, setIsInviting] = useState(false);
  const [handed, setHanded] = useState<Handed | null>(null);
  const brands = useAdminBrands(session);
  const invited = (link: Handed | null) => {
    setIsInviting(false);
    setHanded(link);
    void refresh();
  };
  return (
    <AdminFrame
      title="People and access"
      action={!isInviting && <Button onClick={() => setIsInviting(true)}>Invite somebody</Button>}
    >
      {isInviting && brands.length > 0 && (
        <InviteForm brands={brands} onInvited={invited} onBack={() => setIsInviting(false)} />
      )}
      {handed && <HandedLink handed={handed} onDone={() => setHanded(null)} />}
      {failure && <FailureNotice error={failure} onRetry={retry} />}
      {isLoading ? (
        <Skeleton height={200} aria-label="Loading people" />
      ) : (
        <ul className={styles.list} aria-label="People">
          {people.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              isMe={person.id === session.me.userId}
              brands={brands}
              onChanged={refresh}
            />
          ))}
        </ul>
      )}
      {more && (
        <Button variant="default" onClick={more}>
          Show more people
        </Button>
      )}
    </AdminFrame>
  );
}
