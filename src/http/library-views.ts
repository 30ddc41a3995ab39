/** Lines of the library as their contract shows them. */
import type { User } from '../domain/access.ts';
import { armOf } from '../domain/approved-line.ts';
import type { LibraryEntry } from '../ports/library-store.ts';
import type { LibraryLine } from './contracts/library-routes.ts';
import type { LibraryUseCases, Standing } from './library-use-cases.ts';

/** Who approved, by name; somebody who is not known any more keeps the id. */
export type NameOf = (userId: string) => string;

/** Names of people. */
export function namesOf(people: readonly User[]): NameOf {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (userId) => names.get(userId) ?? userId;
}

/** A line with how it stands and how far it got. */
export function libraryLine({ line: found, reach, ...standing }: LibraryEntry & Standing, nameOf: NameOf): LibraryLine {
  const { line, place, campaign, cohortExternalId } = found;
  const { brief } = found.brief;
  const cohort = brief.cohorts.find(({ externalId }) => externalId === cohortExternalId);
  return {
    ...line,
    campaign: { externalId: campaign.externalId, name: campaign.name },
    // A cohort that was taken out of the brief since has no name any more.
    cohort: { externalId: cohortExternalId, name: cohort?.name ?? cohortExternalId },
    locale: cohort?.locale ?? brief.locale,
    arm: armOf(place),
    approvedByName: nameOf(line.approvedBy),
    standing: standing.standing,
    heldBecause: standing.heldBecause,
    reach: { ...reach },
  };
}

type Record = Awaited<ReturnType<LibraryUseCases['read']>>;

/** One line with all there is to say of it. */
export function libraryRecordView(record: Record, nameOf: NameOf) {
  const { line, policyPublishedAt, areFactsInForce, cohort, approved } = record;
  return {
    line: libraryLine(record, nameOf),
    brief: line.brief,
    areFactsInForce,
    isPolicyInForce: line.line.policyHash === line.policyHash,
    policyPublishedAt,
    cohort,
    approved,
    deliveries: record.deliveries,
    acknowledgements: record.acknowledgements,
    outcomes: record.outcomes,
  };
}
