/** The command line: reads the arguments, composes what a command needs, turns mistakes into one sentence. */
import { CommanderError } from 'commander';
import { ConfigMistake } from '../config.ts';
import { Problem } from '../domain/problem.ts';
import { program } from './program.ts';
import type { Service } from './service.ts';
import { WrongUse } from './wrong-use.ts';

// A reader that has seen enough (`| head`) closes the pipe; that is no mistake of anybody.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

try {
  await program(openService, () => new Date().toISOString()).parseAsync();
} catch (error) {
  process.exitCode = exitStatusOf(error);
}

// Composed only when asked for: `check` reads files and must not wait for a database.
async function openService(): Promise<Service> {
  const { openFromEnvironment } = await import('../compose.ts');
  return openFromEnvironment();
}

function exitStatusOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof WrongUse || error instanceof ConfigMistake || error instanceof Problem)
    console.error(`linewright: ${error.message}`);
  else console.error('linewright: something went wrong here:', error);
  return 2;
}
