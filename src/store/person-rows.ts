/** Rows of people's accounts, and what a change does to them. */
import { installationChain } from '../domain/audit-event.ts';
import type { OtherAdmins, Person } from '../domain/person.ts';
import type { PersonChange } from '../ports/account-store.ts';
import { userOf } from './access-rows.ts';
import type { UserRow } from './account-tables.ts';
import { among } from './among.ts';
import type { HeldChains } from './audit-chain.ts';
import type { Reading, Writing } from './database.ts';
import { addMemberships, membershipsOf } from './people.ts';

/** People with their roles, in the order of the rows. */
export async function peopleOf(db: Reading, rows: readonly UserRow[]): Promise<Person[]> {
  const ids = rows.map(({ id }) => id);
  const memberships = await membershipsOf(db, ids);
  const passwords = await db
    .selectFrom('passwords')
    .select(['userId', 'setAt'])
    .where('userId', 'in', among(ids))
    .execute();
  return rows.map((row) => ({
    user: userOf(row),
    memberships: memberships.filter(({ memberId }) => memberId === row.id),
    disabledAt: row.disabledAt,
    lastSeenAt: row.lastSeenAt,
    passwordSetAt: passwords.find(({ userId }) => userId === row.id)?.setAt ?? null,
  }));
}

/** By brand, how many people but this one are its admins and may sign in. Campaign tools do not count: they let nobody in. */
export async function otherAdmins(db: Reading, userId: string): Promise<OtherAdmins> {
  const rows = await db
    .selectFrom('memberships')
    .innerJoin('users', 'users.id', 'memberships.memberId')
    .select(({ fn }) => ['memberships.brandId', fn.countAll<number>().as('admins')])
    .where('memberships.role', '=', 'admin')
    .where('users.id', '<>', userId)
    .where('users.disabledAt', 'is', null)
    .groupBy('memberships.brandId')
    .execute();
  return new Map(rows.map(({ brandId, admins }) => [brandId, Number(admins)]));
}

/** Write a change and its events; gives back the person as they are from then on. */
export async function applyChange(
  trx: Writing,
  chains: HeldChains,
  person: Person,
  change: PersonChange,
): Promise<Person> {
  const { id } = person.user;
  // What the act is about comes first: a request sent twice is answered with it.
  await chains.append(change.events.filter(({ chain }) => chain === installationChain));
  await addMemberships(trx, chains, change.granted ?? []);
  for (const { membership, event } of change.revoked ?? []) {
    const { numDeletedRows } = await trx
      .deleteFrom('memberships')
      .where('memberId', '=', membership.memberId)
      .where('brandId', '=', membership.brandId)
      .where('role', '=', membership.role)
      .executeTakeFirst();
    if (numDeletedRows === 1n) await chains.append([event]);
  }
  if (change.disabledAt !== undefined)
    await trx.updateTable('users').set({ disabledAt: change.disabledAt }).where('id', '=', id).execute();
  if (change.endsSessions) await trx.deleteFrom('sessions').where('userId', '=', id).execute();
  if (change.link) await trx.insertInto('sessions').values(change.link).execute();
  const row = await trx.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  return (await peopleOf(trx, [row]))[0] ?? person;
}
