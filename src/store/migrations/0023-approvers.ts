/** Adds the way to who approved lines of a brand, which the library is narrowed by. */
import type { Statements } from './terms.ts';

export const approvers: Statements = () => ['create index lines_by_approver on approved_lines (brand_id, approved_by)'];
