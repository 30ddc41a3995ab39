/** People let in, given roles and shut out by admins, on both databases. */
import { describe, expect, it } from 'vitest';
import { accounts } from '../../src/access/accounts.ts';
import { authentication, personCalling } from '../../src/access/authenticate.ts';
import { peopleDesk } from '../../src/access/people-desk.ts';
import { signingIn } from '../../src/access/sign-in.ts';
import type { Role } from '../../src/domain/access.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { eachStore } from '../support/stores.ts';

describe('the desk for people', () => {
  eachStore(({ store }) => {
    const moment = fixedMoment();
    const access = () => ({ store: store().access, moment });
    const desk = () => peopleDesk({ accounts: store().accounts, moment });
    let people = 0;
    const somebody = async (roles: readonly Role[], brandIds: readonly string[]) => {
      const user = await accounts(access()).user('Ada', `person-${++people}@example.com`);
      await accounts(access()).grant(user.id, brandIds, roles);
      return personCalling(store().access, user);
    };
    const told = async (chain: string, action: string) =>
      (await store().evidence.events(chain, 0, 1000))
        .map(({ body }) => JSON.parse(body))
        .filter((event) => event.action === action);
    const brand = () => `brand-${++people}`;
    const invited = (email: string, at: string, role: Role = 'copywriter') => ({
      name: 'Ben Okafor',
      email,
      roles: [{ brand: at, role }],
    });

    it('lets somebody in by a link that works once, and keeps its secret from the chain', async () => {
      const at = brand();
      const ada = await somebody(['admin'], [at]);
      const { seen, link } = await desk().invite(ada, invited('Ben@Example.com', at));
      expect(seen).toMatchObject({ isElsewhere: false, memberships: [{ brandId: at, role: 'copywriter' }] });
      expect(seen.person).toMatchObject({ user: { email: 'ben@example.com' }, passwordSetAt: null });
      const { signedIn } = await signingIn(access()).signIn(link?.secret ?? '', 'Firefox on Linux');
      expect(signedIn.caller).toMatchObject({ name: 'Ben Okafor', memberships: [{ brandId: at }] });
      await expect(signingIn(access()).signIn(link?.secret ?? '')).rejects.toMatchObject({ code: 'not-signed-in' });
      const of = (each: { subject: string }) => each.subject === seen.person.user.id;
      expect((await told('@installation', 'user.created')).filter(of)).toMatchObject([{ actor: ada.actor }]);
      expect(await told(at, 'membership.granted')).toHaveLength(2);
      const chain = await store().evidence.events('@installation', 0, 1000);
      expect(JSON.stringify(chain)).not.toContain(link?.secret);
    });

    it('lets a link that is handed over wait for a day, and no longer', async () => {
      const at = brand();
      const ada = await somebody(['admin'], [at]);
      const { link } = await desk().invite(ada, invited('late@example.com', at));
      moment.advance(24 * 60 * 60 * 1000);
      await expect(signingIn(access()).signIn(link?.secret ?? '')).rejects.toMatchObject({ code: 'not-signed-in' });
    });

    it('makes no link for an account that reaches brands of others', async () => {
      const [mine, theirs] = [brand(), brand()];
      const ada = await somebody(['admin'], [mine]);
      const eve = await somebody(['admin'], [theirs]);
      const { seen } = await desk().invite(eve, invited('shared@example.com', theirs));
      const { id } = seen.person.user;
      const again = await desk().invite(ada, { ...invited('SHARED@example.com', mine), name: 'Another name' });
      expect(again).toMatchObject({
        link: null,
        seen: { isElsewhere: true, person: { user: { name: 'Ben Okafor' } } },
      });
      expect(again.seen.memberships).toMatchObject([{ brandId: mine }]);
      for (const act of [
        () => desk().makeLink(ada, id),
        () => desk().setState(ada, id, 'disabled'),
        () => desk().endSessions(ada, id),
      ])
        await expect(act()).rejects.toMatchObject({ code: 'not-allowed' });
      expect((await desk().setRoles(ada, id, mine, [])).memberships).toEqual([]);
      expect(await store().access.memberships(id)).toMatchObject([{ brandId: theirs }]);
    });

    it('reaches nobody and no brand beyond those of the admin', async () => {
      const [mine, theirs] = [brand(), brand()];
      const ada = await somebody(['admin'], [mine]);
      const eve = await somebody(['admin', 'copywriter'], [theirs]);
      await accounts(access()).grant(ada.actor.id, [theirs], ['copywriter']);
      const caller = await personCalling(store().access, { id: ada.actor.id, name: 'Ada' });
      const { id } = eve.actor;
      for (const act of [
        () => desk().makeLink(caller, id),
        () => desk().setState(caller, id, 'disabled'),
        () => desk().setRoles(caller, id, mine, ['admin']),
        () => desk().setRoles(caller, ada.actor.id, theirs, ['admin']),
        () => desk().invite(caller, invited('mole@example.com', theirs)),
      ])
        await expect(act()).rejects.toMatchObject({ code: 'not-found' });
      const all = { limit: 100, cursor: null };
      expect((await desk().list(caller, [mine], all)).data.map(({ person }) => person.user.id)).toEqual([ada.actor.id]);
    });

    it('gives and takes roles at once, and tells of each', async () => {
      const at = brand();
      const ada = await somebody(['admin'], [at]);
      const { seen, link } = await desk().invite(ada, invited('cleo@example.com', at));
      const { secret } = await signingIn(access()).signIn(link?.secret ?? '');
      const { id } = seen.person.user;
      await desk().setRoles(ada, id, at, ['compliance', 'policy-owner']);
      const now = await authentication(access()).bySession(secret);
      expect(now?.caller.memberships.map(({ role }) => role)).toEqual(['compliance', 'policy-owner']);
      expect(await told(at, 'membership.revoked')).toMatchObject([{ subject: id, details: { role: 'copywriter' } }]);
      const before = (await store().evidence.events(at, 0, 1000)).length;
      await desk().setRoles(ada, id, at, ['compliance', 'policy-owner']);
      expect(await store().evidence.events(at, 0, 1000)).toHaveLength(before);
    });

    it('keeps the last admin of a brand, whom campaign tools and disabled people do not stand in for', async () => {
      const at = brand();
      const ada = await somebody(['admin'], [at]);
      const tool = await accounts(access()).client(`Tool ${++people}`);
      await accounts(access()).grant(tool.id, [at], ['admin']);
      const ben = await somebody(['admin'], [at]);
      await desk().setState(ada, ben.actor.id, 'disabled');
      for (const act of [
        () => desk().setRoles(ada, ada.actor.id, at, ['copywriter']),
        () => desk().setState(ada, ada.actor.id, 'disabled'),
      ])
        await expect(act()).rejects.toMatchObject({ code: 'last-admin' });
      await desk().setState(ada, ben.actor.id, 'active');
      expect((await desk().setRoles(ada, ada.actor.id, at, [])).memberships).toEqual([]);
    });

    it('keeps one admin where two leave at the same instant', async () => {
      const at = brand();
      const [ada, ben] = [await somebody(['admin'], [at]), await somebody(['admin'], [at])];
      const leave = (who: typeof ada) => desk().setRoles(who, who.actor.id, at, []);
      const left = await Promise.allSettled([leave(ada), leave(ben)]);
      expect(left.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it('shuts somebody out at once: sessions, links and new ones', async () => {
      const at = brand();
      const ada = await somebody(['admin'], [at]);
      const { seen, link } = await desk().invite(ada, invited('dora@example.com', at));
      const { secret } = await signingIn(access()).signIn(link?.secret ?? '', 'Chrome on Windows');
      const { id } = seen.person.user;
      const waiting = await desk().makeLink(ada, id);
      expect((await desk().setState(ada, id, 'disabled')).person.disabledAt).toBe(moment.now());
      expect(await authentication(access()).bySession(secret)).toBeNull();
      await expect(signingIn(access()).signIn(waiting.secret)).rejects.toMatchObject({ code: 'not-signed-in' });
      const byShell = await signingIn(access()).makeLink(id);
      await expect(signingIn(access()).signIn(byShell)).rejects.toMatchObject({ code: 'not-signed-in' });
      await expect(desk().makeLink(ada, id)).rejects.toMatchObject({ code: 'not-allowed' });
      await desk().setState(ada, id, 'disabled');
      expect((await told('@installation', 'user.disabled')).filter(({ subject }) => subject === id)).toHaveLength(1);
      await desk().setState(ada, id, 'active');
      const again = await signingIn(access()).signIn((await desk().makeLink(ada, id)).secret);
      await desk().endSessions(ada, id);
      expect(await authentication(access()).bySession(again.secret)).toBeNull();
    });
  });
});
