/** How many lines of each model pass the policy, and what people made of them. */
import type { FiguresView } from '../../http/contracts/figures-routes.ts';
import { libraryPath } from '../navigation/addresses.ts';
import { percent } from '../words/percent.ts';
import { writerKinds } from '../words/writer.ts';
import { ChartFigure } from './chart-figure.tsx';
import { CountLink } from './count-link.tsx';
import { FigureTable } from './figure-table.tsx';
import { LazyBarsChart } from './lazy-charts.tsx';

type Writer = FiguresView['writers'][number];

/** A bar for each model, the embedded writer and people among them. */
export function WriterFigures({ writers }: { readonly writers: readonly Writer[] }) {
  const share = (of: number, all: number) => Math.round((100 * of) / Math.max(all, 1));
  return (
    <ChartFigure
      title="Pass rate by model"
      isEmpty={writers.length === 0}
      empty="No line was drafted in this time."
      chart={
        <LazyBarsChart
          unit="%"
          rows={writers.map((writer) => {
            const passed = share(writer.drafted - writer.blocked, writer.drafted);
            return { name: nameOf(writer), passed, blocked: 100 - passed };
          })}
          series={[
            { key: 'passed', name: 'Passed the policy', tone: 'good' },
            { key: 'blocked', name: 'Blocked', tone: 'bad' },
          ]}
        />
      }
      table={
        <FigureTable
          label="Lines by model"
          columns={['Model', 'Drafted', 'Passed the policy', 'Approved', 'Rejected', 'Approved of decided']}
          rows={writers.map((each) => [
            nameOf(each),
            each.drafted,
            percent(each.drafted - each.blocked, each.drafted),
            <CountLink
              key="approved"
              count={each.approved}
              to={`${libraryPath}?${new URLSearchParams({ writer: each.writer })}`}
            />,
            each.rejected,
            each.approved + each.rejected === 0 ? 'None yet' : percent(each.approved, each.approved + each.rejected),
          ])}
        />
      }
    />
  );
}

/** By whom lines were written: a model by its name. */
function nameOf({ writer, model }: Writer): string {
  return writer === 'model' && model !== null ? model : writerKinds[writer];
}
