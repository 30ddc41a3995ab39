/**
 * Gives cohorts that have nothing to send one of their brand's fallback lines, marked as such. Never in an apology or a
 * transactional message, never to a cancelled cohort, and never a line that the policy in force blocks beside its brief.
 */
import type { Caller } from '../domain/access.ts';
import { factsFor } from '../domain/facts.ts';
import type { FallbackLine } from '../domain/fallback-line.ts';
import { seenWindowMs } from '../domain/finding.ts';
import { contentHash } from '../domain/hash.ts';
import { addMs, type Instant } from '../domain/instant.ts';
import type { PolicyRelease } from '../domain/policy.ts';
import { realBrand } from '../domain/sandbox.ts';
import { checkLine } from '../guardrails/check-line.ts';
import type { CompiledPolicies } from '../guardrails/compiled-policies.ts';
import type { BrandStore } from '../ports/brand-store.ts';
import type { CohortDelivery, CohortWithFallback, FallbackUse, InDialect } from '../ports/delivery-store.ts';
import type { FallbackStore, GivenFallback } from '../ports/fallback-store.ts';
import type { Moment } from '../ports/moment.ts';
import { type Speaker, speaking } from './speaking.ts';

/** Gives cohorts with the fallback line of each that needs one. What goes to a client is written into the audit chain. */
export function fallingBack(parts: {
  readonly store: Pick<FallbackStore, 'live' | 'given' | 'noteGiven'>;
  readonly brands: Pick<BrandStore, 'brands'>;
  readonly compiled: CompiledPolicies;
  readonly moment: Moment;
}) {
  const { store, moment, compiled } = parts;
  const speakerOf = speaking(parts.brands);
  return async (
    caller: Caller,
    cohorts: readonly CohortDelivery[],
    { dialect, use }: InDialect & { readonly use: FallbackUse },
  ): Promise<readonly CohortWithFallback[]> => {
    const now = moment.now();
    const needy = cohorts.filter((each) => needsOne(each, use, now));
    if (needy.length === 0) return cohorts.map((each) => ({ ...each, fallback: null, fallbackWithheld: [] }));
    const brandIds = [...new Set(needy.map(({ cohort }) => cohort.brandId))];
    const lines = await store.live(brandIds.map(realBrand));
    const releases = await releasesOf(brandIds);
    const cohortExternalIds = needy.map(({ cohort }) => cohort.externalId);
    const given =
      lines.length === 0 ? [] : await store.given({ brandIds, cohortExternalIds, since: addMs(now, -seenWindowMs) });
    const givenTo = Map.groupBy(given, readersOf);
    const speak = await speakerOf(dialect, brandIds);
    const needs = new Set(needy);
    const chosen = cohorts.map((each): CohortWithFallback => {
      if (!needs.has(each)) return { ...each, fallback: null, fallbackWithheld: [] };
      const { brandId } = each.cohort;
      const ofBrand = lines.filter((line) => line.brandId === realBrand(brandId));
      const judge = judging(each, releases.get(brandId), { speak, now });
      return { ...each, ...firstGood(inTurn(ofBrand, each, givenTo.get(readersOf(placeOf(each))) ?? []), judge) };
    });
    await note(caller, chosen, now);
    return chosen;
  };

  async function releasesOf(brandIds: readonly string[]): Promise<ReadonlyMap<string, PolicyRelease>> {
    const inForce = await parts.brands.brands(brandIds);
    return new Map(inForce.map(({ brand, release }) => [brand.id, release]));
  }

  /** Judges a line beside the brief of a cohort: what a person approved without one may be wrong with it. */
  function judging(
    { cohort, brief }: CohortDelivery,
    release: PolicyRelease | undefined,
    { speak, now }: { readonly speak: Speaker; readonly now: Instant },
  ) {
    const inBrief = brief.brief.cohorts.find(({ externalId }) => externalId === cohort.externalId);
    const facts = factsFor(brief.brief, inBrief);
    return (kept: FallbackLine): Judged => {
      // A sandbox speaks of itself, also where it is given a line of its brand.
      const line = { ...kept, brandId: cohort.brandId };
      if (!release) return { line, reason: 'the brand has no policy in force' };
      const { dialect } = release.policy;
      if (line.dialect !== dialect)
        return { line, reason: `its tags are written for ${line.dialect}, and the brand's are for ${dialect} now` };
      const { findings } = checkLine(line, compiled(release.policy), { facts, now });
      const blocking = findings.find(({ severity }) => severity === 'block');
      if (blocking) return { line, reason: `${blocking.rule} blocks it here: ${blocking.message}` };
      const spoken = speak({ brief, line });
      return 'line' in spoken ? { line: spoken.line.line, reason: null } : { line, reason: spoken.reason };
    };
  }

  /** A person who looks at lines uses none. */
  async function note({ actor }: Caller, chosen: readonly CohortWithFallback[], at: Instant): Promise<void> {
    if (actor.kind !== 'client') return;
    const given = chosen.flatMap((each) => (each.fallback ? [{ ...placeOf(each), lineId: each.fallback.id }] : []));
    if (given.length === 0) return;
    await store.noteGiven({
      clientId: actor.id,
      at,
      given,
      eventFor: ({ lineId, cohortId, brandId }) => {
        const id = moment.newId('event');
        return { id, chain: brandId, at, actor, action: 'fallback.delivered', subject: lineId, details: { cohortId } };
      },
    });
  }
}

type Judged = { readonly line: FallbackLine; readonly reason: string | null };

function needsOne({ cohort, brief, lines }: CohortDelivery, use: FallbackUse, now: Instant): boolean {
  const { messageType, needBy } = brief.brief;
  if (lines.length > 0 || cohort.state === 'cancelled' || messageType !== 'promotional') return false;
  return use === 'always' || (needBy !== undefined && Date.parse(needBy) <= Date.parse(now));
}

/** Tries lines in their turn and stops at the first that may go out: a page has up to 2,000 cohorts. */
function firstGood(
  lines: readonly FallbackLine[],
  judge: (line: FallbackLine) => Judged,
): Pick<CohortWithFallback, 'fallback' | 'fallbackWithheld'> {
  const fallbackWithheld: { readonly id: string; readonly reason: string }[] = [];
  for (const tried of lines) {
    const { line, reason } = judge(tried);
    if (reason === null) return { fallback: line, fallbackWithheld };
    fallbackWithheld.push({ id: line.id, reason });
  }
  return { fallback: null, fallbackWithheld };
}

/**
 * The line a cohort has already comes first, then those its readers did not get with another campaign, then the others.
 * Which of several is drawn by the cohort's id, so that lines added or recalled move hardly any other cohort's.
 */
function inTurn(
  lines: readonly FallbackLine[],
  { cohort }: CohortDelivery,
  given: readonly GivenFallback[],
): readonly FallbackLine[] {
  const own = given.findLast(({ cohortId }) => cohortId === cohort.id)?.lineId;
  const seen = new Set(given.map(({ lineId }) => lineId));
  const turnOf = ({ id }: FallbackLine) => {
    if (id === own) return 0;
    return seen.has(id) ? 2 : 1;
  };
  return lines
    .map((line) => ({ line, turn: turnOf(line), lot: contentHash([cohort.id, line.id]) }))
    .sort((one, other) => one.turn - other.turn || (one.lot < other.lot ? -1 : 1))
    .map(({ line }) => line);
}

function placeOf({ cohort }: CohortDelivery): Omit<GivenFallback, 'lineId'> {
  return { cohortId: cohort.id, brandId: cohort.brandId, cohortExternalId: cohort.externalId };
}

function readersOf({ brandId, cohortExternalId }: Omit<GivenFallback, 'lineId'>): string {
  return JSON.stringify([brandId, cohortExternalId]);
}
