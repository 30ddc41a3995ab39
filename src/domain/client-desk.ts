/** What an admin asks for and sees of campaign tools and their keys. A sandbox goes by the name of its brand. */
import type { Client, Role, Scope } from './access.ts';
import type { ApiKey } from './api-key.ts';

/** A client, with those of its brands that are the admin's. */
export type ClientSeen = {
  readonly client: Client;
  readonly brandIds: readonly string[];
  readonly roles: readonly Role[];
};

/** A key; `brandIds` is `null` where it reaches every brand of its client. */
export type KeySeen = {
  readonly key: ApiKey;
  readonly client: Client;
  readonly brandIds: readonly string[] | null;
};

/** A new client, or the double of one for sandboxes. */
export type ClientAsked = {
  readonly name: string;
  readonly brands: readonly string[];
  readonly role: Role;
  readonly isSandbox: boolean;
};

/** A new key of a client; `brands` is `null` for all of the client's. */
export type KeyAsked = {
  readonly scopes: readonly Scope[];
  readonly brands: readonly string[] | null;
  readonly daysValid: number;
};

/** A key in the place of another; what is left out stays as it was. `brands` is `null` for all of the client's. */
export type RotationAsked = {
  readonly overlapDays: number;
  readonly daysValid?: number | undefined;
  readonly brands?: readonly string[] | null | undefined;
};
