/** Sample acts on a Store: a brand in force, a request with lines in review, a line approved. */
import type { ApprovedLine } from '../../src/domain/approved-line.ts';
import type { Brand } from '../../src/domain/brand.ts';
import type { Brief } from '../../src/domain/brief.ts';
import type { Candidate, ModelReply } from '../../src/domain/candidate.ts';
import { contentHash } from '../../src/domain/hash.ts';
import { decided, type ReviewItem } from '../../src/domain/review-item.ts';
import type { RequestCohort } from '../../src/domain/variant-request.ts';
import type { AcceptedRequest } from '../../src/ports/generation-store.ts';
import type { Moment } from '../../src/ports/moment.ts';
import type { ReviewCase, Ruling } from '../../src/ports/review-store.ts';
import type { Store } from '../../src/ports/store.ts';
import {
  sampleAccepted,
  sampleBrand,
  sampleBrief,
  sampleCandidate,
  sampleEvent,
  sampleFinding,
  sampleItem,
  sampleRelease,
  sampleReply,
} from './samples.ts';

/** Adds a brand with a published policy. */
export async function addBrand(store: Store, moment: Moment, id = 'loomwell'): Promise<Brand> {
  const brand = sampleBrand(id);
  const release = sampleRelease(moment, id);
  await store.brands.addBrand({ brand, release }, [sampleEvent(moment, id, { action: 'brand.imported' })]);
  return brand;
}

/** One drafted cohort of a request: two lines in review, one blocked, one duplicate. */
export type DraftedCohort = {
  readonly accepted: AcceptedRequest;
  readonly cohort: RequestCohort;
  readonly reply: ModelReply;
  readonly candidates: readonly Candidate[];
  readonly items: readonly ReviewItem[];
};

/** Accepts a brief and drafts its first cohort. */
export async function draftRequest(
  store: Store,
  moment: Moment,
  brief: Brief = sampleBrief(),
  texts: readonly [string, ...string[]] = [
    'The jeans that go with your linen shirt',
    'What your linen shirt was missing',
  ],
): Promise<DraftedCohort> {
  const accepted = sampleAccepted(moment, brief);
  await store.generation.acceptRequest(accepted);
  const [cohort] = accepted.cohorts;
  if (!cohort) throw new Error('a brief has a cohort');
  return { accepted, ...(await draftCohort(store, moment, cohort, texts)) };
}

/** Drafts a waiting cohort: start, reply, candidates, end. */
export async function draftCohort(
  store: Store,
  moment: Moment,
  cohort: RequestCohort,
  texts: readonly [string, ...string[]],
): Promise<Omit<DraftedCohort, 'accepted'>> {
  const { generation } = store;
  const { brandId, id: cohortId, run } = cohort;
  const event = (action: 'reply.received' | 'candidates.kept') =>
    sampleEvent(moment, brandId, { action, subject: cohortId });
  const reply = sampleReply(moment, cohort);
  const good = texts.map((text, index) => sampleCandidate(moment, reply, { text, rank: index + 1 }));
  const blocked = sampleCandidate(moment, reply, { text: 'Too long', rank: 3, findings: [sampleFinding()] });
  const repeated = sampleCandidate(moment, reply, { text: texts[0], rank: 4, duplicateOf: good[0]?.id ?? null });
  const candidates = [...good, blocked, repeated];
  const items = good.map((candidate) => sampleItem(moment, candidate));
  await generation.startDrafting(cohortId, run, moment.now());
  await generation.keepReply(reply, [event('reply.received')]);
  const briefId = (await generation.cohortWork(cohortId))?.brief.id ?? '';
  await generation.keepDrafts({
    replyId: reply.id,
    cohortId,
    briefId,
    candidates,
    items,
    events: [event('candidates.kept')],
  });
  const settle = () => ({ state: 'in-review' as const, reason: null, events: [] });
  await generation.endRun({ cohortId, run, at: moment.now(), settle });
  return { cohort, reply, candidates, items };
}

/** The ruling that approves a case as it stands; throws a Problem where the item is decided already. */
export function approve(moment: Moment, userId = 'user_a', more: Partial<Ruling> = {}): (of: ReviewCase) => Ruling {
  return (of) => {
    const now = moment.now();
    const state = decided(of.item, 'approve', { userId, version: 1, now });
    const candidate = more.edited ?? of.candidate;
    return {
      item: { ...of.item, state, version: of.item.version + 1, claim: null, updatedAt: now },
      decision: {
        id: moment.newId('decision'),
        brandId: of.item.brandId,
        itemId: of.item.id,
        kind: more.edited ? 'approve-edited' : 'approve',
        candidateId: candidate.id,
        isFirstOfTwo: false,
        reason: null,
        warningsPassed: null,
        comment: null,
        decidedBy: userId,
        decidedAt: now,
      },
      edited: null,
      line: lineOf(moment, of, candidate, userId),
      cohort: { ...of.cohort, updatedAt: now },
      events: [sampleEvent(moment, of.item.brandId, { action: 'line.approved', subject: of.item.id })],
      ...more,
    };
  };
}

function lineOf(moment: Moment, of: ReviewCase, candidate: Candidate, userId: string): ApprovedLine {
  const { brandId, requestId, cohortId, text, preheader, angle, provenance } = candidate;
  return {
    id: moment.newId('line'),
    brandId,
    campaignId: of.campaign.id,
    requestId,
    cohortId,
    candidateId: candidate.id,
    text,
    preheader,
    angle,
    dialect: of.release.policy.dialect,
    writer: provenance.writer,
    textHash: contentHash(text),
    factsHash: contentHash('facts'),
    policyHash: of.release.policyHash,
    state: 'live',
    reason: null,
    approvedBy: userId,
    approvedAt: moment.now(),
    releasedAt: moment.now(),
    validUntil: '2026-12-31T00:00:00.000Z',
    updatedAt: moment.now(),
  };
}
