/** Briefs after they were accepted: reading them, and revising them with everything that hangs on them. */
import type { Caller } from '../../domain/access.ts';
import type { Brief, BriefRevision } from '../../domain/brief.ts';
import type { BriefOutcome, WriteBrief } from '../../domain/brief-outcome.ts';
import { Problem } from '../../domain/problem.ts';
import type { CompiledPolicies } from '../../guardrails/compiled-policies.ts';
import type {
  BriefName,
  BriefStore,
  CampaignBriefs,
  CampaignFilter,
  CohortCase,
  CohortChange,
} from '../../ports/brief-store.ts';
import type { RequestProgress, StandingBrief } from '../../ports/generation-store.ts';
import type { JobQueue } from '../../ports/job-queue.ts';
import type { Moment } from '../../ports/moment.ts';
import type { Page, PageRequest } from '../../ports/page.ts';
import { planRevision } from './plan-revision.ts';
import { noEffects, noteEffects } from './revision-effects.ts';

/** Reads and revises briefs. What belongs to another brand is `not-found`. */
export function briefRevisions(parts: {
  readonly store: BriefStore;
  readonly accept: (caller: Caller, brandIds: readonly string[], brief: Brief) => Promise<RequestProgress>;
  readonly queue: Pick<JobQueue<'draft-cohort'>, 'wake'>;
  readonly compiled: CompiledPolicies;
  readonly moment: Moment;
}) {
  const { store, queue, compiled, moment } = parts;
  return {
    campaigns: (filter: CampaignFilter, page: PageRequest) => store.campaigns(filter, moment.now(), page),

    authors: store.authors,

    async standing({ brand, campaign, externalId }: Brief): Promise<StandingBrief | null> {
      if (externalId === undefined) return null;
      const found = await store.campaignNamed(brand, campaign.externalId);
      return found?.briefs.find(({ revision }) => revision.brief.externalId === externalId) ?? null;
    },

    async campaign(brandId: string, externalId: string): Promise<CampaignBriefs> {
      const found = await store.campaignNamed(brandId, externalId);
      if (!found) throw new Problem('not-found', `There is no campaign ${JSON.stringify(externalId)}.`);
      return found;
    },

    async read(brandIds: readonly string[], briefId: string): Promise<BriefRevision> {
      return (await store.brief(brandIds, briefId)) ?? missing(briefId);
    },

    async readNamed(name: BriefName): Promise<BriefRevision> {
      return (await store.briefNamed(name)) ?? missing(name.brief);
    },

    async revisions(brandIds: readonly string[], briefId: string, page: PageRequest): Promise<Page<BriefRevision>> {
      const { rootId } = (await store.brief(brandIds, briefId)) ?? missing(briefId);
      return store.revisions(brandIds, rootId, page);
    },

    revise,

    /** Accepts a brief of that name, or revises the one that is there. */
    async put(caller: Caller, name: BriefName, brief: Brief, how: WriteBrief): Promise<BriefOutcome> {
      const there = await store.briefNamed(name);
      if (there) return revise(caller, [name.brandId], there.id, () => brief, how);
      how.seen(0);
      if (how.isDryRun) return { outcome: 'created', revision: null, requestId: null, effects: noEffects() };
      const { brief: revision, request } = await parts.accept(caller, [name.brandId], brief);
      return { outcome: 'created', revision, requestId: request.id, effects: noEffects() };
    },
  };

  /** `change` is pure: it makes the brief that is wanted of the one in force, and may throw a Problem. */
  async function revise(
    caller: Caller,
    brandIds: readonly string[],
    briefId: string,
    change: (inForce: Brief) => Brief,
    { seen, isDryRun }: WriteBrief,
  ): Promise<BriefOutcome> {
    const ground = { by: caller.actor, at: moment.now(), moment, compiled };
    const effects = noEffects();
    let next: BriefRevision | null = null;
    const found = await store.revise({
      brandIds,
      briefId,
      isDryRun,
      plan: (briefCase) => {
        seen(briefCase.revision.revision);
        const planned = planRevision(briefCase, sameNames(briefCase.revision.brief, change), ground);
        if (!planned) return null;
        next = planned.revision;
        for (const { externalId } of planned.added) effects.added.push(externalId);
        return { ...planned, judge: (cohortCase) => noted(cohortCase, planned.judge(cohortCase)) };
      },
    });
    if (!found) return missing(briefId);
    if (!isDryRun) queue.wake();
    const revision = isDryRun ? found.revision : (next ?? found.revision);
    return { outcome: next ? 'revised' : 'unchanged', revision, requestId: found.request.id, effects };

    function noted(cohortCase: CohortCase, changed: CohortChange): CohortChange {
      noteEffects(effects, cohortCase, changed);
      return changed;
    }
  }
}

/** A brief stays in its campaign and keeps its name: other things hang on both. */
function sameNames(inForce: Brief, change: (inForce: Brief) => Brief): Brief {
  const brief = change(inForce);
  const fixed = [
    ['#/brand', inForce.brand, brief.brand],
    ['#/campaign/externalId', inForce.campaign.externalId, brief.campaign.externalId],
    ['#/externalId', inForce.externalId, brief.externalId],
  ] as const;
  const mistakes = fixed
    .filter(([, was, is]) => was !== is)
    .map(([pointer, was]) => ({
      pointer,
      detail: `stays what it was: ${was === undefined ? 'left out' : JSON.stringify(was)}`,
    }));
  if (mistakes.length > 0)
    throw new Problem('invalid-brief', 'A revision cannot move or rename a brief.', { mistakes });
  return brief;
}

function missing(name: string): never {
  throw new Problem('not-found', `There is no brief ${JSON.stringify(name)}.`);
}
