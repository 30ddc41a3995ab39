/** What was held back and why: by rule, by people's reasons, recalls, and the audit chain. */
import { Link } from 'wouter';
import type { FiguresView } from '../../http/contracts/figures-routes.ts';
import { useBrands } from '../api/use-brands.ts';
import { libraryPath, linesWithRulePath, rulePath, tabPath } from '../navigation/addresses.ts';
import { useKeptBrand } from '../navigation/use-address-state.ts';
import { count } from '../words/counts.ts';
import { percent } from '../words/percent.ts';
import { rejectLabel } from '../words/reasons.ts';
import { AnsweredFigures } from './answered-figures.tsx';
import { ChainCheck } from './chain-check.tsx';
import { ChartFigure } from './chart-figure.tsx';
import { CountLink } from './count-link.tsx';
import { FigureTable } from './figure-table.tsx';
import styles from './home.module.css';
import { LazyBarsChart } from './lazy-charts.tsx';

/** Bars are cut to what one takes in at a glance; the table has every rule. */
const mostBars = 10;

/** For compliance, policy owners and admins; `mayRead` the chain is for the first and the last. */
export function ComplianceFigures(props: {
  readonly figures: FiguresView;
  readonly brand: string | null;
  readonly mayRead: boolean;
}) {
  const { figures, brand, mayRead } = props;
  const kept = useKeptBrand();
  const brands = useBrands();
  const nameOf = (brandId: string) => brands.find(({ id }) => id === brandId)?.name ?? brandId;
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
              <CountLink key="blocked" count={blocked} to={linesWithRulePath('blocked', rule)} />,
              <CountLink key="warned" count={warned} to={linesWithRulePath('waiting', rule)} />,
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
            rows={rejections.map((each) => ({ name: rejectLabel(each.reason), count: each.count }))}
            series={[{ key: 'count', name: 'Lines', tone: 'good' }]}
          />
        }
        table={
          <FigureTable
            label="Lines rejected by reason"
            columns={['Reason', 'Lines']}
            rows={rejections.map(({ reason, count: lines }) => [
              rejectLabel(reason),
              <CountLink key="lines" count={lines} to={tabPath('rejected')} />,
            ])}
          />
        }
      />
      <AnsweredFigures figures={figures} />
      <section className={styles.card} aria-labelledby="recalls">
        <h3 id="recalls">Recalls</h3>
        <p>
          {recalled === 0 ? (
            'No approved line was recalled in this time.'
          ) : (
            <Link href={kept(`${libraryPath}?state=recalled`)}>
              {count(recalled, 'approved line was', 'approved lines were')} recalled
            </Link>
          )}
        </p>
      </section>
      {mayRead && <ChainCheck brand={brand} chains={chains} nameOf={nameOf} heading="h3" />}
    </>
  );
}
