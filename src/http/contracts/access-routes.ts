/** Signing in, and the brands one sees. */
import * as z from 'zod';
import { Membership } from '../../domain/access.ts';
import { FileMistake, Voice } from '../../domain/brand.ts';
import { BrandPause } from '../../domain/brand-pause.ts';
import { BrandId } from '../../domain/ids.ts';
import { Instant } from '../../domain/instant.ts';
import { longestPassword } from './account-routes.ts';
import { defineRoute, listOf, nothing, paging } from './route.ts';

/** Who is signed in, and as what. */
export const MeView = z
  .strictObject({
    /** True for a sandbox key. */
    sandbox: z.boolean(),
    /** `null` for a campaign tool's key. */
    userId: z.string().nullable(),
    name: z.string(),
    memberships: z.array(Membership),
    /** Who drafts here. */
    writer: z.strictObject({ kind: z.enum(['model', 'embedded-writer']), name: z.string() }),
  })
  .meta({ id: 'Me' });
export type MeView = z.infer<typeof MeView>;

/** A brand and the policy in force, or the mistakes for which its files were set aside. */
export const BrandView = z
  .strictObject({
    id: BrandId,
    name: z.string(),
    sandbox: z.boolean(),
    policyHash: z.string().nullable(),
    /** Since when that policy is in force. */
    policySince: Instant.nullable(),
    voice: Voice.nullable(),
    dialect: z.string().nullable(),
    /** Mistakes in the brand's files, found at the last start. What was published before stays in force. */
    mistakes: z.array(FileMistake),
    /** True where the files differ from what is published; importing them makes a draft. */
    filesDiffer: z.boolean(),
    /** Who paused its drafting, and why; `null` where nobody did. */
    pause: BrandPause.nullable(),
  })
  .meta({ id: 'Brand' });
export type BrandView = z.infer<typeof BrandView>;

export const accessRoutes = {
  startSession: defineRoute({
    method: 'post',
    path: '/v1/sessions',
    operationId: 'startSession',
    summary: 'Sign in with a one-time link',
    description: 'Uses the link up and sets the session cookie.',
    tag: 'access',
    roles: 'anyone',
    scope: null,
    params: nothing,
    query: nothing,
    body: z.strictObject({ token: z.string().min(1).max(200) }).meta({ id: 'SignIn' }),
    status: 201,
    answer: MeView,
    problems: ['invalid-request', 'not-signed-in'],
  }),
  startPasswordSession: defineRoute({
    method: 'post',
    path: '/v1/password-sessions',
    operationId: 'startPasswordSession',
    summary: 'Sign in with e-mail address and password',
    description:
      'Sets the session cookie. The answer is the same, and takes as long, whether nobody has the address, they have no password, or it is another. Tries are counted by address and by account.',
    tag: 'access',
    roles: 'anyone',
    scope: null,
    params: nothing,
    query: nothing,
    body: z
      .strictObject({ email: z.string().min(1).max(320), password: z.string().min(1).max(longestPassword) })
      .meta({ id: 'PasswordSignIn' }),
    status: 201,
    answer: MeView,
    problems: ['invalid-request', 'not-signed-in'],
  }),
  endSession: defineRoute({
    method: 'delete',
    path: '/v1/sessions/current',
    operationId: 'endSession',
    summary: 'Sign out',
    description: 'Ends the session of this cookie.',
    tag: 'access',
    roles: 'signed-in',
    scope: null,
    params: nothing,
    query: nothing,
    body: null,
    status: 204,
    answer: null,
    problems: [],
  }),
  readMe: defineRoute({
    method: 'get',
    path: '/v1/me',
    operationId: 'readMe',
    summary: 'See who you are and what you may do',
    description: 'For a person with a session and for a key alike.',
    tag: 'access',
    roles: 'signed-in',
    scope: null,
    params: nothing,
    query: nothing,
    body: null,
    status: 200,
    answer: MeView,
    problems: [],
  }),
  listBrands: defineRoute({
    method: 'get',
    path: '/v1/brands',
    operationId: 'listBrands',
    summary: 'List the brands you may see',
    description: 'Those whose files have mistakes are there with the mistakes.',
    tag: 'brands',
    roles: ['campaign-client', 'copywriter', 'compliance', 'policy-owner', 'admin'],
    scope: 'requests:read',
    params: nothing,
    query: z.strictObject({ ...paging }),
    body: null,
    status: 200,
    answer: listOf(BrandView),
    problems: [],
  }),
} as const;
