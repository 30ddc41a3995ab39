/** The sandbox of a brand: made once, and kept to the voice and the policy its brand has in force. */
import { type Actor, theService } from '../domain/access.ts';
import type { NewAuditEvent } from '../domain/audit-event.ts';
import { type Brand, ReviewSettings } from '../domain/brand.ts';
import { contentHash } from '../domain/hash.ts';
import { BrandId } from '../domain/ids.ts';
import type { PolicyRelease } from '../domain/policy.ts';
import { Problem } from '../domain/problem.ts';
import { sandboxOf } from '../domain/sandbox.ts';
import type { BrandInForce, BrandStore } from '../ports/brand-store.ts';
import type { Moment } from '../ports/moment.ts';
import type { publishingPolicies } from './publish-policy.ts';

/** Opens sandboxes, and brings them to what their brands published. */
export function sandboxes(parts: {
  readonly store: BrandStore;
  readonly moment: Moment;
  readonly publish: ReturnType<typeof publishingPolicies>;
}) {
  const { store, moment, publish } = parts;
  return {
    /** The id of the brand's sandbox, made where there is none. Throws `not-found` and `invalid-request`. */
    async open(brandId: string, by: Actor): Promise<string> {
      const real = await store.brand(brandId);
      if (!real) throw new Problem('not-found', `There is no brand ${JSON.stringify(brandId)}.`);
      const id = sandboxOf(brandId);
      if (!BrandId.safeParse(id).success)
        throw new Problem('invalid-request', `The name ${brandId} is too long for a sandbox: at most 55 characters.`);
      if (await store.brand(id)) return id;
      const release = copyOf(real, id, 'published');
      await store.addSandbox(brandId, { brand: brandFor(id, real), release }, [
        sandboxed(brandId, id, release, by),
        sandboxed(id, id, release, by),
      ]);
      return id;
    },

    /** Publish in each sandbox what its brand has published since. Bears being done twice at the same instant. */
    async follow(): Promise<void> {
      for (const { id, sandboxOf: brandId } of await store.sandboxes()) {
        const [own, real] = [await store.brand(id), await store.brand(brandId)];
        if (!own || !real || isAlike(own, real)) continue;
        const release = copyOf(real, id, 'draft');
        await store.addDraft(brandFor(id, real), release, []);
        await publish(id, release.id, theService).catch(ignoreLostRace);
      }
    },
  };

  function copyOf({ release }: BrandInForce, id: string, state: 'draft' | 'published'): PolicyRelease {
    const createdAt = moment.now();
    const publishedAt = state === 'published' ? createdAt : null;
    return { ...release, id: moment.newId('release'), brandId: id, state, createdAt, publishedAt };
  }

  function sandboxed(chain: string, id: string, release: PolicyRelease, actor: Actor): NewAuditEvent {
    const details = { policyHash: release.policyHash };
    const at = release.createdAt;
    return { id: moment.newId('event'), chain, at, actor, action: 'brand.sandboxed', subject: id, details };
  }
}

/** The brand as its sandbox has it: without a release grace or a second approval, for nobody is there to look. */
function brandFor(id: string, { brand }: BrandInForce): Brand {
  const { fourEyes: _, ...settings } = ReviewSettings.parse({ ...brand.profile.review, releaseGraceSeconds: 0 });
  const review: ReviewSettings = settings;
  return { id, profile: { ...brand.profile, review } };
}

function isAlike(own: BrandInForce, real: BrandInForce): boolean {
  const wanted = brandFor(own.brand.id, real);
  return own.release.policyHash === real.release.policyHash && contentHash(own.brand) === contentHash(wanted);
}

/** Another process published the same a moment earlier: its draft took the place of ours. */
function ignoreLostRace(error: unknown): void {
  if (!(error instanceof Problem) || error.code !== 'not-found') throw error;
}
