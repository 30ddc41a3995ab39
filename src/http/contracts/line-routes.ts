/** What people do with lines that are approved already. */
import * as z from 'zod';
import { ApprovedLine } from '../../domain/approved-line.ts';
import { RequestCohort } from '../../domain/variant-request.ts';
import { byId, defineRoute, nothing } from './route.ts';

export const lineRoutes = {
  recall: defineRoute({
    method: 'post',
    path: '/v1/approved-lines/{id}/recalls',
    operationId: 'recallApprovedLine',
    summary: 'Take an approved line back',
    description:
      'From this instant it is not delivered any more; reading it answers 409 `approval-void` with the reason. A cohort that lacks lines by it is drafted again only when somebody asks for it.',
    tag: 'review',
    roles: ['copywriter', 'compliance', 'admin'],
    scope: null,
    params: byId,
    query: nothing,
    body: z
      .strictObject({
        reason: z.string().trim().min(1).max(500).meta({ description: 'Why; the campaign tool is told it.' }),
      })
      .meta({ id: 'Recall' }),
    status: 201,
    answer: z.strictObject({ line: ApprovedLine, cohort: RequestCohort }),
    problems: ['not-found', 'invalid-request', 'approval-void'],
  }),
} as const;
