import { beforeAll, describe, expect, it } from 'vitest';
import { accounts } from '../../src/access/accounts.ts';
import { personCalling } from '../../src/access/authenticate.ts';
import { installationAccounts } from '../../src/access/installation-accounts.ts';
import { peopleDesk } from '../../src/access/people-desk.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { addBrand } from '../support/sample-acts.ts';
import { eachStore } from '../support/stores.ts';

describe('the owner of an installation', () => {
  eachStore(({ store }) => {
    const moment = fixedMoment();
    const members = () => accounts({ store: store().access, moment });
    const start = () =>
      installationAccounts({
        accounts: members(),
        store: store().access,
        people: store().accounts,
        knownBrandIds: store().brands.realBrandIds,
        moment,
      }).owner();
    const adminOf = async (userId: string) =>
      (await store().access.memberships(userId)).map(({ brandId, role }) => `${brandId} ${role}`);

    beforeAll(async () => {
      await addBrand(store(), moment);
      await addBrand(store(), moment, 'second');
    });

    it('is admin of every brand at the first start, and of a brand that comes later', async () => {
      const owner = await start();
      expect(await adminOf(owner.id)).toEqual(['loomwell admin', 'second admin']);
      await addBrand(store(), moment, 'third');
      expect((await start()).brandsOfOthers).toEqual([]);
      expect(await adminOf(owner.id)).toHaveLength(3);
      const events = await store().evidence.events('third', 0, 100);
      expect(events.filter(({ body }) => body.includes('membership.granted'))).toHaveLength(1);
    });

    it('stays without the role that another admin took away, until a brand has no admin who may sign in', async () => {
      const owner = await start();
      const ada = await members().user('Ada', 'ada@example.com');
      await members().grant(ada.id, ['loomwell', 'second', 'third'], ['admin']);
      const people = peopleDesk({ accounts: store().accounts, moment });
      const caller = await personCalling(store().access, ada);
      await people.setRoles(caller, owner.id, 'loomwell', []);
      expect(await start()).toMatchObject({ id: owner.id, brandsOfOthers: ['loomwell'], isDisabled: false });
      expect(await adminOf(owner.id)).toEqual(['second admin', 'third admin']);
      // Nobody can do this in the console, which keeps the last admin; somebody at the database can.
      await store().accounts.changePerson(ada.id, [], () => ({ disabledAt: moment.now(), events: [] }));
      expect((await start()).brandsOfOthers).toEqual([]);
      expect(await adminOf(owner.id)).toHaveLength(3);
    });

    it('is granted nothing while they are disabled', async () => {
      const owner = await start();
      await addBrand(store(), moment, 'fourth');
      await store().accounts.changePerson(owner.id, [], () => ({ disabledAt: moment.now(), events: [] }));
      expect(await start()).toMatchObject({ isDisabled: true, brandsOfOthers: ['fourth'] });
    });
  });
});
