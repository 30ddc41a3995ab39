/** Keeps what people say of lines in review, beside the audit chain so that it can be erased. */
import type { Statements } from './terms.ts';

export const lineComments: Statements = ({ text, end }) => [
  `create table line_comments (
    id ${text} not null primary key,
    brand_id ${text} not null references brands (id),
    item_id ${text} not null references review_items (id),
    comment ${text} not null,
    said_by ${text} not null,
    said_at ${text} not null
  ${end}`,
  'create index comments_on_an_item on line_comments (item_id, id)',
];
