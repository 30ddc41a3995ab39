/** Of terms that lie within one another, keep the one that says most. */
import type { TermHit } from './terms/hits-of.ts';

/** The hits that lie inside no longer one; of hits at the same place the first. */
export function widestHits(hits: readonly TermHit[]): readonly TermHit[] {
  if (hits.length < 2) return hits;
  return hits.filter(({ span: { start, end } }, at) =>
    hits.every(({ span: other }, otherAt) => {
      const holds = other.start <= start && end <= other.end;
      const isSame = other.start === start && other.end === end;
      return !holds || at === otherAt || (isSame && at < otherAt);
    }),
  );
}
