import { describe, expect, it } from 'vitest';
import type { Session, User } from '../../src/domain/access.ts';
import { installationChain } from '../../src/domain/audit-event.ts';
import { addMs } from '../../src/domain/instant.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { sampleEvent } from '../support/samples.ts';
import { eachStore } from '../support/stores.ts';

describe('the access store', () => {
  eachStore(({ store }) => {
    const moment = fixedMoment();
    const event = () => sampleEvent(moment, installationChain, { action: 'user.created' });
    const eventCount = async () => (await store().evidence.events(installationChain, 0, 1_000)).length;
    const newUser = (email: string): User => ({
      id: moment.newId('user'),
      name: 'Ada \0',
      email,
      createdAt: moment.now(),
    });
    const newSession = (userId: string, kind: Session['kind'], more: Partial<Session> = {}): Session => ({
      id: moment.newId('session'),
      userId,
      kind,
      hash: moment.randomHex(32),
      createdAt: moment.now(),
      expiresAt: addMs(moment.now(), 60_000),
      openedBy: null,
      browser: null,
      lastUsedAt: null,
      ...more,
    });

    it('adds a person once for each e-mail address, however it is spelt', async () => {
      const user = newUser('Ada@example.com');
      expect(await store().access.addUser(user, [event()])).toBe(true);
      const events = await eventCount();
      expect(await store().access.addUser(newUser('ada@EXAMPLE.com'), [event()])).toBe(false);
      expect(await eventCount()).toBe(events);
      expect(await store().access.user(user.id)).toEqual(user);
      expect(await store().access.userByEmail('ADA@example.com')).toEqual(user);
      expect(await store().access.users([user.id, 'user_none'])).toEqual([user]);
      expect(await store().access.users([])).toEqual([]);
      expect(await store().access.user('user_none')).toBeNull();
      expect(await store().access.userByEmail('none@example.com')).toBeNull();
    });

    it('adds a client once for each name, and finds it by its key', async () => {
      const client = {
        id: moment.newId('client'),
        name: 'The campaign tool',
        isSandbox: false,
        createdAt: moment.now(),
      };
      expect(await store().access.addClient(client, [event()])).toBe(true);
      expect(await store().access.addClient({ ...client, id: moment.newId('client') }, [event()])).toBe(false);
      expect(await store().access.clientByName('The campaign tool')).toEqual(client);
      expect(await store().access.clientByName('Another')).toBeNull();
      const key = {
        id: moment.newId('key'),
        clientId: client.id,
        hash: moment.randomHex(32),
        hint: 'lw_1234',
        scopes: ['lines:read' as const],
        createdAt: moment.now(),
        expiresAt: addMs(moment.now(), 60_000),
        brandIds: ['loomwell'],
        revokedAt: null,
        lastUsedAt: null,
        replacedBy: null,
      };
      await store().access.addKey(key, [event()]);
      expect(await store().access.keyByHash(key.hash)).toEqual({ key, client });
      expect(await store().access.keyByHash('0'.repeat(64))).toBeNull();
    });

    it('grants a role once, with its event', async () => {
      const membership = { memberId: 'user_x', brandId: 'loomwell', role: 'copywriter' as const };
      const other = { ...membership, brandId: 'another' };
      const granted = (of: typeof membership) => ({ membership: of, event: sampleEvent(moment, of.brandId) });
      await store().access.grant([granted(membership)]);
      await store().access.grant([granted(membership), granted(other)]);
      expect(await store().access.memberships('user_x')).toEqual([other, membership]);
      expect(await store().evidence.events('loomwell', 0, 10)).toHaveLength(1);
      expect(await store().access.memberships('user_y')).toEqual([]);
    });

    it('lets a link be used once, and never as a session', async () => {
      const user = newUser('link@example.com');
      await store().access.addUser(user, []);
      const link = newSession(user.id, 'link');
      await store().access.addLink(link, []);
      expect(await store().access.sessionByHash(link.hash)).toBeNull();
      const session = newSession(user.id, 'session');
      const exchange = () =>
        store().access.exchangeLink({
          linkHash: link.hash,
          now: moment.now(),
          sessionFor: (userId) => ({
            session: { ...session, id: moment.newId('session'), hash: moment.randomHex(32), userId },
            events: [event()],
          }),
        });
      const used = await Promise.all([exchange(), exchange(), exchange()]);
      const [opened, ...more] = used.filter((each) => each !== null);
      expect(more).toEqual([]);
      expect(await store().access.sessionByHash(opened?.hash ?? '')).toEqual({ session: opened, user });
      await store().access.endSession(opened?.id ?? '', [event()]);
      const events = await eventCount();
      await store().access.endSession(opened?.id ?? '', [event()]);
      expect(await eventCount()).toBe(events);
      expect(await store().access.sessionByHash(opened?.hash ?? '')).toBeNull();
    });

    it('does not take a link that is over', async () => {
      const user = newUser('late@example.com');
      await store().access.addUser(user, []);
      const link = newSession(user.id, 'link');
      await store().access.addLink(link, []);
      const sessionFor = () => {
        throw new Error('never asked');
      };
      const act = { linkHash: link.hash, now: link.expiresAt, sessionFor };
      expect(await store().access.exchangeLink(act)).toBeNull();
    });
  });
});
