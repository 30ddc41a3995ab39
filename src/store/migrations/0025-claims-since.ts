/** Notes since when a line is held. Claims last minutes and are renewed by themselves, so those that hold just end. */
import type { Statements } from './terms.ts';

export const claimsSince: Statements = ({ text }) => [
  `alter table review_items add column claimed_since ${text}`,
  'update review_items set claimed_by = null, claimed_until = null where claimed_by is not null',
];
