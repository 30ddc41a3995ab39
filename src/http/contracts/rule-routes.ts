/** What the rules are and what they are for. */
import * as z from 'zod';
import { RulePage, RuleSummary } from '../../domain/rule-page.ts';
import { byId, defineRoute, listOf, nothing, paging } from './route.ts';

export const RuleSummaryView = RuleSummary.meta({ id: 'RuleSummary' });
export const RulePageView = RulePage.meta({ id: 'Rule' });

export const ruleRoutes = {
  listRules: defineRoute({
    method: 'get',
    path: '/v1/rules',
    operationId: 'listRules',
    summary: 'List the rules there are',
    description: 'By id, whether or not any policy has them on. How a brand sets them is in its policy.',
    tag: 'brands',
    roles: 'signed-in',
    scope: null,
    params: nothing,
    query: z.strictObject({ ...paging }),
    body: null,
    status: 200,
    answer: listOf(RuleSummaryView),
    problems: [],
  }),
  readRule: defineRoute({
    method: 'get',
    path: '/v1/rules/{id}',
    operationId: 'readRule',
    summary: 'Read what one rule is for',
    description:
      'With its options, lines that pass and lines it finds something in, and, as Markdown, why it is there, where it is easily mistaken and what it rests on.',
    tag: 'brands',
    roles: 'signed-in',
    scope: null,
    params: byId,
    query: nothing,
    body: null,
    status: 200,
    answer: RulePageView,
    problems: ['not-found'],
  }),
} as const;
