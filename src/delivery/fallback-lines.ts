/** The lines a brand falls back on: a person approves them, and takes them back. Kept only where they claim nothing. */
import type { Caller } from '../domain/access.ts';
import type { AuditAction, NewAuditEvent } from '../domain/audit-event.ts';
import type { PassReason } from '../domain/decision.ts';
import type { FallbackLine } from '../domain/fallback-line.ts';
import { type RecordedVerdict, warningRules } from '../domain/finding.ts';
import { contentHash, type Json } from '../domain/hash.ts';
import type { Policy, PolicyRelease } from '../domain/policy.ts';
import { Problem } from '../domain/problem.ts';
import { realBrand } from '../domain/sandbox.ts';
import { checkLine } from '../guardrails/check-line.ts';
import type { CompiledPolicies } from '../guardrails/compiled-policies.ts';
import type { BrandStore } from '../ports/brand-store.ts';
import type { FallbackStore } from '../ports/fallback-store.ts';
import type { Moment } from '../ports/moment.ts';
import type { Page, PageRequest } from '../ports/page.ts';
import { fallingBack } from './falling-back.ts';

/** What a person gives. */
type NewFallback = {
  readonly text: string;
  readonly preheader: string | null;
  readonly warningsPassed?: PassReason | undefined;
};

/** Rules that see a line say something only a brief could bear out: of an offer, a price, a date, a gift, a fault of ours. */
const claimRules: readonly string[] = [
  'apology-needs-incident',
  'discount-matches-brief',
  'free-needs-terms',
  'members-only-claims',
  'past-dates',
  'price-language',
  'substantiated-claims',
  'urgency-needs-dates',
];

/** Adds, lists and recalls fallback lines, and gives them to cohorts. */
export function fallbackLines(parts: {
  readonly store: FallbackStore;
  readonly brands: Pick<BrandStore, 'brands'>;
  readonly moment: Moment;
  readonly compiled: CompiledPolicies;
}) {
  const { store, moment, compiled } = parts;
  return {
    fallBack: fallingBack(parts),

    /** Throws `not-found` for another brand; `blocked-by-policy` and `warning-needs-reason`, both with the verdict. */
    async add(caller: Caller, brandIds: readonly string[], brandId: string, given: NewFallback): Promise<FallbackLine> {
      const added = brandIds.includes(brandId) ? await store.add(brandId, judge) : null;
      if (!added) throw new Problem('not-found', `There is no brand ${JSON.stringify(brandId)} here.`);
      return added;

      function judge(release: PolicyRelease) {
        const { text, preheader, warningsPassed } = given;
        const now = moment.now();
        const check = (policy: Policy) => checkLine({ text, preheader }, compiled(policy), { now });
        const verdict = check(release.policy);
        refuseClaims(check(withClaimRules(release.policy)));
        refuse(verdict, warningsPassed);
        const line: FallbackLine = {
          id: moment.newId('fallback'),
          brandId,
          text,
          preheader,
          dialect: release.policy.dialect,
          textHash: contentHash([text, preheader]),
          policyHash: release.policyHash,
          verdict,
          warningsPassed: verdict.verdict === 'warn' ? (warningsPassed ?? null) : null,
          state: 'live',
          reason: null,
          approvedBy: caller.actor.id,
          approvedAt: now,
          updatedAt: now,
        };
        const { textHash, policyHash } = line;
        const details = { textHash, policyHash, warnings: warningRules(verdict), warningsPassed: line.warningsPassed };
        return { line, events: [event(caller, 'fallback.approved', line, details)] };
      }
    },

    /** A sandbox is given the lines of its brand. Throws `not-found` for another brand. */
    list(brandIds: readonly string[], brandId: string, page: PageRequest): Promise<Page<FallbackLine>> {
      if (!brandIds.includes(brandId))
        throw new Problem('not-found', `There is no brand ${JSON.stringify(brandId)} here.`);
      return store.list([realBrand(brandId)], page);
    },

    /** Throws `not-found`, and `approval-void` where it was taken back already. */
    async recall(caller: Caller, brandIds: readonly string[], lineId: string, reason: string): Promise<FallbackLine> {
      const recalled = await store.change(brandIds, lineId, (line) => {
        if (line.state !== 'live')
          throw new Problem('approval-void', 'This fallback line was recalled already; nothing was changed.', {
            members: { line: line.id, state: line.state },
          });
        const after = { ...line, state: 'recalled' as const, reason, updatedAt: moment.now() };
        return { line: after, events: [event(caller, 'fallback.recalled', after, { reason })] };
      });
      if (!recalled) throw new Problem('not-found', `There is no fallback line ${JSON.stringify(lineId)}.`);
      return recalled;
    },
  };

  function event(
    { actor }: Caller,
    action: AuditAction,
    { id: subject, brandId }: FallbackLine,
    details: { readonly [key: string]: Json },
  ): NewAuditEvent {
    return { id: moment.newId('event'), chain: brandId, at: moment.now(), actor, action, subject, details };
  }
}

/** A brand that lets a claim pass in a campaign still has none to hold it against here. */
function withClaimRules(policy: Policy): Policy {
  const rules = Object.entries(policy.rules).map(
    ([id, setting]) => [id, claimRules.includes(id) ? { ...setting, on: true } : setting] as const,
  );
  return { ...policy, rules: Object.fromEntries(rules) };
}

function refuseClaims(verdict: RecordedVerdict): void {
  const claims = [...new Set(verdict.findings.map(({ rule }) => rule).filter((rule) => claimRules.includes(rule)))];
  if (claims.length === 0) return;
  throw new Problem(
    'blocked-by-policy',
    `A fallback line goes out with campaigns nobody knows yet, so it must not speak of an offer, a price, a date or anything else a brief would have to bear out; ${claims.join(', ')} saw that here. Take it out.`,
    { members: { verdict } },
  );
}

function refuse(verdict: RecordedVerdict, warningsPassed: PassReason | undefined): void {
  const rules = verdict.findings.filter(({ severity }) => severity === 'block').map(({ rule }) => rule);
  if (rules.length > 0)
    throw new Problem('blocked-by-policy', `This text is blocked by ${[...new Set(rules)].join(', ')}. Change it.`, {
      members: { verdict },
    });
  if (verdict.verdict === 'warn' && warningsPassed === undefined)
    throw new Problem(
      'warning-needs-reason',
      `This text carries warnings (${warningRules(verdict).join(', ')}). Say why it passes, or change it.`,
      { members: { verdict } },
    );
}
