/** What may happen to a brand's lines over time, step by step, and what must hold of what is handed out after each. */

import { expiringDue } from '../../src/delivery/expire-due.ts';
import { lineDelivery } from '../../src/delivery/line-delivery.ts';
import { recallingLines } from '../../src/delivery/recall-line.ts';
import { ReviewSettings } from '../../src/domain/brand.ts';
import type { Brief } from '../../src/domain/brief.ts';
import { factsFor, factsHash } from '../../src/domain/facts.ts';
import { addMs } from '../../src/domain/instant.ts';
import type { Policy } from '../../src/domain/policy.ts';
import { Problem } from '../../src/domain/problem.ts';
import { briefRevisions } from '../../src/generate/revision/brief-revisions.ts';
import { compilePolicy } from '../../src/guardrails/compile-policy.ts';
import { compiledPolicies } from '../../src/guardrails/compiled-policies.ts';
import { defaultPolicy } from '../../src/guardrails/default-policy.ts';
import { publishingPolicies } from '../../src/policies/publish-policy.ts';
import type { LineCase } from '../../src/ports/line-case.ts';
import type { Store } from '../../src/ports/store.ts';
import { deciding } from '../../src/review/decide.ts';
import { undoingDecisions } from '../../src/review/undo-decision.ts';
import { ada, ben, tool } from './approved-lines.ts';
import { fixedMoment } from './fixed-moment.ts';
import { draftRequest } from './sample-acts.ts';
import { sampleBrand, sampleRelease } from './samples.ts';
import { cohort, saleBrief, saleUntil, saturday } from './truth-desk.ts';

/** One thing that happens. Numbers name a line by its place among those that are there. */
export type Step =
  | { readonly kind: 'approve' | 'reject' | 'undo' | 'recall'; readonly nth: number; readonly by?: 'ada' | 'ben' }
  | { readonly kind: 'revise'; readonly endsAt: string }
  | { readonly kind: 'publish'; readonly maxLength: number }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'expire' };

const texts = ['Ends tonight: up to 40% off selected coats', 'New coats are here'] as const;
const graceMs = 120_000;
const page = { limit: 100, cursor: null };
const compiled = compiledPolicies();
const ids = fixedMoment();
let brands = 0;

/**
 * A brand of its own on a Saturday afternoon, two lines of a cohort in review; the clock is the test's. With
 * `isFourEyed` each line needs two people.
 */
export async function truthSteps(store: Store, { isFourEyed = false }: { readonly isFourEyed?: boolean } = {}) {
  let now = saturday;
  const moment = { ...ids, now: () => now };
  const brandId = `steps-${++brands}`;
  const brandIds = [brandId];
  const profile = {
    ...sampleBrand(brandId).profile,
    review: ReviewSettings.parse(isFourEyed ? { fourEyes: { cohortSize: 1 } } : {}),
  };
  const brand = { id: brandId, profile };
  const first = releaseOf(70);
  await store.brands.addBrand({ brand, release: { ...first, state: 'published', publishedAt: now } }, []);
  const readers = `readers-${brands}`;
  let brief: Brief = saleBrief({ brand: brandId, cohorts: [cohort(readers)] });
  let { policyHash } = first;
  const { accepted, items } = await draftRequest(store, moment, brief, texts);

  const parts = { moment, compiled };
  const decide = deciding({ ...parts, store: store.review });
  const undo = undoingDecisions({ moment, store: store.review });
  const recall = recallingLines({ moment, store: store.lines });
  const expire = expiringDue({ moment, store: store.lines });
  const publish = publishingPolicies({ ...parts, store: store.brands });
  const delivery = lineDelivery({ moment, store: store.delivery, brands: store.brands });
  const never = () => Promise.reject(new Error('no brief is accepted here'));
  const queue = { wake: () => {} };
  const briefs = briefRevisions({ ...parts, store: store.briefs, accept: never, queue });

  /** When each line was approved, and which were taken back: kept here, so that nobody has to be believed. */
  const approvedAt = new Map<string, string>();
  const takenBack = new Set<string>();
  const delivered = new Set<string>();
  /** Who approved each item and was not undone, oldest first; and the lines that came of fewer people than they need. */
  const approvers = new Map<string, readonly string[]>();
  const hasty: string[] = [];

  return {
    brandId,
    delivered,
    approved: approvedAt,
    /** Does it; what the product refuses with a Problem did not happen. */
    async take(step: Step): Promise<void> {
      await happen(step).catch((error: unknown) => {
        if (!(error instanceof Problem)) throw error;
      });
    },
    /** What is wrong with what is handed out now, each a sentence. */
    async faults(): Promise<string[]> {
      const { lines } = await delivery.list(tool, { brandIds }, page);
      const cohorts = await delivery.cohorts(tool, { brandIds }, { ...page, changedSince: null });
      const changes = await delivery.changes(tool, { brandIds }, { ...page, updatedAfter: null });
      const changed = changes.data.flatMap(({ line, reason }) => (reason === null ? [line] : []));
      const readable = await Promise.all([...approvedAt.keys()].map(readOrNull));
      const ways = [lines, cohorts.data.flatMap((each) => each.lines), changed, readable.flatMap((each) => each ?? [])];
      const idsOf = (found: readonly LineCase[]) => found.map(({ line }) => line.id).sort();
      const unlike = ways.filter((way) => `${idsOf(way)}` !== `${idsOf(lines)}`);
      const candidates = lines.map(({ line }) => line.candidateId);
      for (const { line } of lines) delivered.add(line.id);
      return [
        ...ways.flat().flatMap(({ line }) => faultsOf(line)),
        ...(unlike.length > 0 ? ['the ways to fetch lines do not give the same'] : []),
        ...hasty,
        ...(new Set(candidates).size < candidates.length ? ['a line is handed out twice'] : []),
      ];
    },
  };

  async function happen(step: Step): Promise<void> {
    switch (step.kind) {
      case 'approve':
      case 'reject':
      case 'undo': {
        const entry = await store.review.entry(brandIds, items[step.nth % items.length]?.id ?? '');
        if (!entry) throw new Error('two lines went to review');
        const { id, version } = entry.item;
        const caller = step.by === 'ben' ? ben : ada;
        const before = approvers.get(id) ?? [];
        if (step.kind === 'undo') {
          const { line: undone, decision } = await undo(caller, brandIds, id, version);
          if (decision.kind !== 'reject') approvers.set(id, before.slice(0, -1));
          if (undone && delivered.has(undone.id)) throw new Error('a line that was handed out cannot be undone');
          if (undone) takenBack.add(undone.id);
          return;
        }
        const approval = { kind: 'approve', warningsPassed: 'on-purpose' } as const;
        const rejection = { kind: 'reject', reason: 'off-brand-voice' } as const;
        const decision = step.kind === 'approve' ? approval : rejection;
        const { line } = await decide(caller, brandIds, id, version, decision);
        const all = [...before, caller.actor.id];
        if (step.kind === 'approve') approvers.set(id, all);
        if (line) approvedAt.set(line.id, now);
        if (line && isFourEyed && new Set(all).size < 2)
          hasty.push(`${line.id} was approved by ${all.join(', ')} alone`);
        return;
      }
      case 'recall': {
        const lineId = [...approvedAt.keys()][step.nth % Math.max(1, approvedAt.size)];
        if (lineId === undefined) return;
        await recall(ada, brandIds, lineId, 'The page is not up.');
        takenBack.add(lineId);
        return;
      }
      case 'revise': {
        const wanted = { ...brief, offer: saleUntil(step.endsAt) };
        const how = { seen: () => {}, isDryRun: false };
        await briefs.revise(tool, brandIds, accepted.brief.id, () => wanted, how);
        brief = wanted;
        return;
      }
      case 'publish': {
        const release = releaseOf(step.maxLength);
        await store.brands.addDraft(brand, release, []);
        await publish(brandId, release.id, ada.actor);
        policyHash = release.policyHash;
        return;
      }
      case 'wait':
        now = addMs(now, step.ms);
        return;
      case 'expire':
        return expire(AbortSignal.any([]));
      default:
        return step satisfies never;
    }
  }

  function faultsOf(line: LineCase['line']): string[] {
    const readersNow = brief.cohorts.find(({ externalId }) => externalId === readers);
    const claims: readonly [boolean, string][] = [
      [line.state === 'live', `is ${line.state}`],
      [line.factsHash === factsHash(factsFor(brief, readersNow)), 'is bound to other facts'],
      [line.policyHash === policyHash, 'is bound to another policy'],
      [addMs(approvedAt.get(line.id) ?? now, graceMs) <= now, 'is in its grace'],
      [line.validUntil > now, 'is past its time'],
      [!brief.offer?.endsAt || brief.offer.endsAt > now, 'speaks of an offer that is over'],
      [!takenBack.has(line.id), 'was taken back'],
      [!(line.text.includes('tonight') && brief.offer?.endsAt !== tonight), 'says what is not true any more'],
    ];
    return claims.flatMap(([holds, fault]) => (holds ? [] : [`${line.id} ${fault}`]));
  }

  async function readOrNull(lineId: string): Promise<LineCase | null> {
    return delivery.read(tool, brandIds, lineId).catch((error: unknown) => {
      if (error instanceof Problem && ['approval-void', 'not-released'].includes(error.code)) return null;
      throw error;
    });
  }

  function releaseOf(maxLength: number) {
    const { length } = defaultPolicy.rules;
    if (!length) throw new Error('the default policy has a length');
    const options = { ...length.options, warnAt: maxLength, max: maxLength };
    const policy: Policy = { ...defaultPolicy, rules: { ...defaultPolicy.rules, length: { ...length, options } } };
    const { policyHash: hash } = compilePolicy(policy);
    return sampleRelease(moment, brandId, { policy, policyHash: hash, state: 'draft', publishedAt: null });
  }
}

/** Ends of the sale: the one the first brief states, and a later one. */
export const tonight = saleUntil('2026-11-28T23:59:00-05:00').endsAt ?? '';
export const nextWeek = saleUntil('2026-12-05T23:59:00-05:00').endsAt ?? '';
