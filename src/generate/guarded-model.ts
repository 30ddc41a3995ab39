/** A model behind a circuit, so that a dead endpoint is not hammered. One for the whole process: it holds the state. */
import type { Instant } from '../domain/instant.ts';
import { costMicros, type Price } from '../domain/price.ts';
import {
  type DraftOrder,
  type Model,
  ModelFailure,
  type ModelNumbers,
  ModelRests,
  type WriterReply,
} from '../ports/model.ts';
import type { Moment } from '../ports/moment.ts';
import { admit, calledOff, circuitState, closedCircuit, failed } from './circuit.ts';

/** The model, and what came of its calls. */
export type GuardedModel = Model & { readonly numbers: () => ModelNumbers };

/** Calls are made while the circuit lets them; in between `draft` throws ModelRests at once. */
export function guardedModel(
  model: Model,
  { moment, price }: { readonly moment: Pick<Moment, 'now'>; readonly price: Price | null },
): GuardedModel {
  let circuit = closedCircuit;
  let lastFailure = '';
  let numbers: Omit<ModelNumbers, 'circuit'> = {
    answered: 0,
    failed: 0,
    held: 0,
    inputTokens: 0,
    cachedInputTokens: 0,
    outputTokens: 0,
    costMicros: 0,
    currency: price?.currency ?? null,
  };

  return {
    writer: model.writer,
    name: model.name,
    numbers: () => ({ ...numbers, circuit: circuitState(circuit, moment.now()) }),
    draft: async (order, signal) => {
      const admission = admit(circuit, moment.now());
      circuit = admission.circuit;
      if (admission.waitMs > 0) {
        numbers = { ...numbers, held: numbers.held + 1 };
        throw rests(admission.waitMs);
      }
      return call(order, signal);
    },
  };

  async function call(order: DraftOrder, signal: AbortSignal): Promise<WriterReply> {
    try {
      const reply = await model.draft(order, signal);
      circuit = closedCircuit;
      numbers = counted(reply);
      return reply;
    } catch (error) {
      if (!(error instanceof ModelFailure)) {
        circuit = calledOff(circuit);
        throw error;
      }
      numbers = { ...numbers, failed: numbers.failed + 1 };
      if (!error.isPassing) {
        // A wrong key or a refusal is an answer: who gives it is alive.
        circuit = closedCircuit;
        throw error;
      }
      lastFailure = error.message;
      circuit = failed(circuit, error.retryAfterMs, moment.now());
      if (circuit.restsUntil === null) throw error;
      throw rests(Math.max(0, Date.parse(circuit.restsUntil) - Date.parse(moment.now())), error);
    }
  }

  function counted(reply: WriterReply): typeof numbers {
    return {
      ...numbers,
      answered: numbers.answered + 1,
      inputTokens: numbers.inputTokens + (reply.inputTokens ?? 0),
      cachedInputTokens: numbers.cachedInputTokens + (reply.cachedInputTokens ?? 0),
      outputTokens: numbers.outputTokens + (reply.outputTokens ?? 0),
      costMicros: numbers.costMicros + (costMicros(price, reply) ?? 0),
    };
  }

  function rests(waitMs: number, cause?: ModelFailure): ModelRests {
    const { failingSince, restsUntil } = circuit;
    const failingMs = failingSince === null ? 0 : Date.parse(moment.now()) - Date.parse(failingSince);
    const next =
      restsUntil === null || restsUntil <= moment.now()
        ? 'It is being tried again.'
        : `It is tried again at ${clock(restsUntil)}.`;
    return new ModelRests(`${lastFailure} No call is made meanwhile. ${next}`, waitMs, failingMs, cause);
  }
}

/** "14:03:20 UTC". */
function clock(at: Instant): string {
  return `${at.slice(11, 19)} UTC`;
}
