/** One person: who they are, what they may do, when they were here, and what an admin can do about it. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { BrandView } from '../../http/contracts/access-routes.ts';
import type { PersonView } from '../../http/contracts/people-routes.ts';
import { useAct } from '../api/use-act.ts';
import { personActs } from '../api/use-people.ts';
import { agoInWords } from '../words/ago.ts';
import { roleName } from '../words/roles.ts';
import styles from './admin.module.css';
import { type Handed, HandedLink } from './handed-link.tsx';
import { RolesForm } from './roles-form.tsx';

/** `onChanged` is called after every act, for the list to be read again. */
export function PersonRow(props: {
  readonly person: PersonView;
  readonly isMe: boolean;
  readonly brands: readonly BrandView[];
  readonly onChanged: () => Promise<unknown>;
}) {
  const { person, isMe, brands, onChanged } = props;
  const act = useAct();
  const [areRolesOpen, setAreRolesOpen] = useState(false);
  const [handed, setHanded] = useState<Handed | null>(null);
  const isDisabled = person.state === 'disabled';
  const seen = person.lastSeenAt === null ? 'Never signed in' : `Last here ${agoInWords(person.lastSeenAt)}`;
  const link = () =>
    act.run('link', async () => {
      setHanded({ name: person.name, ...(await personActs.makeLink(person)) });
      return `There is a new link for ${person.name}. Hand it over.`;
    });
  const setState = (state: PersonView['state'], said: string) =>
    act.run('state', async () => {
      await personActs.setState(person, state);
      await onChanged();
      return said;
    });
  const signOut = () =>
    act.run('sign-out', async () => {
      await personActs.signOut(person);
      await onChanged();
      return `${person.name} is signed out everywhere.`;
    });
  return (
    <li className={styles.row} aria-label={person.name}>
      <div>
        <p className={styles.name}>
          <bdi>{person.name}</bdi>
          {isMe && ' (you)'}
        </p>
        <p className={styles.quiet}>{person.email}</p>
        <p className={styles.quiet}>
          {seen}
          {person.hasPassword ? ' · has a password' : ''}
        </p>
      </div>
      <div>
        <div className={styles.chips}>
          {person.roles.map(({ brand, role }) => (
            <span key={`${brand} ${role}`} className={styles.chip}>
              {roleName(role)}
              {brands.length > 1 ? ` · ${brands.find(({ id }) => id === brand)?.name ?? brand}` : ''}
            </span>
          ))}
        </div>
        {isDisabled && (
          <p className={styles.state} data-tone="bad">
            Disabled: cannot sign in
          </p>
        )}
        {person.isElsewhere && (
          <p className={styles.quiet}>Also in brands of others, so their account is not yours alone to change.</p>
        )}
      </div>
      <div className={styles.actions}>
        <Button size="xs" variant="default" aria-expanded={areRolesOpen} onClick={() => setAreRolesOpen(!areRolesOpen)}>
          Roles
        </Button>
        {!person.isElsewhere && (
          <>
            {!isDisabled && (
              <Button size="xs" variant="default" loading={act.busy === 'link'} onClick={() => void link()}>
                New link
              </Button>
            )}
            {!isDisabled && !isMe && (
              <Button size="xs" variant="default" loading={act.busy === 'sign-out'} onClick={() => void signOut()}>
                Sign out
              </Button>
            )}
            {!isMe && (
              <Button
                size="xs"
                variant="default"
                loading={act.busy === 'state'}
                onClick={() =>
                  void (isDisabled
                    ? setState('active', `${person.name} may sign in again.`)
                    : setState('disabled', `${person.name} is disabled and signed out everywhere.`))
                }
              >
                {isDisabled ? 'Let in again' : 'Disable'}
              </Button>
            )}
          </>
        )}
      </div>
      {act.failure && (
        <p role="alert" className={`${styles.wide} ${styles.failure}`}>
          {act.failure.message}
        </p>
      )}
      {areRolesOpen && (
        <div className={styles.wide}>
          <RolesForm
            person={person}
            brands={brands}
            onSaved={async () => {
              await onChanged();
              setAreRolesOpen(false);
            }}
          />
        </div>
      )}
      {handed && (
        <div className={styles.wide}>
          <HandedLink handed={handed} onDone={() => setHanded(null)} />
        </div>
      )}
    </li>
  );
}
