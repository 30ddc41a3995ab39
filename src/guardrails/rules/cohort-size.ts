/** Points out cohorts too small or too many to be worth lines of their own; looks at the campaign, never at a line. */
import * as z from 'zod';
import type { Brief } from '../../domain/brief.ts';
import type { Cohort } from '../../domain/cohort.ts';
import { defineRule, nothing, type Sighting } from '../rule.ts';

const Options = z.strictObject({
  /** Fewer readers than this can be told from one another, and their numbers tell nothing. */
  min: z.int().min(1).max(1_000_000).default(100),
  maxCohorts: z.int().min(1).max(2000).default(50),
  /** Customers of the brand; where not given, the sum of the cohorts stands in, if every size is known. */
  customers: z.int().min(1).optional(),
  /** External ids of cohorts that are small on purpose, such as a list of regular guests. */
  smallOnPurpose: z.array(z.string().trim().min(1).max(200)).max(500).default([]),
});
type Options = z.infer<typeof Options>;

/** See docs/rules/cohort-size.md. */
export const cohortSize = defineRule({
  id: 'cohort-size',
  version: 1,
  summary: 'No cohort is too small to have lines of its own, and no campaign has more cohorts than it can fill.',
  options: Options,
  on: true,
  severity: 'warn',
  onMissingFacts: 'info',
  onlyCampaigns: true,
  wakes: [],
  examples: {
    good: [{ line: 'The linen is in', because: 'The rule looks at the cohorts of a brief, not at its lines.' }],
    bad: [],
  },
  prepare: (options) => options,
  check: () => nothing,
  *checkCampaign({ cohorts }, { prepared }) {
    yield* tooSmall(cohorts, prepared);
    yield* tooMany(cohorts, prepared);
    yield* twins(cohorts);
    yield* unknownSizes(cohorts);
  },
});

function* tooSmall(cohorts: Brief['cohorts'], { min, smallOnPurpose }: Options): Iterable<Sighting> {
  for (const [index, { name, size, externalId }] of cohorts.entries()) {
    if (size === undefined || size >= min || smallOnPurpose.includes(externalId)) continue;
    const has = size === 0 ? 'has no readers' : `has ${counted(size, 'reader')}`;
    yield {
      message: `The cohort "${name}" ${has}, and ${min} is the least that gets lines of its own; merge it with another, or name it as small on purpose.`,
      fact: { path: `cohorts.${index}.size`, value: String(size) },
    };
  }
}

function* tooMany(cohorts: Brief['cohorts'], { min, maxCohorts, customers }: Options): Iterable<Sighting> {
  const count = cohorts.length;
  const fact = { path: 'cohorts', value: String(count) };
  if (count > maxCohorts)
    yield {
      message: `The campaign has ${counted(count, 'cohort')} and the limit is ${maxCohorts}; merge those that would read the same line.`,
      fact,
    };
  const readers = customers ?? sumOfSizes(cohorts);
  if (readers === null || count < 2) return;
  const most = Math.max(1, Math.floor(readers / min));
  if (count > most)
    yield {
      message: `The campaign has ${counted(count, 'cohort')} for ${counted(readers, 'reader')}; with ${min} in each there is room for ${most}.`,
      fact,
    };
}

/** Cohorts that a writer cannot tell apart get the same lines twice, and a person reads them twice. */
function* twins(cohorts: Brief['cohorts']): Iterable<Sighting> {
  const seen = new Map<string, Cohort>();
  for (const [index, cohort] of cohorts.entries()) {
    const key = described(cohort);
    const twin = seen.get(key);
    if (twin)
      yield {
        message: `The cohorts "${twin.name}" and "${cohort.name}" are described alike; merge them, or say what sets them apart.`,
        fact: { path: `cohorts.${index}.who`, value: cohort.who },
        severity: 'info',
      };
    else seen.set(key, cohort);
  }
}

function* unknownSizes(cohorts: Brief['cohorts']): Iterable<Sighting> {
  const unknown = cohorts.findIndex(({ size }) => size === undefined);
  if (unknown < 0) return;
  const count = cohorts.filter(({ size }) => size === undefined).length;
  const which =
    count === cohorts.length ? 'no cohort' : `${cohorts.length - count} of ${counted(cohorts.length, 'cohort')}`;
  const verb = count === cohorts.length - 1 || count === cohorts.length ? 'says' : 'say';
  yield {
    message: `Only where a cohort says how many readers it has can its size be judged, and ${which} ${verb} so; not evaluable: brief.cohorts.${unknown}.size is missing. Let the campaign tool send it.`,
    missing: `cohorts.${unknown}.size`,
  };
}

function sumOfSizes(cohorts: Brief['cohorts']): number | null {
  let sum = 0;
  for (const { size } of cohorts) {
    if (size === undefined) return null;
    sum += size;
  }
  return sum;
}

/** All that a line could be written by; the name is only for people. */
function described({ who, why, basis, declared, bought, next, offer, locale, send }: Cohort): string {
  const words = [who, why ?? '', ...[...bought].sort()].map((text) => text.toLowerCase().replace(/\s+/gu, ' ').trim());
  return JSON.stringify({ words, basis, declared: [...(declared ?? [])].sort(), next, offer, locale, send });
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
