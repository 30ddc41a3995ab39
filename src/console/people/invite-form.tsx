/** Letting somebody in. */
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { BrandView } from '../../http/contracts/access-routes.ts';
import { call } from '../api/call.ts';
import { endpoints } from '../api/endpoints.ts';
import { mistakeAt, useAct } from '../api/use-act.ts';
import styles from './admin.module.css';
import type { Handed } from './handed-link.tsx';
import { RoleChoices, type RolesByBrand } from './role-choices.tsx';

/** `onInvited` gets the link to hand over, or `null` where the person signs in as before. */
export function InviteForm(props: {
  readonly brands: readonly BrandView[];
  readonly onInvited: (handed: Handed | null) => void;
  readonly onBack: () => void;
}) {
  const { brands } = props;
  const act = useAct();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [roles, setRoles] = useState<RolesByBrand>(() =>
    brands.length === 1 && brands[0] ? { [brands[0].id]: ['copywriter'] } : {},
  );
  const chosen = Object.entries(roles).flatMap(([brand, each]) => each.map((role) => ({ brand, role })));
  const [wasTried, setWasTried] = useState(false);
  const missing = {
    name: wasTried && name.trim() === '' ? 'Give their name.' : '',
    email: wasTried && email.trim() === '' ? 'Give their e-mail address.' : '',
    roles: wasTried && chosen.length === 0 ? 'Choose at least one role.' : '',
  };
  const invite = async (event: FormEvent) => {
    event.preventDefault();
    setWasTried(true);
    if (name.trim() === '' || email.trim() === '' || chosen.length === 0) return;
    await act.run('invite', async () => {
      const body = { name: name.trim(), email: email.trim(), roles: chosen };
      const { person, link } = await call(endpoints.invitePerson, { body });
      props.onInvited(link && { name: person.name, ...link });
      return link
        ? `${person.name} is invited. Hand the link over.`
        : `${person.name} has the roles now, and signs in as before.`;
    });
  };
  return (
    <form className={styles.card} aria-label="Invite somebody" noValidate onSubmit={(event) => void invite(event)}>
      <h2>Invite somebody</h2>
      <p className={styles.quiet}>
        You get a sign-in link to hand over: no mail is sent. Whoever has an account here already keeps it and gets
        these roles as well.
      </p>
      <div className={styles.fields}>
        <TextInput
          label="Name"
          autoFocus
          autoComplete="off"
          value={name}
          error={missing.name || mistakeAt(act.failure, '#/name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label="E-mail address"
          type="email"
          autoComplete="off"
          value={email}
          error={missing.email || mistakeAt(act.failure, '#/email')}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
      </div>
      <RoleChoices brands={brands} value={roles} onChange={setRoles} />
      {(missing.roles !== '' || (act.failure && act.failure.mistakes.length === 0)) && (
        <p role="alert" className={styles.failure}>
          {missing.roles || act.failure?.message}
        </p>
      )}
      <div className={styles.actions}>
        <Button type="submit" loading={act.busy !== null}>
          Invite
        </Button>
        <Button variant="default" onClick={props.onBack}>
          Back
        </Button>
      </div>
    </form>
  );
}
