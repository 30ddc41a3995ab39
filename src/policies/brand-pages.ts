/** A brand as its people read it: who it is, how its own lines sound, and the policy that its lines are checked by. */
import { exemplarVoice } from '../brandvoice/exemplar-voice.ts';
import { exemplarScores, voiceScore } from '../brandvoice/voice-score.ts';
import type { Caller } from '../domain/access.ts';
import { addMs } from '../domain/instant.ts';
import type { PolicyPage, RuleCounts } from '../domain/policy-page.ts';
import { Problem } from '../domain/problem.ts';
import type { VoiceScore } from '../domain/voice-score.ts';
import { catalogue } from '../guardrails/catalogue.ts';
import type { BrandFiles } from '../ports/brand-files.ts';
import type { BrandStatus, BrandStore } from '../ports/brand-store.ts';
import type { Moment } from '../ports/moment.ts';
import type { RuleCountStore } from '../ports/rule-counts.ts';
import { explainRelease } from './explain-release.ts';
import { summaryOf } from './rule-pages.ts';

/** A brand with how each of its exemplars sounds beside all the others, in their order. */
export type BrandRecord = BrandStatus & { readonly exemplarVoices: readonly VoiceScore[] };

/** How far back what rules found is counted. */
const countedMs = 30 * 24 * 60 * 60 * 1000;
const none: RuleCounts = { lines: 0, blocked: 0, overridden: 0, warned: 0, passed: 0, edited: 0, rejected: 0 };

/** Reads brands. All of it throws `not-found` for a brand the caller may not see. */
export function brandPages(parts: {
  readonly store: Pick<BrandStore, 'brand'>;
  readonly counts: RuleCountStore;
  readonly files: BrandFiles;
  readonly statuses: (caller: Caller, brandIds: readonly string[]) => Promise<readonly BrandStatus[]>;
  readonly moment: Moment;
}) {
  const { store, counts, files, statuses, moment } = parts;
  // Reading the files takes half a second, and what a release was made of does not change.
  const kept = new Map<string, ReturnType<typeof explainRelease>>();
  return {
    async read(caller: Caller, brandIds: readonly string[], brandId: string): Promise<BrandRecord> {
      const status = (await statuses(caller, brandIds)).find(({ id }) => id === brandId);
      if (!status) throw notFound(brandId);
      return { ...status, exemplarVoices: status.inForce ? exemplarVoices(status.inForce.brand.profile) : [] };
    },

    async policy(brandIds: readonly string[], brandId: string): Promise<PolicyPage> {
      const inForce = brandIds.includes(brandId) ? await store.brand(brandId) : null;
      if (!inForce) throw notFound(brandId);
      const { policy, policyHash, publishedAt } = inForce.release;
      const countedSince = addMs(moment.now(), -countedMs);
      const { lines, byRule } = await counts.ruleCounts(brandId, countedSince);
      const explained = kept.get(inForce.release.id) ?? explainRelease(inForce, files);
      kept.set(inForce.release.id, explained);
      const { dialect, locale, market, examples } = policy;
      return {
        ...{ policyHash, policySince: publishedAt, dialect, locale, market, examples, countedSince, lines },
        files: explained.files,
        rules: catalogue.map((rule) => {
          const setting = policy.rules[rule.id];
          const { id, summary, looksAt } = summaryOf(rule);
          return {
            ...{ id, summary, looksAt, version: setting?.version ?? rule.version, on: setting?.on ?? false },
            severity: setting?.severity ?? rule.severity,
            onMissingFacts: rule.onMissingFacts === undefined ? null : (setting?.onMissingFacts ?? rule.onMissingFacts),
            ...explained.ruleOf(rule),
            counts: byRule.get(rule.id) ?? none,
          };
        }),
      };
    },
  };
}

/** Each exemplar scored by the others: scored by itself too, every one would be typical. */
function exemplarVoices(profile: Parameters<typeof exemplarVoice>[0]): VoiceScore[] {
  const voice = exemplarVoice(profile);
  const scores = exemplarScores(voice);
  return profile.exemplars.map(({ text }, index) => {
    const score = voiceScore(voice, text);
    return { ...score, score: scores[index] ?? score.score };
  });
}

function notFound(brandId: string): Problem {
  return new Problem('not-found', `There is no brand ${JSON.stringify(brandId)} among yours.`);
}
