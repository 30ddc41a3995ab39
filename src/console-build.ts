/** Builds the console when its sources changed since the last build, so that `npm start` needs no step before it. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Log } from './ports/log.ts';

const sources = fileURLToPath(new URL('console', import.meta.url));
const lockFile = fileURLToPath(new URL('../package-lock.json', import.meta.url));
const builds = fileURLToPath(new URL('../dist/console', import.meta.url));
const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js');

/**
 * Gives back the folder of the built console; throws what Vite said where it cannot be built.
 * A build is named by the hash of its sources and of the locked packages: the same hash, the same build. Builds of
 * other sources are left alone, because a service that is still running may serve them.
 */
export async function buildConsole(log: Log): Promise<string> {
  const folder = join(builds, await hashOfSources());
  if (existsSync(folder)) return folder;
  const startedAt = performance.now();
  const unfinished = `${folder}.${process.pid}`;
  // A process of its own: Vite goes by NODE_ENV, and under any other value than this React would be twice the size.
  await promisify(execFile)(
    process.execPath,
    [vite, 'build', '--config', join(sources, 'vite.config.ts'), '--outDir', unfinished],
    { env: { NODE_ENV: 'production' } },
  );
  // Whoever is first to rename wins; another process that built the same at the same time throws its own away.
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true }));
  log.info({ folder, durationMs: Math.round(performance.now() - startedAt) }, 'console built');
  return folder;
}

async function hashOfSources(): Promise<string> {
  const entries = await readdir(sources, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hash = createHash('sha256');
  for (const file of [lockFile, ...files.sort()])
    hash
      .update(file.slice(sources.length))
      .update('\0')
      .update(await readFile(file))
      .update('\0');
  return hash.digest('hex').slice(0, 16);
}
