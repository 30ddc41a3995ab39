/** Who drafts in sandboxes: a writer that costs nothing, and that fails where a tester asks it to. */
import { type Model, ModelFailure } from '../ports/model.ts';

/** The writer, which gives nothing for a cohort whose name ends in `-fail`. */
export function sandboxWriter(writer: Model): Model {
  return {
    ...writer,
    draft: async (order, signal) => {
      if (order.facts.cohort?.externalId.endsWith('-fail'))
        throw new ModelFailure('refused', 'The writer of the sandbox fails for cohorts whose name ends in "-fail".');
      return writer.draft(order, signal);
    },
  };
}
