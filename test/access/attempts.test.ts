import { describe, expect, it } from 'vitest';
import { attempts } from '../../src/access/attempts.ts';
import { openStore } from '../../src/store/open-store.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { rawSql } from '../support/raw-sql.ts';
import { eachStore } from '../support/stores.ts';

describe('the tries of an account', () => {
  eachStore(({ store, databaseUrl }) => {
    const moment = fixedMoment();
    const tries = () => attempts({ accounts: store().accounts, moment });
    const guess = async (times: number, account = 'ada@example.com') => {
      for (let time = 0; time < times; time++) await tries().count(account);
    };
    const kept = () => rawSql(databaseUrl(), 'select account_hash from password_tries');

    it('end after ten, and begin anew after ten minutes or a success', async () => {
      await guess(10);
      await expect(guess(1, 'Ada@example.com')).rejects.toMatchObject({
        code: 'too-many-requests',
        members: { retryAfterSeconds: 600 },
      });
      await guess(1, 'ben@example.com');
      moment.advance(10 * 60 * 1000);
      await guess(9);
      await tries().clear('ada@example.com');
      await guess(10);
      await expect(guess(1)).rejects.toThrow('Too many tries for this account');
    });

    it('are counted together by every node at once, and by one that starts later', async () => {
      const node = await openStore({ databaseUrl: databaseUrl() });
      const nodes = [tries(), attempts({ accounts: node.accounts, moment })];
      const all = Array.from({ length: 14 }, (_, at) => nodes[at % 2]?.count('cleo@example.com'));
      const refused = (await Promise.allSettled(all)).filter(({ status }) => status === 'rejected');
      expect(refused).toHaveLength(4);
      await node.close();
    });

    it('are kept under a hash, and dropped once they are over', async () => {
      await guess(1, 'my password in the wrong field');
      expect(JSON.stringify(await kept())).not.toContain('password in');
      moment.advance(10 * 60 * 1000);
      await guess(1, 'dora@example.com');
      await tries().forget();
      expect(await kept()).toHaveLength(1);
    });
  });
});
