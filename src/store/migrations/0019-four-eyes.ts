/**
 * Lets a line have two approvals: an item notes the first and its text, a decision says that it was one, and what the
 * queue is read by counts a line that was approved once among those that wait.
 */
import type { Statements } from './terms.ts';

export const fourEyes: Statements = ({ text, integer, isPostgres }) => [
  `alter table review_items add column first_approved_by ${text}`,
  `alter table review_items add column first_approved_at ${text}`,
  // What it came with; `candidate_id` is the text that stands, so that whoever joins the two finds that.
  `alter table review_items add column drafted_candidate_id ${text}`,
  'update review_items set drafted_candidate_id = candidate_id',
  'create index items_by_draft on review_items (drafted_candidate_id)',
  `alter table decisions add column is_first_of_two ${integer} not null default 0`,
  // What ends the review of a line stands once; before it may stand first approvals of what was its text then.
  'drop index standing_decision_on_an_item',
  `create unique index standing_decision_on_an_item on decisions (item_id)
    where undone_at is null and is_first_of_two = 0`,
  'create index decisions_on_an_item on decisions (item_id)',
  ...(isPostgres ? postgresTriggers : sqliteTriggers),
];

const isOpen = (state: string) => `${state} in ('pending', 'approved-once')`;

const tally = (brand: string, name: string, by: string) => `
  insert into review_tallies (brand_id, name, tally) values (${brand}, ${name}, ${by})
    on conflict (brand_id, name) do update set tally = review_tallies.tally + excluded.tally;`;

const itemMoved = `
  ${tally('old.brand_id', 'old.state', '-1')}
  ${tally('new.brand_id', 'new.state', '1')}
  ${tally('new.brand_id', "'changes'", '1')}
  update cohorts set waiting = waiting + 1 where id = new.cohort_id and ${isOpen('new.state')};
  update cohorts set waiting = waiting - 1 where id = new.cohort_id and ${isOpen('old.state')};`;

const sqliteTriggers: readonly string[] = [
  'drop trigger item_moved',
  `create trigger item_moved after update of state on review_items when old.state <> new.state begin ${itemMoved} end`,
  `create trigger item_reworded after update of candidate_id on review_items when old.candidate_id <> new.candidate_id
    begin
      update review_items set
        verdict = (select verdict from candidates where id = new.candidate_id),
        search_key = (select search_key from candidates where id = new.candidate_id)
      where id = new.id;
    end`,
];

const postgresTriggers: readonly string[] = [
  `create or replace function item_moved() returns trigger language plpgsql as $$ begin ${itemMoved} return new; end $$`,
  `create trigger item_reworded before update of candidate_id on review_items for each row
    when (old.candidate_id <> new.candidate_id) execute function item_comes()`,
];
