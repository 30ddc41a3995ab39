/** A person's own account: the password, and where they are signed in. */
import * as z from 'zod';
import { Role } from '../../domain/access.ts';
import { Instant } from '../../domain/instant.ts';
import { byId, defineRoute, listOf, nothing, paging } from './route.ts';

/** Length is what keeps a password; rules about its letters make people choose worse ones (NIST SP 800-63B §3.1.1.2). */
export const shortestPassword = 12;
/** Room for any passphrase, and none for exhausting the service. */
export const longestPassword = 200;

/** The account of whoever asks. */
export const AccountView = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    createdAt: Instant,
    passwordSetAt: Instant.nullable().meta({ description: '`null` where there is none: sign-in links work alone.' }),
    needsCurrentPassword: z.boolean().meta({
      description: 'False for a quarter of an hour after a sign-in by link, and where there is no password yet.',
    }),
  })
  .meta({ id: 'Account' });
export type AccountView = z.infer<typeof AccountView>;

/** A place where the person is signed in. */
export const SessionView = z
  .strictObject({
    id: z.string(),
    isCurrent: z.boolean().meta({ description: 'True for the session of this request.' }),
    openedBy: z.enum(['link', 'password']).nullable(),
    browser: z.string().nullable().meta({ description: 'In a few words, as it named itself: "Firefox on Linux".' }),
    createdAt: Instant,
    lastUsedAt: Instant.nullable().meta({ description: 'To the minute.' }),
    expiresAt: Instant,
  })
  .meta({ id: 'Session' });
export type SessionView = z.infer<typeof SessionView>;

const own = { tag: 'access', roles: Role.options, scope: null, params: nothing, query: nothing, body: null } as const;

export const accountRoutes = {
  readAccount: defineRoute({
    ...own,
    method: 'get',
    path: '/v1/account',
    operationId: 'readAccount',
    summary: 'See your own account',
    description: 'For people; a campaign tool has no account.',
    status: 200,
    answer: AccountView,
    problems: ['not-found'],
  }),
  setPassword: defineRoute({
    ...own,
    method: 'put',
    path: '/v1/account/password',
    operationId: 'setPassword',
    summary: 'Set or change your password',
    description:
      'Every other session of yours ends. The old password is asked for, unless you signed in by link within the last quarter of an hour.',
    body: z
      .strictObject({
        password: z
          .string()
          .min(shortestPassword)
          .max(longestPassword)
          .meta({ description: 'Any characters; only the length counts.' }),
        current: z.string().max(longestPassword).optional().meta({ description: 'The old password.' }),
      })
      .meta({ id: 'NewPassword' }),
    status: 204,
    answer: null,
    problems: ['invalid-request', 'not-found'],
  }),
  listSessions: defineRoute({
    ...own,
    method: 'get',
    path: '/v1/sessions',
    operationId: 'listSessions',
    summary: 'See where you are signed in',
    description: 'Your open sessions, newest first.',
    query: z.strictObject({ ...paging }),
    status: 200,
    answer: listOf(SessionView),
    problems: [],
  }),
  endSessions: defineRoute({
    ...own,
    method: 'delete',
    path: '/v1/sessions',
    operationId: 'endSessions',
    summary: 'Sign out everywhere',
    description: 'Ends every session of yours, this one too, and every sign-in link that was not used.',
    status: 204,
    answer: null,
    problems: [],
  }),
  endOneSession: defineRoute({
    ...own,
    method: 'delete',
    path: '/v1/sessions/{id}',
    operationId: 'endOneSession',
    summary: 'Sign out somewhere else',
    description: 'Ends one session of yours.',
    params: byId,
    status: 204,
    answer: null,
    problems: ['not-found'],
  }),
} as const;
