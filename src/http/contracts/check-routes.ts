/** Checking lines that people wrote. */
import * as z from 'zod';
import { Brief } from '../../domain/brief.ts';
import { Finding, SeenLine, Verdict } from '../../domain/finding.ts';
import { BrandId } from '../../domain/ids.ts';
import { Instant } from '../../domain/instant.ts';
import { LineToCheck } from '../../domain/line-to-check.ts';
import { VoiceScore } from '../../domain/voice-score.ts';
import { defineRoute, nothing } from './route.ts';

/** Twice what a review may approve: a line that is far too long is told so by a finding. */
const maxUnits = 2000;
const maxLines = 10_000;
const maxSeen = 1000;

const name = z.string().min(1).max(200);

/** A brief within a request that names the brand itself. */
export const BriefOfCheck = z
  .strictObject({ ...Brief.shape, brand: BrandId.optional() })
  .superRefine((brief, context) => {
    // What the members of a brief must be to one another is said in one place.
    const read = Brief.safeParse({ ...brief, brand: brief.brand ?? 'left-out' });
    for (const { path, message } of read.error?.issues ?? []) context.addIssue({ code: 'custom', path, message });
  })
  .meta({ id: 'BriefOfCheck' });

/** A line of the request. */
export const LineOfCheck = LineToCheck.extend({
  text: z.string().max(maxUnits),
  preheader: z.string().max(maxUnits).nullable().optional(),
  cohort: name.optional(),
  dialect: name.optional(),
  history: z
    .array(z.union([z.string().max(maxUnits), SeenLine.extend({ text: z.string().max(maxUnits) })]))
    .max(maxSeen)
    .optional(),
}).meta({ id: 'LineToCheck' });

/** Lines, with what all of them are checked by. */
export const CheckRequest = z
  .strictObject({
    brand: BrandId,
    brief: BriefOfCheck.optional(),
    lines: z.array(LineOfCheck).min(1).max(maxLines),
    rules: z.array(name).min(1).max(200).optional(),
    now: Instant.optional(),
    /** Say of each line how near it is to the brand's voice, and by which traits. */
    voice: z.boolean().default(false),
  })
  .superRefine(({ brand, brief }, context) => {
    if (brief?.brand === undefined || brief.brand === brand) return;
    const message = `must be the brand of the request, ${JSON.stringify(brand)}; or leave it out`;
    context.addIssue({ code: 'custom', path: ['brief', 'brand'], message });
  })
  .meta({ id: 'CheckRequest' });
export type CheckRequest = z.infer<typeof CheckRequest>;

/** A line with what was found in it. */
export const CheckedLineView = z
  .strictObject({
    /** Where the lines came as CSV: its row, the first below the header row being 1. */
    row: z.int().positive().optional(),
    text: z.string(),
    ...Verdict.pick({ verdict: true, findings: true, graphemes: true }).shape,
    /** Only where the line's own dialect makes it another policy. */
    policyHash: z.string().optional(),
    /** Only where the request asked for it. It tells how the line sounds and changes no verdict. */
    voice: VoiceScore.optional(),
  })
  .meta({ id: 'CheckedLine' });
export type CheckedLineView = z.infer<typeof CheckedLineView>;

/** The answer: what is to be said of the brief as a whole, once, and each line. */
const Checks = z
  .strictObject({ policyHash: z.string(), campaign: z.array(Finding), data: z.array(CheckedLineView) })
  .meta({ id: 'Checks' });

export const checkRoutes = {
  checkLines: defineRoute({
    method: 'post',
    path: '/v1/checks',
    operationId: 'checkLines',
    summary: 'Check lines that people wrote by the published policy',
    description:
      "Up to 10,000 lines, and 8 MB, at once. The answers come in the order of the lines, each with the findings of every rule; what is to be said of the brief as a whole stands once under `campaign`. A blocked line is data, and the status is 200. Nothing is stored. A line is compared with the lines in its own `history` and with no others. The lines may come as a CSV file too, by `?brand=` and without a brief; mistakes are then told by row. With `voice` true each answer also says how near the line is to the brand's own lines.",
    tag: 'brands',
    roles: ['campaign-client', 'copywriter', 'compliance', 'policy-owner', 'admin'],
    scope: 'lines:check',
    params: nothing,
    query: z.strictObject({
      brand: BrandId.optional().meta({ description: 'The brand of the lines, where they come as CSV.' }),
    }),
    body: CheckRequest,
    csvBody: {
      list: 'lines',
      columns: { known: ['text', 'preheader', 'dialect', 'cohort'], required: ['text'] },
      maxRows: maxLines,
      example:
        'text,preheader,dialect\r\n"Coats, up to 40% off",Through Sunday,\r\n"*|FNAME|*, the linen is in",,mailchimp\r\n',
    },
    maxBodyBytes: 8 * 1024 * 1024,
    status: 200,
    answer: Checks,
    changesNothing: true,
    problems: ['invalid-request', 'not-found'],
  }),
} as const;
