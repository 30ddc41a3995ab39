/** Sample nouns, each whole and valid; a test names only what it is about. */
import type { NewAuditEvent } from '../../src/domain/audit-event.ts';
import type { Brand } from '../../src/domain/brand.ts';
import { Brief, type BriefRevision } from '../../src/domain/brief.ts';
import type { Candidate, ModelReply } from '../../src/domain/candidate.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { verdictOf } from '../../src/domain/finding.ts';
import { contentHash } from '../../src/domain/hash.ts';
import type { PolicyRelease } from '../../src/domain/policy.ts';
import type { ReviewItem } from '../../src/domain/review-item.ts';
import type { RequestCohort } from '../../src/domain/variant-request.ts';
import type { AcceptedRequest } from '../../src/ports/generation-store.ts';
import type { Moment } from '../../src/ports/moment.ts';

export function sampleBrand(id = 'loomwell'): Brand {
  return {
    id,
    profile: {
      name: 'Loomwell',
      locale: 'en-US',
      market: 'US',
      attributes: { first_name: { type: 'text', coverage: 0.7, samples: ['Loren'], spelledAs: [] } },
      voice: {
        character: 'A tailor who tells you plainly what suits you.',
        person: 'you',
        sentenceCase: true,
        do: [],
        dont: [],
        pairs: [],
        avoid: [],
      },
      exemplars: [{ text: 'The jeans that go with your linen shirt', fits: ['second purchase'] }],
      // Most tests approve a line and fetch it in one go.
      review: { horizonDays: 2, hoursPerDay: 6, releaseGraceSeconds: 0 },
    },
  };
}

export function sampleRelease(moment: Moment, brandId = 'loomwell', more: Partial<PolicyRelease> = {}): PolicyRelease {
  const policy: PolicyRelease['policy'] = {
    dialect: 'liquid',
    locale: 'en-US',
    market: 'US',
    attributes: {},
    rules: { length: { on: true, version: 1, severity: 'block', onMissingFacts: 'warn', options: { max: 70 } } },
    examples: { pass: [], block: [] },
  };
  return {
    id: moment.newId('release'),
    brandId,
    policyHash: contentHash(policy),
    policy,
    state: 'published',
    createdAt: moment.now(),
    publishedAt: moment.now(),
    ...more,
  };
}

export function sampleBrief(brandId = 'loomwell', cohorts: readonly string[] = ['linen-buyers', 'lapsed']): Brief {
  return Brief.parse({
    brand: brandId,
    campaign: { externalId: 'autumn-edit', name: 'The autumn edit' },
    messageType: 'promotional',
    goal: 'Help first-time buyers to their second purchase.',
    market: 'US',
    locale: 'en-US',
    timeZone: 'America/New_York',
    send: { kind: 'at', at: '2026-12-01T09:00:00-05:00' },
    offer: null,
    cohorts: cohorts.map((externalId) => ({ externalId, name: `Cohort ${externalId}`, who: 'They bought a shirt.' })),
  });
}

export function sampleEvent(moment: Moment, chain = 'loomwell', more: Partial<NewAuditEvent> = {}): NewAuditEvent {
  return {
    id: moment.newId('event'),
    chain,
    at: moment.now(),
    actor: { kind: 'service', id: 'linewright' },
    action: 'request.accepted',
    subject: 'a sample',
    details: {},
    ...more,
  };
}

/** An accepted brief with a waiting cohort and a job for each cohort of the brief. */
export function sampleAccepted(moment: Moment, brief: Brief = sampleBrief()): AcceptedRequest {
  const brandId = brief.brand;
  const createdAt = moment.now();
  const campaign = { id: moment.newId('campaign'), brandId, ...brief.campaign, createdAt };
  const briefId = moment.newId('brief');
  const revision: BriefRevision = {
    id: briefId,
    rootId: briefId,
    brandId,
    campaignId: campaign.id,
    revision: 1,
    brief,
    createdAt,
  };
  const request = { id: moment.newId('request'), brandId, campaignId: campaign.id, briefId: revision.id, createdAt };
  const cohorts = brief.cohorts.map(
    ({ externalId, needed }): RequestCohort => ({
      id: moment.newId('cohort'),
      brandId,
      requestId: request.id,
      externalId,
      state: 'waiting',
      reason: null,
      needed: needed ?? brief.needed,
      run: 1,
      updatedAt: createdAt,
    }),
  );
  const jobs = cohorts.map(({ id }) => ({
    id: moment.newId('job'),
    kind: 'draft-cohort' as const,
    brandId,
    key: `draft ${id} 1`,
    payload: { cohortId: id },
    runAt: createdAt,
  }));
  const events = [sampleEvent(moment, brandId, { subject: request.id, details: { campaignId: campaign.id } })];
  return { campaign, brief: revision, request, cohorts, jobs, events, whereItStands: () => [] };
}

export function sampleReply(moment: Moment, cohort: RequestCohort, more: Partial<ModelReply> = {}): ModelReply {
  const prompt = 'Write subject lines.\n\nFor people who bought a shirt.';
  return {
    id: moment.newId('reply'),
    brandId: cohort.brandId,
    requestId: cohort.requestId,
    cohortId: cohort.id,
    run: cohort.run,
    round: 'draft',
    writer: 'model',
    model: 'a-model',
    prompt,
    promptHash: contentHash(prompt),
    raw: '{"lines":[]}',
    finish: 'stop',
    inputTokens: 120,
    cachedInputTokens: null,
    outputTokens: 40,
    costMicros: null,
    price: null,
    durationMs: 900,
    receivedAt: moment.now(),
    ...more,
  };
}

export function sampleFinding(more: Partial<Finding> = {}): Finding {
  return {
    rule: 'length',
    ruleVersion: 1,
    severity: 'block',
    kind: 'violation',
    message: 'Shorten to 70 characters.',
    spans: [{ start: 0, end: 1 }],
    ...more,
  };
}

/** A candidate of a reply; its verdict follows from `findings`. */
export function sampleCandidate(
  moment: Moment,
  reply: ModelReply,
  more: Partial<Candidate> & { readonly findings?: Finding[] } = {},
): Candidate {
  const { findings = [], ...rest } = more;
  const { writer, model, promptHash, run, round } = reply;
  const policyHash = contentHash('a policy');
  return {
    id: moment.newId('candidate'),
    brandId: reply.brandId,
    requestId: reply.requestId,
    cohortId: reply.cohortId,
    text: 'The jeans that go with your linen shirt',
    preheader: null,
    angle: 'completion',
    rank: 1,
    provenance: { writer, model, promptHash, replyId: reply.id, run, round },
    duplicateOf: null,
    verdict: {
      verdict: verdictOf(findings),
      findings,
      graphemes: 39,
      policyHash,
      basis: { policyHash, factsHash: contentHash('facts'), now: moment.now(), neighbours: [], unicodeVersion: '17.0' },
    },
    createdAt: moment.now(),
    ...rest,
  };
}

export function sampleItem(moment: Moment, candidate: Candidate, more: Partial<ReviewItem> = {}): ReviewItem {
  return {
    id: moment.newId('item'),
    brandId: candidate.brandId,
    requestId: candidate.requestId,
    cohortId: candidate.cohortId,
    candidateId: candidate.id,
    state: 'pending',
    version: 1,
    claim: null,
    firstApproval: null,
    createdAt: moment.now(),
    updatedAt: moment.now(),
    ...more,
  };
}
