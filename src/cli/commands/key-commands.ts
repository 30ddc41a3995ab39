/** `keys create`, `keys list`, `keys rotate`, `keys revoke` */
import { Role, Scope } from '../../domain/access.ts';
import { keyState, longestKeyDays, longestOverlapDays } from '../../domain/api-key.ts';
import type { KeySeen } from '../../domain/client-desk.ts';
import { alignedRows, harmless } from '../console-table.ts';
import { type OpenService, type Service, withService } from '../service.ts';
import { WrongUse } from '../wrong-use.ts';
import { knownBrands, oneOf, wholeDays } from './named.ts';

type CreateOptions = {
  client: string;
  brand: string[];
  role: string;
  scope: string[];
  days: string;
  sandbox?: boolean;
};

/** Make a key and print it, the only time it is seen. */
export async function keysCreateCommand(open: OpenService, options: CreateOptions): Promise<void> {
  const role = oneOf(Role, options.role, 'role');
  if (options.sandbox && role !== 'campaign-client')
    throw new WrongUse('A sandbox key is for campaign tools: leave --role out.');
  const scopes = options.scope.flatMap((names) => names.split(',')).map((name) => oneOf(Scope, name, 'scope'));
  const daysValid = wholeDays(options.days, '--days', 1, longestKeyDays);
  await withService(open, async (service) => {
    const brandIds = await knownBrands(service, options.brand);
    const { actor } = await service.commandLine([]);
    const isSandbox = options.sandbox === true;
    const client = await service.accounts[isSandbox ? 'sandboxClient' : 'client'](options.client, actor);
    const reached: string[] = [];
    for (const brandId of brandIds) reached.push(isSandbox ? await service.sandbox.open(brandId, actor) : brandId);
    await service.accounts.grant(client.id, reached, [role], actor);
    const asked = { clientId: client.id, scopes, brandIds: reached, daysValid };
    const { key, secret } = await service.keys.create(asked, actor);
    console.error(`A key for ${client.name} (${brandIds.join(', ')}), until ${key.expiresAt}. It is not shown again:`);
    console.log(secret);
  });
}

/** Show every key, and never a secret: there is none to show. */
export async function keysListCommand(open: OpenService, options: { client?: string }): Promise<void> {
  await withService(open, async (service) => {
    const keys = await everyKey(service, options.client);
    if (options.client !== undefined && keys === null)
      throw new WrongUse(`There is no client "${options.client}". Left out, --client shows the keys of all.`);
    if (!keys || keys.length === 0) return console.log('There is no key yet. Make one with: keys create');
    const head = ['ID', 'KEY', 'CLIENT', 'BRANDS', 'SCOPES', 'STATE', 'UNTIL', 'LAST USED'];
    const now = service.moment.now();
    console.log(alignedRows([head, ...keys.map((seen) => rowOf(seen, now))]));
  });
}

/** Make a key in place of another and print it. */
export async function keysRotateCommand(
  open: OpenService,
  id: string,
  options: { overlap: string; days?: string },
): Promise<void> {
  const overlapDays = wholeDays(options.overlap, '--overlap', 0, longestOverlapDays);
  const daysValid = options.days === undefined ? undefined : wholeDays(options.days, '--days', 1, longestKeyDays);
  await withService(open, async (service) => {
    const { actor } = await service.commandLine([]);
    const brandIds = await service.knownBrandIds();
    const { key, secret, old } = await service.clients.rotate(actor, brandIds, id, { overlapDays, daysValid });
    console.error(`The key ${id} lives until ${old.key.expiresAt}, the new one until ${key.expiresAt}.`);
    console.error('It is not shown again:');
    console.log(secret);
  });
}

/** End a key. */
export async function keysRevokeCommand(open: OpenService, id: string): Promise<void> {
  await withService(open, async (service) => {
    const { actor } = await service.commandLine([]);
    await service.clients.revoke(actor, await service.knownBrandIds(), id);
    console.log(`The key ${id} is revoked.`);
  });
}

/** `null` where no client has the name. */
async function everyKey(service: Service, clientName: string | undefined): Promise<KeySeen[] | null> {
  const brandIds = await service.knownBrandIds();
  const keys: KeySeen[] = [];
  let isKnown = false;
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Service['clients']['clients']>> = await service.clients.clients(brandIds, {
      limit: 100,
      cursor,
    });
    for (const { client } of page.data) {
      if (clientName !== undefined && client.name.replace(/ \(sandbox\)$/, '') !== clientName) continue;
      isKnown = true;
      keys.push(...(await service.clients.keys(brandIds, client.id)));
    }
    cursor = page.nextCursor;
  } while (cursor !== null);
  return isKnown ? keys : null;
}

function rowOf({ key, client, brandIds }: KeySeen, now: string): string[] {
  const state = keyState(key, now);
  return [
    key.id,
    `${key.hint}…`,
    harmless(client.name),
    brandIds === null ? 'all of its client' : brandIds.join(','),
    key.scopes.join(','),
    state === 'active' && key.replacedBy !== null ? 'replaced, still active' : state,
    key.revokedAt ?? key.expiresAt,
    key.lastUsedAt ?? 'never',
  ];
}
