/** Changing the roles of a person in the brands of an admin. */
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { BrandView } from '../../http/contracts/access-routes.ts';
import type { PersonView } from '../../http/contracts/people-routes.ts';
import { useAct } from '../api/use-act.ts';
import { personActs } from '../api/use-people.ts';
import { personRoles } from '../words/roles.ts';
import styles from './admin.module.css';
import { RoleChoices, type RolesByBrand } from './role-choices.tsx';

/** Sends only the brands in which something changed. */
export function RolesForm(props: {
  readonly person: PersonView;
  readonly brands: readonly BrandView[];
  readonly onSaved: () => Promise<void>;
}) {
  const { person, brands } = props;
  const act = useAct();
  const before = rolesOf(person, brands);
  const [roles, setRoles] = useState<RolesByBrand>(before);
  const changed = brands.filter(({ id }) => String(before[id]?.toSorted()) !== String(roles[id]?.toSorted()));
  const save = async (event: FormEvent) => {
    event.preventDefault();
    await act.run('roles', async () => {
      for (const { id } of changed) await personActs.setRoles(person, id, roles[id] ?? []);
      await props.onSaved();
      return `The roles of ${person.name} are saved. They hold at once.`;
    });
  };
  return (
    <form className={styles.card} aria-label={`Roles of ${person.name}`} onSubmit={(event) => void save(event)}>
      <RoleChoices brands={brands} value={roles} onChange={setRoles} />
      {act.failure && (
        <p role="alert" className={styles.failure}>
          {act.failure.message}
        </p>
      )}
      <div className={styles.actions}>
        <Button type="submit" size="xs" loading={act.busy !== null} disabled={changed.length === 0}>
          Save roles
        </Button>
      </div>
    </form>
  );
}

function rolesOf(person: PersonView, brands: readonly BrandView[]): RolesByBrand {
  return Object.fromEntries(
    brands.map(({ id }) => [
      id,
      personRoles.filter((role) => person.roles.some((each) => each.brand === id && each.role === role)),
    ]),
  );
}
