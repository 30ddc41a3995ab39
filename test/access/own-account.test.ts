/** Passwords and sessions of a person, on both databases. */
import { describe, expect, it, vi } from 'vitest';
import { accounts } from '../../src/access/accounts.ts';
import { attempts } from '../../src/access/attempts.ts';
import { authentication } from '../../src/access/authenticate.ts';
import { ownAccount } from '../../src/access/own-account.ts';
import type { Passwords } from '../../src/access/password.ts';
import { signingIn, signingInByPassword } from '../../src/access/sign-in.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { eachStore } from '../support/stores.ts';

const first = 'wool coats and lanterns';
const second = 'twelve grey umbrellas';
/** As the real ones, without their slowness, which password.test.ts sees to. */
const quick: Passwords = {
  kept: async (password) => `scrypt ${[...password].reverse().join('')}`,
  isRight: async (password, kept) => kept === `scrypt ${[...password].reverse().join('')}`,
};
const page = { limit: 100, cursor: null };

describe("a person's own account", () => {
  eachStore(({ store }) => {
    const moment = fixedMoment();
    const access = () => ({ store: store().access, moment });
    let people = 0;
    /** Somebody signed in by link, with the ways in. */
    const somebody = async () => {
      const email = `own-${++people}@example.com`;
      const user = await accounts(access()).user('Ada', email);
      const parts = {
        accounts: store().accounts,
        passwords: quick,
        tries: attempts({ accounts: store().accounts, moment }),
        moment,
      };
      const byPassword = signingInByPassword({ ...parts, store: store().access });
      const byLink = async () =>
        (await signingIn(access()).signIn(await signingIn(access()).makeLink(user.id), 'Firefox on Linux')).signedIn;
      return { user, email, account: ownAccount(parts), byPassword, byLink, signedIn: await byLink() };
    };
    const isOpen = async (secret: string) => (await authentication(access()).bySession(secret)) !== null;

    it('takes a password after a sign-in by link, and lets in by it from then on', async () => {
      const { account, email, signedIn, byPassword } = await somebody();
      expect(await account.read(signedIn)).toMatchObject({ needsCurrent: false, person: { passwordSetAt: null } });
      await account.setPassword(signedIn, { password: first });
      const { secret, signedIn: entered } = await byPassword(email.toUpperCase(), first, 'Chrome on Windows');
      expect(await isOpen(secret)).toBe(true);
      expect(await account.read(entered)).toMatchObject({ needsCurrent: true });
      const chain = JSON.stringify(await store().evidence.events('@installation', 0, 1000));
      expect(chain).toContain('password.set');
      for (const hidden of [first, secret, 'scrypt']) expect(chain).not.toContain(hidden);
    });

    it('gives one answer for an unknown address, no password, a wrong one, and a disabled account', async () => {
      const { account, user, email, signedIn, byPassword } = await somebody();
      const answer = (address: string, password: string) => byPassword(address, password, null).catch(String);
      const refused = [await answer('nobody@example.com', first), await answer(email, first)];
      await account.setPassword(signedIn, { password: first });
      refused.push(await answer(email, second));
      await store().accounts.changePerson(user.id, [], () => ({ disabledAt: moment.now(), events: [] }));
      refused.push(await answer(email, first));
      expect(new Set(refused).size).toBe(1);
      expect(refused[0]).toContain('do not belong together');
    });

    it('asks for the old password, unless the sign-in by link is fresh', async () => {
      const { account, email, signedIn, byPassword } = await somebody();
      await account.setPassword(signedIn, { password: first });
      await account.setPassword(signedIn, { password: second });
      const { signedIn: entered } = await byPassword(email, second, null);
      for (const current of [undefined, first])
        await expect(account.setPassword(entered, { password: 'x'.repeat(12), current })).rejects.toMatchObject({
          code: 'invalid-request',
          mistakes: [{ pointer: '#/current' }],
        });
      moment.advance(16 * 60 * 1000);
      await expect(account.setPassword(signedIn, { password: first })).rejects.toMatchObject({
        code: 'invalid-request',
      });
      await account.setPassword(entered, { password: first, current: second });
      await byPassword(email, first, null);
    });

    it('ends every other session and link where the password is changed', async () => {
      const { account, email, user, signedIn, byPassword } = await somebody();
      await account.setPassword(signedIn, { password: first });
      const other = await byPassword(email, first, null);
      const link = await signingIn(access()).makeLink(user.id);
      await account.setPassword(signedIn, { password: second });
      expect(await isOpen(other.secret)).toBe(false);
      await expect(signingIn(access()).signIn(link)).rejects.toMatchObject({ code: 'not-signed-in' });
      expect((await account.sessions(signedIn, page)).data.map(({ id }) => id)).toEqual([signedIn.sessionId]);
    });

    it('is not guessed at for long, and the right password does not help then', async () => {
      const { account, email, signedIn, byPassword } = await somebody();
      await account.setPassword(signedIn, { password: first });
      for (let time = 0; time < 10; time++)
        await expect(byPassword(email, 'a wrong password', null)).rejects.toMatchObject({ code: 'not-signed-in' });
      await expect(byPassword(email, first, null)).rejects.toMatchObject({
        code: 'too-many-requests',
        members: { retryAfterSeconds: expect.any(Number) },
      });
      moment.advance(10 * 60 * 1000);
      await byPassword(email, first, null);
    });

    it('shows where somebody is signed in, and ends one session or all', async () => {
      const { account, byLink, signedIn } = await somebody();
      const [other, third] = [await byLink(), await byLink()];
      const listed = await account.sessions(signedIn, { limit: 2, cursor: null });
      expect(listed.data).toMatchObject([
        { id: third.sessionId, browser: 'Firefox on Linux', openedBy: 'link' },
        { id: other.sessionId },
      ]);
      const rest = await account.sessions(signedIn, { limit: 2, cursor: listed.nextCursor });
      expect(rest.data.map(({ id }) => id)).toEqual([signedIn.sessionId]);
      await account.endSession(signedIn, other.sessionId ?? '');
      await expect(account.endSession(signedIn, other.sessionId ?? '')).rejects.toMatchObject({ code: 'not-found' });
      const stranger = await somebody();
      await expect(account.endSession(stranger.signedIn, third.sessionId ?? '')).rejects.toMatchObject({
        code: 'not-found',
      });
      await account.endSessions(signedIn);
      expect((await account.sessions(signedIn, page)).data).toEqual([]);
    });

    it('remembers when a session was used, to the minute, and when the person was here', async () => {
      const { account, user, signedIn } = await somebody();
      const { secret } = await signingIn(access()).signIn(await signingIn(access()).makeLink(user.id));
      const used = async () => (await account.sessions(signedIn, page)).data[0]?.lastUsedAt;
      await authentication(access()).bySession(secret);
      await vi.waitFor(async () => expect(await used()).toBe(moment.now()));
      expect((await store().accounts.person(user.id))?.lastSeenAt).toBe(moment.now());
    });
  });
});
