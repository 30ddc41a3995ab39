/** Approved lines as a person makes them, on a real Store with real rules. */
import type { Caller } from '../../src/domain/access.ts';
import type { ApprovedLine } from '../../src/domain/approved-line.ts';
import { compiledPolicies } from '../../src/guardrails/compiled-policies.ts';
import type { Moment } from '../../src/ports/moment.ts';
import type { Store } from '../../src/ports/store.ts';
import { deciding } from '../../src/review/decide.ts';
import { draftCohort, draftRequest } from './sample-acts.ts';
import { sampleBrief } from './samples.ts';

/** A campaign tool and two people; all may see whatever brand a test hands them. */
export const tool: Caller = {
  actor: { kind: 'client', id: 'client_1' },
  name: 'A tool',
  memberships: [],
  scopes: null,
};
export const ada: Caller = { actor: { kind: 'user', id: 'user_ada' }, name: 'Ada', memberships: [], scopes: null };

export const ben: Caller = { ...ada, actor: { kind: 'user', id: 'user_ben' }, name: 'Ben' };

/** Compiled once for all tests of a file. */
const compiled = compiledPolicies();

/** Approve an item as Ada. */
export async function approveItem(
  { store, moment }: { readonly store: Store; readonly moment: Moment },
  brandId: string,
  itemId: string,
): Promise<ApprovedLine> {
  const decide = deciding({ store: store.review, moment, compiled });
  const { line } = await decide(ada, [brandId], itemId, 1, { kind: 'approve', warningsPassed: 'on-purpose' });
  if (!line) throw new Error('an approval makes a line');
  return line;
}

/** A drafted request of some cohorts, two lines waiting in each; gives back the items by cohort. */
export async function draftedCohorts(
  { store, moment }: { readonly store: Store; readonly moment: Moment },
  brandId: string,
  cohorts: readonly string[],
  more: Partial<ReturnType<typeof sampleBrief>> = {},
) {
  const brief = { ...sampleBrief(brandId, cohorts), ...more };
  const first = await draftRequest(store, moment, brief);
  const items = [first.items.map(({ id }) => id)];
  for (const cohort of first.accepted.cohorts.slice(1)) {
    const texts = [`A shirt for ${cohort.externalId}`, `Linen that suits ${cohort.externalId}`] as const;
    items.push((await draftCohort(store, moment, cohort, texts)).items.map(({ id }) => id));
  }
  return { items, requestId: first.accepted.request.id, cohorts: first.accepted.cohorts };
}
