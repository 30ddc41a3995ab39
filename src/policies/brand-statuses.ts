/** How the brands stand: in force, set aside for mistakes in their files, or with files that differ. */
import type { Caller } from '../domain/access.ts';
import type { BrandStatus, BrandStore } from '../ports/brand-store.ts';
import type { FolderStatus } from './brand-import.ts';

/** Says how brands stand, by what the last import saw of their folders. */
export function brandStatuses(parts: {
  readonly store: BrandStore;
  readonly lastImport: () => readonly FolderStatus[];
}) {
  const { store, lastImport } = parts;
  /** Whoever is admin of a brand also sees those that were set aside before they could be imported. */
  return async (caller: Caller, brandIds: readonly string[]): Promise<BrandStatus[]> => {
    const folders = lastImport();
    const inForce = await store.brands(brandIds);
    const statuses = inForce.map((brand) => {
      const folder = folders.find(({ id }) => id === brand.brand.id);
      const { mistakes = [], filesDiffer = false } = folder ?? {};
      return { id: brand.brand.id, inForce: brand, mistakes, filesDiffer };
    });
    const isAdmin = caller.memberships.some(({ role }) => role === 'admin');
    const known = isAdmin ? await store.allBrandIds() : [];
    const setAside = isAdmin ? folders.filter(({ id }) => !known.includes(id)) : [];
    return [...statuses, ...setAside.map(({ id, mistakes }) => ({ id, inForce: null, mistakes, filesDiffer: false }))];
  };
}
