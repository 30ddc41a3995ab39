/** Looking after people: who may come in, and as what. */
import * as z from 'zod';
import { BrandId } from '../../domain/ids.ts';
import { Instant } from '../../domain/instant.ts';
import { personRoles } from '../../domain/person.ts';
import { byId, defineRoute, listOf, nothing, paging } from './route.ts';

const PersonRole = z.enum(personRoles);
const RoleInBrand = z.strictObject({ brand: BrandId, role: PersonRole }).meta({ id: 'RoleInBrand' });

/** A person, as far as the caller may look after them. */
export const PersonView = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    state: z.enum(['active', 'disabled']).meta({ description: 'Whoever is disabled cannot sign in.' }),
    roles: z
      .array(z.strictObject({ brand: BrandId, role: z.string() }))
      .meta({ description: 'Those in brands of which you are an admin.' }),
    isElsewhere: z.boolean().meta({
      description: 'True where they have roles in other brands too: their account is then not yours alone to change.',
    }),
    hasPassword: z.boolean(),
    createdAt: Instant,
    lastSeenAt: Instant.nullable().meta({ description: 'To the minute; `null` where they never were here.' }),
  })
  .meta({ id: 'Person' });
export type PersonView = z.infer<typeof PersonView>;

const token = z.string().meta({
  description:
    'What stands behind the # of the address /sign-in. Whoever opens it is that person, once. It is shown this once and kept nowhere.',
});
const LinkView = z.strictObject({ token, expiresAt: Instant }).meta({ id: 'SignInLink' });
const InvitedView = z
  .strictObject({
    person: PersonView,
    link: LinkView.nullable().meta({
      description: '`null` where the address belongs to somebody with roles in other brands, who signs in as before.',
    }),
  })
  .meta({ id: 'Invited' });

const Invitation = z
  .strictObject({
    name: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .regex(/^[^\u0000-\u001f\u007f]*$/, 'must not hold control characters'),
    email: z.email({ error: 'must be an e-mail address' }).max(320),
    roles: z.array(RoleInBrand).min(1).max(400),
  })
  .meta({ id: 'Invitation' });

const administered = { tag: 'access', roles: ['admin'], scope: null, query: nothing, body: null } as const;
const brand = BrandId.optional().meta({ description: 'Only people of this brand; left out, of every brand of yours.' });

export const peopleRoutes = {
  listPeople: defineRoute({
    ...administered,
    method: 'get',
    path: '/v1/people',
    operationId: 'listPeople',
    summary: 'List people',
    description: 'Those with a role in a brand of which you are an admin, oldest first.',
    params: nothing,
    query: z.strictObject({ brand, ...paging }),
    status: 200,
    answer: listOf(PersonView),
    problems: ['not-found'],
  }),
  invitePerson: defineRoute({
    ...administered,
    method: 'post',
    path: '/v1/people',
    operationId: 'invitePerson',
    summary: 'Let somebody into brands',
    description:
      'Answers with a sign-in link, good once and for a day, to be handed over: no mail is sent. Whoever has the address already keeps their name and gets these roles beside those they have.',
    params: nothing,
    body: Invitation,
    status: 201,
    answer: InvitedView,
    answersSecret: true,
    problems: ['invalid-request', 'not-found'],
  }),
  setRoles: defineRoute({
    ...administered,
    method: 'put',
    path: '/v1/people/{id}/roles',
    operationId: 'setRoles',
    summary: 'Give and take roles in a brand',
    description:
      'Makes these the roles of a person in one brand; an empty list takes them out of it. It holds from their next request on. A brand keeps its last admin.',
    params: byId,
    body: z
      .strictObject({ brand: BrandId, roles: z.array(PersonRole).max(personRoles.length) })
      .meta({ id: 'RolesWanted' }),
    status: 200,
    answer: PersonView,
    problems: ['invalid-request', 'not-found', 'last-admin'],
  }),
  changePerson: defineRoute({
    ...administered,
    method: 'patch',
    path: '/v1/people/{id}',
    operationId: 'changePerson',
    summary: 'Disable a person, or let them in again',
    description:
      'Disabling ends their sessions and links at once; roles and password stay. You must be an admin of every brand they have a role in.',
    params: byId,
    body: z.strictObject({ state: z.enum(['active', 'disabled']) }).meta({ id: 'PersonChange' }),
    status: 200,
    answer: PersonView,
    problems: ['invalid-request', 'not-found', 'last-admin'],
  }),
  createSignInLink: defineRoute({
    ...administered,
    method: 'post',
    path: '/v1/people/{id}/links',
    operationId: 'createSignInLink',
    summary: 'Make a new sign-in link for a person',
    description:
      'Good once and for a day, to be handed over: no mail is sent. You must be an admin of every brand they have a role in.',
    params: byId,
    status: 201,
    answer: LinkView,
    answersSecret: true,
    problems: ['not-found'],
  }),
  endSessionsOf: defineRoute({
    ...administered,
    method: 'delete',
    path: '/v1/people/{id}/sessions',
    operationId: 'endSessionsOf',
    summary: 'Sign a person out everywhere',
    description:
      'Ends their sessions and the links that were not used. You must be an admin of every brand they have a role in.',
    params: byId,
    status: 204,
    answer: null,
    problems: ['not-found'],
  }),
} as const;
