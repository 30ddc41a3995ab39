import { describe, expect, it } from 'vitest';
import { accounts } from '../../src/access/accounts.ts';
import { authentication } from '../../src/access/authenticate.ts';
import { signingIn } from '../../src/access/sign-in.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { eachStore } from '../support/stores.ts';

const hourMs = 60 * 60 * 1000;

describe('access', () => {
  eachStore(({ store }) => {
    const moment = fixedMoment();
    const parts = () => ({ store: store().access, moment });

    it('signs a person in by a link, once', async () => {
      const user = await accounts(parts()).user('Ada', 'ada@example.com');
      const link = await signingIn(parts()).makeLink(user.id);
      const { secret, signedIn } = await signingIn(parts()).signIn(link);
      const events = await store().evidence.events('@installation', 0, 100);
      expect(events.filter(({ body }) => body.includes('"link.made"') && body.includes(user.id))).toHaveLength(1);
      expect(events.some(({ body }) => body.includes(link))).toBe(false);
      expect(signedIn.caller).toMatchObject({ actor: { kind: 'user', id: user.id }, name: 'Ada', scopes: null });
      await expect(signingIn(parts()).signIn(link)).rejects.toMatchObject({ code: 'not-signed-in' });
      expect(await authentication(parts()).bySession(secret)).toEqual(signedIn);
      await signingIn(parts()).signOut(signedIn);
      expect(await authentication(parts()).bySession(secret)).toBeNull();
    });

    it('lets a link and a session end by themselves', async () => {
      const user = await accounts(parts()).user('Ben', 'ben@example.com');
      const late = await signingIn(parts()).makeLink(user.id);
      moment.advance(hourMs);
      await expect(signingIn(parts()).signIn(late)).rejects.toMatchObject({ code: 'not-signed-in' });
      const { secret } = await signingIn(parts()).signIn(await signingIn(parts()).makeLink(user.id));
      moment.advance(12 * hourMs);
      expect(await authentication(parts()).bySession(secret)).toBeNull();
    });

    it('never takes a link for a session', async () => {
      const user = await accounts(parts()).user('Cleo', 'cleo@example.com');
      const link = await signingIn(parts()).makeLink(user.id);
      expect(await authentication(parts()).bySession(link)).toBeNull();
    });
  });
});
