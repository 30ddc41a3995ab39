import { afterEach, beforeEach, expect, it } from 'vitest';
import { drafting } from '../support/drafting.ts';

let at: Awaited<ReturnType<typeof drafting>>;
beforeEach(async () => {
  at = await drafting();
});
afterEach(() => at.close());

const drafted = async () => (await at.log()).filter(({ action }) => action === 'request.drafted');

it('says once that a request is drafted, when its last cohort is', async () => {
  const { request, cohorts } = await at.accepted({}, ['one', 'two', 'three']);
  const [first, second, third] = cohorts.map((cohort) => at.jobOf(cohort));
  if (!first || !second || !third) throw new Error('three cohorts were accepted');
  await at.draft(first);
  await at.draft(third);
  expect(await drafted()).toEqual([]);
  await at.draft(second);
  await at.draft(second);
  expect(await drafted()).toMatchObject([{ subject: request.id, details: { campaign: 'autumn-edit' } }]);
});

it('says it again once a cohort that was drafted anew is through', async () => {
  const { cohort } = await at.accepted();
  at.server.behave({ kind: 'refusal', refusal: 'No.' }, 1);
  await at.draft(at.jobOf(cohort));
  expect(await drafted()).toHaveLength(1);
  await at.draft(at.jobOf(await at.retry(cohort.id)));
  expect(await drafted()).toHaveLength(2);
});
