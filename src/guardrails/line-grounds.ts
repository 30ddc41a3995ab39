/** What each of many lines is judged by: the policy in the line's dialect, and the facts of its cohort. */
import type { Brief } from '../domain/brief.ts';
import { type Facts, factsFor } from '../domain/facts.ts';
import type { LineToCheck } from '../domain/line-to-check.ts';
import { nearestName } from '../domain/nearest-name.ts';
import type { Policy } from '../domain/policy.ts';
import { type CompiledPolicy, compilePolicy } from './compile-policy.ts';
import { dialectIds } from './text/merge-tags/dialects.ts';

/** What one line is checked by. */
type LineGround = { readonly policy: CompiledPolicy; readonly facts: Facts | undefined };

/** A name in a line that leads nowhere. `say` looks for what was meant, which takes long among thousands of names. */
type UnknownName = { readonly member: 'cohort' | 'dialect'; readonly say: () => string };

type Named = Pick<LineToCheck, 'cohort' | 'dialect'>;

/** Among more cohorts than this nobody guesses which one was meant. */
const maxGuessed = 200;

/** The grounds of lines under one policy. Each dialect is compiled, and the facts of each cohort made, once. */
export function lineGrounds(policy: Policy, compile: (policy: Policy) => CompiledPolicy = compilePolicy) {
  const byDialect = new Map<string, CompiledPolicy>();
  const factsByBrief = new WeakMap<Brief, ReadonlyMap<string | undefined, Facts>>();
  return {
    /** The first name in the line that nobody knows, or `null`. Compiles nothing. */
    unknownIn({ dialect, cohort }: Named, brief: Brief | undefined): UnknownName | null {
      if (dialect !== undefined && !dialectIds.includes(dialect))
        return { member: 'dialect', say: () => whyNoDialect(dialect) };
      if (cohort === undefined || factsOf(brief, cohort)) return null;
      return { member: 'cohort', say: () => whyNoCohort(cohort, brief) };
    },
    /** What the line is checked by. Throws RangeError on a name that `unknownIn` tells. */
    of({ dialect = policy.dialect, cohort }: Named, brief: Brief | undefined): LineGround {
      const compiled = byDialect.get(dialect) ?? compile(dialect === policy.dialect ? policy : { ...policy, dialect });
      byDialect.set(dialect, compiled);
      const facts = factsOf(brief, cohort);
      if (cohort !== undefined && !facts) throw new RangeError(whyNoCohort(cohort, brief));
      return { policy: compiled, facts };
    },
  };

  // The same object for all lines of a cohort: the hash of facts is kept by identity.
  function factsOf(brief: Brief | undefined, cohort: string | undefined): Facts | undefined {
    if (!brief) return undefined;
    const known = factsByBrief.get(brief) ?? factsByCohort(brief);
    factsByBrief.set(brief, known);
    return known.get(cohort);
  }
}

function factsByCohort(brief: Brief): ReadonlyMap<string | undefined, Facts> {
  const facts = new Map<string | undefined, Facts>([[undefined, factsFor(brief)]]);
  for (const cohort of brief.cohorts) facts.set(cohort.externalId, factsFor(brief, cohort));
  return facts;
}

function whyNoDialect(dialect: string): string {
  const near = nearestName(dialect, dialectIds);
  const hint = near === null ? `known are ${dialectIds.join(', ')}.` : `did you mean ${JSON.stringify(near)}?`;
  return `There is no merge-tag dialect ${JSON.stringify(dialect)}; ${hint}`;
}

function whyNoCohort(cohort: string, brief: Brief | undefined): string {
  const name = JSON.stringify(cohort);
  if (!brief) return `There is no brief that could have the cohort ${name}; give one, or leave the cohort out.`;
  const names = brief.cohorts.map(({ externalId }) => externalId);
  const near = names.length > maxGuessed ? null : nearestName(cohort, names);
  if (near !== null) return `The brief has no cohort ${name}; did you mean ${JSON.stringify(near)}?`;
  const more = names.length > 10 ? ` and ${names.length - 10} more` : '';
  return `The brief has no cohort ${name}; it has ${names.slice(0, 10).join(', ')}${more}.`;
}
