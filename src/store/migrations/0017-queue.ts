/**
 * Lets the review queue be read in the order of risk, searched and counted at a cost that does not grow with it. What it
 * is read by is kept by triggers, whoever writes items and candidates (docs/adr/0021).
 */
import type { Statements } from './terms.ts';

export const queue: Statements = (terms) => [
  // The order of cohorts: apologies and near dates, then warnings, then large cohorts; see store/queue-order.ts.
  `alter table cohorts add column urgency ${terms.text} not null default ''`,
  `alter table cohorts add column is_calm ${terms.integer} not null default 1`,
  `alter table cohorts add column smallness ${terms.integer} not null default 1000000000000`,
  // Lines of it that wait for a person.
  `alter table cohorts add column waiting ${terms.integer} not null default 0`,
  `alter table candidates add column search_key ${terms.text} not null default ''`,
  // Those of its candidate, so that a list is filtered without looking each candidate up.
  `alter table review_items add column verdict ${terms.text} not null default 'pass'`,
  `alter table review_items add column search_key ${terms.text} not null default ''`,
  `update candidates set search_key = lower(text || '
' || coalesce(preheader, ''))`,
  `update review_items set
    verdict = (select verdict from candidates where candidates.id = review_items.candidate_id),
    search_key = (select search_key from candidates where candidates.id = review_items.candidate_id)`,
  `update cohorts set urgency = (
    select case when briefs.brief_document like '%"messageType":"apology"%' then '0 ' else '1 ' end
    from requests inner join briefs on briefs.id = requests.brief_id where requests.id = cohorts.request_id
  ) || substr(turn, 1, 10)`,
  `update cohorts set waiting =
    (select count(*) from review_items where cohort_id = cohorts.id and state = 'pending')`,
  `update cohorts set is_calm = 0 where exists
    (select 1 from review_items where cohort_id = cohorts.id and verdict <> 'pass')`,
  // Unique, as ids are, so that lines can be read cohort by cohort without sorting them.
  `create unique index cohorts_by_risk on cohorts (brand_id, urgency, is_calm, smallness, id) where waiting > 0`,
  'drop index items_of_a_cohort',
  'create index items_of_a_cohort on review_items (cohort_id, state, id, verdict)',
  'create index items_by_change on review_items (brand_id, state, updated_at, id)',
  'create index items_held on review_items (brand_id, claimed_until) where claimed_until is not null',
  'create index decisions_of_a_person on decisions (brand_id, decided_by, id) where undone_at is null',
  // How many items are in each state, how many candidates are blocked; and how often any of it changed.
  `create table review_tallies (
    brand_id ${terms.text} not null references brands (id),
    name ${terms.text} not null,
    tally ${terms.integer} not null,
    primary key (brand_id, name)
  ${terms.end}`,
  'insert into review_tallies select brand_id, state, count(*) from review_items group by brand_id, state',
  `insert into review_tallies select brand_id, 'blocked', count(*) from candidates
    where verdict = 'block' and duplicate_of is null group by brand_id`,
  ...(terms.isPostgres ? postgresTriggers : sqliteTriggers),
];

const tally = (brand: string, name: string, by: string) => `
  insert into review_tallies (brand_id, name, tally) values (${brand}, ${name}, ${by})
    on conflict (brand_id, name) do update set tally = review_tallies.tally + excluded.tally;`;

const itemCame = `
  ${tally('new.brand_id', 'new.state', '1')}
  ${tally('new.brand_id', "'changes'", '1')}
  update cohorts set waiting = waiting + 1 where id = new.cohort_id and new.state = 'pending';
  update cohorts set is_calm = 0 where id = new.cohort_id and is_calm = 1
    and exists (select 1 from candidates where id = new.candidate_id and verdict <> 'pass');`;

const itemMoved = `
  ${tally('old.brand_id', 'old.state', '-1')}
  ${tally('new.brand_id', 'new.state', '1')}
  ${tally('new.brand_id', "'changes'", '1')}
  update cohorts set waiting = waiting + 1 where id = new.cohort_id and new.state = 'pending';
  update cohorts set waiting = waiting - 1 where id = new.cohort_id and old.state = 'pending';`;

const verdictChanged = `
  update review_items set verdict = new.verdict where candidate_id = new.id;
  update cohorts set is_calm = 0 where id = new.cohort_id and is_calm = 1 and new.verdict <> 'pass';
  ${tally('new.brand_id', "'changes'", '1')}`;

const blockedCame = tally('new.brand_id', "'blocked'", '1');
const blockedWent = tally('new.brand_id', "'blocked'", '-1');
const isNew = "new.verdict = 'block' and new.duplicate_of is null";
const turned = (from: string, to: string) =>
  `new.duplicate_of is null and old.verdict ${from} 'block' and new.verdict ${to} 'block'`;

const readLine = `
  update review_items set
    verdict = (select verdict from candidates where id = new.candidate_id),
    search_key = (select search_key from candidates where id = new.candidate_id)
  where id = new.id;`;

const sqliteTriggers: readonly string[] = [
  `create trigger item_came after insert on review_items begin ${readLine} ${itemCame} end`,
  `create trigger item_moved after update of state on review_items when old.state <> new.state begin ${itemMoved} end`,
  `create trigger verdict_changed after update of verdict on candidates when old.verdict <> new.verdict
    begin ${verdictChanged} end`,
  `create trigger blocked_came after insert on candidates when ${isNew} begin ${blockedCame} end`,
  `create trigger blocked_more after update of verdict on candidates when ${turned('<>', '=')} begin ${blockedCame} end`,
  `create trigger blocked_less after update of verdict on candidates when ${turned('=', '<>')} begin ${blockedWent} end`,
];

const doing = (name: string, body: string) =>
  `create function ${name}() returns trigger language plpgsql as $$ begin ${body} return new; end $$`;

const postgresTriggers: readonly string[] = [
  doing(
    'item_comes',
    'select verdict, search_key into new.verdict, new.search_key from candidates where id = new.candidate_id;',
  ),
  doing('item_came', itemCame),
  doing('item_moved', itemMoved),
  doing('verdict_changed', verdictChanged),
  doing('blocked_came', blockedCame),
  doing('blocked_went', blockedWent),
  'create trigger item_comes before insert on review_items for each row execute function item_comes()',
  'create trigger item_came after insert on review_items for each row execute function item_came()',
  `create trigger item_moved after update of state on review_items for each row
    when (old.state <> new.state) execute function item_moved()`,
  `create trigger verdict_changed after update of verdict on candidates for each row
    when (old.verdict <> new.verdict) execute function verdict_changed()`,
  `create trigger blocked_came after insert on candidates for each row when (${isNew}) execute function blocked_came()`,
  `create trigger blocked_more after update of verdict on candidates for each row
    when (${turned('<>', '=')}) execute function blocked_came()`,
  `create trigger blocked_less after update of verdict on candidates for each row
    when (${turned('=', '<>')}) execute function blocked_went()`,
];
