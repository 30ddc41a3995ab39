/** What was held back and why: by rule, by people's reasons, recalls, and the audit chain. */
import { Link } from 'wouter';
import type { FiguresView } from '../../http/contracts/figures-routes.ts';
import { rulePath } from '../navigation/addresses.ts';
import { dayAndTime } from '../words/dates.ts';
import { percent } from '../words/percent.ts';
import { rejectLabel } from '../words/reasons.ts';
import { ChartFigure } from './chart-figure.tsx';
import { FigureTable } from './figure-table.tsx';
import styles from './home.module.css';
import { LazyBarsChart } from './lazy-charts.tsx';

/** Bars are cut to what one takes in at a glance; the table has every rule. */
const mostBars = 10;

/** For compliance, policy owners and admins. */
export function ComplianceFigures({ figures }: { readonly figures: FiguresView }) {
  const { rules, rejections, lines, recalled, chains } = figures;
  return (
    <>
      <ChartFigure
        title="Lines held back or warned of, by rule"
        isEmpty={rules.length === 0}
        empty="No rule found anything in this time."
        chart={
          <LazyBarsChart
            rows={rules.slice(0, mostBars).map(({ rule, blocked, warned }) => ({ name: rule, blocked, warned }))}
            series={[
              { key: 'blocked', name: 'Blocked', tone: 'bad' },
              { key: 'warned', name: 'Warned of', tone: 'warn' },
            ]}
          />
        }
        table={
          <FigureTable
            label="Lines by rule"
            columns={['Rule', 'Blocked', 'Warned of', 'Passed']}
            rows={rules.map(({ rule, blocked, warned }) => [
              <Link key={rule} href={rulePath(rule)}>
                {rule}
              </Link>,
              blocked,
              warned,
              percent(lines - blocked, lines),
            ])}
          />
        }
      />
      <ChartFigure
        title="Why people rejected lines"
        isEmpty={rejections.length === 0}
        empty="No line was rejected in this time."
        chart={
          <LazyBarsChart
            rows={rejections.map(({ reason, count }) => ({ name: rejectLabel(reason), count }))}
            series={[{ key: 'count', name: 'Lines', tone: 'good' }]}
          />
        }
        table={
          <FigureTable
            label="Lines rejected by reason"
            columns={['Reason', 'Lines']}
            rows={rejections.map(({ reason, count }) => [rejectLabel(reason), count])}
          />
        }
      />
      <section className={styles.card} aria-labelledby="evidence">
        <h3 id="evidence">Recalls and the audit chain</h3>
        <p>
          {recalled === 0 ? 'No approved line was recalled in this time.' : `${recalled} approved lines were recalled.`}
        </p>
        <FigureTable
          label="Audit chains"
          columns={['Brand', 'Events', 'Last written']}
          rows={chains.map(({ brandId, events, lastAt }) => [
            brandId,
            events,
            lastAt === null ? 'Never' : dayAndTime(lastAt),
          ])}
        />
        <p className={styles.quiet}>
          Anyone can prove that nothing was changed in it: <code>npm run -s cli -- audit verify</code>
        </p>
      </section>
    </>
  );
}
