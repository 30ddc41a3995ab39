/** What replacing a word would do to the waiting lines of a request: every changed text is checked, nothing is stored. */
import { factsFor } from '../domain/facts.ts';
import { seenWindowMs, type Verdict } from '../domain/finding.ts';
import { addMs } from '../domain/instant.ts';
import { replaceWord } from '../domain/replace-word.ts';
import { openStates } from '../domain/review-states.ts';
import { checkLine } from '../guardrails/check-line.ts';
import type { CompiledPolicies } from '../guardrails/compiled-policies.ts';
import type { Moment } from '../ports/moment.ts';
import type { QueueEntry, ReviewStore } from '../ports/review-store.ts';

/** A waiting line before and after, with the verdict on the new text. */
export type Replaced = {
  readonly entry: QueueEntry;
  readonly cohort: { readonly id: string; readonly name: string };
  readonly text: string;
  readonly preheader: string | null;
  readonly verdict: Verdict;
};

/** The most lines one look shows: each is a check, and a person reads them all. */
const mostShown = 100;
const pageSize = 500;

/** Looks through the open lines of a request; `hasMore` where others hold the word too. */
export function previewingReplacements(parts: {
  readonly store: Pick<ReviewStore, 'entries' | 'reviewCase'>;
  readonly moment: Moment;
  readonly compiled: CompiledPolicies;
}) {
  const { store, moment, compiled } = parts;
  return async (
    brandIds: readonly string[],
    requestId: string,
    { find, replacement }: { readonly find: string; readonly replacement: string },
  ): Promise<{ readonly lines: readonly Replaced[]; readonly hasMore: boolean }> => {
    const now = moment.now();
    const lines: Replaced[] = [];
    for (const state of openStates) {
      for (let cursor: string | null = null, isFirst = true; isFirst || cursor !== null; isFirst = false) {
        const page = await store.entries({ brandIds, requestId, state }, { limit: pageSize, cursor });
        for (const entry of page.data) {
          const { text, preheader } = entry.candidate;
          const after = {
            text: replaceWord(text, find, replacement) ?? text,
            preheader: preheader === null ? null : (replaceWord(preheader, find, replacement) ?? preheader),
          };
          if (after.text === text && after.preheader === preheader) continue;
          if (lines.length === mostShown) return { lines, hasMore: true };
          const judged = await judge(entry, after);
          if (judged) lines.push(judged);
        }
        cursor = page.nextCursor;
      }
    }
    return { lines, hasMore: false };

    async function judge(
      entry: QueueEntry,
      after: { readonly text: string; readonly preheader: string | null },
    ): Promise<Replaced | null> {
      const found = await store.reviewCase(brandIds, entry.item.id, addMs(now, -seenWindowMs));
      // Decided while we looked.
      if (!found) return null;
      const inBrief = found.brief.brief.cohorts.find(({ externalId }) => externalId === found.cohort.externalId);
      const facts = factsFor(found.brief.brief, inBrief);
      const policy = compiled(found.release.policy);
      const { basis: _, ...verdict } = checkLine(after, policy, { facts, seen: found.seen, now });
      return {
        entry,
        cohort: { id: found.cohort.id, name: inBrief?.name ?? found.cohort.externalId },
        ...after,
        verdict,
      };
    }
  };
}
