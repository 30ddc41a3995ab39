/** A campaign tool's word that it used a line: in which send, when, and with which text. */
import * as z from 'zod';
import { LineState } from './approved-line.ts';
import { BrandId, ExternalId } from './ids.ts';
import { Instant } from './instant.ts';

/** What was not as it should be. It happened, so it is kept and said, and refuses nothing. */
export const UseFinding = z.strictObject({
  kind: z.enum(['text-differs', 'preheader-differs', 'not-compared', 'not-live', 'out-of-time']),
  /** One sentence that names what was expected. */
  message: z.string(),
});
export type UseFinding = z.infer<typeof UseFinding>;

/** What the tool says. */
export const LineUse = z.strictObject({
  lineId: z.string().min(1).max(200),
  send: z.strictObject({ externalId: ExternalId }),
  usedAt: Instant,
  /** What was sent, to be compared with what was approved; left out, nothing is compared. */
  text: z.string().max(2000).optional(),
  preheader: z.string().max(2000).nullable().optional(),
  /** The merge-tag dialect of that text, where it is not the one the line was approved in. */
  dialect: z.string().max(60).optional(),
});
export type LineUse = z.infer<typeof LineUse>;

export const Acknowledgement = z.strictObject({
  id: z.string(),
  brandId: BrandId,
  lineId: z.string(),
  send: z.strictObject({ externalId: ExternalId }),
  usedAt: Instant,
  text: z.string().nullable(),
  preheader: z.string().nullable(),
  dialect: z.string().nullable(),
  /** The state of the line when this arrived. */
  lineState: LineState,
  findings: z.array(UseFinding),
  acknowledgedBy: z.string(),
  receivedAt: Instant,
});
export type Acknowledgement = z.infer<typeof Acknowledgement>;
