/** A cohort as a row of a table, for tools that export spreadsheets. What a cohort has of lists and dates stays with briefs. */
import * as z from 'zod';
import { Cohort, NextKind, NextPurchase } from './cohort.ts';
import type { CsvColumns } from './csv-rows.ts';

const number = z
  .string()
  .regex(/^\d{1,9}$/, 'must be a whole number in digits alone')
  .transform(Number);
/** Several things in one cell. A comma is part of many a thing's name. */
const several = z.string().transform((cell) =>
  cell
    .split(';')
    .map((thing) => thing.trim())
    .filter((thing) => thing !== ''),
);

/** The cells of a row, an empty one left out; read, it is a Cohort. */
export const CohortRow = z
  .strictObject({
    externalId: Cohort.shape.externalId,
    name: Cohort.shape.name,
    who: Cohort.shape.who,
    why: Cohort.shape.why,
    size: number.pipe(z.int().nonnegative()).optional(),
    basis: Cohort.shape.basis,
    bought: several
      .pipe(Cohort.shape.bought.unwrap())
      .optional()
      .meta({ description: 'Several are separated by semicolons.' }),
    nextKind: NextKind.optional(),
    nextItems: several
      .pipe(NextPurchase.shape.items)
      .optional()
      .meta({ description: 'Several are separated by semicolons.' }),
    nextBecause: NextPurchase.shape.because,
    needed: number.pipe(z.int().min(1).max(50)).optional(),
    locale: Cohort.shape.locale,
  })
  .superRefine(({ nextKind, nextItems, nextBecause }, context) => {
    const say = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (nextKind && !nextItems) say('nextItems', 'is missing beside nextKind; name what comes next');
    if (nextItems && !nextKind) say('nextKind', `is missing beside nextItems; say ${NextKind.options.join(', ')}`);
    if (nextBecause && !nextItems) say('nextItems', 'is missing beside nextBecause; name what comes next');
  })
  .transform(({ nextKind, nextItems, nextBecause, bought = [], ...row }): Cohort => {
    const next = nextKind && nextItems && { kind: nextKind, items: nextItems, because: nextBecause };
    return { ...row, bought, ...(next && { next }) };
  });
export type CohortRow = z.infer<typeof CohortRow>;

/** The most a brief can have. */
export const mostCohortRows = 2_000;

/** The cohorts of a table; each stands in it once. */
export const CohortTable = z
  .strictObject({ rows: z.array(CohortRow).min(1).max(mostCohortRows) })
  .superRefine(({ rows }, context) => {
    const seen = new Set<string>();
    rows.forEach(({ externalId }, index) => {
      const message = `the cohort ${JSON.stringify(externalId)} stands in the table twice`;
      if (seen.has(externalId)) context.addIssue({ code: 'custom', path: ['rows', index, 'externalId'], message });
      seen.add(externalId);
    });
  });
export type CohortTable = z.infer<typeof CohortTable>;

/** The columns a table of cohorts may have, and must. */
export const cohortColumns: CsvColumns = {
  known: [
    'externalId',
    'name',
    'who',
    'why',
    'size',
    'basis',
    'bought',
    'nextKind',
    'nextItems',
    'nextBecause',
    'needed',
    'locale',
  ],
  required: ['externalId', 'name', 'who'],
};
