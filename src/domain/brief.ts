/** The brief: what a campaign tool says of a campaign before any line is drafted. */
import * as z from 'zod';
import { Attributes } from './attribute.ts';
import { Cohort } from './cohort.ts';
import { BrandId, ExternalId } from './ids.ts';
import { Instant, Locale, TimeZone } from './instant.ts';
import { Offer } from './offer.ts';
import { Send } from './send.ts';

/** Whose law and customs the lines are judged by (market profiles of the policy). */
export const Market = z.enum(['US', 'CA', 'UK', 'EU']);
export type Market = z.infer<typeof Market>;

/** An objective claim and what proves it (16 CFR 255). */
export const Claim = z.strictObject({
  text: z.string().min(1).max(300),
  substantiation: z.string().min(1).max(500),
});
export type Claim = z.infer<typeof Claim>;

/** What went wrong, for an apology. */
export const Incident = z.strictObject({
  reference: z.string().min(1).max(100),
  happenedAt: Instant,
  what: z.string().min(1).max(1000),
  /** What the reader can do or gets now. */
  remedy: z.string().min(1).max(1000),
});
export type Incident = z.infer<typeof Incident>;

export const Brief = z
  .strictObject({
    brand: BrandId,
    externalId: ExternalId.optional(),
    campaign: z.strictObject({ externalId: ExternalId, name: z.string().min(1).max(200) }),
    messageType: z.enum(['promotional', 'transactional', 'apology']),
    incident: Incident.optional(),
    /** What the mail is for, in a sentence or two. */
    goal: z.string().min(1).max(2000),
    market: Market,
    locale: Locale,
    timeZone: TimeZone,
    send: Send,
    /** `null` says that there is no offer; left out, nothing is known of one. */
    offer: Offer.nullable().optional(),
    claims: z.array(Claim).max(50).default([]),
    products: z.array(z.string().min(1).max(120)).max(100).default([]),
    landingPage: z
      .strictObject({ url: z.url({ protocol: /^https?$/ }).max(2000), promises: z.string().min(1).max(1000) })
      .optional(),
    mustMention: z.array(z.string().min(1).max(100)).max(10).default([]),
    /** What this campaign's list knows of its readers; goes before the brand's attributes. */
    attributes: Attributes.optional(),
    cohorts: z.array(Cohort).min(1).max(2000),
    /** Candidates the writer is asked for, per cohort. */
    candidatesPerCohort: z.int().min(1).max(30).default(8),
    /** Approved lines wanted per cohort. */
    needed: z.int().min(1).max(50).default(2),
    needBy: Instant.optional(),
    preheaders: z.boolean().default(false),
    /** True where everyone on the list is known to be old enough for goods with an age limit. */
    ageGate: z.boolean().optional(),
    /** True where a subject line may print account values such as points or a balance. */
    allowAccountData: z.boolean().optional(),
  })
  .superRefine((brief, context) => {
    const say = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
    if (brief.messageType === 'apology' && !brief.incident) say(['incident'], 'an apology needs its incident');
    if (brief.messageType !== 'apology' && brief.incident) say(['incident'], 'only an apology has an incident');
    const seen = new Set<string>();
    brief.cohorts.forEach((cohort, index) => {
      if (seen.has(cohort.externalId))
        say(['cohorts', index, 'externalId'], `the cohort ${JSON.stringify(cohort.externalId)} stands here twice`);
      seen.add(cohort.externalId);
    });
  });
export type Brief = z.infer<typeof Brief>;

/** A brief as the database holds it. A revision is never changed; a change is the next revision. */
export const BriefRevision = z.strictObject({
  id: z.string(),
  /** The id of the first revision, which names the brief through all of them. */
  rootId: z.string(),
  brandId: BrandId,
  campaignId: z.string(),
  revision: z.int().positive(),
  brief: Brief,
  createdAt: Instant,
});
export type BriefRevision = z.infer<typeof BriefRevision>;
