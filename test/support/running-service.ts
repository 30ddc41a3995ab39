/** The real product on a database of its own and a free port, for tests that go the whole way. */
import { type Composition, compose, type Given } from '../../src/compose.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { type Role, Scope } from '../../src/domain/access.ts';
import { httpApp } from '../../src/http/app.ts';
import { listen } from '../../src/http/listen.ts';
import type { OnAnswer } from '../../src/http/serve-route.ts';
import { brandsWithoutGrace } from './brands-without-grace.ts';
import { heldToDocument } from './held-to-document.ts';
import { sqliteDatabase } from './test-databases.ts';

export type RunningService = {
  readonly url: string;
  readonly product: Composition;
  /** A key of a new client. */
  readonly key: (brandIds: readonly string[], role?: Role, scopes?: readonly Scope[]) => Promise<string>;
  /** A sign-in link of a new person, or of the owner where no roles are given. */
  readonly signInLink: (person?: {
    name: string;
    brandIds: readonly string[];
    roles: readonly Role[];
  }) => Promise<string>;
  readonly stop: () => Promise<void>;
};

type Wanted = Given & {
  readonly config?: Partial<Config>;
  readonly consoleFolder?: string;
  readonly onAnswer?: OnAnswer;
  /** False: nothing is drafted until `product.startWork()`. */
  readonly isWorking?: boolean;
};

const everyScope = Scope.options;
const silence = { info: () => {}, warn: () => {}, error: () => {} };

/** Start it; stop it in the end. */
export async function runningService(wanted: Wanted = {}): Promise<RunningService> {
  const { config, consoleFolder, onAnswer, isWorking = true, ...given } = wanted;
  const database = config?.databaseUrl === undefined ? await sqliteDatabase() : null;
  const databaseUrl = database?.databaseUrl ?? config?.databaseUrl ?? '';
  const product = await compose(
    { ...readConfig({}), ...config, databaseUrl },
    { log: silence, files: brandsWithoutGrace(), ...given },
  );
  await product.brandImport.importNew();
  let url = '';
  const draining = new AbortController();
  const app = httpApp({
    useCases: product.useCases,
    publicUrl: () => url,
    moment: product.moment,
    draining: draining.signal,
    ...(consoleFolder !== undefined && { consoleFolder }),
    ...(onAnswer && { onAnswer }),
  });
  const held = heldToDocument(app);
  const server = await listen(held.listener, { host: '127.0.0.1', port: 0 });
  url = server.url;
  if (isWorking) product.startWork();
  let people = 0;

  return {
    url,
    product,
    key: async (brandIds, role = 'campaign-client', scopes = everyScope) => {
      const client = await product.accounts.client(`Tool ${++people}`);
      await product.accounts.grant(client.id, brandIds, [role]);
      return (await product.keys.create({ clientId: client.id, scopes, daysValid: 1 })).secret;
    },
    signInLink: async (person) => {
      const user = person
        ? await product.accounts.user(person.name, `person-${++people}@example.com`)
        : await product.owner();
      if (person) await product.accounts.grant(user.id, person.brandIds, person.roles);
      return `${url}/sign-in#${await product.signIn.makeLink(user.id)}`;
    },
    stop: async () => {
      draining.abort();
      await server.close(1_000);
      await product.close();
      await database?.remove();
      held.check();
    },
  };
}
