/** Schemas that stand once in the API document, under the word of the trade, and are pointed to from everywhere else. */
import { Membership } from '../domain/access.ts';
import { Attribute } from '../domain/attribute.ts';
import { Voice } from '../domain/brand.ts';
import { Brief, BriefRevision } from '../domain/brief.ts';
import { Campaign } from '../domain/campaign.ts';
import { Candidate, ModelReply, Provenance } from '../domain/candidate.ts';
import { Cohort } from '../domain/cohort.ts';
import { Decision, RecordedDecision } from '../domain/decision.ts';
import { Finding } from '../domain/finding.ts';
import { Money } from '../domain/money.ts';
import { Offer } from '../domain/offer.ts';
import { Price } from '../domain/price.ts';
import { Send } from '../domain/send.ts';
import { Usage } from '../domain/usage.ts';
import { CohortCounts, RequestCohort } from '../domain/variant-request.ts';

/** By the name they have in the document. */
export const sharedSchemas = {
  Attribute,
  Brief,
  BriefRevision,
  Campaign,
  Candidate,
  Cohort,
  CohortCounts,
  Decision,
  Finding,
  Membership,
  ModelReply,
  Money,
  Offer,
  Provenance,
  RecordedDecision,
  RequestCohort,
  Price,
  Send,
  Usage,
  Voice,
} as const;
