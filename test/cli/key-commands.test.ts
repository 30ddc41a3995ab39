import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { program } from '../../src/cli/program.ts';
import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { sqliteDatabase, type TestDatabase } from '../support/test-databases.ts';

const silence = { info: () => {}, warn: () => {}, error: () => {} };

describe('the commands of keys', () => {
  let database: TestDatabase;
  const said = { out: '', err: '' };
  beforeAll(async () => {
    database = await sqliteDatabase();
    const hear = (where: keyof typeof said) => (text: string) => {
      said[where] += `${text}\n`;
    };
    vi.spyOn(console, 'log').mockImplementation(hear('out'));
    vi.spyOn(console, 'error').mockImplementation(hear('err'));
  });
  beforeEach(() => Object.assign(said, { out: '', err: '' }));
  afterAll(async () => {
    vi.restoreAllMocks();
    await database.remove();
  });

  /** What the command says on standard output; what it throws is what `cli/main.ts` makes a sentence of. */
  async function keys(...words: string[]): Promise<string> {
    said.out = '';
    const open = () => compose({ ...readConfig({}), databaseUrl: database.databaseUrl }, { log: silence });
    await program(open, () => new Date().toISOString()).parseAsync(['keys', ...words], { from: 'user' });
    return said.out;
  }

  it('create says whose key it is, and prints the key alone', async () => {
    expect(await keys('list')).toContain('There is no key yet');
    expect(await keys('create', '--client', 'A tool', '--brand', 'tilden-row')).toMatch(/^lw_key_[0-9a-f]{64}\n$/);
    expect(said.err).toMatch(/^A key for A tool \(tilden-row\), until \S+Z\. It is not shown again:\n$/);
  });

  it('list, rotate and revoke show what keys are good for, and no secret', async () => {
    const first = await keys('create', '--client', 'The rotated tool', '--brand', 'tilden-row', '--days', '20');
    const list = () => keys('list', '--client', 'The rotated tool');
    const id = /^(key_\w+)/m.exec(await list())?.[1] ?? '';
    expect(await list()).toMatch(
      /^ID +KEY +CLIENT +BRANDS .*LAST USED\nkey_\w+ +lw_key_\w{4}… +The rotated tool +tilden-row .* active .* never\n$/,
    );
    const second = await keys('rotate', id, '--overlap', '3');
    expect(second).toMatch(/^lw_key_[0-9a-f]{64}\n$/);
    expect(second).not.toBe(first);
    const rows = (await list()).split('\n').slice(1, 3);
    expect(rows).toMatchObject([/ active /, / replaced, still active /].map((state) => expect.stringMatching(state)));
    await expect(keys('rotate', id)).rejects.toThrow('was replaced by key_');
    expect(await keys('revoke', id)).toBe(`The key ${id} is revoked.\n`);
    expect(await list()).toMatch(/ revoked /);
    for (const secret of [first, second]) expect(await keys('list')).not.toContain(secret.trim());
  });

  it.each([
    [['revoke', 'key_none'], 'There is no key "key_none"'],
    [['list', '--client', 'Nobody'], 'There is no client "Nobody"'],
    [['rotate', 'key_none', '--overlap', '31'], '--overlap takes a whole number from 0 to 30, not "31"'],
    [
      ['create', '--client', 'x', '--brand', 'tilden-row', '--days', '401'],
      '--days takes a whole number from 1 to 400',
    ],
    [['create', '--client', 'x', '--brand', 'nowhere'], 'no brand nowhere'],
  ])('refuse %o in a sentence', async (words, sentence) => {
    await expect(keys(...words)).rejects.toThrow(sentence);
  });
});
