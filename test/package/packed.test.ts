/** The published package, as somebody gets it who installs it in an empty folder. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../support/started-process.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** What packing reads. */
const sources = ['package.json', 'tsconfig.json', 'LICENSE', 'README.md', 'scripts', 'src', 'data'];
const now = '2026-11-23T17:00:00.000Z';
const lines = "{{ first_name|default:'there' }}, cheap coats are here\nBoots need socks\n";

let temporary: string;
/** A copy of the repository, packed. */
let packed: string;
/** An empty folder with the package installed. */
let customer: string;
let installed: string;

beforeAll(async () => {
  temporary = mkdtempSync(join(tmpdir(), 'linewright-package-'));
  packed = join(temporary, 'packed');
  customer = join(temporary, 'customer');
  installed = join(customer, 'node_modules', 'linewright');
  for (const name of sources) cpSync(join(root, name), join(packed, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(packed, 'node_modules'));
  await succeed('npm', ['pack', '--pack-destination', temporary], packed);
  mkdirSync(customer);
  writeFileSync(join(customer, 'package.json'), '{ "private": true, "type": "module" }');
  const tarball = readdirSync(temporary).find((name) => name.endsWith('.tgz')) ?? 'none';
  const quietly = ['--no-audit', '--no-fund', '--prefer-offline'];
  await succeed('npm', ['install', join('..', tarball), ...quietly], customer);
}, 300_000);
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

describe('the published package', () => {
  it('holds JavaScript and types, and no runtime, tool or script of the repository', () => {
    const files = readdirSync(installed, { recursive: true, encoding: 'utf8' });
    expect(files).toContain(join('lib', 'guardrails', 'index.d.ts'));
    expect(files.filter((path) => /(?<!\.d)\.tsx?$/.test(path))).toEqual([]);
    expect(files.filter((path) => /^lib.(?:http|console)\b/.test(path))).toEqual([]);
    const manifest = readFileSync(join(installed, 'package.json'), 'utf8');
    expect(manifest).not.toMatch(/"(?:scripts|devDependencies|optionalDependencies|private|allowScripts)"/);
    const packages = readdirSync(join(customer, 'node_modules'));
    expect(packages).toContain('zod');
    expect(packages.filter((name) => /^(?:node-|react|vite$|express|typescript)/.test(name))).toEqual([
      'node-addon-api',
    ]);
  });

  it('is typed for those who import the library', async () => {
    writeFileSync(
      join(customer, 'typed.ts'),
      `import { checkLine, compilePolicy, defaultPolicy, type RecordedVerdict } from 'linewright/guardrails';
       const verdict: RecordedVerdict = checkLine({ text: 'Hi' }, compilePolicy(defaultPolicy), { now: '${now}' });
       export const said: 'pass' | 'warn' | 'block' = verdict.verdict;
       // @ts-expect-error A line is an object.
       checkLine('Hi', compilePolicy(defaultPolicy), { now: '${now}' });`,
    );
    const compilerOptions = { module: 'nodenext', target: 'es2024', strict: true, noEmit: true, types: [] };
    writeFileSync(join(customer, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['typed.ts'] }));
    await succeed(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', '.'], customer);
  });

  it('checks a line as a library', async () => {
    writeFileSync(
      join(customer, 'library.js'),
      `import { checkLine, compilePolicy, defaultPolicy } from 'linewright/guardrails';
       const policy = compilePolicy(defaultPolicy);
       console.log(checkLine({ text: 'Hi *|FNAME|*' }, policy, { now: '${now}' }).verdict);`,
    );
    expect(await succeed(process.execPath, ['library.js'], customer)).toBe('block\n');
  });

  it('answers from the shell as the repository does, wherever one stands', async () => {
    const check = ['check', '--now', now];
    for (const args of [['--help'], check, [...check, '--brand', 'tilden-row']])
      expect(await linewright(args, lines)).toEqual(await runCli(args, { input: lines }));
    const blocked = await linewright(['check', '--brand', 'tilden-row'], lines);
    expect(blocked.status).toBe(1);
    expect(JSON.parse(blocked.out.split('\n')[0] ?? '')).toMatchObject({ verdict: 'block' });
    expect(await linewright(['check'], 'Boots need socks\n')).toMatchObject({ status: 0, err: '' });
  });

  it('checks the policy of the brand that comes along, and one of the customer', async () => {
    expect(await linewright(['policy', 'check', '--brand', 'tilden-row'])).toMatchObject({ status: 0 });
    writeFileSync(join(temporary, 'policy.yaml'), 'rules: { lenght: { max: 60 } }');
    const mistaken = await linewright(['policy', 'check', 'policy.yaml']);
    expect(mistaken).toMatchObject({ status: 1 });
    expect(mistaken.out + mistaken.err).toContain('policy.yaml:1:10');
  });

  it('opens a database for the commands that need one', async () => {
    const imported = await linewright(['brand', 'import', 'tilden-row']);
    expect(imported).toMatchObject({ status: 0 });
    expect(await linewright(['audit', 'verify'])).toMatchObject({ status: 0, out: expect.stringContaining('whole') });
  });
});

describe('the package.json of the repository', () => {
  const read = (name: string) => readFileSync(join(packed, name), 'utf8');
  const own = readFileSync(join(root, 'package.json'), 'utf8');
  const putBack = () => succeed(process.execPath, ['scripts/pack.ts', 'after'], packed);

  it('is the same after packing', () => {
    expect(read('package.json')).toBe(own);
    expect(readdirSync(packed)).not.toContain('package.json.kept');
  });

  it('comes back where a pack was killed', async () => {
    cpSync(join(packed, 'package.json'), join(packed, 'package.json.kept'));
    cpSync(join(installed, 'package.json'), join(packed, 'package.json'));
    await putBack();
    expect(read('package.json')).toBe(own);
    expect(readdirSync(packed)).not.toContain('package.json.kept');
  });

  it('stays as somebody mended it by hand after a pack was killed', async () => {
    writeFileSync(join(packed, 'package.json.kept'), '{ "name": "older" }');
    await putBack();
    expect(read('package.json')).toBe(own);
    expect(readdirSync(packed)).not.toContain('package.json.kept');
  });
});

/** From a folder that is neither the repository nor the customer's. */
function linewright(args: readonly string[], input = '') {
  return run(join(customer, 'node_modules', '.bin', 'linewright'), args, temporary, input);
}

async function succeed(command: string, args: readonly string[], cwd: string): Promise<string> {
  const { status, out, err } = await run(command, args, cwd);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}\n${out}\n${err}`);
  return out;
}

function run(command: string, args: readonly string[], cwd: string, input = '') {
  // The Node of the tests for what starts with `env node`, which may find an older one otherwise.
  const path = `${dirname(process.execPath)}${delimiter}${process.env['PATH']}`;
  const env = { ...process.env, PATH: path, NO_COLOR: '1', OPENAI_API_KEY: '', OPENAI_BASE_URL: '', DATABASE_URL: '' };
  return new Promise<{ status: number | null; out: string; err: string }>((resolve) => {
    const child = execFile(command, args, { cwd, env }, (_, out, err) => resolve({ status: child.exitCode, out, err }));
    child.stdin?.on('error', () => {}); // A command may end before it has read everything.
    child.stdin?.end(input);
  });
}
