/** Secrets of webhooks as they lie in the database: sealed, opened to sign by, and sealed anew under another key. */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { resealSecrets, sealingSecrets } from '../../src/delivery/sealed-secrets.ts';
import { webhookEndpoints } from '../../src/delivery/webhook-endpoints.ts';
import type { Caller } from '../../src/domain/access.ts';
import type { Sealing } from '../../src/ports/sealing.ts';
import { secretKeyFile, secretSealing } from '../../src/secret-sealing.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { rawSql } from '../support/raw-sql.ts';
import { realMoment } from '../support/real-moment.ts';
import { addBrand } from '../support/sample-acts.ts';
import { eachStore } from '../support/stores.ts';

const { randomHex } = realMoment;
const keyOf = (letter: string) => Buffer.from(letter.repeat(32)).toString('base64');
const under = (...letters: string[]) => secretSealing({ keys: letters.map(keyOf), keyFile: '/nowhere', randomHex });
const brandIds = ['loomwell'];
const caller: Caller = { actor: { kind: 'user', id: 'user_a' }, name: 'Ada', memberships: [], scopes: null };

describe('secrets of webhooks', () => {
  eachStore(({ store, databaseUrl }) => {
    const moment = fixedMoment();
    const sealed = (sealing: Sealing) => sealingSecrets(store().webhooks, sealing);
    const desk = (sealing: Sealing) =>
      webhookEndpoints({ store: sealed(sealing), sender: { refusal: async () => null }, moment });
    const add = () => desk(under('a')).add(caller, brandIds, { brand: 'loomwell', url: 'https://example.com/hook' });
    const kept = async () => JSON.stringify(await rawSql(databaseUrl(), 'select * from webhook_endpoints'));
    const secretsOf = async (sealing: Sealing, id: string) => (await sealed(sealing).endpoint(brandIds, id))?.secrets;
    beforeAll(() => addBrand(store(), moment).then(() => undefined));

    it('lie sealed, and open to sign by', async () => {
      const { endpoint, secret } = await add();
      expect(await kept()).not.toContain(secret.slice('whsec_'.length));
      expect(await secretsOf(under('a'), endpoint.id)).toMatchObject({ current: secret });
      const next = await desk(under('a')).rotate(caller, brandIds, endpoint.id);
      await desk(under('a')).change(caller, brandIds, endpoint.id, { state: 'disabled' }, () => {});
      expect(await secretsOf(under('a'), endpoint.id)).toMatchObject({ current: next.secret, previous: secret });
      expect(await kept()).not.toContain('whsec_');
    });

    it('of another endpoint, or under another key, do not open', async () => {
      const [one, other] = [await add(), await add()];
      await expect(secretsOf(under('b'), one.endpoint.id)).rejects.toThrow('No key here opens');
      await rawSql(
        databaseUrl(),
        `update webhook_endpoints set secret = (select secret from webhook_endpoints where id = '${one.endpoint.id}')
          where id = '${other.endpoint.id}'`,
      );
      await expect(secretsOf(under('a'), other.endpoint.id)).rejects.toThrow();
      // A new secret needs no key but the one it is sealed under.
      const { secret } = await desk(under('b')).rotate(caller, brandIds, one.endpoint.id);
      expect(await secretsOf(under('b'), one.endpoint.id)).toMatchObject({ current: secret, previous: null });
      await rawSql(databaseUrl(), 'delete from webhook_endpoints');
    });

    it('of before are sealed at a start, and sealed anew where a key was put in front', async () => {
      const { endpoint, secret } = await add();
      await rawSql(databaseUrl(), `update webhook_endpoints set secret = '${secret}' where id = '${endpoint.id}'`);
      expect(await secretsOf(under('a'), endpoint.id)).toMatchObject({ current: secret });
      expect(await resealSecrets(store().webhooks, under('a'))).toEqual({ resealed: 1, unopened: 0 });
      expect(await kept()).not.toContain('whsec_');
      expect(await resealSecrets(store().webhooks, under('a'))).toEqual({ resealed: 0, unopened: 0 });
      expect(await resealSecrets(store().webhooks, under('b', 'a'))).toEqual({ resealed: 1, unopened: 0 });
      expect(await secretsOf(under('b'), endpoint.id)).toMatchObject({ current: secret });
      expect(await resealSecrets(store().webhooks, under('a'))).toEqual({ resealed: 0, unopened: 1 });
    });
  });
});

describe('the key of secrets where none is set', () => {
  it('is made once beside the database, for its owner alone', () => {
    const folder = mkdtempSync(join(tmpdir(), 'linewright-key-'));
    const keyFile = secretKeyFile(`sqlite:${join(folder, 'linewright.db')}`);
    const sealing = secretSealing({ keys: [], keyFile, randomHex });
    expect(readdirSync(folder)).toEqual([]);
    const kept = sealing.seal('whsec_x', 'hook_1');
    expect(readdirSync(folder)).toEqual(['webhook-secrets.key']);
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    expect(secretSealing({ keys: [], keyFile, randomHex }).open(kept, 'hook_1')).toBe('whsec_x');
    expect(() => sealing.open(kept, 'hook_2')).toThrow();
    rmSync(folder, { recursive: true });
  });
});
