/**
 * Drafts one cohort: asks the writer, keeps what it says, checks each line, puts the good ones before people.
 * Every step is saved before the next begins, and no transaction is open while the writer thinks, so that a process
 * killed at any instant goes on where it was: no line lost, none doubled, no call made twice for a reply it has.
 */
import { setImmediate } from 'node:timers/promises';
import pLimit from 'p-limit';
import type { ModelReply } from '../domain/candidate.ts';
import { factsFor } from '../domain/facts.ts';
import { type RecordedVerdict, seenWindowMs } from '../domain/finding.ts';
import { addMs } from '../domain/instant.ts';
import { isUnderWay } from '../domain/variant-request.ts';
import { checkLine } from '../guardrails/check-line.ts';
import type { CompiledPolicies } from '../guardrails/compiled-policies.ts';
import type { BrandStore } from '../ports/brand-store.ts';
import type { CohortWork, GenerationStore } from '../ports/generation-store.ts';
import { type Job, type JobHandler, RetryLater } from '../ports/job-queue.ts';
import type { Neighbours } from '../ports/line-case.ts';
import { ModelFailure, ModelRests } from '../ports/model.ts';
import type { Moment } from '../ports/moment.ts';
import { type Ask, type Ground, mostLines, orderFor, receivedReply } from './ask-writer.ts';
import { callingWriter, type WriterParts } from './call-writer.ts';
import { draftKey } from './draft-job.ts';
import { CapReached } from './drafting-budget.ts';
import { keptDrafts } from './kept-drafts.ts';
import type { DraftedLine } from './lines-in-value.ts';
import { nextStep, ofRun, withDrafts, withReply } from './next-step.ts';
import { parseReply, wasCutOff } from './parse-reply.ts';
import { type RunEnd, settleRun } from './settle-run.ts';

export type DraftingParts = WriterParts & {
  readonly store: GenerationStore;
  readonly brands: Pick<BrandStore, 'brand'>;
  readonly neighbours: Neighbours;
  readonly compiled: CompiledPolicies;
  readonly moment: Moment;
};

/** The handler of `draft-cohort` jobs. */
export function draftCohort(parts: DraftingParts): JobHandler<'draft-cohort'> {
  const { store, moment } = parts;
  const callWriter = callingWriter(parts);
  const oneAtATime = pLimit(1);

  return {
    run: async (job, signal) => {
      const work = await workOf(job);
      if (!work) return;
      try {
        await draft(work, job, signal);
      } catch (error) {
        if (error instanceof CapReached && error.retryAfterMs === null)
          return end(work, { kind: 'failed', reason: error.message });
        if (error instanceof CapReached) throw await waiting(work, error.message, error.retryAfterMs ?? 0, false);
        if (error instanceof ModelRests) throw await waiting(work, error.message, error.retryAfterMs, false);
        if (!(error instanceof ModelFailure)) throw error;
        if (error.isPassing && !job.isLastAttempt)
          throw await waiting(work, `${error.message} It is tried again.`, waitMs(job, error), true);
        await end(work, { kind: 'failed', reason: error.message });
      }
    },
    gaveUp: async (job, error) => {
      const work = await workOf(job);
      const reason = error instanceof ModelFailure || error instanceof RetryLater ? error.message : ownFault;
      if (work) await end(work, { kind: 'failed', reason });
    },
  };

  /** Says on the cohort what it waits for. `isAttempt`: whether something was tried. */
  async function waiting({ cohort }: CohortWork, reason: string, forMs: number, isAttempt: boolean) {
    await store.noteDelay(cohort.id, cohort.run, reason, moment.now());
    return new RetryLater(reason, forMs, { isAttempt });
  }

  /** `null` where the job has nothing left to do: the cohort is gone, settled, or in a later run. */
  async function workOf(job: Job<'draft-cohort'>): Promise<CohortWork | null> {
    const work = await store.cohortWork(job.payload.cohortId);
    if (!work || job.key !== draftKey(work.cohort)) return null;
    const { id, run, state } = work.cohort;
    if (state !== 'waiting') return state === 'drafting' ? work : null;
    return (await store.startDrafting(id, run, moment.now())) ? work : null;
  }

  async function draft(started: CohortWork, job: Job<'draft-cohort'>, signal: AbortSignal): Promise<void> {
    const { id, run } = started.cohort;
    let work: CohortWork | null = started;
    // Another worker may have brought the run to its end meanwhile, and a person begun the next.
    while (work?.cohort.run === run && isUnderWay(work.cohort.state)) {
      await turnOfTheLoop();
      signal.throwIfAborted();
      const step = nextStep(work);
      if (step.kind === 'end') return end(work, drafted(work));
      const ground = await groundOf(work);
      if (!ground) return end(work, { kind: 'failed', reason: `The brand ${work.cohort.brandId} is gone.` });
      const after: CohortWork | null =
        step.kind === 'keep' ? await keep(work, step.reply, ground) : await ask(work, step, ground, job, signal);
      work = after ?? (await store.cohortWork(id));
    }
  }

  /** `null` where the run is over, so that nothing was asked. */
  async function ask(
    work: CohortWork,
    step: Ask,
    ground: Ground,
    { isLastAttempt }: Job<'draft-cohort'>,
    signal: AbortSignal,
  ): Promise<CohortWork | null> {
    const order = orderFor(work, ground, step);
    const { id, brandId, requestId, run } = work.cohort;
    const { drafting } = ground.inForce.brand.profile;
    const mayAsk = () => hasLeave(id, run);
    const written = await callWriter(order, { brandId, requestId, drafting, isLastAttempt, mayAsk }, signal);
    if (!written) return null;
    try {
      await turnOfTheLoop();
      const { reply, event } = receivedReply(work, step.round, order, written, parts);
      await store.keepReply(reply, [event]);
      // Where another worker's reply was there first, ours has no row, and nothing can be kept of it.
      return withReply(work, reply);
    } finally {
      written.letGo();
    }
  }

  async function hasLeave(cohortId: string, run: number): Promise<boolean> {
    const leave = await store.leaveToAsk(cohortId, run);
    if (leave === 'paused') throw new RetryLater('The brand is paused.', 0, { isAttempt: false });
    return leave !== 'over';
  }

  /** `null` where another worker kept them first, or the brief was revised meanwhile: then they are judged again. */
  async function keep(work: CohortWork, reply: ModelReply, ground: Ground): Promise<CohortWork | null> {
    const drafts = keptDrafts({
      reply,
      earlier: work.candidates,
      briefId: work.brief.id,
      judge: judging(ground),
      moment,
      mostToReview: mostLines(work),
    });
    return (await store.keepDrafts(drafts)) ? withDrafts(work, drafts) : null;
  }

  /** Read anew for each step: a policy published while the writer thought is the one its lines are judged by. */
  async function groundOf({ cohort, brief }: CohortWork): Promise<Ground | null> {
    const inForce = await parts.brands.brand(cohort.brandId);
    if (!inForce) return null;
    const seen = await parts.neighbours.seenBy({
      brandId: cohort.brandId,
      cohortExternalId: cohort.externalId,
      since: addMs(moment.now(), -seenWindowMs),
    });
    const inBrief = brief.brief.cohorts.find(({ externalId }) => externalId === cohort.externalId);
    return { inForce, facts: factsFor(brief.brief, inBrief), seen };
  }

  function judging({ inForce, facts, seen }: Ground) {
    const policy = parts.compiled(inForce.release.policy);
    const now = moment.now();
    return (line: DraftedLine): RecordedVerdict => checkLine(line, policy, { facts, seen, now });
  }

  /**
   * An embedded database answers before the event loop turns, so a dozen replies that come at once would all be saved
   * before the first of them lets the next call out. Each step of any cohort therefore waits for a turn of its own.
   */
  function turnOfTheLoop(): Promise<void> {
    return oneAtATime(() => setImmediate());
  }

  async function end(work: CohortWork, how: RunEnd): Promise<void> {
    const { cohort } = work;
    const settle = settleRun(work, how, moment);
    await store.endRun({ cohortId: cohort.id, run: cohort.run, at: moment.now(), settle });
  }
}

function drafted(work: CohortWork): RunEnd {
  const last = work.replies.at(-1)?.reply;
  const problem = last ? parseReply(last.raw, { isCutOff: wasCutOff(last.finish) }).problem : null;
  return { kind: 'drafted', candidates: ofRun(work), problem };
}

const ownFault = 'Drafting broke off through a fault of this service; its log says more. Draft the cohort again.';

/** Between attempts: a server that asks for fewer calls gets more time. Twice as long each time, two minutes at most. */
function waitMs({ attempt }: Job<'draft-cohort'>, { kind, retryAfterMs }: ModelFailure): number {
  const firstMs = kind === 'rate-limited' ? 10_000 : 3_000;
  return Math.max(retryAfterMs ?? 0, Math.min(firstMs * 2 ** (attempt - 1), 120_000));
}
