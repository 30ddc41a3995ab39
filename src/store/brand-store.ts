/** Brands, their policy releases, and what publishing one does to the lines in use. */
import { sql } from 'kysely';
import type { NewAuditEvent } from '../domain/audit-event.ts';
import type { PolicyRelease } from '../domain/policy.ts';
import type { BrandInForce, BrandStore } from '../ports/brand-store.ts';
import { chainsOf, holdChains } from './audit-chain.ts';
import { documentsOf, inForceOf, type ReleaseDocuments, releaseOf, releaseRow } from './brand-rows.ts';
import type { BriefShelf } from './brief-shelf.ts';
import type { Database, Reading, Writing } from './database.ts';
import { hotListQuery } from './hot-query.ts';
import { type Recent, recent } from './parse-once.ts';
import { revalidateLines } from './revalidate-lines.ts';

// Every decision asks; the documents are some 15 kB and change with a release only.
const releasesInForce = hotListQuery((db, brandIds) =>
  db
    .selectFrom('policyReleases')
    .select(['id', 'brandId', 'policyHash', 'state', 'createdAt', 'publishedAt'])
    .where('brandId', 'in', brandIds)
    .where('state', '=', sql.lit('published'))
    .orderBy('brandId')
    .compile(),
);
const releaseDocuments = hotListQuery((db, ids) =>
  db.selectFrom('policyReleases').select(['id', 'policyDocument', 'profileDocument']).where('id', 'in', ids).compile(),
);

/** The BrandStore on a database. */
export function brandStore(database: Database, shelf: BriefShelf): BrandStore {
  return {
    brand: (brandId) => database.read((db) => brandInForce(db, brandId)),
    brands: (brandIds) => database.read((db) => brandsInForce(db, brandIds)),
    allBrandIds: () =>
      database.read(async (db) =>
        (await db.selectFrom('brands').select('id').orderBy('id').execute()).map(({ id }) => id),
      ),
    realBrandIds: () =>
      database.read(async (db) => {
        const rows = await db.selectFrom('brands').select('id').where('sandboxOf', 'is', null).orderBy('id').execute();
        return rows.map(({ id }) => id);
      }),
    releases: (brandId) =>
      database.read(async (db) => {
        const rows = await db
          .selectFrom('policyReleases')
          .selectAll()
          .where('brandId', '=', brandId)
          .orderBy('id', 'desc')
          .execute();
        return rows.map(releaseOf);
      }),
    addBrand: (added, events) => database.write((trx) => insertBrand(trx, added, null, events)),
    addSandbox: (of, added, events) => database.write((trx) => insertBrand(trx, added, of, events)),
    sandboxes: () =>
      database.read(async (db) => {
        const rows = await db
          .selectFrom('brands')
          .selectAll()
          .where('sandboxOf', 'is not', null)
          .orderBy('id')
          .execute();
        return rows.flatMap(({ id, sandboxOf }) => (sandboxOf === null ? [] : [{ id, sandboxOf }]));
      }),
    addDraft: (brand, release, events) =>
      database.write(async (trx) => {
        const chains = await holdChains(trx, [...chainsOf(events), brand.id]);
        // The newest draft is the one that was asked for last, even where its hash was drafted before.
        await trx
          .deleteFrom('policyReleases')
          .where('brandId', '=', brand.id)
          .where('policyHash', '=', release.policyHash)
          .where('state', '=', sql.lit('draft'))
          .execute();
        await trx.insertInto('policyReleases').values(releaseRow(release, brand)).execute();
        await chains.append(events);
      }),
    publish: (act) =>
      database.write(async (trx) => {
        const chains = await holdChains(trx, [...chainsOf(act.events), act.brandId]);
        const draft = await draftToPublish(trx, act.brandId, act.releaseId);
        if (!draft) return null;
        const release: PolicyRelease = { ...draft, state: 'published', publishedAt: act.publishedAt };
        await putInForce(trx, release);
        await chains.append(act.events);
        return revalidateLines({ trx, chains, shelf, release, revalidate: act.revalidate, settle: act.settle });
      }),
  };
}

/** False where the brand is there already. */
async function insertBrand(
  trx: Writing,
  { brand, release }: BrandInForce,
  sandboxOf: string | null,
  events: readonly NewAuditEvent[],
): Promise<boolean> {
  const chains = await holdChains(trx, [...chainsOf(events), brand.id]);
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('brands')
    .values({ id: brand.id, sandboxOf })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (!numInsertedOrUpdatedRows) return false;
  await trx.insertInto('policyReleases').values(releaseRow(release, brand)).execute();
  await chains.append(events);
  return true;
}

/** A brand with its published policy, as `db` sees them. */
export async function brandInForce(db: Reading, brandId: string): Promise<BrandInForce | null> {
  return (await brandsInForce(db, [brandId]))[0] ?? null;
}

/** The same for several brands; those that are not published are left out. */
export async function brandsInForce(db: Reading, brandIds: readonly string[]): Promise<BrandInForce[]> {
  const rows = await releasesInForce(db, brandIds);
  const documentsOfRelease = await readDocuments(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => inForceOf(row, documentsOfRelease(row.id)));
}

/** By the adapter of the database: two in one process may use one id. */
const held = new WeakMap<object, Recent<ReleaseDocuments>>();

async function readDocuments(db: Reading, releaseIds: readonly string[]): Promise<(id: string) => ReleaseDocuments> {
  const { adapter } = db.getExecutor();
  const atHand = held.get(adapter) ?? recent<ReleaseDocuments>();
  held.set(adapter, atHand);
  const taken = new Map(releaseIds.map((id) => [id, atHand.get(id)]));
  const missing = releaseIds.filter((id) => taken.get(id) === undefined);
  for (const row of await releaseDocuments(db, missing)) taken.set(row.id, atHand.keep(row.id, documentsOf(row)));
  return (id) => {
    const documents = taken.get(id);
    if (!documents) throw new Error(`The documents of the release ${id} are missing.`);
    return documents;
  };
}

async function draftToPublish(trx: Writing, brandId: string, releaseId: string): Promise<PolicyRelease | null> {
  const row = await trx
    .selectFrom('policyReleases')
    .selectAll()
    .where('brandId', '=', brandId)
    .where('id', '=', releaseId)
    .where('state', '=', sql.lit('draft'))
    .forUpdate()
    .executeTakeFirst();
  return row ? releaseOf(row) : null;
}

async function putInForce(trx: Writing, { id, brandId, publishedAt }: PolicyRelease): Promise<void> {
  await trx
    .updateTable('policyReleases')
    .set({ state: 'retired' })
    .where('brandId', '=', brandId)
    .where('state', '=', sql.lit('published'))
    .execute();
  await trx.updateTable('policyReleases').set({ state: 'published', publishedAt }).where('id', '=', id).execute();
}
