/** Which cohorts something happened to since a position: to them, their request, brief, lines or items, or by the clock. */
import type { Instant } from '../domain/instant.ts';
import { among } from './among.ts';
import { quietActions } from './chain-positions.ts';
import type { Reading } from './database.ts';
import type { SyncPosition } from './sync-cursor.ts';

/** A query for the ids of the changed cohorts of these brands, for use inside another. */
export function changedCohorts(
  db: Reading,
  brandIds: readonly string[],
  { read, due }: Pick<SyncPosition, 'read' | 'due'>,
  now: Instant,
) {
  const brands = among(brandIds);
  const happened = () =>
    db
      .selectFrom('auditEvents')
      .select('auditEvents.subject as id')
      .where('auditEvents.action', 'not in', quietActions)
      .where((eb) =>
        eb.or(
          brands.map((brandId) =>
            eb.and([eb('auditEvents.chain', '=', brandId), eb('auditEvents.sequence', '>', read[brandId] ?? 0)]),
          ),
        ),
      );
  const ofTheirs = (table: 'approvedLines' | 'candidates' | 'reviewItems') =>
    db.selectFrom(table).select('cohortId as id').where('id', 'in', happened());
  const ofRequests = () =>
    db.selectFrom('cohorts').innerJoin('requests', 'requests.id', 'cohorts.requestId').select('cohorts.id');
  const cameDue = (moment: 'releasedAt' | 'validUntil') =>
    db
      .selectFrom('approvedLines')
      .select('cohortId as id')
      .where('brandId', 'in', brands)
      .where(moment, '>', due.at)
      .where(moment, '<=', now);
  // A fallback line is a matter of the cohorts that were given it, and of those that are past their need and may get one.
  const ofFallbacks = () =>
    db
      .selectFrom('fallbackLines')
      .select('fallbackLines.brandId')
      .where('fallbackLines.id', 'in', happened())
      .union(
        db
          .selectFrom('fallbackLines')
          .innerJoin('policyReleases', 'policyReleases.brandId', 'fallbackLines.brandId')
          .select('fallbackLines.brandId')
          .where('policyReleases.id', 'in', happened()),
      );
  return happened()
    .union(ofTheirs('approvedLines'))
    .union(ofTheirs('candidates'))
    .union(ofTheirs('reviewItems'))
    .union(ofRequests().where('requests.id', 'in', happened()))
    .union(ofRequests().where('requests.briefId', 'in', happened()))
    .union(cameDue('releasedAt'))
    .union(cameDue('validUntil'))
    .union(
      db
        .selectFrom('fallbackDeliveries')
        .select('cohortId as id')
        .where('fallbackDeliveries.brandId', 'in', ofFallbacks()),
    )
    .union(ofRequests().where('requests.needBy', '<=', now).where('requests.brandId', 'in', ofFallbacks()))
    .union(
      ofRequests()
        .where('requests.brandId', 'in', brands)
        .where('requests.needBy', '>', due.at)
        .where('requests.needBy', '<=', now),
    );
}
