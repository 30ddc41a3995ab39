/** How lines fared: decided by day, approved unedited, what a usable one took and cost. */
import type { FiguresView } from '../../http/contracts/figures-routes.ts';
import { costWords } from '../words/costs.ts';
import { percent } from '../words/percent.ts';
import { ChartFigure } from './chart-figure.tsx';
import { FigureTable } from './figure-table.tsx';
import styles from './home.module.css';
import { LazyDaysChart } from './lazy-charts.tsx';
import { Tile } from './tile.tsx';

/** `isWhole`: with costs, for whoever looks after the brand. */
export function LineFigures({ figures, isWhole }: { readonly figures: FiguresView; readonly isWhole: boolean }) {
  const sum = (of: (day: FiguresView['days'][number]) => number) => figures.days.reduce((all, day) => all + of(day), 0);
  const unedited = sum(({ approved }) => approved);
  const usable = unedited + sum(({ approvedEdited }) => approvedEdited);
  const decided = usable + sum(({ rejected, notNeeded }) => rejected + notNeeded);
  const { usage, minutesPerApproved } = figures;
  const perLine = usage.costMicros !== null && usable > 0 ? usage.costMicros / usable : null;
  return (
    <>
      <dl className={styles.tiles}>
        <Tile name="Decided" value={decided.toLocaleString('en-US')}>
          {usable.toLocaleString('en-US')} approved
        </Tile>
        <Tile name="Approved unedited" value={usable === 0 ? 'None yet' : percent(unedited, usable)}>
          {usable > 0 && `${unedited.toLocaleString('en-US')} of ${usable.toLocaleString('en-US')}`}
        </Tile>
        <Tile
          name="Review for a usable line"
          value={minutesPerApproved === null ? 'Too early to tell' : minutesInWords(minutesPerApproved)}
        >
          {minutesPerApproved !== null && 'between one decision and the next'}
        </Tile>
        {isWhole && (
          <Tile name="Cost of a usable line" value={costOf(figures, perLine)}>
            {usage.calls === 0
              ? 'the embedded writer costs nothing'
              : `${usage.calls.toLocaleString('en-US')} calls to the model`}
          </Tile>
        )}
      </dl>
      <ChartFigure
        title="Decisions by day"
        isEmpty={decided === 0}
        empty="Nothing was decided in this time."
        chart={<LazyDaysChart days={figures.days} />}
        table={
          <FigureTable
            label="Decisions by day, as a table"
            columns={['Day (UTC)', 'Approved', 'Edited and approved', 'Rejected', 'Not needed']}
            rows={figures.days
              .toReversed()
              .map((day) => [day.day, day.approved, day.approvedEdited, day.rejected, day.notNeeded])}
          />
        }
      />
    </>
  );
}

function costOf({ usage }: FiguresView, micros: number | null): string {
  if (usage.calls === 0) return 'Nothing';
  return costWords({ ...usage, costMicros: micros }) ?? 'Not known';
}

function minutesInWords(minutes: number): string {
  const seconds = Math.round(minutes * 60);
  return seconds < 90 ? `${seconds} seconds` : `${minutes.toFixed(1)} minutes`;
}
