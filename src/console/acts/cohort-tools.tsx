/** What can be done for a cohort besides deciding its lines: writing one, asking for more, replacing a word. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { QueueCohortView } from '../../http/contracts/review-routes.ts';
import type { Session } from '../api/use-session.ts';
import { localeOf } from '../brief/cohort-name.ts';
import { useShortcuts } from '../keyboard/keyboard.tsx';
import { KeyButton } from '../line/key-button.tsx';
import { replacePath } from '../navigation/addresses.ts';
import styles from './acts.module.css';
import { OwnLineForm } from './own-line-form.tsx';
import { WishForm } from './wish-form.tsx';

/** Buttons, and the form of the one that was pressed in their place. */
export function CohortTools(props: {
  readonly view: QueueCohortView;
  readonly session: Session;
  readonly hasPreheader: boolean;
}) {
  const { cohort } = props.view;
  const [open, setOpen] = useState<'own' | 'wish' | null>(null);
  const isBusy = cohort.state === 'waiting' || cohort.state === 'drafting';
  const close = () => setOpen(null);
  useShortcuts(open === null ? { w: () => setOpen('own') } : { escape: close });
  if (cohort.state === 'cancelled') return null;
  if (open === 'own')
    return (
      <OwnLineForm
        cohortId={cohort.id}
        locale={localeOf(props.view)}
        hasPreheader={props.hasPreheader}
        onDone={close}
      />
    );
  if (open === 'wish')
    return (
      <WishForm cohortId={cohort.id} isEmbedded={props.session.me.writer.kind === 'embedded-writer'} onDone={close} />
    );
  return (
    <div className={`${styles.buttons} ${styles.tools}`}>
      <KeyButton sign="pen" shortcut="w" label="Write my own line" variant="default" onClick={() => setOpen('own')} />
      <Button variant="default" onClick={() => setOpen('wish')} disabled={isBusy}>
        {isBusy ? 'More lines are being drafted' : 'More lines with a wish'}
      </Button>
      <Button variant="subtle" component={Link} href={replacePath(cohort.requestId)}>
        Replace a word in this campaign
      </Button>
    </div>
  );
}
