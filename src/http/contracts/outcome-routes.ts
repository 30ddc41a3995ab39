/** What campaign tools say they did with lines, and what came of it. */
import * as z from 'zod';
import { Acknowledgement, LineUse } from '../../domain/acknowledgement.ts';
import { BrandId, ExternalId } from '../../domain/ids.ts';
import { Outcome, OutcomeReport } from '../../domain/outcome.ts';
import { defineRoute, listOf, nothing, paging } from './route.ts';

const maxBatch = 1000;

const reading = {
  method: 'get',
  tag: 'compliance',
  roles: ['compliance', 'policy-owner', 'copywriter', 'admin'],
  scope: 'evidence:read',
  params: nothing,
  body: null,
  status: 200,
  problems: ['not-found'],
} as const;
const writing = {
  method: 'post',
  tag: 'campaigns',
  roles: ['campaign-client', 'admin'],
  scope: 'outcomes:write',
  params: nothing,
  query: nothing,
  status: 200,
  problems: ['invalid-request'],
} as const;
const of = {
  brand: BrandId.optional().meta({ description: 'Only this brand; left out, every brand you may see.' }),
  line: z.string().max(200).optional().meta({ description: 'Id of an approved line.' }),
  send: ExternalId.optional().meta({ description: 'External id of a send.' }),
};

/** Uses of lines, up to 1,000. */
const LineUses = z
  .strictObject({
    acknowledgements: z
      .array(LineUse.meta({ id: 'LineUse' }))
      .min(1)
      .max(maxBatch),
  })
  .meta({ id: 'LineUses' });
/** Numbers of lines, up to 1,000. */
const OutcomeReports = z
  .strictObject({
    outcomes: z
      .array(OutcomeReport.meta({ id: 'OutcomeReport' }))
      .min(1)
      .max(maxBatch),
  })
  .meta({ id: 'OutcomeReports' });

const AcknowledgementView = Acknowledgement.meta({ id: 'Acknowledgement' });
const OutcomeView = Outcome.meta({ id: 'Outcome' });

export const outcomeRoutes = {
  acknowledgeLines: defineRoute({
    ...writing,
    path: '/v1/acknowledgements',
    operationId: 'acknowledgeLines',
    summary: 'Say which lines were used, in which send, with which text',
    description:
      'Up to 1,000 at once. The text that was sent is compared with the approved one, in the dialect you name: what differs, and lines that must not have been used, come back under `findings` and are kept all the same, since it happened. The same word said again is kept once. Lines that nobody knows are mistakes; then nothing is kept.',
    body: LineUses,
    answer: z.strictObject({ data: z.array(AcknowledgementView) }).meta({ id: 'Acknowledgements' }),
  }),
  reportOutcomes: defineRoute({
    ...writing,
    path: '/v1/outcomes',
    operationId: 'reportOutcomes',
    summary: 'Say what came of lines, per send and day',
    description:
      'Up to 1,000 at once. Numbers count readers and belong to the day on which the mail went out. Said again for the same line, send and day they take the place of those before, which stay readable; the same numbers again change nothing.',
    body: OutcomeReports,
    answer: z.strictObject({ data: z.array(OutcomeView) }).meta({ id: 'Outcomes' }),
  }),
  listAcknowledgements: defineRoute({
    ...reading,
    path: '/v1/acknowledgements',
    operationId: 'listAcknowledgements',
    summary: 'See which lines were used, newest first',
    description: 'Each with the text that was sent and what was not as it should be.',
    query: z.strictObject({ ...of, ...paging }),
    answer: listOf(AcknowledgementView),
  }),
  listOutcomes: defineRoute({
    ...reading,
    path: '/v1/outcomes',
    operationId: 'listOutcomes',
    summary: 'See what came of lines, newest first',
    description: 'The numbers in force; with `history=true` also those that were corrected.',
    query: z.strictObject({
      ...of,
      history: z.enum(['true', 'false']).default('false').meta({ description: 'With corrected numbers too.' }),
      ...paging,
    }),
    answer: listOf(OutcomeView),
  }),
} as const;
