/** One order to the writer, and its reply made ready to be saved. */
import { chooseExemplars } from '../brandvoice/choose-exemplars.ts';
import { theService } from '../domain/access.ts';
import type { NewAuditEvent } from '../domain/audit-event.ts';
import type { ModelReply, Round } from '../domain/candidate.ts';
import type { Facts } from '../domain/facts.ts';
import type { SeenLine } from '../domain/finding.ts';
import { canonicalJson, sha256Hex } from '../domain/hash.ts';
import { costMicros, type Price } from '../domain/price.ts';
import type { BrandInForce } from '../ports/brand-store.ts';
import type { CohortWork } from '../ports/generation-store.ts';
import type { DraftOrder } from '../ports/model.ts';
import type { Moment } from '../ports/moment.ts';
import { fittingAngles } from './angles.ts';
import type { Written } from './call-writer.ts';
import { missing, type NextStep } from './next-step.ts';
import { draftPrompt, type PromptGround, repairPrompt } from './prompt.ts';

/** A step that asks the writer. */
export type Ask = Extract<NextStep, { kind: 'ask' }>;

/** What a cohort's lines are drafted and judged from. */
export type Ground = {
  readonly inForce: BrandInForce;
  readonly facts: Facts;
  /** Lines these readers may have seen, newest first. */
  readonly seen: readonly SeenLine[];
};

/** Exemplars shown: enough to hear the voice, too few to copy the matter. */
const exemplarCount = 6;

/** Earlier lines shown: more would crowd out the brief. The check compares with all of them anyway. */
const takenCount = 40;

/** Lines of one reply: more than these a model writes without care. */
const mostInOneReply = 30;

/** The order for a round. */
export function orderFor(work: CohortWork, { inForce, facts, seen }: Ground, ask: Ask): DraftOrder {
  const { brief } = work.brief;
  const count = linesToAsk(work, ask.round);
  const { brand, release } = inForce;
  const drafted = work.candidates.map(({ text }) => text).reverse();
  const taken = [...new Set([...drafted, ...seen.map(({ text }) => text)])].slice(0, takenCount);
  const ground: PromptGround = {
    brand,
    policy: release.policy,
    facts,
    goal: brief.goal,
    count,
    angles: fittingAngles(facts, brief.goal),
    exemplars: chooseExemplars(brand, facts, brief.goal, exemplarCount),
    taken,
    preheaders: brief.preheaders,
    note: work.note?.note ?? null,
  };
  const prompt = ask.feedback === null ? draftPrompt(ground) : repairPrompt(ground, ask.feedback);
  const seed = `${work.cohort.id}:${work.cohort.run}`;
  return { prompt, brand, facts, goal: brief.goal, count, seed, taken, preheaders: brief.preheaders };
}

/**
 * No more than the cohort needs: at first what the brief wants for each line needed, later twice what is missing, since
 * some of it will fall again.
 */
function linesToAsk(work: CohortWork, round: Round): number {
  const { needed } = work.cohort;
  if (work.note && round === 'draft') return work.note.count;
  const perCohort = mostLines(work);
  const lacking = missing(work);
  const wanted = round === 'draft' ? Math.ceil((perCohort * lacking) / needed) : Math.max(3, 2 * lacking);
  return Math.min(wanted, perCohort, mostInOneReply);
}

/** Lines of one reply that a cohort has use for. */
export function mostLines({ cohort, brief, note }: CohortWork): number {
  return note?.count ?? Math.max(brief.brief.candidatesPerCohort, cohort.needed);
}

/** The reply as it is saved. The SHA-256 of the saved prompt is its hash. */
export function receivedReply(
  work: CohortWork,
  round: Round,
  { prompt: { system, user, hash } }: DraftOrder,
  { given, writer: { writer }, insteadOfModel }: Pick<Written, 'given' | 'writer' | 'insteadOfModel'>,
  { moment, price: ofModel }: { readonly moment: Moment; readonly price: Price | null },
): { readonly reply: ModelReply; readonly event: NewAuditEvent } {
  const { id: cohortId, brandId, requestId, run } = work.cohort;
  const price = writer === 'model' ? ofModel : null;
  const receivedAt = moment.now();
  const reply: ModelReply = {
    id: moment.newId('reply'),
    brandId,
    requestId,
    cohortId,
    run,
    round,
    writer,
    prompt: canonicalJson({ system, user }),
    promptHash: hash,
    ...given,
    costMicros: costMicros(price, given),
    price,
    receivedAt,
  };
  const { raw, finish, inputTokens, cachedInputTokens, outputTokens, durationMs } = reply;
  const tokens = { inputTokens, cachedInputTokens, outputTokens, durationMs };
  const cost = { ...tokens, costMicros: reply.costMicros, currency: price?.currency ?? null };
  const details = { requestId, cohortId, run, round, writer, model: reply.model, finish, promptHash: hash };
  const event: NewAuditEvent = {
    id: moment.newId('event'),
    chain: brandId,
    at: receivedAt,
    actor: theService,
    action: 'reply.received',
    subject: reply.id,
    details: { ...details, replyHash: sha256Hex(raw), ...cost, ...(insteadOfModel !== null && { insteadOfModel }) },
  };
  return { reply, event };
}
