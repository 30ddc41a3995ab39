/** What a campaign tool calls once a brief is there: its names, its revisions, and what a new one does to lines. */
import * as z from 'zod';
import { Brief, BriefRevision } from '../../domain/brief.ts';
import { Campaign } from '../../domain/campaign.ts';
import { Finding } from '../../domain/finding.ts';
import { BrandId, ExternalId } from '../../domain/ids.ts';
import { Instant } from '../../domain/instant.ts';
import { Usage } from '../../domain/usage.ts';
import { RequestState } from '../../domain/variant-request.ts';
import { RequestView } from './campaign-routes.ts';
import { byId, defineRoute, listOf, paging } from './route.ts';

const NamedLine = z.strictObject({
  id: z.string(),
  /** External id of the cohort. */
  cohort: z.string(),
  text: z.string(),
});
const EndedLine = NamedLine.extend({ reason: z.string() });

/** What a new revision did to lines and cohorts. Cohorts are named by their external ids. */
const RevisionEffects = z.strictObject({
  voided: z.array(EndedLine).meta({ description: 'Approved lines that are void from now on, and why.' }),
  kept: z.array(NamedLine).meta({ description: 'Approved lines that were checked by the new facts and hold.' }),
  withdrawn: z.array(EndedLine).meta({ description: 'Lines in review, by item, that the new facts block.' }),
  rejudged: z.array(z.string()).meta({ description: 'Ids of items that stay in review, checked again.' }),
  added: z.array(z.string()).meta({ description: 'Cohorts that are new.' }),
  removed: z.array(z.string()).meta({ description: 'Cohorts that are not in the brief any more.' }),
  redrafted: z.array(z.string()).meta({ description: 'Cohorts that are drafted again for want of lines.' }),
});

/** What a write of a brief did, or in a dry run would do. */
export const BriefOutcomeView = z
  .strictObject({
    outcome: z.enum(['created', 'revised', 'unchanged']),
    dryRun: z.boolean(),
    brief: BriefRevision.nullable().meta({ description: 'The revision in force now; null where none is there yet.' }),
    request: RequestView.nullable().meta({ description: 'The request of the brief, whose lines these are.' }),
    effects: RevisionEffects,
  })
  .meta({ id: 'BriefOutcome' });
export type BriefOutcomeView = z.infer<typeof BriefOutcomeView>;

/** A campaign as lists show it: how far all of it is. */
export const CampaignOverviewView = Campaign.extend({
  sandbox: z.boolean().meta({ description: 'True for a sandbox: its decisions were simulated.' }),
  state: RequestState.meta({ description: 'How far its requests are, all cohorts together.' }),
  briefs: z.int().nonnegative().meta({ description: 'Briefs in it.' }),
  requestId: z.string().meta({ description: 'The request of its newest brief.' }),
  cohorts: z.strictObject({
    total: z.int().nonnegative().meta({ description: 'Cohorts of all its briefs that were not cancelled.' }),
    ready: z.int().nonnegative().meta({ description: 'Those that have the lines they need.' }),
    stuck: z.int().nonnegative().meta({ description: 'Those that failed or are exhausted.' }),
  }),
  pending: z.int().nonnegative().meta({ description: 'Lines that wait for a person.' }),
  /** What drafting it used and cost so far. */
  usage: Usage,
  needBy: Instant.nullable().meta({ description: 'The earliest moment lines are still needed by, be it past.' }),
  sendAt: Instant.nullable().meta({ description: 'The next moment one of its mails goes out.' }),
}).meta({ id: 'CampaignOverview' });
export type CampaignOverviewView = z.infer<typeof CampaignOverviewView>;

/** A revision with who wrote it. */
export const AuthoredRevision = BriefRevision.extend({
  by: z
    .strictObject({ kind: z.enum(['user', 'client', 'service']), name: z.string() })
    .nullable()
    .meta({ description: 'Who wrote it; null where no audit event tells.' }),
}).meta({ id: 'AuthoredBriefRevision' });

/** A campaign with its briefs and the requests they belong to. */
export const CampaignView = Campaign.extend({
  briefs: z.array(
    z.strictObject({
      id: z.string(),
      externalId: z.string().nullable(),
      revision: z.int().positive(),
      requestId: z.string(),
      goal: z.string(),
      cohorts: z.array(z.string()).meta({ description: 'External ids of its cohorts.' }),
    }),
  ),
}).meta({ id: 'CampaignBriefs' });
export type CampaignView = z.infer<typeof CampaignView>;

/** What is to be said of a brief that is not sent yet. */
export const BriefCheckView = z
  .strictObject({
    mistakes: z
      .array(
        z.strictObject({
          pointer: z.string().meta({ description: 'An RFC 6901 pointer into the brief, as a URI fragment.' }),
          detail: z.string(),
        }),
      )
      .meta({ description: 'What keeps it from being accepted, the first hundred.' }),
    mistakeCount: z.int().nonnegative().meta({ description: 'How many there are in all.' }),
    findings: z.array(Finding).meta({ description: 'Of the campaign as a whole, by the policy in force.' }),
    standing: z
      .strictObject({ briefId: z.string(), revision: z.int().positive(), requestId: z.string() })
      .nullable()
      .meta({ description: 'The brief of that name that the campaign has; null where there is none.' }),
  })
  .meta({ id: 'BriefCheck' });
export type BriefCheckView = z.infer<typeof BriefCheckView>;

const writers = ['campaign-client', 'copywriter', 'admin'] as const;
const readers = ['campaign-client', 'copywriter', 'compliance', 'policy-owner', 'admin'] as const;

const brand = BrandId.meta({ description: 'The brand whose names these are.' });
const dryRun = z
  .enum(['true', 'false'])
  .default('false')
  .meta({ description: 'With true nothing is saved: the answer says what would be void.' });
const campaignName = { campaign: ExternalId.meta({ description: 'External id of the campaign.' }) };
const briefName = z.strictObject({
  ...campaignName,
  brief: ExternalId.meta({ description: 'External id of the brief.' }),
});
const whatHappens =
  'In one transaction every live line bound to facts that changed is checked by the new ones: what passes goes on, what they block is void at once, with the rule and the fact. So are the lines in review. Cohorts that are new are drafted, those left out are cancelled, those that lost lines they need are drafted again. A brief that says what the one in force says changes nothing.';

export const briefRoutes = {
  listCampaigns: defineRoute({
    method: 'get',
    path: '/v1/campaigns',
    operationId: 'listCampaigns',
    isPolled: true,
    summary: 'List campaigns, newest first',
    description: 'Campaigns of the brands you may see, each with how far it is and what it cost.',
    tag: 'campaigns',
    roles: readers,
    scope: 'requests:read',
    params: z.strictObject({}),
    query: z.strictObject({
      brand: BrandId.optional().meta({ description: 'Only this brand; left out, every brand you may see.' }),
      state: RequestState.optional().meta({ description: 'Only campaigns whose requests are so far.' }),
      search: z.string().trim().min(1).max(200).optional().meta({
        description: 'Only campaigns with this in their name or external id, in upper or lower case.',
      }),
      ...paging,
    }),
    body: null,
    status: 200,
    answer: listOf(CampaignOverviewView),
    problems: ['not-found'],
  }),
  readCampaign: defineRoute({
    method: 'get',
    path: '/v1/campaigns/{campaign}',
    operationId: 'readCampaign',
    summary: 'Read a campaign by your name for it',
    description: 'With its briefs, each at the revision in force, and their requests.',
    tag: 'campaigns',
    roles: readers,
    scope: 'requests:read',
    params: z.strictObject(campaignName),
    query: z.strictObject({ brand }),
    body: null,
    status: 200,
    answer: CampaignView,
    problems: ['not-found'],
  }),
  putBrief: defineRoute({
    method: 'put',
    path: '/v1/campaigns/{campaign}/briefs/{brief}',
    operationId: 'putBrief',
    summary: 'Send a brief by your name for it, the first time or again',
    description: `The body is the whole brief. The first time it is accepted like a request, with 201. After that it is a revision, with 200. ${whatHappens}`,
    tag: 'campaigns',
    roles: writers,
    scope: 'requests:write',
    params: briefName,
    query: z.strictObject({ brand, dryRun }),
    body: Brief,
    hasEtag: true,
    ifMatch: 'taken',
    status: 200,
    statusWhereMade: 201,
    answer: BriefOutcomeView,
    problems: ['invalid-brief', 'not-found', 'brief-exists'],
  }),
  readNamedBrief: defineRoute({
    method: 'get',
    path: '/v1/campaigns/{campaign}/briefs/{brief}',
    operationId: 'readNamedBrief',
    summary: 'Read a brief by your name for it',
    description: 'The revision in force; its number is the ETag.',
    tag: 'campaigns',
    roles: readers,
    scope: 'requests:read',
    params: briefName,
    query: z.strictObject({ brand }),
    body: null,
    hasEtag: true,
    status: 200,
    answer: BriefRevision,
    problems: ['not-found'],
  }),
  readBrief: defineRoute({
    method: 'get',
    path: '/v1/briefs/{id}',
    operationId: 'readBrief',
    summary: 'Read a brief',
    description:
      'The revision in force of the brief that the id of any of its revisions names; its number is the ETag.',
    tag: 'campaigns',
    roles: readers,
    scope: 'requests:read',
    params: byId,
    query: z.strictObject({}),
    body: null,
    hasEtag: true,
    status: 200,
    answer: BriefRevision,
    problems: ['not-found'],
  }),
  listRevisions: defineRoute({
    method: 'get',
    path: '/v1/briefs/{id}/revisions',
    operationId: 'listBriefRevisions',
    summary: 'List the revisions of a brief, newest first',
    description: 'A revision is never changed: what a line was approved under can be read for ever.',
    tag: 'campaigns',
    roles: readers,
    scope: 'requests:read',
    params: byId,
    query: z.strictObject({ ...paging }),
    body: null,
    status: 200,
    answer: listOf(AuthoredRevision),
    problems: ['not-found'],
  }),
  replaceBrief: defineRoute({
    method: 'put',
    path: '/v1/briefs/{id}',
    operationId: 'replaceBrief',
    summary: 'Send a brief again as a whole',
    description: `The body is the whole brief, as \`GET\` gives it, changed. Brand, campaign and name stay what they are. ${whatHappens}`,
    tag: 'campaigns',
    roles: writers,
    scope: 'requests:write',
    params: byId,
    query: z.strictObject({ dryRun }),
    body: Brief,
    hasEtag: true,
    ifMatch: 'needed',
    status: 200,
    answer: BriefOutcomeView,
    problems: ['invalid-brief', 'not-found'],
  }),
  checkBrief: defineRoute({
    method: 'post',
    path: '/v1/brief-checks',
    operationId: 'checkBrief',
    summary: 'See what is wrong with a brief before it is sent',
    description:
      'For a brief that is being written: what is wrong with it comes as data, by place, and where nothing is, what the policy says of the campaign as a whole and whether the campaign has a brief of that name. Nothing is stored.',
    tag: 'campaigns',
    roles: writers,
    scope: 'requests:write',
    params: z.strictObject({}),
    query: z.strictObject({}),
    body: z.record(z.string(), z.json()).meta({ id: 'BriefDraft' }),
    changesNothing: true,
    status: 200,
    answer: BriefCheckView,
    problems: ['invalid-request'],
  }),
  patchBrief: defineRoute({
    method: 'patch',
    path: '/v1/briefs/{id}',
    operationId: 'patchBrief',
    summary: 'Change some of a brief',
    description: `A JSON merge patch (RFC 7396): members that are there are replaced, \`null\` removes one, a list is replaced as a whole. So it can say that nothing is known of an offer and not that there is none; PUT can. ${whatHappens}`,
    tag: 'campaigns',
    roles: writers,
    scope: 'requests:write',
    params: byId,
    query: z.strictObject({ dryRun }),
    body: z.record(z.string(), z.json()).meta({ id: 'BriefPatch' }),
    hasEtag: true,
    ifMatch: 'needed',
    status: 200,
    answer: BriefOutcomeView,
    problems: ['invalid-brief', 'not-found'],
  }),
} as const;
