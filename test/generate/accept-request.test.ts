/** Accepting briefs, drafting cohorts again, and how far requests are. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addMs } from '../../src/domain/instant.ts';
import { Problem } from '../../src/domain/problem.ts';
import { briefWith, campaignTool, drafting } from '../support/drafting.ts';

let at: Awaited<ReturnType<typeof drafting>>;
beforeEach(async () => {
  at = await drafting();
});
afterEach(() => at.close());

async function problem(doing: Promise<unknown>): Promise<Problem> {
  const error = await doing.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Problem)) throw new Error(`no Problem but ${String(error)}`);
  return error;
}

describe('a brief that is accepted', () => {
  it('has its cohorts waiting in the order of the brief, each with the lines it needs', async () => {
    const brief = briefWith({ needed: 3 }, ['zebra', 'apple', 'mango']);
    const cohorts = brief.cohorts.map((cohort, index) => (index === 1 ? { ...cohort, needed: 5 } : cohort));
    const progress = await at.accept({ ...brief, cohorts });
    expect(progress.cohorts.map(({ cohort }) => [cohort.externalId, cohort.state, cohort.needed, cohort.run])).toEqual([
      ['zebra', 'waiting', 3, 1],
      ['apple', 'waiting', 5, 1],
      ['mango', 'waiting', 3, 1],
    ]);
    expect(progress.brief.brief).toEqual({ ...brief, cohorts });
  });

  it('leaves a job for each cohort and wakes the queue', async () => {
    const { cohorts } = await at.accept(briefWith({}, ['one', 'two']));
    const now = addMs(at.moment.now(), 1);
    const claim = {
      kind: 'draft-cohort' as const,
      now,
      leaseUntil: addMs(now, 1_000),
      leaseToken: 't',
      limit: 10,
      maxAttempts: 5,
    };
    const jobs = await at.store.jobs.claim(claim);
    expect(jobs.map(({ key }) => key).sort()).toEqual(cohorts.map(({ cohort }) => `draft:${cohort.id}:1`).sort());
    expect(at.wakes()).toBe(1);
  });

  it('belongs to the campaign that is there already', async () => {
    const first = await at.accept(briefWith({}));
    const second = await at.accept(briefWith({}));
    expect(second.campaign.id).toBe(first.campaign.id);
    expect(second.request.id).not.toBe(first.request.id);
  });

  it('for a brand the caller may not write for is not found', async () => {
    const refused = await problem(at.acceptAs(campaignTool, ['another'], briefWith({})));
    expect(refused.code).toBe('not-found');
    expect(at.wakes()).toBe(0);
  });

  it('for a brand that was never imported is not found', async () => {
    const refused = await problem(at.acceptAs(campaignTool, ['nowhere'], briefWith({ brand: 'nowhere' })));
    expect(refused.code).toBe('not-found');
    expect(refused.message).toContain('"nowhere"');
  });
});

describe('a cohort', () => {
  it('that is waiting or drafted cannot be drafted again', async () => {
    const { cohorts } = await at.accept(briefWith({}));
    for (const { cohort } of cohorts) {
      const refused = await problem(at.retry(cohort.id));
      expect(refused).toMatchObject({
        code: 'cohort-busy',
        message: 'This cohort is being drafted. Wait for its lines.',
      });
    }
  });

  it('with lines to decide cannot be drafted again', async () => {
    const { cohorts } = await at.accept(briefWith({}));
    for (const { cohort } of cohorts) {
      await at.draft(at.jobOf(cohort));
      expect((await problem(at.retry(cohort.id))).message).toContain('still have lines');
    }
  });

  it('that failed is put back in line with its next run, and the log says who did it', async () => {
    const { cohorts } = await at.accept(briefWith({}));
    at.server.behave({ kind: 'status', status: 401 }, 1);
    for (const { cohort } of cohorts) {
      await at.draft(at.jobOf(cohort));
      expect(await at.retry(cohort.id)).toMatchObject({ state: 'waiting', run: 2 });
      expect((await at.log()).at(-1)).toMatchObject({
        action: 'cohort.retried',
        actor: campaignTool.actor,
        subject: cohort.id,
        details: { after: 'failed' },
      });
    }
    expect(at.wakes()).toBe(2);
  });

  it('of another brand is not found', async () => {
    const { cohorts } = await at.accept(briefWith({}));
    for (const { cohort } of cohorts)
      expect((await problem(at.retryAs(campaignTool, ['another'], cohort.id))).code).toBe('not-found');
  });
});

describe('progress', () => {
  it('is read by those of the brand and by nobody else', async () => {
    const { request } = await at.accept(briefWith({}));
    expect((await at.progress.read(['loomwell'], request.id)).request.id).toBe(request.id);
    expect((await problem(at.progress.read(['another'], request.id))).code).toBe('not-found');
    expect((await problem(at.progress.read([], request.id))).code).toBe('not-found');
  });

  it('lists requests, newest first', async () => {
    const first = await at.accept(briefWith({}));
    const second = await at.accept(briefWith({}));
    const page = await at.progress.list(['loomwell'], { limit: 10, cursor: null });
    expect(page.data.map(({ id }) => id)).toEqual([second.request.id, first.request.id]);
  });
});
