/** What people do with lines in review besides deciding them. */
import * as z from 'zod';
import { ApprovedLine } from '../../domain/approved-line.ts';
import { Candidate } from '../../domain/candidate.ts';
import { PassReason } from '../../domain/decision.ts';
import { Verdict } from '../../domain/finding.ts';
import { LineComment } from '../../domain/line-comment.ts';
import { ReviewItem } from '../../domain/review-item.ts';
import { RequestCohort } from '../../domain/variant-request.ts';
import { RulingView } from './review-routes.ts';
import { byId, defineRoute, nothing } from './route.ts';

/** A comment with its author's name. */
export const LineCommentView = z
  .strictObject({ ...LineComment.shape, saidByName: z.string().meta({ description: 'The name of whoever said it.' }) })
  .meta({ id: 'LineComment' });
export type LineCommentView = z.infer<typeof LineCommentView>;

/** A waiting line as it is and as it would be. */
export const ReplacementView = z
  .strictObject({
    item: ReviewItem,
    cohortName: z.string().meta({ description: 'The name the brief gives the cohort.' }),
    before: z.strictObject({ text: z.string(), preheader: z.string().nullable() }),
    after: z.strictObject({ text: z.string(), preheader: z.string().nullable() }),
    verdict: Verdict.meta({ description: 'What the policy in force says to the new text.' }),
  })
  .meta({ id: 'Replacement' });
export type ReplacementView = z.infer<typeof ReplacementView>;

const reviewers = ['copywriter', 'admin'] as const;
const readers = ['copywriter', 'compliance', 'policy-owner', 'admin'] as const;
const text = z.string().min(1).max(1000);
const version = z.int().positive().meta({ description: 'The version of the line that was seen.' });
const ofLine = { tag: 'review', scope: null, params: byId, query: nothing } as const;

export const lineActsRoutes = {
  listComments: defineRoute({
    ...ofLine,
    method: 'get',
    path: '/v1/review-cohorts/{id}/comments',
    operationId: 'listReviewComments',
    isPolled: true,
    summary: 'Read what people said of the lines of a cohort',
    description: 'All comments on its lines, oldest first. What was said with a decision stands with the decision.',
    roles: readers,
    body: null,
    status: 200,
    answer: z.strictObject({ data: z.array(LineCommentView) }),
    problems: ['not-found'],
  }),
  comment: defineRoute({
    ...ofLine,
    method: 'post',
    path: '/v1/review-items/{id}/comments',
    operationId: 'commentReviewItem',
    summary: 'Say something of a line without deciding it',
    description: 'The line goes on waiting. Comments lie beside the audit chain, which holds a commitment to each.',
    roles: readers,
    body: z
      .strictObject({ comment: z.string().trim().min(1).max(2000).meta({ description: 'What is to be said.' }) })
      .meta({ id: 'CommentBody' }),
    status: 201,
    answer: LineCommentView,
    problems: ['not-found', 'invalid-request'],
  }),
  sendBack: defineRoute({
    ...ofLine,
    method: 'post',
    path: '/v1/review-items/{id}/send-backs',
    operationId: 'sendReviewItemBack',
    summary: 'Send a line back with a word on what to change',
    description:
      'One act: the line is rejected with the wish as its comment, and one line is drafted in its place with the wish as its note. It goes before people like any other. Not while the cohort is drafted.',
    roles: reviewers,
    body: z
      .strictObject({
        version,
        wish: z.string().trim().min(1).max(500).meta({ description: 'What should be different.' }),
      })
      .meta({ id: 'SendBackBody' }),
    status: 201,
    answer: RulingView,
    problems: [
      'not-found',
      'invalid-request',
      'already-decided',
      'version-changed',
      'claimed-by-another',
      'cohort-busy',
    ],
  }),
  copyLine: defineRoute({
    ...ofLine,
    method: 'post',
    path: '/v1/review-items/{id}/copies',
    operationId: 'copyReviewItem',
    summary: 'Approve an approved line for another cohort of its campaign',
    description:
      'The text is checked with the facts of that cohort, and approved for it where it passes; otherwise nothing is written and the answer carries the verdict. The provenance of the copy names the candidate it was copied from. Where the brand asks for two approvals of such a line, `line` is `null` until the second.',
    roles: reviewers,
    body: z
      .strictObject({
        cohort: z.string().max(200).meta({ description: 'Id of a cohort of the same request.' }),
        warningsPassed: PassReason.optional().meta({ description: 'Why warnings pass there.' }),
      })
      .meta({ id: 'CopyBody' }),
    status: 201,
    answer: z
      .strictObject({ candidate: Candidate, item: ReviewItem, line: ApprovedLine.nullable(), cohort: RequestCohort })
      .meta({ id: 'CopiedLine' }),
    problems: [
      'not-found',
      'invalid-request',
      'approval-void',
      'already-decided',
      'cohort-busy',
      'blocked-by-policy',
      'warning-needs-reason',
    ],
  }),
  rewordLine: defineRoute({
    ...ofLine,
    method: 'post',
    path: '/v1/review-items/{id}/rewordings',
    operationId: 'rewordReviewItem',
    summary: 'Put another text in the place of a waiting line',
    description:
      'The new text waits for a person like any other; the old line is put away as not needed, with the reason in the audit log. A text that the policy blocks answers 409 `blocked-by-policy`, and the line stays as it is.',
    roles: reviewers,
    body: z
      .strictObject({
        version,
        text,
        preheader: text.nullable().default(null),
        why: z.string().trim().min(1).max(500).meta({ description: 'Why, for the audit log.' }),
      })
      .meta({ id: 'RewordBody' }),
    status: 201,
    answer: z.strictObject({ candidate: Candidate, item: ReviewItem }).meta({ id: 'RewordedLine' }),
    problems: [
      'not-found',
      'invalid-request',
      'already-decided',
      'version-changed',
      'claimed-by-another',
      'blocked-by-policy',
    ],
  }),
  previewReplacement: defineRoute({
    ...ofLine,
    method: 'post',
    path: '/v1/variant-requests/{id}/replacement-previews',
    operationId: 'previewReplacement',
    summary: 'See what replacing a word would do to the waiting lines of a request',
    description:
      'Whole words, whatever their case. Every changed text is checked by the policy in force with the facts of its cohort; nothing is stored. Up to 100 lines; `hasMore` where others hold the word too. Lines that are approved are not looked at.',
    roles: reviewers,
    changesNothing: true,
    body: z
      .strictObject({
        find: z.string().trim().min(1).max(100).meta({ description: 'The word, or several in a row.' }),
        replacement: z.string().trim().max(200).meta({ description: 'What stands there instead.' }),
      })
      .meta({ id: 'ReplacementBody' }),
    status: 200,
    answer: z.strictObject({ data: z.array(ReplacementView), hasMore: z.boolean() }).meta({ id: 'Replacements' }),
    problems: ['not-found', 'invalid-request'],
  }),
} as const;
