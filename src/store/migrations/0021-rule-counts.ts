/** Adds the way to the lines of a brand by the time they were made, which what rules found is counted by. */
import type { Statements } from './terms.ts';

export const ruleCounts: Statements = () => ['create index candidates_by_time on candidates (brand_id, created_at)'];
