/**
 * The way from an order to a reply: in its turn, within the brand's caps, and by the stand-in where the model gives up
 * and the brand allows it.
 */
import pLimit from 'p-limit';
import type { Drafting } from '../domain/brand.ts';
import type { Price } from '../domain/price.ts';
import type { GenerationStore } from '../ports/generation-store.ts';
import { type DraftOrder, type Model, ModelFailure, ModelRests, type WriterReply } from '../ports/model.ts';
import type { Moment } from '../ports/moment.ts';
import { draftingBudget } from './drafting-budget.ts';

/** What was written, by whom, and why not by the model; `null` where it was the model. */
export type Written = {
  readonly given: WriterReply;
  readonly writer: Model;
  readonly insteadOfModel: string | null;
  /** To be called once the reply is saved. */
  readonly letGo: () => void;
};

export type WriterParts = {
  readonly store: Pick<GenerationStore, 'spent'>;
  readonly model: Model;
  /** Writes in the model's place where a brand allows it; `null` where there is nobody to. */
  readonly standIn: Model | null;
  readonly moment: Pick<Moment, 'now'>;
  /** `null` where the model's price is not known. */
  readonly price: Price | null;
  /** Calls to the writer that may be open at once, over all cohorts. */
  readonly modelConcurrency: number;
};

/** Whose order it is, and how things stand with it. */
export type Ordered = {
  readonly brandId: string;
  readonly requestId: string;
  readonly drafting: Drafting | undefined;
  /** Whether a passing failure will not be tried again. */
  readonly isLastAttempt: boolean;
  /** Asked at the last moment: the order may have waited for its turn while somebody paused or cancelled. */
  readonly mayAsk: () => Promise<boolean>;
};

/** No answer for so long is a reason for the stand-in; for less, a cohort can wait. */
const patienceMs = 10 * 60 * 1_000;

/** Gives `null` where nobody may be asked any more. Throws ModelFailure, ModelRests or CapReached. */
export function callingWriter(parts: WriterParts) {
  const { model, standIn } = parts;
  const inTurn = pLimit(parts.modelConcurrency);
  const reserve = draftingBudget(parts);

  return async (order: DraftOrder, ordered: Ordered, signal: AbortSignal): Promise<Written | null> => {
    try {
      return await inTurn(() => call(order, ordered, signal));
    } catch (error) {
      if (standIn === null || ordered.drafting?.fallback !== 'embedded-writer' || !isGivenUp(error, ordered))
        throw error;
      return {
        given: await standIn.draft(order, signal),
        writer: standIn,
        insteadOfModel: error.message,
        letGo: () => undefined,
      };
    }
  };

  async function call(order: DraftOrder, ordered: Ordered, signal: AbortSignal): Promise<Written | null> {
    signal.throwIfAborted();
    if (!(await ordered.mayAsk())) return null;
    if (model.writer !== 'model')
      return { given: await model.draft(order, signal), writer: model, insteadOfModel: null, letGo: () => undefined };
    const { letGo } = await reserve(ordered, ordered.drafting, order);
    try {
      return { given: await model.draft(order, signal), writer: model, insteadOfModel: null, letGo };
    } catch (error) {
      letGo();
      throw error;
    }
  }
}

/** A refusal is about what the brief asks for: a person must read it, and nobody steps in. */
function isGivenUp(error: unknown, { isLastAttempt }: Ordered): error is ModelFailure | ModelRests {
  if (error instanceof ModelRests) return error.failingMs >= patienceMs;
  if (!(error instanceof ModelFailure) || error.kind === 'refused') return false;
  return !error.isPassing || isLastAttempt;
}
