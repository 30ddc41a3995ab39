/** What HTTP asks of campaign tools and their keys; a part of UseCases. */
import type { Actor } from '../domain/access.ts';
import type { ClientAsked, ClientSeen, KeyAsked, KeySeen, RotationAsked } from '../domain/client-desk.ts';
import type { Page, PageRequest } from '../ports/page.ts';

export type ClientUseCases = {
  /** `brandIds`, here and below: the brands the caller is admin of. */
  readonly clients: (brandIds: readonly string[], page: PageRequest) => Promise<Page<ClientSeen>>;
  readonly create: (by: Actor, brandIds: readonly string[], asked: ClientAsked) => Promise<ClientSeen>;
  readonly keys: (brandIds: readonly string[], clientId: string) => Promise<readonly KeySeen[]>;
  readonly createKey: (
    by: Actor,
    brandIds: readonly string[],
    clientId: string,
    asked: KeyAsked,
  ) => Promise<{ readonly secret: string; readonly seen: KeySeen }>;
  /** Throws `key-over` and `key-replaced`. */
  readonly rotate: (
    by: Actor,
    brandIds: readonly string[],
    keyId: string,
    asked: RotationAsked,
  ) => Promise<{ readonly secret: string; readonly seen: KeySeen; readonly old: KeySeen }>;
  readonly revoke: (by: Actor, brandIds: readonly string[], keyId: string) => Promise<void>;
};
