/** Looking ahead while somebody edits a line in review. */
import * as z from 'zod';
import { Verdict } from '../../domain/finding.ts';
import { InboxRendering } from '../../domain/inbox.ts';
import { Instant } from '../../domain/instant.ts';
import { VoiceScore } from '../../domain/voice-score.ts';
import { byId, defineRoute, nothing } from './route.ts';

/** Twice what a review may approve: a line that is far too long is told so by a finding. */
const maxUnits = 2000;

/** A typed text. */
export const TypedText = z
  .strictObject({
    text: z.string().max(maxUnits).meta({ description: 'The subject line as typed, empty while there is none.' }),
    preheader: z
      .string()
      .max(maxUnits)
      .nullable()
      .default(null)
      .meta({ description: 'The preheader as typed; null where the line has none.' }),
  })
  .meta({ id: 'TypedText' });

/** What saving a text would find, and how inboxes would show it. */
export const TextCheckView = z
  .strictObject({
    ...Verdict.shape,
    /** Since when the policy is in force. */
    policySince: Instant.nullable(),
    /** How near the text is to the brand's own lines. It changes no verdict. */
    voice: VoiceScore,
    /** The name in the From line. */
    sender: z.string(),
    /** What each kind of reader sees, the unluckiest first. */
    renderings: z.array(InboxRendering),
  })
  .meta({ id: 'TextCheck' });
export type TextCheckView = z.infer<typeof TextCheckView>;

export const textRoutes = {
  checkText: defineRoute({
    method: 'post',
    path: '/v1/review-items/{id}/checks',
    operationId: 'checkReviewItemText',
    summary: 'See what saving a text for a line would find',
    description:
      'The text is checked as the line it is typed for: by the newest brief and its cohort, the policy in force, and the lines these readers saw. Nothing is stored and nobody is told. The answer also says what each kind of reader would see in the inbox, the unluckiest first.',
    tag: 'review',
    roles: ['copywriter', 'compliance', 'policy-owner', 'admin'],
    scope: null,
    params: byId,
    query: nothing,
    body: TypedText,
    status: 200,
    answer: TextCheckView,
    changesNothing: true,
    problems: ['not-found', 'invalid-request'],
  }),
} as const;
