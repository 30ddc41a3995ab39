/** What calls to the writer came to, for Prometheus: of this process, since it started. */
import { Counter, Gauge, type Registry } from 'prom-client';
import type { ModelNumbers } from '../ports/model.ts';

const circuitStates = { closed: 0, 'half-open': 1, open: 2 } as const;

/** Adds the numbers to a registry; they are read when the page is asked for. `writer` says whether it is a model at all. */
export function tellOfModel(registry: Registry, writer: string, numbers: () => ModelNumbers): void {
  const registers = [registry];
  new Gauge({
    name: 'linewright_model_circuit',
    help: 'Whether calls go out to the model: 0 as they come, 1 one tries whether it answers, 2 none.',
    registers,
    collect() {
      this.set(circuitStates[numbers().circuit]);
    },
  });
  new Counter({
    name: 'linewright_model_calls_total',
    help: 'Calls to the writer by what came of them; held are those not made since it did not answer.',
    labelNames: ['writer', 'outcome'],
    registers,
    collect() {
      const { answered, failed, held } = numbers();
      this.reset();
      this.inc({ writer, outcome: 'answered' }, answered);
      this.inc({ writer, outcome: 'failed' }, failed);
      this.inc({ writer, outcome: 'held' }, held);
    },
  });
  new Counter({
    name: 'linewright_model_tokens_total',
    help: 'Tokens of answered calls; cached-input is part of input.',
    labelNames: ['kind'],
    registers,
    collect() {
      const { inputTokens, cachedInputTokens, outputTokens } = numbers();
      this.reset();
      this.inc({ kind: 'input' }, inputTokens);
      this.inc({ kind: 'cached-input' }, cachedInputTokens);
      this.inc({ kind: 'output' }, outputTokens);
    },
  });
  new Counter({
    name: 'linewright_model_cost_micros_total',
    help: 'What answered calls cost, in millionths of the currency; nothing is counted where no price is set.',
    labelNames: ['currency'],
    registers,
    collect() {
      const { costMicros, currency } = numbers();
      this.reset();
      if (currency !== null) this.inc({ currency }, costMicros);
    },
  });
}
