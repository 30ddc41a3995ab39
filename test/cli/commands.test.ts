import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authentication } from '../../src/access/authenticate.ts';
import { openStore } from '../../src/store/open-store.ts';
import { rawSql } from '../support/raw-sql.ts';
import { realMoment } from '../support/real-moment.ts';
import { runCli } from '../support/started-process.ts';
import { sqliteDatabase, type TestDatabase } from '../support/test-databases.ts';

describe('the commands that use the database', () => {
  let database: TestDatabase;
  let env: Record<string, string>;
  beforeAll(async () => {
    database = await sqliteDatabase();
    env = { DATABASE_URL: database.databaseUrl };
  });
  afterAll(() => database.remove());

  it('generate shows progress and a table per cohort', async () => {
    const { status, out, err } = await runCli(['generate', 'data/examples/second-purchase.yaml'], { env });
    expect(err).toMatch(/\[#{30}\] 5 of 5 cohorts drafted/);
    expect(out).toContain('embedded writer');
    expect(out.match(/: in-review, needs \d+; \d+ to review, \d+ blocked, \d+ seen before/g)).toHaveLength(5);
    expect(status).toBe(0);
  });

  it('generate takes the cohorts of a brief from a spreadsheet', async () => {
    const table = ['--cohorts', 'data/examples/hallway-week.csv'];
    const { status, out } = await runCli(['generate', 'data/examples/hallway-week.yaml', ...table], { env });
    expect(out.match(/: in-review, needs \d+;/g)).toEqual(
      Array(2).fill(': in-review, needs 2;').concat(': in-review, needs 3;'),
    );
    expect(status).toBe(0);
  });

  it('generate names each mistake of a brief by line and column', async () => {
    const { status, err } = await runCli(['generate', 'package.json'], { env });
    expect(status).toBe(2);
    expect(err).toMatch(/package\.json:\d+:\d+: /);
  });

  it('keys create prints a key, and only the key, on standard output', async () => {
    const made = await runCli(['keys', 'create', '--client', 'A tool', '--brand', 'tilden-row'], { env });
    expect(made.out).toMatch(/^lw_key_[0-9a-f]{64}\n$/);
    expect(made.status).toBe(0);
    const database = readFileSync(env['DATABASE_URL']?.replace('sqlite:', '') ?? '');
    expect(database.includes(made.out.trim())).toBe(false);
  });

  it('keys create makes a key that may ask for lines, fetch them and have lines checked', async () => {
    const made = await runCli(['keys', 'create', '--client', 'Another tool', '--brand', 'tilden-row'], { env });
    const store = await openStore({ databaseUrl: database.databaseUrl });
    const { byKey } = authentication({ store: store.access, moment: realMoment });
    const signedIn = await byKey(made.out.trim());
    await store.close();
    const scopes = ['requests:write', 'requests:read', 'lines:read', 'lines:check', 'outcomes:write'];
    expect(signedIn).toMatchObject({ caller: { scopes, memberships: [{ brandId: 'tilden-row' }] } });
  });

  it('keys create refuses a brand, a role and a scope that do not exist, by name', async () => {
    const make = (...more: string[]) => runCli(['keys', 'create', '--client', 'x', ...more], { env });
    expect(await make('--brand', 'nowhere')).toMatchObject({
      status: 2,
      err: expect.stringContaining('no brand nowhere'),
    });
    expect((await make('--brand', 'tilden-row', '--role', 'king')).err).toContain('no role "king"');
    expect((await make('--brand', 'tilden-row', '--scope', 'all')).err).toContain('no scope "all"');
  });

  it('users sign-in-link prints a link for the owner', async () => {
    expect((await runCli(['users', 'sign-in-link'], { env })).out).toMatch(/^http:\/\/\S+\/sign-in#lw_link_\w+\n$/);
  });

  it('audit verify proves the chains whole, and names the first event that somebody changed', async () => {
    const whole = await runCli(['audit', 'verify'], { env });
    expect(whole).toMatchObject({ status: 0, out: expect.stringMatching(/^whole +tilden-row: \d+ events$/m) });
    await rawSql(
      database.databaseUrl,
      'drop trigger audit_events_are_not_updated',
      `update audit_events set body = replace(body, 'cohorts', 'cohort') where action = 'request.accepted'`,
    );
    const broken = await runCli(['audit', 'verify'], { env });
    expect(broken).toMatchObject({
      status: 1,
      out: expect.stringMatching(/^BROKEN +tilden-row: event \d+ \(evt_\w+\)/m),
    });
  });

  it('says in one sentence that a command does not exist, with status 2', async () => {
    const { status, err } = await runCli(['genrate']);
    expect(status).toBe(2);
    expect(err.trim().split('\n')).toHaveLength(2);
  });
});
