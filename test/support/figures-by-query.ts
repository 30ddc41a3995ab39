/** The figures of brands counted out of every line, as nobody could afford to each time: what the kept ones are held against. */
import * as z from 'zod';
import { RejectReason } from '../../src/domain/decision.ts';
import { addUsages } from '../../src/domain/usage.ts';
import type { CountedFigures } from '../../src/ports/figures-store.ts';
import { rawSql } from './raw-sql.ts';

type Counted = Pick<CountedFigures, 'days' | 'rejections' | 'lines' | 'rules' | 'writers' | 'usage' | 'recalled'>;

const count = z.coerce.number();
const Decided = z.array(z.object({ day: z.string(), kind: z.string(), reason: z.string().nullable(), count }));
const Writers = z.array(
  z.object({
    writer: z.enum(['model', 'embedded-writer', 'person']),
    model: z.string().nullable(),
    drafted: count,
    blocked: count,
    approved: count,
    rejected: count,
  }),
);
const Rules = z.array(z.object({ rule: z.string(), blocked: count, warned: count }));
const Usages = z.array(
  z.object({
    currency: z.string().nullable(),
    calls: count,
    priced: count,
    input: count,
    cached: count,
    output: count,
    cost: count,
  }),
);

/** Of one brand since the beginning of a day, in the order the Store gives them. */
export async function figuresByQuery(databaseUrl: string, brandId: string, fromDay: string): Promise<Counted> {
  const ask = (statement: string) => rawSql(databaseUrl, statement);
  const sum = (condition: string) => `sum(case when ${condition} then 1 else 0 end)`;
  const decided = Decided.parse(
    await ask(`select substr(decided_at, 1, 10) as day, kind, reason, count(*) as count from decisions
      where brand_id = '${brandId}' and decided_at >= '${fromDay}' and undone_at is null and is_first_of_two = 0
        and kind in ('approve', 'approve-edited', 'reject') group by 1, kind, reason order by 1`),
  );
  const writers = Writers.parse(
    await ask(`select c.writer, r.model, count(*) as drafted, ${sum("c.verdict = 'block'")} as blocked,
        ${sum("i.state = 'approved'")} as approved, ${sum("i.state = 'rejected'")} as rejected
      from candidates c left join replies r on r.id = c.reply_id left join review_items i on i.drafted_candidate_id = c.id
      where c.brand_id = '${brandId}' and c.created_at >= '${fromDay}' and (c.reply_id is not null or i.id is not null)
      group by c.writer, r.model`),
  );
  const rules = Rules.parse(
    await ask(`select f.rule, count(distinct case when f.severity = 'block' then c.id end) as blocked,
        count(distinct case when f.severity = 'warn' then c.id end) as warned
      from candidates c inner join findings f on f.candidate_id = c.id
      where c.brand_id = '${brandId}' and c.created_at >= '${fromDay}' and f.severity in ('block', 'warn') group by f.rule`),
  );
  const usages = Usages.parse(
    await ask(`select currency, count(*) as calls, count(cost_micros) as priced, coalesce(sum(input_tokens), 0) as input,
        coalesce(sum(cached_input_tokens), 0) as cached, coalesce(sum(output_tokens), 0) as output,
        coalesce(sum(cost_micros), 0) as cost
      from replies where brand_id = '${brandId}' and received_at >= '${fromDay}' and writer = 'model' group by currency`),
  );
  const [recalled] = z.array(z.object({ count })).parse(
    await ask(`select count(*) as count from approved_lines
      where brand_id = '${brandId}' and updated_at >= '${fromDay}' and state = 'recalled'`),
  );
  return {
    days: daysOf(decided),
    rejections: rejectionsOf(decided),
    lines: writers.reduce((all, { drafted }) => all + drafted, 0),
    rules: rules.sort(
      (one, other) => other.blocked - one.blocked || other.warned - one.warned || (one.rule < other.rule ? -1 : 1),
    ),
    writers: writers.sort((one, other) => other.drafted - one.drafted || (`${one.model}` < `${other.model}` ? -1 : 1)),
    usage: addUsages(
      usages.map(({ currency, calls, priced, input, cached, output, cost }) => ({
        calls,
        inputTokens: input,
        cachedInputTokens: cached,
        outputTokens: output,
        costMicros: priced === calls ? cost : null,
        currency: priced === calls ? currency : null,
      })),
    ),
    recalled: recalled?.count ?? 0,
  };
}

function daysOf(decided: z.infer<typeof Decided>): Counted['days'] {
  return [...Map.groupBy(decided, ({ day }) => day)].map(([day, all]) => {
    const of = (is: (each: (typeof all)[number]) => boolean) =>
      all.filter(is).reduce((sum, each) => sum + each.count, 0);
    return {
      day,
      approved: of(({ kind }) => kind === 'approve'),
      approvedEdited: of(({ kind }) => kind === 'approve-edited'),
      rejected: of(({ kind, reason }) => kind === 'reject' && reason !== 'not-needed'),
      notNeeded: of(({ kind, reason }) => kind === 'reject' && reason === 'not-needed'),
    };
  });
}

function rejectionsOf(decided: z.infer<typeof Decided>): Counted['rejections'] {
  const rejected = decided.filter(({ kind, reason }) => kind === 'reject' && reason !== null);
  return [...Map.groupBy(rejected, ({ reason }) => reason)]
    .map(([reason, all]) => ({
      reason: RejectReason.parse(reason),
      count: all.reduce((sum, each) => sum + each.count, 0),
    }))
    .sort((one, other) => other.count - one.count || (one.reason < other.reason ? -1 : 1));
}
