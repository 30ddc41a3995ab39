/** Starts the service: settings, database, brands, console, a port; and stops it again without losing work. */
import { pino } from 'pino';
import { compose } from './compose.ts';
import { ConfigMistake, loadEnvironmentFile, readConfig } from './config.ts';
import { buildConsole } from './console-build.ts';
import { httpApp } from './http/app.ts';
import { listen } from './http/listen.ts';
import type { FolderStatus } from './policies/brand-import.ts';

/** How long requests in flight may still take when the service stops. */
const drainMs = 10_000;
/** Where log entries go when a person watches the terminal: they would push the sign-in link out of sight. */
const logFile = 'var/linewright.log';

try {
  await start();
} catch (error) {
  console.error(sentence(error));
  process.exit(1);
}

async function start(): Promise<void> {
  loadEnvironmentFile();
  const config = readConfig();
  say('Starting Linewright');
  const isWatched = process.stderr.isTTY;
  const destination = pino.destination(isWatched ? { dest: logFile, mkdir: true, sync: false } : 2);
  const product = await compose(config, { log: pino({ level: config.logLevel }, destination) });
  for (const folder of await product.brandImport.importNew()) report(folder);
  for (const { brandId, judged, voided } of await product.renewReleases())
    say(
      `Brand ${brandId}: the rules of this version differ. ${judged} live lines were checked again, ${voided} are void.`,
    );
  const { unopened } = await product.resealSecrets();
  if (unopened > 0)
    say(
      `No key here opens the secret of ${unopened} webhooks, so nothing is sent to them. Put the key they were sealed under into WEBHOOK_SECRET_KEY, or make new secrets for them.`,
    );
  const owner = await product.owner();
  say('Preparing the console (a few seconds after a change, at once otherwise)');
  const consoleFolder = await buildConsole(product.log);

  const draining = new AbortController();
  let publicUrl = product.publicUrl;
  const app = httpApp({
    useCases: product.useCases,
    publicUrl: () => publicUrl,
    log: product.log,
    consoleFolder,
    moment: product.moment,
    draining: draining.signal,
  });
  const server = await listen(app, { host: config.host, port: config.port });
  publicUrl = config.publicUrl ?? server.url;
  product.startWork();

  if (product.writer.kind === 'embedded-writer')
    say('No model is set up: the embedded writer drafts. OPENAI_API_KEY or OPENAI_BASE_URL in .env changes that.');
  else say(`Lines are drafted by ${product.writer.name}.`);
  if (isWatched) say(`Log      ${logFile}`);
  say(`Console  ${publicUrl}`);
  if (owner.brandsOfOthers.length > 0)
    say(`The owner is no admin of ${owner.brandsOfOthers.join(', ')}: other admins are there, and that stays.`);
  if (owner.isDisabled) say('The owner is disabled. For a link: npm run -s cli -- users sign-in-link --email ADDRESS');
  else {
    say(`Sign in  ${publicUrl}/sign-in#${await product.signIn.makeLink(owner.id)}`);
    say('         (once, within the hour; a new link: npm run -s cli -- users sign-in-link)');
  }

  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, async () => {
      if (isStopping) process.exit(1);
      isStopping = true;
      say('Stopping: finishing what is under way. A second signal stops at once; nothing is lost then either.');
      draining.abort();
      await server.close(drainMs);
      await product.close();
      process.exit(0);
    });
}

function report({ id, outcome, mistakes, filesDiffer }: FolderStatus): void {
  if (outcome === 'imported') say(`Brand ${id} is imported.`);
  if (filesDiffer)
    say(
      `Brand ${id}: its files differ from what is published. To take them over: npm run -s cli -- brand import ${id}`,
    );
  if (mistakes.length === 0) return;
  say(`Brand ${id} is set aside; its files have mistakes:`);
  for (const at of mistakes) say(`  ${at.file}:${at.line}:${at.column}: ${at.message}`);
}

function say(line: string): void {
  console.log(line);
}

function sentence(error: unknown): string {
  if (error instanceof ConfigMistake) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return 'The port is taken. Set PORT to another one, or to 0 for any free one.';
  return `Linewright could not start: ${error instanceof Error ? error.message : String(error)}`;
}
