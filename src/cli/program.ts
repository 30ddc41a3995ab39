/** Every command with its words. A command's work is in a file of its own. */
import { Command } from 'commander';
import { Role } from '../domain/access.ts';
import type { Instant } from '../domain/instant.ts';
import { addKeyCommands } from './key-commands.ts';
import type { OpenService } from './service.ts';

/** The commands, ready to parse. Throws CommanderError on wrong use. */
export function program(open: OpenService, now: () => Instant): Command {
  const cli = new Command('linewright')
    .description('Guardrailed subject lines: a model drafts, the policy checks, a person approves.')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true });

  cli
    .command('check')
    .description('check lines from files or standard input; one JSON object a line, or GitHub annotations')
    .argument('[files...]', 'read these in their order; standard input where there are none')
    .option('--brand <id>', 'the brand whose files hold the policy')
    .option('--policy <file>', 'a policy file')
    .option('--brief <file>', 'the brief whose facts the lines are compared with (YAML or JSON)')
    .option('--rules <ids>', 'only these rules, separated by commas, even those that are off')
    .option('--now <instant>', 'the time to check at, such as 2026-11-29T08:00:00-05:00; the clock where not given')
    .option(
      '--input <format>',
      'text: a line is a subject; jsonl: a line is an object; csv: a table with the column text',
      'text',
    )
    .option('--format <format>', 'json: an object a line; github: an annotation for each finding', 'json')
    .option('--name <file>', 'the file that standard input is; each answer then says it and the line')
    .addHelpText('after', '\nExit status: 0 nothing blocked, 1 something blocked, 2 wrong use.')
    .action(async (files, options) => (await import('./commands/check-command.ts')).checkCommand(files, options, now));

  const policy = cli.command('policy').description('policies as files');
  policy
    .command('check')
    .description('look for mistakes in a policy file and those it extends, and check its own examples')
    .argument('[file]')
    .option('--brand <id>', 'the policy of this brand, with its brand.yaml')
    .addHelpText('after', '\nExit status: 0 fine, 1 mistakes or failed examples, 2 wrong use.')
    .action(async (file, options) => (await import('./commands/policy-commands.ts')).policyCheckCommand(file, options));
  policy
    .command('explain')
    .description('show every setting of a policy and where it was written; the defaults where no policy is named')
    .argument('[file]')
    .option('--brand <id>', 'the policy of this brand, with its brand.yaml')
    .option('--json', 'as one JSON object')
    .action(async (file, options) =>
      (await import('./commands/policy-commands.ts')).policyExplainCommand(file, options),
    );

  cli
    .command('generate')
    .description('draft lines for a brief (YAML or JSON) and show what became of them')
    .argument('<file>')
    .option('--cohorts <file>', 'a CSV file with a cohort a row, for a brief that has none itself')
    .action(async (file, options) =>
      (await import('./commands/generate-command.ts')).generateCommand(open, file, options),
    );

  const audit = cli.command('audit').description('the audit chains');
  audit
    .command('verify')
    .description('prove every chain whole, or name the first broken event')
    .action(async () => (await import('./commands/audit-command.ts')).auditVerifyCommand(open));

  addKeyCommands(cli, open);

  const users = cli.command('users').description('people');
  users
    .command('create')
    .description('let a person in; prints a sign-in link')
    .requiredOption('--name <name>')
    .requiredOption('--email <address>')
    .requiredOption('--brand <ids...>', 'the brands they may see')
    .requiredOption('--role <roles...>', `any of ${Role.options.join(', ')}`)
    .action(async (options) => (await import('./commands/access-commands.ts')).usersCreateCommand(open, options));
  users
    .command('sign-in-link')
    .description('a new one-time link to the console, for the owner where no address is given')
    .option('--email <address>')
    .action(async (options) => (await import('./commands/access-commands.ts')).signInLinkCommand(open, options));

  const brand = cli.command('brand').description('brands and their policies');
  brand
    .command('import')
    .description("read a brand's files again, as a draft")
    .argument('<id>')
    .action(async (id) => (await import('./commands/brand-commands.ts')).brandImportCommand(open, id));
  brand
    .command('publish')
    .description("publish a brand's newest draft and judge every live line by it")
    .argument('<id>')
    .action(async (id) => (await import('./commands/brand-commands.ts')).brandPublishCommand(open, id));

  return cli;
}
