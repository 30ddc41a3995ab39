import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { brandFolder } from '../../src/cli/files.ts';
import { Brief } from '../../src/domain/brief.ts';
import { signedIn } from '../support/api-caller.ts';
import { realMoment } from '../support/real-moment.ts';
import { type RunningService, runningService } from '../support/running-service.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const written = parse(readFileSync(join(root, 'data/examples/end-of-season.yaml'), 'utf8'));
const { brand, cohorts } = Brief.parse(written);
/** As strict as a compiler can be told to be, and the types themselves are checked too. */
const tsconfig = {
  compilerOptions: {
    target: 'es2024',
    lib: ['es2024', 'dom', 'dom.asynciterable'],
    types: ['node'],
    module: 'nodenext',
    strict: true,
    noUncheckedIndexedAccess: true,
    allowImportingTsExtensions: true,
    noEmit: true,
  },
  include: ['*.ts'],
};

describe('a client generated from /openapi.json', () => {
  let service: RunningService;
  let folder: string;
  let aheadMs = 0;
  const node = (...args: string[]) => run(process.execPath, args, { cwd: root });

  const complaints = async (): Promise<string> => {
    const tsc = fileURLToPath(import.meta.resolve('typescript/bin/tsc'));
    const { stdout } = await node(tsc, '-p', folder).catch((failed: { stdout: string }) => failed);
    return stdout;
  };

  beforeAll(async () => {
    const now = () => new Date(Date.now() + aheadMs).toISOString();
    service = await runningService({ files: brandFolder(), moment: { ...realMoment, now } });
    mkdirSync(join(root, 'var'), { recursive: true });
    // Within the project, so that it finds the packages.
    folder = mkdtempSync(join(root, 'var/client-'));
    copyFileSync(join(root, 'docs/client/campaign.ts'), join(folder, 'campaign.ts'));
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig));
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(folder, 'brief.json'), JSON.stringify(written));
    await node('scripts/client-types.ts', join(folder, 'api.d.ts'), `${service.url}/openapi.json`);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await service.stop();
  });

  it('compiles under the strictest settings, and would not with a word of its own', async () => {
    expect(await complaints()).toBe('');
    const wrong = "import type { paths } from './api.d.ts';\nexport type Wrong = paths['/v1/variant-request'];\n";
    writeFileSync(join(folder, 'wrong.ts'), wrong);
    expect(await complaints()).toContain("Property '/v1/variant-request' does not exist");
    rmSync(join(folder, 'wrong.ts'));
  });

  it('goes the whole way: asks, follows, has a person approve, fetches all lines and one', async () => {
    const key = await service.key([brand]);
    const { cookie } = await signedIn(
      await service.signInLink({ name: 'Ada', brandIds: [brand], roles: ['copywriter'] }),
    );
    const story = run(process.execPath, ['campaign.ts', 'brief.json'], {
      cwd: folder,
      env: { ...process.env, LINEWRIGHT_URL: service.url, LINEWRIGHT_KEY: key, LINEWRIGHT_REVIEWER: cookie },
      timeout: 60_000,
    });
    // Lines are released once their approval cannot be undone any more.
    story.child.stdout?.on('data', (text) => {
      if (String(text).includes('"approved"')) aheadMs = 130_000;
    });
    const told: Record<string, unknown>[] = (await story).stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const [asked] = told;
    expect(asked).toEqual({ requested: expect.any(String), replayed: 'true', same: asked?.['requested'] });
    const events = told.filter(({ event }) => event !== undefined);
    expect(events[0]).toMatchObject({ event: 'snapshot' });
    expect(events.at(-1)).toEqual({ event: 'end', state: 'ready', cohorts: [] });
    const needed = cohorts.reduce((sum, cohort) => sum + (cohort.needed ?? Brief.parse(written).needed), 0);
    const last = told.at(-1);
    expect(last?.['lines']).toHaveLength(needed);
    expect(JSON.stringify(last?.['lines'])).toContain(JSON.stringify(last?.['one']));
  });
});
