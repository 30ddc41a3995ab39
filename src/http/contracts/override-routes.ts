/** Overrides of blocks: asking for one, and the answer of a policy owner. */
import * as z from 'zod';
import { Campaign } from '../../domain/campaign.ts';
import { Candidate } from '../../domain/candidate.ts';
import { BrandId } from '../../domain/ids.ts';
import { Override } from '../../domain/override.ts';
import { overrideStates } from '../../domain/override-states.ts';
import { ReviewItem } from '../../domain/review-item.ts';
import { RequestCohort } from '../../domain/variant-request.ts';
import { byId, defineRoute, listOf, nothing, paging } from './route.ts';

/** An override with the text it is for, where that belongs, and the names of the people in it. */
export const OverrideView = z
  .strictObject({
    override: Override,
    candidate: Candidate,
    cohort: RequestCohort,
    campaign: Campaign,
    /** The name of whoever asked. */
    askedBy: z.string(),
    /** The name of whoever answered; `null` while it waits. */
    answeredBy: z.string().nullable(),
  })
  .meta({ id: 'Override' });
export type OverrideView = z.infer<typeof OverrideView>;

const text = z.string().min(1).max(1000);
const reason = z.string().trim().min(1).max(500);
const asking = reason.meta({ description: 'Why the text should pass all the same, for whoever answers and approves.' });

export const overrideRoutes = {
  askOverride: defineRoute({
    method: 'post',
    path: '/v1/overrides',
    operationId: 'askOverride',
    summary: 'Ask for the block of one text to be lifted',
    description:
      'For a blocked candidate, or for a text that you want in the place of a line in review and that the policy refused; such a text is kept as a candidate of yours. The text is checked again, and the override names the rules that block it now. Nothing goes before people until a policy owner grants it.',
    tag: 'review',
    roles: ['copywriter', 'admin'],
    scope: null,
    params: nothing,
    query: nothing,
    body: z
      .union([
        z.strictObject({ candidate: z.string().max(200).meta({ description: 'Id of a candidate.' }), reason: asking }),
        z.strictObject({
          item: z.string().max(200).meta({ description: 'Id of the line in review.' }),
          text,
          preheader: text.nullable().default(null),
          reason: asking,
        }),
      ])
      .meta({ id: 'OverrideRequest' }),
    status: 201,
    answer: OverrideView,
    problems: ['not-found', 'invalid-request', 'cohort-busy', 'override-exists', 'not-overridable'],
  }),
  listOverrides: defineRoute({
    method: 'get',
    path: '/v1/overrides',
    operationId: 'listOverrides',
    isPolled: true,
    summary: 'List overrides, newest first',
    description: 'Those that were asked for, granted and refused, each with its text and reasons.',
    tag: 'review',
    roles: ['copywriter', 'compliance', 'policy-owner', 'admin'],
    scope: null,
    params: nothing,
    query: z.strictObject({
      brand: BrandId.optional().meta({ description: 'Only this brand; left out, every brand you may see.' }),
      state: z.enum(overrideStates).optional().meta({ description: 'Only those in this state.' }),
      ...paging,
    }),
    body: null,
    status: 200,
    answer: listOf(OverrideView),
    problems: ['not-found'],
  }),
  answerOverride: defineRoute({
    method: 'post',
    path: '/v1/overrides/{id}/answers',
    operationId: 'answerOverride',
    summary: 'Grant or refuse an override',
    description:
      'Once. A granted one puts the line into the queue like any other, with the override and its reason on it; somebody else than you approves it. It holds for this text under these facts, and lifts what was found when it was asked for and nothing else.',
    tag: 'review',
    roles: ['policy-owner'],
    scope: null,
    params: byId,
    query: nothing,
    body: z
      .strictObject({
        kind: z.enum(['grant', 'refuse']),
        reason: reason.meta({ description: 'Why; shown to whoever asked, and on the line.' }),
      })
      .meta({ id: 'OverrideAnswer' }),
    status: 201,
    answer: z.strictObject({ override: OverrideView, item: ReviewItem.nullable(), cohort: RequestCohort }),
    problems: ['not-found', 'invalid-request', 'already-decided', 'cohort-busy', 'override-void'],
  }),
} as const;
