/**
 * A sandbox key speaks of brands by their real names, so that an integration goes live by changing its key alone. What
 * it says is turned into the name of the sandbox here, and what it is told back again; nobody behind this knows of it.
 */
import type { SignedIn } from '../domain/access.ts';
import { isSandbox, realBrand, sandboxOf } from '../domain/sandbox.ts';

/** Says on every answer to a sandbox key that nothing in it is real. */
export const sandboxHeader = 'Linewright-Sandbox';

/** Members of an answer that name brands. No other noun's id can be that of a brand, so `id` may be one too. */
const namesBrands: ReadonlySet<string> = new Set(['brand', 'brandId', 'brands', 'brandIds', 'id', 'chain']);

/** A query or a body as the service is to read it. */
export function spokenTo<Input>(input: Input, signedIn: SignedIn): Input {
  if (!signedIn.isSandbox || typeof input !== 'object' || input === null || !('brand' in input)) return input;
  return typeof input.brand === 'string' ? { ...input, brand: sandboxOf(input.brand) } : input;
}

/** The parameters of an address, where the one after `/v1/brands/` names a brand. */
export function pathSpokenTo<Params>(path: string, params: Params, signedIn: SignedIn): Params {
  if (!signedIn.isSandbox || !path.startsWith('/v1/brands/{id}')) return params;
  if (typeof params !== 'object' || params === null || !('id' in params)) return params;
  return typeof params.id === 'string' ? { ...params, id: sandboxOf(params.id) } : params;
}

/** An answer as the caller is to read it. */
export function spokenBack(answer: unknown, { isSandbox: isSandboxKey, caller }: SignedIn): unknown {
  if (!isSandboxKey) return answer;
  const own = new Set(caller.memberships.map(({ brandId }) => brandId).filter(isSandbox));
  return withRealNames(answer, false);

  function withRealNames(value: unknown, isBrand: boolean): unknown {
    if (typeof value === 'string') return isBrand && own.has(value) ? realBrand(value) : value;
    if (Array.isArray(value)) return value.map((each: unknown) => withRealNames(each, isBrand));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [name, withRealNames(member, namesBrands.has(name))]),
    );
  }
}
