/** Until when decisions can be taken back, and the lines they approved. */
import { sql } from 'kysely';
import type { ApprovedLine } from '../domain/approved-line.ts';
import { releaseGraceMs } from '../domain/brand.ts';
import type { RecordedDecision } from '../domain/decision.ts';
import { addMs, type Instant } from '../domain/instant.ts';
import { brandsInForce } from './brand-store.ts';
import type { Reading } from './database.ts';
import { hotListQuery } from './hot-query.ts';
import { lineOf } from './review-rows.ts';

/** Of one decision: its line, and when it stands for good; both `null` where there is no such thing. */
export type TakeBackTerms = { readonly line: ApprovedLine | null; readonly undoUntil: Instant | null };

/** A first approval can be undone as long as the second has not come, which no clock says. */
const untilTheSecond = '9999-12-31T23:59:59.999Z';

const standingLines = hotListQuery((db, candidateIds) =>
  db
    .selectFrom('approvedLines')
    .selectAll()
    .where('candidateId', 'in', candidateIds)
    .where('state', '!=', sql.lit('undone'))
    .compile(),
);

/** The terms of decisions that stand. An approval can be undone until its line is released, others within the grace. */
export async function takeBackTerms(
  db: Reading,
  decisions: readonly RecordedDecision[],
): Promise<(decision: RecordedDecision | undefined) => TakeBackTerms> {
  const rows = await standingLines(
    db,
    decisions.flatMap(({ candidateId }) => candidateId ?? []),
  );
  const lines = new Map(rows.map((row) => [row.candidateId, lineOf(row)]));
  const brands = await brandsInForce(db, [...new Set(decisions.map(({ brandId }) => brandId))]);
  const graceMs = new Map(brands.map(({ brand }) => [brand.id, releaseGraceMs(brand.profile)]));
  return (decision) => {
    const line = lines.get(decision?.candidateId ?? '') ?? null;
    if (decision?.isFirstOfTwo) return { line: null, undoUntil: untilTheSecond };
    if (!decision || decision.kind === 'expired') return { line, undoUntil: null };
    if (line) return { line, undoUntil: line.state === 'live' ? line.releasedAt : null };
    return { line, undoUntil: addMs(decision.decidedAt, graceMs.get(decision.brandId) ?? 0) };
  };
}
