/** What the console calls for copywriters. */
import * as z from 'zod';
import { ApprovedLine } from '../../domain/approved-line.ts';
import { BriefRevision } from '../../domain/brief.ts';
import { Campaign } from '../../domain/campaign.ts';
import { Candidate } from '../../domain/candidate.ts';
import { Decision, RecordedDecision } from '../../domain/decision.ts';
import { BrandId } from '../../domain/ids.ts';
import { Instant } from '../../domain/instant.ts';
import { ReviewItem } from '../../domain/review-item.ts';
import { reviewStates } from '../../domain/review-states.ts';
import { RunNote } from '../../domain/run-note.ts';
import { Usage } from '../../domain/usage.ts';
import { CohortCounts, RequestCohort } from '../../domain/variant-request.ts';
import { VoiceScore } from '../../domain/voice-score.ts';
import { byId, defineRoute, listOf, nothing, paging } from './route.ts';

/** A cohort with lines to decide, and the brief it belongs to (with this cohort alone in it). */
export const QueueCohortView = z
  .strictObject({
    cohort: RequestCohort,
    campaign: Campaign,
    brief: BriefRevision,
    counts: CohortCounts,
    /** Lines that wait and carry warnings. */
    warnings: z.int().nonnegative(),
    /** Who looks at its lines, since when, until when at the latest, and how many lines they hold. */
    holders: z.array(
      z.strictObject({
        userId: z.string(),
        name: z.string(),
        since: Instant,
        until: Instant,
        lines: z.int().positive(),
      }),
    ),
  })
  .meta({ id: 'QueueCohort' });
export type QueueCohortView = z.infer<typeof QueueCohortView>;

/** An item, its line as it stands, the newest decision on it once there is one, and the names of the people in it. */
export const QueueEntryView = z
  .strictObject({
    item: ReviewItem,
    candidate: Candidate,
    decision: RecordedDecision.nullable(),
    claimedBy: z.string().nullable(),
    decidedBy: z.string().nullable(),
    /** Where its block was lifted: by whom and why, and who asked for it and why, by their names. */
    override: z
      .strictObject({
        rules: z.array(z.string()),
        askedBy: z.string(),
        reason: z.string(),
        grantedBy: z.string(),
        answer: z.string(),
      })
      .nullable(),
    /** What the decision approved, as it stands now. */
    line: ApprovedLine.nullable(),
    /** Until when the decision can be undone; in the past once it stands for good. `null` where there is none. */
    undoUntil: Instant.nullable(),
    /** Who gave the first of two approvals. */
    firstApprovedBy: z.string().nullable(),
    /** Why somebody else than you must approve the line as it stands, in a sentence; `null` where you may. */
    whyAnother: z.string().nullable(),
    /** What drafting the line used, and what its run was asked for with; both `null` where a person wrote it. */
    origin: z.strictObject({ usage: Usage.nullable(), note: RunNote.nullable() }),
    /** How near the line is to the brand's own lines at the moment of reading. `null` once it is decided. */
    voice: VoiceScore.nullable(),
  })
  .meta({ id: 'ReviewItem' });
export type QueueEntryView = z.infer<typeof QueueEntryView>;

/** What a decision or its undoing did. */
export const RulingView = z
  .strictObject({
    entry: QueueEntryView,
    line: ApprovedLine.nullable(),
    cohort: RequestCohort,
  })
  .meta({ id: 'Ruling' });
export type RulingView = z.infer<typeof RulingView>;

const reviewers = ['copywriter', 'admin'] as const;
const readers = ['copywriter', 'compliance', 'policy-owner', 'admin'] as const;
const brand = BrandId.optional().meta({ description: 'Only this brand; left out, every brand you may see.' });

export const reviewRoutes = {
  listCohorts: defineRoute({
    method: 'get',
    path: '/v1/review-cohorts',
    operationId: 'listReviewCohorts',
    isPolled: true,
    summary: 'List the cohorts with lines to decide',
    description:
      'Apologies first, then by the day their lines are needed (or sent, where the brief does not say), then cohorts with warnings, then large cohorts; the oldest first among equals. Each comes with its brief, how many of its waiting lines carry warnings, and who is looking at them.',
    tag: 'review',
    roles: readers,
    scope: null,
    params: nothing,
    query: z.strictObject({ brand, ...paging }),
    body: null,
    status: 200,
    answer: listOf(QueueCohortView),
    problems: ['not-found'],
  }),
  readCohort: defineRoute({
    method: 'get',
    path: '/v1/review-cohorts/{id}',
    operationId: 'readReviewCohort',
    summary: 'Read one cohort with its brief',
    description: 'Whether or not it has lines to decide.',
    tag: 'review',
    roles: readers,
    scope: null,
    params: byId,
    query: nothing,
    body: null,
    status: 200,
    answer: QueueCohortView,
    problems: ['not-found'],
  }),
  listItems: defineRoute({
    method: 'get',
    path: '/v1/review-items',
    operationId: 'listReviewItems',
    isPolled: true,
    summary: 'List lines in review',
    description: 'Oldest first.',
    tag: 'review',
    roles: readers,
    scope: null,
    params: nothing,
    query: z.strictObject({
      brand,
      state: z.enum(reviewStates).optional().meta({ description: 'Only lines in this state.' }),
      cohort: z.string().max(200).optional().meta({ description: 'Id of a cohort of a request.' }),
      request: z.string().max(200).optional().meta({ description: 'Id of a variant request.' }),
      ...paging,
    }),
    body: null,
    status: 200,
    answer: listOf(QueueEntryView),
    problems: ['not-found'],
  }),
  readItem: defineRoute({
    method: 'get',
    path: '/v1/review-items/{id}',
    operationId: 'readReviewItem',
    summary: 'Read one line in review',
    description: 'With its findings and its decision once there is one.',
    hasEtag: true,
    tag: 'review',
    roles: readers,
    scope: null,
    params: byId,
    query: nothing,
    body: null,
    status: 200,
    answer: QueueEntryView,
    problems: ['not-found'],
  }),
  claim: defineRoute({
    method: 'put',
    path: '/v1/review-cohorts/{id}/claim',
    operationId: 'claimReviewCohort',
    summary: 'Say that you are looking at the lines of a cohort',
    description:
      'Holds for ten minutes unless renewed. Lines that somebody else holds are left alone and are not in the answer, unless you take them over: their holder then finds them held by you.',
    tag: 'review',
    roles: reviewers,
    scope: null,
    params: byId,
    query: z.strictObject({
      takeOver: z
        .stringbool()
        .default(false)
        .meta({ description: 'Take lines over that somebody else holds, after asking them.' }),
    }),
    body: null,
    status: 200,
    answer: z.strictObject({ items: z.array(ReviewItem) }),
    problems: ['not-found'],
  }),
  release: defineRoute({
    method: 'delete',
    path: '/v1/review-cohorts/{id}/claim',
    operationId: 'releaseReviewCohort',
    summary: 'Give the lines of a cohort back',
    description: 'Only your own claims end.',
    tag: 'review',
    roles: reviewers,
    scope: null,
    params: byId,
    query: nothing,
    body: null,
    status: 204,
    answer: null,
    problems: ['not-found'],
  }),
  decide: defineRoute({
    method: 'post',
    path: '/v1/review-items/{id}/decisions',
    operationId: 'decideReviewItem',
    summary: 'Approve, edit and approve, or reject a line',
    description:
      'Names the version that was seen. The text is checked again under the policy in force, in the transaction that approves it. Where the brand asks for two approvals of such a line, the first makes it `approved-once`, with no approved line yet; the second must come from somebody who neither gave the first nor wrote the text (409 `needs-another-person`), and an edit starts anew. A block answers 409 `blocked-by-policy` with the verdict, a warning without a reason 409 `warning-needs-reason`. Where somebody was faster the answer is 409 `already-decided` with what they decided under `current`.',
    tag: 'review',
    roles: reviewers,
    scope: null,
    params: byId,
    query: nothing,
    body: z.strictObject({ version: z.int().positive(), decision: Decision }).meta({ id: 'DecisionBody' }),
    status: 201,
    answer: RulingView,
    problems: [
      'not-found',
      'invalid-request',
      'already-decided',
      'version-changed',
      'claimed-by-another',
      'needs-another-person',
      'blocked-by-policy',
      'warning-needs-reason',
    ],
  }),
  undo: defineRoute({
    method: 'post',
    path: '/v1/review-items/{id}/undos',
    operationId: 'undoReviewDecision',
    summary: 'Take a decision back',
    description:
      'Within the release grace of the brand (two minutes unless it says otherwise), by whoever decided or an admin; the first of two approvals as long as the second has not come. The line waits as it did before the decision; an approved line ends as `undone`, and nobody got it. The decision is kept and shown in the history of the candidate. Once a line is released the answer is 409 `already-delivered`: recall it instead. Any other decision that stands for good answers 409 `already-decided`.',
    tag: 'review',
    roles: reviewers,
    scope: null,
    params: byId,
    query: nothing,
    body: z.strictObject({ version: z.int().positive() }).meta({ id: 'UndoBody' }),
    status: 201,
    answer: RulingView,
    problems: ['not-found', 'invalid-request', 'already-decided', 'already-delivered', 'version-changed'],
  }),
  closeCohort: defineRoute({
    method: 'post',
    path: '/v1/review-cohorts/{id}/closures',
    operationId: 'closeReviewCohort',
    summary: 'Put the rest of a cohort away as not needed',
    description: 'For a cohort that has its lines. What is put away does not count as rejected.',
    tag: 'review',
    roles: reviewers,
    scope: null,
    params: byId,
    query: nothing,
    body: null,
    status: 201,
    answer: z.strictObject({ cohort: RequestCohort, closed: z.int().nonnegative() }),
    problems: ['not-found', 'cohort-busy', 'lines-still-needed'],
  }),
} as const;
