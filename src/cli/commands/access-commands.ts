/** `users create`, `users sign-in-link` */
import * as z from 'zod';
import { Role } from '../../domain/access.ts';
import { type OpenService, type Service, withService } from '../service.ts';
import { WrongUse } from '../wrong-use.ts';
import { knownBrands, oneOf } from './named.ts';

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
