/** A brand as its people read it: voice, exemplars, settings, the policy in force, and trying a text against it. */
import * as z from 'zod';
import { BrandProfile, Drafting, FileMistake, ReviewSettings } from '../../domain/brand.ts';
import { BrandPause } from '../../domain/brand-pause.ts';
import { BrandId } from '../../domain/ids.ts';
import { Instant } from '../../domain/instant.ts';
import { PolicyPage } from '../../domain/policy-page.ts';
import { VoiceScore } from '../../domain/voice-score.ts';
import { byId, defineRoute, nothing } from './route.ts';
import { TextCheckView, TypedText } from './text-routes.ts';

/** All there is to say of a brand. */
export const BrandRecordView = z
  .strictObject({
    id: BrandId,
    name: z.string(),
    sandbox: z.boolean(),
    /** `null` where its files had mistakes before it was ever imported; so for all that would come from them. */
    profile: BrandProfile.nullable(),
    /** How each exemplar of the profile sounds, scored by all the others, in their order. */
    exemplarVoices: z.array(VoiceScore),
    /** With what the profile leaves out filled in. */
    drafting: Drafting.nullable(),
    review: ReviewSettings.nullable(),
    /** The dialect lines are checked in. */
    dialect: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
    policyHash: z.string().nullable(),
    policySince: Instant.nullable(),
    /** Mistakes in the brand's files, found at the last start. What was published before stays in force. */
    mistakes: z.array(FileMistake),
    /** True where the files differ from what is published; importing them makes a draft. */
    filesDiffer: z.boolean(),
    pause: BrandPause.nullable(),
    /** Who paused it, by name. */
    pausedByName: z.string().nullable(),
  })
  .meta({ id: 'BrandRecord' });
export type BrandRecordView = z.infer<typeof BrandRecordView>;

const PolicyPageView = PolicyPage.meta({ id: 'BrandPolicy' });

/** A text to try, with what it is for. */
const TriedText = TypedText.extend({
  brief: z.string().max(200).nullable().default(null).meta({
    description: 'Id of a brief of the brand, whose facts the text is held against; null where no fact is known.',
  }),
  cohort: z.string().max(200).nullable().default(null).meta({
    description: 'External id of a cohort of that brief; the text is compared with the lines these readers saw.',
  }),
}).meta({ id: 'TriedText' });

const readers = ['copywriter', 'compliance', 'policy-owner', 'admin'] as const;
const reading = { tag: 'brands', roles: readers, scope: null, params: byId, query: nothing, status: 200 } as const;

export const brandRoutes = {
  readBrand: defineRoute({
    ...reading,
    method: 'get',
    path: '/v1/brands/{id}',
    operationId: 'readBrand',
    summary: 'Read all there is to say of a brand',
    description:
      'Its voice, merge attributes, exemplars with how each sounds beside the others, how drafting and review are set, and whether its files are in order.',
    body: null,
    answer: BrandRecordView,
    problems: ['not-found'],
  }),
  readBrandPolicy: defineRoute({
    ...reading,
    method: 'get',
    path: '/v1/brands/{id}/policy',
    operationId: 'readBrandPolicy',
    summary: 'Read the policy in force, rule by rule',
    description:
      'Every rule, on or off, with its settings and where each was written, and what it found in the last 30 days: a rule whose warnings are mostly passed with a reason is noise. What a rule is for is at `GET /v1/rules/{id}`.',
    body: null,
    answer: PolicyPageView,
    problems: ['not-found'],
  }),
  tryText: defineRoute({
    ...reading,
    method: 'post',
    path: '/v1/brands/{id}/text-checks',
    operationId: 'tryBrandText',
    summary: 'Try a text out against the policy of a brand',
    description:
      'The text is checked by the policy in force, by the facts of a brief where one is named, and beside the lines a cohort saw where one is named. Nothing is stored. The answer also says how the text sounds and what each kind of reader would see, the unluckiest first.',
    body: TriedText,
    answer: TextCheckView,
    changesNothing: true,
    problems: ['not-found', 'invalid-request'],
  }),
} as const;
