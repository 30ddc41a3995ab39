/** The example brief with its cohorts over and over, for whoever needs many. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type * as z from 'zod';
import type { Brief } from '../../src/domain/brief.ts';

/** A brief of `count` cohorts, as a campaign tool would send it. */
export function largeBrief(count: number): z.input<typeof Brief> {
  const brief: z.input<typeof Brief> = parse(readFileSync('data/examples/second-purchase.yaml', 'utf8'));
  const cohorts = Array.from({ length: count }, (_, at) => {
    const model = brief.cohorts[at % brief.cohorts.length];
    if (!model) throw new Error('The example brief has no cohorts.');
    const copy = Math.floor(at / brief.cohorts.length) + 1;
    return { ...model, externalId: `${model.externalId}-${copy}`, name: `${model.name} ${copy}` };
  });
  return { ...brief, cohorts };
}
