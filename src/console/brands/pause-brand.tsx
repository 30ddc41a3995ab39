/** Pausing the drafting of a brand, with a reason for everybody whose cohorts wait, and resuming it. */
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Role } from '../../domain/access.ts';
import type { BrandRecordView } from '../../http/contracts/brand-routes.ts';
import { usePause } from '../api/use-brand.ts';
import type { Session } from '../api/use-session.ts';
import { useAnnounce } from '../shell/announcer.tsx';
import styles from './brands.module.css';

const pausers: readonly Role[] = ['admin', 'policy-owner', 'copywriter'];

/** Whether this person may. The service has the last word. */
export function mayPause({ me }: Session, brandId: string): boolean {
  return me.memberships.some((membership) => membership.brandId === brandId && pausers.includes(membership.role));
}

/** The reason stays typed when it could not be saved. */
export function PauseBrand({ brand }: { readonly brand: BrandRecordView }) {
  const announce = useAnnounce();
  const pause = usePause(brand.id);
  const [reason, setReason] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const isMissing = reason.trim() === '';
  const act = () => {
    if (brand.pause) pause.mutate(null, { onSuccess: () => announce('Drafting goes on.') });
    else if (isMissing) setWasTried(true);
    else
      pause.mutate(reason.trim(), {
        onSuccess: () => {
          setReason('');
          setWasTried(false);
          announce('Drafting is paused.');
        },
      });
  };
  return (
    <section className={styles.section} aria-labelledby="pause">
      <h2 id="pause">Pause</h2>
      <p>
        {brand.pause
          ? 'Nothing is drafted for this brand. What waits goes on where it was.'
          : 'While it is paused nothing is drafted. Briefs are accepted and wait, and people go on deciding.'}
      </p>
      <form
        className={styles.pause}
        onSubmit={(event) => {
          event.preventDefault();
          if (!pause.isPending) act();
        }}
      >
        {!brand.pause && (
          <TextInput
            label="Reason"
            description="Everybody whose cohorts wait reads it."
            error={wasTried && isMissing ? 'Say in a few words why.' : undefined}
            value={reason}
            maxLength={500}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <Button type="submit" variant="default" loading={pause.isPending}>
          {brand.pause ? 'Resume drafting' : 'Pause drafting'}
        </Button>
        {pause.error && <p role="alert">{pause.error.message}</p>}
      </form>
    </section>
  );
}
