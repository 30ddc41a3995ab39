/** `keys create`, `users create`, `users sign-in-link` */
import * as z from 'zod';
import { Role, Scope } from '../../domain/access.ts';
import { type OpenService, type Service, withService } from '../service.ts';
import { WrongUse } from '../wrong-use.ts';

type KeyOptions = { client: string; brand: string[]; role: string; scope: string[]; days: string };

/** Make a key and print it, the only time it is seen. */
export async function keysCreateCommand(open: OpenService, options: KeyOptions): Promise<void> {
  const role = oneOf(Role, options.role, 'role');
  const scopes = options.scope.flatMap((names) => names.split(',')).map((name) => oneOf(Scope, name, 'scope'));
  const days = z.coerce.number().int().min(1).max(3650).safeParse(options.days);
  if (!days.success) throw new WrongUse(`--days takes a whole number from 1 to 3650, not "${options.days}".`);
  await withService(open, async (service) => {
    const brandIds = await knownBrands(service, options.brand);
    const { actor } = await service.commandLine([]);
    const client = await service.accounts.client(options.client, actor);
    await service.accounts.grant(client.id, brandIds, [role], actor);
    const { key, secret } = await service.accounts.createKey(client.id, scopes, days.data, actor);
    console.error(`A key for ${client.name} (${brandIds.join(', ')}), until ${key.expiresAt}. It is not shown again:`);
    console.log(secret);
  });
}

type UserOptions = { name: string; email: string; brand: string[]; role: string[] };

/** Let a person in and print their first sign-in link. */
export async function usersCreateCommand(open: OpenService, options: UserOptions): Promise<void> {
  if (!z.email().safeParse(options.email).success)
    throw new WrongUse(`--email takes an e-mail address, not "${options.email}".`);
  const roles = options.role.flatMap((names) => names.split(',')).map((name) => oneOf(Role, name, 'role'));
  await withService(open, async (service) => {
    const brandIds = await knownBrands(service, options.brand);
    const { actor } = await service.commandLine([]);
    const user = await service.accounts.user(options.name, options.email.toLowerCase(), actor);
    await service.accounts.grant(user.id, brandIds, roles, actor);
    await printLink(service, user);
  });
}

/** Print a new sign-in link, for the owner or for the person with an address. */
export async function signInLinkCommand(open: OpenService, options: { email?: string }): Promise<void> {
  await withService(open, async (service) => {
    const email = options.email?.toLowerCase();
    const user = email === undefined ? await service.owner() : await service.accounts.byEmail(email);
    if (!user) throw new WrongUse(`Nobody here has the address ${email}. Let them in with: users create`);
    await printLink(service, user);
  });
}

async function printLink(service: Service, user: { readonly id: string; readonly name: string }): Promise<void> {
  const link = `${service.publicUrl}/sign-in#${await service.signIn.makeLink(user.id, (await service.commandLine([])).actor)}`;
  console.error(`Signs in ${user.name}, once, within the hour:`);
  console.log(link);
}

async function knownBrands(service: Service, given: readonly string[]): Promise<string[]> {
  const asked = given.flatMap((names) => names.split(','));
  await service.brandImport.importNew();
  const known = await service.brandStore.allBrandIds();
  const unknown = asked.filter((id) => !known.includes(id));
  if (unknown.length > 0)
    throw new WrongUse(`There is no brand ${unknown.join(', ')}. There is ${known.join(', ') || 'none yet'}.`);
  return asked;
}

function oneOf<Name extends string>(names: { readonly options: readonly Name[] }, given: string, what: string): Name {
  const found = names.options.find((name) => name === given);
  if (found !== undefined) return found;
  throw new WrongUse(`There is no ${what} "${given}". There is ${names.options.join(', ')}.`);
}
