/** A model behind a circuit, so that a dead endpoint is not hammered. One for the whole process: it holds the state. */
import type { Instant } from '../domain/instant.ts';
import { type DraftOrder, type Model, ModelFailure, ModelRests, type WriterReply } from '../ports/model.ts';
import type { Moment } from '../ports/moment.ts';
import { admit, type CircuitState, calledOff, circuitState, closedCircuit, failed } from './circuit.ts';

/** The model, and the state of its circuit. */
export type GuardedModel = Model & { readonly circuitState: () => CircuitState };

/** Calls are made while the circuit lets them; in between `draft` throws ModelRests at once. */
export function guardedModel(model: Model, { moment }: { readonly moment: Pick<Moment, 'now'> }): GuardedModel {
  let circuit = closedCircuit;
  let lastFailure = '';

  return {
    writer: model.writer,
    name: model.name,
    circuitState: () => circuitState(circuit, moment.now()),
    draft: async (order, signal) => {
      const admission = admit(circuit, moment.now());
      circuit = admission.circuit;
      if (admission.waitMs > 0) throw rests(admission.waitMs);
      return call(order, signal);
    },
  };

  async function call(order: DraftOrder, signal: AbortSignal): Promise<WriterReply> {
    try {
      const reply = await model.draft(order, signal);
      circuit = closedCircuit;
      return reply;
    } catch (error) {
      if (!(error instanceof ModelFailure)) {
        circuit = calledOff(circuit);
        throw error;
      }
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
