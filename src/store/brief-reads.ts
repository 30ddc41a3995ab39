/** Finds briefs by id and by name, each at its revision in force, which is the newest. */
import type { BriefName } from '../ports/brief-store.ts';
import { among } from './among.ts';
import type { Reading } from './database.ts';
import { escapeText } from './escape-text.ts';

/** The id of the revision in force of the brief that any revision's id names; `null` where there is none. */
export async function newestOf(db: Reading, brandIds: readonly string[], briefId: string): Promise<string | null> {
  const found = await db
    .selectFrom('briefs as any')
    .innerJoin('briefs as each', 'each.rootId', 'any.rootId')
    .select('each.id')
    .where('any.id', '=', briefId)
    .where('any.brandId', 'in', among(brandIds))
    .orderBy('each.revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found?.id ?? null;
}

/** The same for a brief of a campaign by its external id. */
export async function newestNamed(db: Reading, campaignId: string, externalId: string): Promise<string | null> {
  const found = await db
    .selectFrom('briefs')
    .select('id')
    .where('campaignId', '=', campaignId)
    .where('externalId', '=', escapeText(externalId))
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found?.id ?? null;
}

/** The same by the names of campaign and brief. */
export async function newestByName(db: Reading, { brandId, campaign, brief }: BriefName): Promise<string | null> {
  const found = await db
    .selectFrom('campaigns')
    .select('id')
    .where('brandId', '=', brandId)
    .where('externalId', '=', escapeText(campaign))
    .executeTakeFirst();
  return found ? newestNamed(db, found.id, brief) : null;
}
