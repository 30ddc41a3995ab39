/** Approved lines as people look them up: search, where a line was used, what it hangs on. */
import * as z from 'zod';
import { Acknowledgement } from '../../domain/acknowledgement.ts';
import { ApprovedLine, LineStanding } from '../../domain/approved-line.ts';
import { BriefRevision } from '../../domain/brief.ts';
import { BrandId, ExternalId } from '../../domain/ids.ts';
import { Instant, Locale } from '../../domain/instant.ts';
import { LineReach } from '../../domain/line-reach.ts';
import { Outcome } from '../../domain/outcome.ts';
import { RequestCohort } from '../../domain/variant-request.ts';
import { format } from './csv.ts';
import { libraryTable } from './line-tables.ts';
import { byId, defineRoute, listOf, nothing, paging, upTo } from './route.ts';

const named = z.strictObject({ externalId: z.string(), name: z.string() });

/** An approved line in the library. */
export const LibraryLine = ApprovedLine.extend({
  campaign: named,
  cohort: named,
  /** The language its readers are written to in. */
  locale: Locale,
  /** The experiment arm within its cohort. */
  arm: z.string(),
  approvedByName: z.string(),
  /** At the moment of reading; a line whose time is over is `expired` before anybody ended it. */
  standing: LineStanding,
  /** Why it must not go out now, also where it is `live`; `null` where it may. */
  heldBecause: z.string().nullable(),
  reach: LineReach.meta({ id: 'LineReach' }),
}).meta({ id: 'LibraryLine' });
export type LibraryLine = z.infer<typeof LibraryLine>;

/** One line with all there is to say of it. */
export const LibraryRecordView = z
  .strictObject({
    line: LibraryLine,
    /** The revision in force. */
    brief: BriefRevision,
    /** Whether the brief still says what the line was approved under. */
    areFactsInForce: z.boolean(),
    /** Whether the policy it last passed is the one in force. */
    isPolicyInForce: z.boolean(),
    /** When that policy was published; `null` where it is not known. */
    policyPublishedAt: Instant.nullable(),
    cohort: RequestCohort,
    /** Lines its cohort has approved, this one among them while it counts. */
    approved: z.int().nonnegative(),
    /** Which campaign tools fetched it; the name is `null` where the tool was removed. */
    deliveries: z.array(z.strictObject({ clientId: z.string(), client: z.string().nullable(), deliveredAt: Instant })),
    /** The newest 100, newest first. */
    acknowledgements: z.array(Acknowledgement),
    /** The newest 100 in force, newest first. */
    outcomes: z.array(Outcome),
  })
  .meta({ id: 'LibraryRecord' });
export type LibraryRecordView = z.infer<typeof LibraryRecordView>;

/** What there is to narrow the library by. */
const LibraryChoicesView = z
  .strictObject({
    campaigns: z.array(z.strictObject({ brandId: BrandId, ...named.shape })),
    /** External ids. */
    cohorts: z.array(z.string()),
    approvers: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  })
  .meta({ id: 'LibraryChoices' });

/** The merge-tag dialects that lines can be had in. */
const Dialects = z
  .strictObject({ dialects: z.array(z.strictObject({ id: z.string(), name: z.string() })) })
  .meta({ id: 'Dialects' });

const readers = ['copywriter', 'compliance', 'policy-owner', 'admin'] as const;
const brand = BrandId.optional().meta({ description: 'Only this brand; left out, every brand you may see.' });
const campaign = ExternalId.optional().meta({ description: 'External id of a campaign.' });
const reading = { method: 'get', roles: readers, scope: null, params: nothing, body: null, status: 200 } as const;

export const libraryRoutes = {
  listLibrary: defineRoute({
    ...reading,
    path: '/v1/library-lines',
    operationId: 'listLibraryLines',
    summary: 'Look approved lines up',
    description:
      'Every line that was approved, newest first, whether it may still go out or not. Lines whose approval was undone before anybody could get them are left out unless `standing` asks for them. Campaign tools fetch lines at `GET /v1/approved-lines`.',
    tag: 'review',
    query: z.strictObject({
      brand,
      text: z.string().max(200).optional().meta({ description: 'A piece of the text or preheader, in any case.' }),
      campaign,
      cohort: ExternalId.optional().meta({ description: 'External id of a cohort.' }),
      standing: LineStanding.optional().meta({
        description:
          '`live`: may go out. `in-grace`: approved so lately that it can still be undone. The others are over.',
      }),
      writer: z.enum(['model', 'embedded-writer', 'person']).optional().meta({ description: 'Who wrote the line.' }),
      approvedBy: z.string().max(200).optional().meta({ description: 'Id of the person who approved it.' }),
      approvedFrom: Instant.optional().meta({ description: 'Approved at this instant or after it.' }),
      approvedBefore: Instant.optional().meta({ description: 'Approved before this instant.' }),
      format,
      cursor: paging.cursor,
      limit: upTo(1000, 25, 'Lines'),
    }),
    answer: listOf(LibraryLine),
    csv: libraryTable,
    problems: ['not-found'],
  }),
  readLibraryLine: defineRoute({
    ...reading,
    path: '/v1/library-lines/{id}',
    operationId: 'readLibraryLine',
    summary: 'See where an approved line was used and what it hangs on',
    description:
      'The line whatever became of it, with the brief in force, the policy it last passed, who fetched it, in which sends it went out and what came of them.',
    tag: 'review',
    params: byId,
    query: nothing,
    answer: LibraryRecordView,
    problems: ['not-found'],
  }),
  readLibraryChoices: defineRoute({
    ...reading,
    path: '/v1/library-choices',
    operationId: 'readLibraryChoices',
    summary: 'See what the library can be narrowed by',
    description: 'Campaigns, cohorts and approvers with at least one approved line, up to 500 of each.',
    tag: 'review',
    query: z.strictObject({ brand, campaign: campaign.meta({ description: 'Only cohorts of this campaign.' }) }),
    answer: LibraryChoicesView,
    problems: ['not-found'],
  }),
  readDialects: defineRoute({
    ...reading,
    path: '/v1/dialects',
    operationId: 'readDialects',
    summary: 'See the merge-tag dialects that lines can be had in',
    description: 'By name. The id is what `dialect` takes wherever lines are fetched or checked.',
    tag: 'brands',
    roles: ['campaign-client', ...readers],
    scope: 'lines:read',
    query: nothing,
    answer: Dialects,
    problems: [],
  }),
} as const;
