/** Policies compiled once and kept, since compiling costs a thousand checks and the same few are used all day. */
import { contentHash } from '../domain/hash.ts';
import type { Policy } from '../domain/policy.ts';
import { type CompiledPolicy, compilePolicy } from './compile-policy.ts';

/** Gives the compiled form of a policy, the same one for equal policies. */
export type CompiledPolicies = (policy: Policy) => CompiledPolicy;

/** A shelf for `limit` compiled policies; the one put there first goes first. */
export function compiledPolicies(limit = 100): CompiledPolicies {
  const byContent = new Map<string, CompiledPolicy>();
  const byObject = new WeakMap<Policy, CompiledPolicy>();
  return (policy) => {
    const known = byObject.get(policy) ?? byContent.get(contentHash(policy));
    const compiled = known ?? compilePolicy(policy);
    byObject.set(policy, compiled);
    if (known) return compiled;
    const oldest = byContent.keys().next();
    if (byContent.size >= limit && !oldest.done) byContent.delete(oldest.value);
    byContent.set(contentHash(policy), compiled);
    return compiled;
  };
}
