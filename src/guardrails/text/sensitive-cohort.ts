/** Tells by the words of a brief whether a cohort is made by a sensitive topic. */
import type { FactsCohort } from '../../domain/facts.ts';
import { compileTerms, type TermFinder } from './find-terms.ts';
import { foldText } from './fold.ts';
import { cohortEntries, type Topic, type TopicEntry } from './sensitive-topics.ts';

/** Why a cohort counts as made by a topic: where in the brief it says so, and in which words. */
export type Reason = { readonly path: string; readonly value: string };

/** The topics a cohort is made by, each with the first reason, for lines of a language. */
export type ReasonsOf = (cohort: FactsCohort, language: string) => ReadonlyMap<Topic, Reason>;

/** Reads cohorts for the topics they are made by; each once, since a batch shares them. */
export function cohortReader(topics: readonly Topic[], exceptions: readonly string[]): ReasonsOf {
  let made: { entries: readonly TopicEntry[]; finder: TermFinder } | undefined;
  const known = new WeakMap<FactsCohort, ReadonlyMap<Topic, Reason>>();
  return (cohort, spoken) => {
    const before = known.get(cohort);
    if (before) return before;
    if (!made) {
      const entries = cohortEntries(topics);
      made = { entries, finder: compileTerms(entries, exceptions) };
    }
    const reasons = new Map<Topic, Reason>();
    for (const [path, literal] of wordsOfCohort(cohort)) {
      const folded = foldText(literal);
      for (const { index, span } of made.finder.findIn({ literal, folded: () => folded })) {
        const entry = made.entries[index];
        // A brief may be written in English whatever its lines are written in.
        if (!entry || (entry.language !== 'en' && entry.language !== spoken) || reasons.has(entry.topic)) continue;
        reasons.set(entry.topic, { path, value: literal.slice(span.start, span.end) });
      }
    }
    known.set(cohort, reasons);
    return reasons;
  };
}

function wordsOfCohort({ who, why, name, bought }: FactsCohort): (readonly [string, string])[] {
  const all = [['cohort.who', who] as const, ['cohort.why', why ?? ''] as const, ['cohort.name', name] as const];
  return [...all, ...bought.map((thing) => ['cohort.bought', thing] as const)].filter(([, words]) => words !== '');
}
