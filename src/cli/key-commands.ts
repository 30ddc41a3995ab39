/** The commands of `keys`, and what they take. */
import type { Command } from 'commander';
import { Role, Scope } from '../domain/access.ts';
import { longestKeyDays, longestOverlapDays } from '../domain/api-key.ts';
import type { OpenService } from './service.ts';

/** Adds them to the program. */
export function addKeyCommands(cli: Command, open: OpenService): void {
  const keys = cli.command('keys').description('keys of campaign tools');
  keys
    .command('create')
    .description('make a key; it is shown once')
    .requiredOption('--client <name>', 'the tool that will use it; a new one is made where there is none')
    .requiredOption('--brand <ids...>', 'the brands it may see')
    .option('--role <role>', `one of ${Role.options.join(', ')}`, 'campaign-client')
    .option('--scope <scopes...>', `any of ${Scope.options.join(', ')}`, [
      'requests:write',
      'requests:read',
      'lines:read',
      'lines:check',
      'outcomes:write',
    ])
    .option('--days <days>', `days until it expires, at most ${longestKeyDays}`, '90')
    .option('--sandbox', 'a key for trying out an integration: decisions are simulated and nothing is real')
    .action(async (options) => (await import('./commands/key-commands.ts')).keysCreateCommand(open, options));
  keys
    .command('list')
    .description('show every key with its reach, its end and its last use')
    .option('--client <name>', 'only the keys of this tool')
    .action(async (options) => (await import('./commands/key-commands.ts')).keysListCommand(open, options));
  keys
    .command('rotate')
    .description('make a key of the same reach in place of another, which lives on for a while')
    .argument('<id>', 'the id of the key, from keys list')
    .option('--overlap <days>', `days the old key lives on, 0 to ${longestOverlapDays}`, '7')
    .option('--days <days>', `days until the new key expires, at most ${longestKeyDays}; as the old one if left out`)
    .action(async (id, options) => (await import('./commands/key-commands.ts')).keysRotateCommand(open, id, options));
  keys
    .command('revoke')
    .description('end a key at once')
    .argument('<id>', 'the id of the key, from keys list')
    .action(async (id) => (await import('./commands/key-commands.ts')).keysRevokeCommand(open, id));
}
