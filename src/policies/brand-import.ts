/** Bringing brands from files into the database, which is the truth from then on. */
import { type Actor, theService } from '../domain/access.ts';
import type { NewAuditEvent } from '../domain/audit-event.ts';
import type { FileMistake } from '../domain/brand.ts';
import { contentHash } from '../domain/hash.ts';
import { BrandId } from '../domain/ids.ts';
import type { PolicyRelease } from '../domain/policy.ts';
import { isSandbox, sandboxEnding } from '../domain/sandbox.ts';
import type { BrandFiles } from '../ports/brand-files.ts';
import type { BrandInForce, BrandStore } from '../ports/brand-store.ts';
import type { Moment } from '../ports/moment.ts';
import { type BrandOnFile, readBrandFolder } from './brand-folders.ts';

/** A brand as its folder stands against the database. */
export type FolderStatus = {
  readonly id: string;
  /** What happened: made, left as it is, or set aside for the mistakes. */
  readonly outcome: 'imported' | 'known' | 'set-aside';
  readonly mistakes: readonly FileMistake[];
  /** True where the files say other than what is published. */
  readonly filesDiffer: boolean;
};

/** Imports brands. Nothing published is ever overwritten: a changed file becomes a draft, on purpose only. */
export function brandImport(parts: {
  readonly store: BrandStore;
  readonly files: BrandFiles;
  readonly moment: Moment;
}) {
  const { store, files, moment } = parts;
  return {
    /** Import every brand the database does not know; report the others. */
    async importNew(): Promise<FolderStatus[]> {
      const statuses: FolderStatus[] = [];
      for (const id of files.brandIds()) statuses.push(await importIfNew(id));
      return statuses;
    },

    /** Read a brand's folder again, as a draft. A brand that is not known yet is published at once. */
    async importDraft(id: string, by: Actor): Promise<FolderStatus & { readonly release: PolicyRelease | null }> {
      const known = await store.brand(id);
      if (!known) return { ...(await importIfNew(id)), release: (await store.brand(id))?.release ?? null };
      const onFile = readFolder(id);
      if ('mistakes' in onFile) return { ...setAside(id, onFile.mistakes), release: null };
      if (!differs(onFile, known)) return { ...status(id, 'known'), release: known.release };
      const release = releaseOf(onFile, 'draft');
      await store.addDraft(onFile.brand, release, [imported(onFile, release, by)]);
      return { ...status(id, 'known', true), release };
    },
  };

  async function importIfNew(id: string): Promise<FolderStatus> {
    const onFile = readFolder(id);
    if ('mistakes' in onFile) return setAside(id, onFile.mistakes);
    const known = await store.brand(id);
    if (known) return status(id, 'known', differs(onFile, known));
    const release = releaseOf(onFile, 'published');
    const added = await store.addBrand({ brand: onFile.brand, release }, [imported(onFile, release, theService)]);
    return status(id, added ? 'imported' : 'known');
  }

  function readFolder(id: string): BrandOnFile | { readonly mistakes: readonly FileMistake[] } {
    if (BrandId.safeParse(id).success && !isSandbox(id)) return readBrandFolder(files, id);
    const message = isSandbox(id)
      ? `"${id}" cannot name a brand: the ending "${sandboxEnding}" is kept for sandboxes.`
      : `"${id}" cannot name a brand: use lower-case letters, digits and hyphens.`;
    return { mistakes: [{ file: files.pathOf(id, 'brand.yaml'), line: 1, column: 1, message }] };
  }

  function releaseOf({ brand, policy, policyHash }: BrandOnFile, state: 'draft' | 'published'): PolicyRelease {
    const createdAt = moment.now();
    const publishedAt = state === 'published' ? createdAt : null;
    return { id: moment.newId('release'), brandId: brand.id, policyHash, policy, state, createdAt, publishedAt };
  }

  function imported({ brand }: BrandOnFile, release: PolicyRelease, actor: Actor): NewAuditEvent {
    const details = { policyHash: release.policyHash, release: release.id, state: release.state };
    const id = moment.newId('event');
    return { id, chain: brand.id, at: release.createdAt, actor, action: 'brand.imported', subject: brand.id, details };
  }
}

function differs(onFile: BrandOnFile, known: BrandInForce): boolean {
  const isSamePolicy = onFile.policyHash === known.release.policyHash;
  return !isSamePolicy || contentHash(onFile.brand) !== contentHash(known.brand);
}

function setAside(id: string, mistakes: readonly FileMistake[]): FolderStatus {
  return { id, outcome: 'set-aside', mistakes, filesDiffer: false };
}

function status(id: string, outcome: 'imported' | 'known', filesDiffer = false): FolderStatus {
  return { id, outcome, mistakes: [], filesDiffer };
}
