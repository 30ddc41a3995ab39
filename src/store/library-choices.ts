/** What there is to narrow the library by: only what has approved lines. */
import type { LibraryChoices } from '../ports/library-store.ts';
import { among } from './among.ts';
import type { Reading } from './database.ts';
import { escapeText, unescapeText } from './escape-text.ts';

/** A longer list is no help to choose from; its search is. */
const mostChoices = 500;

/** The choices in some brands; cohorts of one campaign where it is given. */
export async function libraryChoices(
  db: Reading,
  brandIds: readonly string[],
  campaign: string | undefined,
): Promise<LibraryChoices> {
  const lines = db.selectFrom('approvedLines').where('approvedLines.brandId', 'in', among(brandIds));
  const campaigns = await db
    .selectFrom('campaigns')
    .select(['brandId', 'externalId', 'name'])
    .where('brandId', 'in', among(brandIds))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('approvedLines')
          .select('approvedLines.id')
          .whereRef('approvedLines.campaignId', '=', 'campaigns.id'),
      ),
    )
    .orderBy('name')
    .orderBy('externalId')
    .limit(mostChoices)
    .execute();
  const cohorts = await lines
    .select('cohortExternalId')
    .distinct()
    .$if(campaign !== undefined, (some) =>
      some
        .innerJoin('campaigns', 'campaigns.id', 'approvedLines.campaignId')
        .where('campaigns.externalId', '=', escapeText(campaign ?? '')),
    )
    .orderBy('cohortExternalId')
    .limit(mostChoices)
    .execute();
  const approvers = await lines.select('approvedBy').distinct().orderBy('approvedBy').limit(mostChoices).execute();
  return {
    campaigns: campaigns.map(({ brandId, externalId, name }) => ({
      brandId,
      externalId: unescapeText(externalId),
      name: unescapeText(name),
    })),
    cohorts: cohorts.map(({ cohortExternalId }) => unescapeText(cohortExternalId)),
    approvers: approvers.map(({ approvedBy }) => approvedBy),
  };
}
