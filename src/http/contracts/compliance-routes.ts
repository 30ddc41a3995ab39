/** What the compliance officer reads. */
import * as z from 'zod';
import { ApprovedLine } from '../../domain/approved-line.ts';
import { AuditEvent } from '../../domain/audit-event.ts';
import { Campaign } from '../../domain/campaign.ts';
import { Candidate, ModelReply } from '../../domain/candidate.ts';
import { ChainsChecked } from '../../domain/chain-report.ts';
import { RecordedDecision, UndoneDecision } from '../../domain/decision.ts';
import { VerdictName } from '../../domain/finding.ts';
import { BrandId } from '../../domain/ids.ts';
import { LineComment } from '../../domain/line-comment.ts';
import { Override } from '../../domain/override.ts';
import { ReviewItem } from '../../domain/review-item.ts';
import { RunNote } from '../../domain/run-note.ts';
import { Usage } from '../../domain/usage.ts';
import { RequestCohort } from '../../domain/variant-request.ts';
import { VoiceScore } from '../../domain/voice-score.ts';
import { format } from './csv.ts';
import { eventTable } from './event-table.ts';
import { byId, defineRoute, listOf, nothing, paging, upTo } from './route.ts';

/** A candidate with all that happened to it: the raw reply it came from, its review, its line. */
export const CandidateHistoryView = z
  .strictObject({
    candidate: Candidate,
    cohort: RequestCohort,
    campaign: Campaign,
    reply: ModelReply.nullable(),
    /** Its share of what the call for its reply used; null where a person wrote it. */
    usage: Usage.nullable(),
    /** What somebody wished for, where the run it came from was asked for with a note. */
    note: RunNote.nullable(),
    item: ReviewItem.nullable(),
    decision: RecordedDecision.nullable(),
    decidedBy: z.string().nullable(),
    /** Approvals that needed another person's after them and stand, oldest first. */
    firstApprovals: z.array(RecordedDecision),
    /** What was asked and answered about lifting its block, oldest first. */
    overrides: z.array(Override),
    /** Decisions that were taken back, oldest first. */
    undone: z.array(UndoneDecision),
    /** Ids of the decisions above that sent it back: another line was drafted in its place, with their words. */
    sentBack: z.array(z.string()),
    /** What people said of it without deciding it, oldest first. */
    comments: z.array(LineComment),
    line: ApprovedLine.nullable(),
    /** Names of the people above, by id; somebody who is not known any more is left out. */
    names: z.record(z.string(), z.string()),
    /** How near the line is to the brand's own lines at the moment of reading; nothing was decided by it. */
    voice: VoiceScore,
  })
  .meta({ id: 'CandidateHistory' });
export type CandidateHistoryView = z.infer<typeof CandidateHistoryView>;

/** An event as people read it. */
export const AuditEventView = AuditEvent.extend({
  actorName: z.string().nullable().meta({
    description: 'The name of a person who acted, as it is now; `null` for anybody else. Not part of what was hashed.',
  }),
}).meta({ id: 'AuditEvent' });
export type AuditEventView = z.infer<typeof AuditEventView>;

const readers = ['compliance', 'policy-owner', 'copywriter', 'admin'] as const;
const brand = BrandId.optional().meta({ description: 'Only this brand; left out, every brand you may see.' });

export const complianceRoutes = {
  listCandidates: defineRoute({
    method: 'get',
    path: '/v1/candidates',
    operationId: 'listCandidates',
    summary: 'Find drafted lines, blocked ones among them',
    description: 'Newest first, each with its findings and provenance.',
    tag: 'compliance',
    roles: readers,
    scope: 'evidence:read',
    params: nothing,
    query: z.strictObject({
      brand,
      verdict: VerdictName.optional().meta({ description: 'Only lines with this verdict.' }),
      rule: z.string().max(100).optional().meta({ description: 'Only lines with a finding of this rule.' }),
      request: z.string().max(200).optional().meta({ description: 'Id of a variant request.' }),
      cohort: z.string().max(200).optional().meta({ description: 'Id of a cohort of a request.' }),
      writer: z
        .enum(['model', 'embedded-writer', 'person'])
        .optional()
        .meta({ description: 'Only lines of this kind of writer.' }),
      ...paging,
    }),
    body: null,
    status: 200,
    answer: listOf(Candidate),
    problems: ['not-found'],
  }),
  readCandidate: defineRoute({
    method: 'get',
    path: '/v1/candidates/{id}',
    operationId: 'readCandidate',
    summary: 'Read all that happened to one drafted line',
    description:
      'The prompt and raw reply it came from, its verdict and what that rested on, its decision and its line.',
    tag: 'compliance',
    roles: readers,
    scope: 'evidence:read',
    params: byId,
    query: nothing,
    body: null,
    status: 200,
    answer: CandidateHistoryView,
    problems: ['not-found'],
  }),
  listEvents: defineRoute({
    method: 'get',
    path: '/v1/audit-events',
    operationId: 'listAuditEvents',
    summary: 'Read the audit chain of your brands',
    description:
      'Newest first. As a CSV file each row has the bytes (`body`) that its hash was taken over: the SHA-256 of `body` is `hash`, and `previousHash` is the `hash` of the row with the number before, so that anyone can prove an export whole.',
    tag: 'compliance',
    roles: ['compliance', 'admin'],
    scope: 'evidence:read',
    params: nothing,
    query: z.strictObject({
      brand,
      upTo: z.coerce.number().int().positive().optional().meta({
        description: 'Only events with this number in their chain or a lower one; goes with `brand`.',
      }),
      format,
      ...paging,
      limit: upTo(1000, 25, 'Events'),
    }),
    body: null,
    status: 200,
    answer: listOf(AuditEventView),
    csv: eventTable,
    problems: ['not-found'],
  }),
  checkChains: defineRoute({
    method: 'post',
    path: '/v1/audit-checks',
    operationId: 'checkAuditChains',
    summary: 'Prove that the audit chains of your brands are whole',
    description:
      'Reads every event from the first one on and names the first that was changed, taken out or put in. Takes about a second for 50,000 events.',
    tag: 'compliance',
    roles: ['compliance', 'admin'],
    scope: 'evidence:read',
    params: nothing,
    query: z.strictObject({ brand }),
    body: null,
    changesNothing: true,
    status: 200,
    answer: ChainsChecked.meta({ id: 'ChainsChecked' }),
    problems: ['not-found'],
  }),
} as const;
