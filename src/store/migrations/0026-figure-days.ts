/**
 * Keeps the figures of home by day, so that a period is added up from its days and not from its lines. Triggers keep them
 * in the transaction that changes what they count (docs/adr/0026).
 */
import type { Statements } from './terms.ts';

export const figureDays: Statements = (terms) => [
  // `subject` says of what: a decision with its reason, a writer with its model, a rule, a currency.
  `create table figure_days (
    brand_id ${terms.text} not null references brands (id),
    day ${terms.text} not null,
    name ${terms.text} not null,
    subject ${terms.text} not null,
    tally ${terms.integer} not null,
    primary key (brand_id, day, name, subject)
  ${terms.end}`,
  ...countedAnew,
  // What home counts itself, because there are few: lines approved once, and overrides.
  `create index items_approved_once on review_items (brand_id, first_approved_at, state)
    where first_approved_at is not null`,
  'create index overrides_by_time on overrides (brand_id, asked_at, state, rules_document)',
  // Nobody counts through its further columns any more.
  'drop index candidates_by_time',
  'create index candidates_by_time on candidates (brand_id, created_at)',
  ...(terms.isPostgres ? postgresTriggers : sqliteTriggers),
];

const day = (instant: string) => `substr(${instant}, 1, 10)`;

const stands = (of: string) =>
  `${of}.undone_at is null and ${of}.is_first_of_two = 0 and ${of}.kind in ('approve', 'approve-edited', 'reject')`;
const decisionOf = (of: string) => `${of}.kind || coalesce(' ' || ${of}.reason, '')`;
/** A person has no model. */
const writerOf = (of: string) =>
  `${of}.writer || coalesce((select ' ' || model from replies where replies.id = ${of}.reply_id), '')`;
/** An edit is no draft: its line counts for whoever drafted it. */
const isDraft = (of: string) =>
  `(${of}.reply_id is not null or exists (select 1 from review_items where drafted_candidate_id = ${of}.id))`;

/** What the calls to a model used, each summed by currency. */
const used: readonly (readonly [name: string, of: (reply: string) => string])[] = [
  ['calls', () => '1'],
  ['priced', (of) => `case when ${of}.cost_micros is null then 0 else 1 end`],
  ['input-tokens', (of) => `coalesce(${of}.input_tokens, 0)`],
  ['cached-input-tokens', (of) => `coalesce(${of}.cached_input_tokens, 0)`],
  ['output-tokens', (of) => `coalesce(${of}.output_tokens, 0)`],
  ['cost-micros', (of) => `coalesce(${of}.cost_micros, 0)`],
];

/** All figures out of what they count. */
export const countedAnew: readonly string[] = [
  `insert into figure_days select d.brand_id, ${day('d.decided_at')}, 'decided', ${decisionOf('d')}, count(*)
    from decisions d where ${stands('d')} group by 1, 2, 4`,
  ...[
    ['drafted', ''],
    ['blocked', "and c.verdict = 'block'"],
  ].map(
    ([name, which]) => `insert into figure_days
      select c.brand_id, ${day('c.created_at')}, '${name}', c.writer || coalesce(' ' || r.model, ''), count(*)
      from candidates c left join replies r on r.id = c.reply_id where ${isDraft('c')} ${which} group by 1, 2, 4`,
  ),
  `insert into figure_days
    select c.brand_id, ${day('c.created_at')}, i.state, c.writer || coalesce(' ' || r.model, ''), count(*)
    from review_items i inner join candidates c on c.id = i.drafted_candidate_id
    left join replies r on r.id = c.reply_id where i.state in ('approved', 'rejected') group by 1, 2, 3, 4`,
  `insert into figure_days
    select c.brand_id, ${day('c.created_at')}, 'rule-' || f.severity, f.rule, count(distinct c.id)
    from findings f inner join candidates c on c.id = f.candidate_id
    where f.severity in ('block', 'warn') group by 1, 2, 3, 4`,
  ...used.map(
    ([name, of]) => `insert into figure_days
      select r.brand_id, ${day('r.received_at')}, '${name}', coalesce(r.currency, ''), sum(${of('r')})
      from replies r where r.writer = 'model' group by 1, 2, 4`,
  ),
  `insert into figure_days select brand_id, ${day('updated_at')}, 'recalled', '', count(*)
    from approved_lines where state = 'recalled' group by 1, 2`,
];

/** Adds to a day; `from` is a `from` and `where` behind which the row is found, or a `where` alone. */
const add = (brand: string, at: string, name: string, subject: string, by: string, from: string) => `
  insert into figure_days (brand_id, day, name, subject, tally)
    select ${brand}, ${day(at)}, ${name}, ${subject}, ${by} ${from}
    on conflict (brand_id, day, name, subject) do update set tally = figure_days.tally + excluded.tally;`;

const decided = (of: string, by: string) =>
  add(`${of}.brand_id`, `${of}.decided_at`, "'decided'", decisionOf(of), by, 'where true');
const drafted = (of: string, from: string) => `
  ${add(`${of}.brand_id`, `${of}.created_at`, "'drafted'", writerOf(of), '1', from)}
  ${add(`${of}.brand_id`, `${of}.created_at`, "'blocked'", writerOf(of), '1', `${from} and ${of}.verdict = 'block'`)}`;
/** Of the draft an item came with. */
const fared = (item: string, by: string) =>
  add(
    'c.brand_id',
    'c.created_at',
    `${item}.state`,
    writerOf('c'),
    by,
    `
    from candidates c where c.id = ${item}.drafted_candidate_id and ${item}.state in ('approved', 'rejected')`,
  );
const blocked = (by: string) =>
  add('new.brand_id', 'new.created_at', "'blocked'", writerOf('new'), by, `where ${isDraft('new')}`);
/** The first of its rule and weight comes, and the last goes; any other changes nothing. */
const found = (of: string, by: string) =>
  add(
    'c.brand_id',
    'c.created_at',
    `'rule-' || ${of}.severity`,
    `${of}.rule`,
    by,
    `
    from candidates c where c.id = ${of}.candidate_id and ${of}.severity in ('block', 'warn') and not exists (
      select 1 from findings f where f.candidate_id = ${of}.candidate_id and f.rule = ${of}.rule
        and f.severity = ${of}.severity and f.position <> ${of}.position)`,
  );
const recalled = (of: string, by: string) =>
  add(`${of}.brand_id`, `${of}.updated_at`, "'recalled'", "''", by, `where ${of}.state = 'recalled'`);

const itemCame = `
  ${drafted('c', 'from candidates c where c.id = new.drafted_candidate_id and c.reply_id is null')}
  ${fared('new', '1')}`;
const itemFared = `${fared('old', '-1')} ${fared('new', '1')}`;
const called = used
  .map(([name, of]) =>
    add('new.brand_id', 'new.received_at', `'${name}'`, "coalesce(new.currency, '')", of('new'), 'where true'),
  )
  .join('');
const lineMoved = `${recalled('old', '-1')} ${recalled('new', '1')}`;

/** What happens to which table, under which condition, and what is counted then. */
type Counting = readonly [name: string, event: string, when: string, body: string];

const counting: readonly Counting[] = [
  ['decision_counted', 'after insert on decisions', stands('new'), decided('new', '1')],
  [
    'decision_undone',
    'after update of undone_at on decisions',
    `${stands('old')} and new.undone_at is not null`,
    decided('old', '-1'),
  ],
  ['draft_counted', 'after insert on candidates', 'new.reply_id is not null', drafted('new', 'where true')],
  [
    'draft_blocked',
    'after update of verdict on candidates',
    "old.verdict <> 'block' and new.verdict = 'block'",
    blocked('1'),
  ],
  [
    'draft_unblocked',
    'after update of verdict on candidates',
    "old.verdict = 'block' and new.verdict <> 'block'",
    blocked('-1'),
  ],
  ['item_counted', 'after insert on review_items', 'true', itemCame],
  ['item_fared', 'after update of state on review_items', 'old.state <> new.state', itemFared],
  ['call_counted', 'after insert on replies', "new.writer = 'model'", called],
  [
    'recall_counted',
    'after update of state on approved_lines',
    "(old.state = 'recalled' or new.state = 'recalled')",
    lineMoved,
  ],
];

const sqliteTriggers: readonly string[] = [
  ...counting.map(([name, event, when, body]) => `create trigger ${name} ${event} when ${when} begin ${body} end`),
  `create trigger finding_came after insert on findings begin ${found('new', '1')} end`,
  `create trigger finding_went after delete on findings begin ${found('old', '-1')} end`,
];

const doing = (name: string, body: string, row: string) =>
  `create function ${name}() returns trigger language plpgsql as $$ begin ${body} return ${row}; end $$`;

const postgresTriggers: readonly string[] = [
  ...counting.flatMap(([name, event, when, body]) => [
    doing(name, body, 'new'),
    `create trigger ${name} ${event} for each row when (${when}) execute function ${name}()`,
  ]),
  // Before, not after: then each row of a statement sees what became of those that were before it.
  doing('finding_came', found('new', '1'), 'new'),
  doing('finding_went', found('old', '-1'), 'old'),
  'create trigger finding_came before insert on findings for each row execute function finding_came()',
  'create trigger finding_went before delete on findings for each row execute function finding_went()',
];
