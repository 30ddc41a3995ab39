/** Looking after campaign tools and their keys. */
import * as z from 'zod';
import { Role, Scope } from '../../domain/access.ts';
import { longestKeyDays, longestOverlapDays } from '../../domain/api-key.ts';
import { BrandId } from '../../domain/ids.ts';
import { Instant } from '../../domain/instant.ts';
import { byId, defineRoute, listOf, nothing, paging } from './route.ts';

const brands = z.array(BrandId).min(1).max(100);
const sandbox = z.boolean().meta({ description: 'True where it reaches sandboxes only, and no real line.' });
const expiresInDays = z.int().min(1).max(longestKeyDays);

/** A campaign tool, as far as the caller may look after it. */
export const ClientView = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    sandbox,
    brands: z.array(BrandId).meta({ description: 'Those of its brands of which you are an admin.' }),
    roles: z.array(Role).meta({ description: 'What it is in them.' }),
    createdAt: Instant,
  })
  .meta({ id: 'Client' });
export type ClientView = z.infer<typeof ClientView>;

/** A key without its secret, which nobody can read again. */
export const KeyView = z
  .strictObject({
    id: z.string(),
    clientId: z.string(),
    hint: z.string().meta({ description: 'Its first characters, to tell keys apart.' }),
    sandbox,
    state: z.enum(['active', 'expired', 'revoked']),
    scopes: z.array(Scope),
    brands: z.array(BrandId).nullable().meta({ description: '`null`: every brand of its client.' }),
    createdAt: Instant,
    expiresAt: Instant,
    revokedAt: Instant.nullable(),
    lastUsedAt: Instant.nullable().meta({ description: 'To the minute; `null` where it was never used.' }),
    replacedBy: z.string().nullable().meta({ description: 'The key that took its place.' }),
  })
  .meta({ id: 'Key' });
export type KeyView = z.infer<typeof KeyView>;

const secret = z.string().meta({ description: 'The key itself. It is shown this once and kept nowhere.' });
const NewKeyView = z.strictObject({ key: KeyView, secret }).meta({ id: 'NewKey' });
const RotationView = z
  .strictObject({ key: KeyView, secret, replaced: KeyView.meta({ description: 'The old key, with its new end.' }) })
  .meta({ id: 'KeyRotation' });

const NewClient = z
  .strictObject({
    name: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .regex(/^[^\u0000-\u001f\u007f]*$/, 'must not hold control characters'),
    brands,
    role: Role.default('campaign-client'),
    sandbox: z.boolean().default(false).meta({
      description: 'For trying an integration out. It gets "(sandbox)" behind its name, so that both can be there.',
    }),
  })
  .refine(({ sandbox, role }) => !sandbox || role === 'campaign-client', {
    path: ['role'],
    error: 'a client of sandboxes is a campaign-client',
  })
  .meta({ id: 'NewClient' });

const KeyWanted = z
  .strictObject({
    scopes: z.array(Scope).min(1).max(Scope.options.length),
    brands: brands.optional().meta({ description: 'Left out, every brand of the client, those of tomorrow too.' }),
    expiresInDays: expiresInDays.default(90),
  })
  .meta({ id: 'KeyWanted' });

const Rotation = z
  .strictObject({
    overlapDays: z.int().min(0).max(longestOverlapDays).default(7).meta({
      description: 'How long the old key lives on beside the new one; 0 ends it at once.',
    }),
    expiresInDays: expiresInDays.optional().meta({ description: 'Left out, as long as the old key was made for.' }),
    brands: brands.nullable().optional().meta({
      description: 'Left out, those of the old key; `null` for every brand of the client, those of tomorrow too.',
    }),
  })
  .meta({ id: 'Rotation' });

const administered = { tag: 'access', roles: ['admin'], scope: null, query: nothing } as const;

export const keyRoutes = {
  listClients: defineRoute({
    ...administered,
    method: 'get',
    path: '/v1/clients',
    operationId: 'listClients',
    summary: 'List campaign tools',
    description: 'Those with a part in a brand of which you are an admin, oldest first.',
    params: nothing,
    query: z.strictObject({ ...paging }),
    body: null,
    status: 200,
    answer: listOf(ClientView),
    problems: [],
  }),
  createClient: defineRoute({
    ...administered,
    method: 'post',
    path: '/v1/clients',
    operationId: 'createClient',
    summary: 'Let a campaign tool into brands',
    description:
      'It needs a key then. With `sandbox` it is let into the sandboxes of the brands, which are made where there are none.',
    params: nothing,
    body: NewClient,
    status: 201,
    answer: ClientView,
    problems: ['invalid-request', 'not-found'],
  }),
  listKeys: defineRoute({
    ...administered,
    method: 'get',
    path: '/v1/clients/{id}/keys',
    operationId: 'listKeys',
    summary: 'List the keys of a campaign tool',
    description: 'Every one it ever had that reaches a brand of yours, newest first, with its last use.',
    params: byId,
    query: z.strictObject({ ...paging }),
    body: null,
    status: 200,
    answer: listOf(KeyView),
    problems: ['not-found'],
  }),
  createKey: defineRoute({
    ...administered,
    method: 'post',
    path: '/v1/clients/{id}/keys',
    operationId: 'createKey',
    summary: 'Make a key',
    description: 'You must be an admin of every brand it reaches. The secret stands in this answer and never again.',
    params: byId,
    body: KeyWanted,
    status: 201,
    answer: NewKeyView,
    answersSecret: true,
    problems: ['invalid-request', 'not-found'],
  }),
  rotateKey: defineRoute({
    ...administered,
    method: 'post',
    path: '/v1/keys/{id}/rotations',
    operationId: 'rotateKey',
    summary: 'Put a new key in the place of another',
    description:
      'What a key reaches is fixed when it is made; the new one has the same scopes, and the same brands unless others are asked for. Both work for the overlap; a key whose predecessor still works cannot be rotated.',
    params: byId,
    body: Rotation,
    status: 201,
    answer: RotationView,
    answersSecret: true,
    problems: ['invalid-request', 'not-found', 'key-over', 'key-replaced'],
  }),
  revokeKey: defineRoute({
    ...administered,
    method: 'delete',
    path: '/v1/keys/{id}',
    operationId: 'revokeKey',
    summary: 'End a key at once',
    description: 'It stays in the list, revoked. Revoking it again changes nothing.',
    params: byId,
    body: null,
    status: 204,
    answer: null,
    problems: ['not-found'],
  }),
} as const;
