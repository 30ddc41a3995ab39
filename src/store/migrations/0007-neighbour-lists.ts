/** Keeps the lines a verdict was compared with once for all candidates of a run, which share them. */
import type { Statements } from './terms.ts';

export const neighbourLists: Statements = ({ text, end }) => [
  `create table neighbour_lists (
    brand_id ${text} not null references brands (id),
    list_hash ${text} not null,
    list_document ${text} not null,
    primary key (brand_id, list_hash)
  ${end}`,
  // Null where the list stands in the verdict itself: an empty one, and those of before this table.
  `alter table candidates add column list_hash ${text}`,
];
