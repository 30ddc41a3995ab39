/** The charts of the home page. Nothing in them moves; what a colour means is written beside it. */
import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { FiguresView } from '../../http/contracts/figures-routes.ts';
import styles from './home.module.css';

const tones = { good: 'var(--lw-accent)', bad: 'var(--lw-block)', warn: 'var(--lw-warn)' } as const;
const axis = { fontSize: 12, fill: 'var(--lw-muted)' } as const;
const note = {
  contentStyle: { background: 'var(--lw-surface)', borderColor: 'var(--lw-line)', borderRadius: 8, fontSize: 13 },
  labelStyle: { color: 'var(--lw-text)', fontWeight: 600 },
  itemStyle: { color: 'var(--lw-text)' },
  cursor: { fill: 'var(--lw-line)', opacity: 0.4 },
  isAnimationActive: false,
} as const;

/** Decisions of each day, one upon the other. Edited ones are striped, so that they differ without colour. */
export function DaysChart({ days }: { readonly days: FiguresView['days'] }) {
  const rows = days.map((day) => ({ ...day, label: dayInWords(day.day) }));
  return (
    <div className={styles.chart} role="img" aria-label="Decisions by day as bars. The table has the numbers.">
      <ResponsiveContainer width="100%" height={260}>
        <BarChart data={rows} margin={{ top: 4, right: 4, bottom: 0, left: -16 }} accessibilityLayer={false}>
          <defs>
            <pattern id="edited" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="6" height="6" fill="var(--lw-surface)" />
              <rect width="3.5" height="6" fill="var(--lw-accent)" />
            </pattern>
          </defs>
          <CartesianGrid vertical={false} stroke="var(--lw-line)" />
          <XAxis dataKey="label" tick={axis} tickLine={false} axisLine={false} minTickGap={24} />
          <YAxis tick={axis} tickLine={false} axisLine={false} allowDecimals={false} />
          <Tooltip {...note} />
          <Legend wrapperStyle={{ fontSize: 13 }} formatter={inText} />
          <Bar dataKey="approved" name="Approved" stackId="day" fill={tones.good} isAnimationActive={false} />
          <Bar
            dataKey="approvedEdited"
            name="Edited and approved"
            stackId="day"
            fill="url(#edited)"
            stroke={tones.good}
            isAnimationActive={false}
          />
          <Bar dataKey="rejected" name="Rejected" stackId="day" fill={tones.bad} isAnimationActive={false} />
          <Bar
            dataKey="notNeeded"
            name="Not needed"
            stackId="day"
            fill="var(--lw-line-strong)"
            isAnimationActive={false}
          />
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

type BarsRow = Readonly<Record<string, string | number>> & { readonly name: string };
type Series = { readonly key: string; readonly name: string; readonly tone: keyof typeof tones };

/** A bar for each row, with its name beside it; `unit` stands behind the numbers. */
export function BarsChart(props: {
  readonly rows: readonly BarsRow[];
  readonly series: readonly Series[];
  readonly unit?: string;
}) {
  const { rows, series, unit } = props;
  const percents = unit === '%' ? { unit, domain: [0, 100] } : {};
  return (
    <div className={styles.chart} role="img" aria-label="The same as bars. The table has the numbers.">
      <ResponsiveContainer width="100%" height={rows.length * 30 + 64}>
        <BarChart
          data={[...rows]}
          layout="vertical"
          margin={{ top: 4, right: 24, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid horizontal={false} stroke="var(--lw-line)" />
          <XAxis type="number" tick={axis} tickLine={false} axisLine={false} allowDecimals={false} {...percents} />
          <YAxis
            type="category"
            dataKey="name"
            tick={axis}
            tickLine={false}
            axisLine={false}
            width={150}
            interval={0}
          />
          <Tooltip {...note} />
          {series.length > 1 && <Legend wrapperStyle={{ fontSize: 13 }} formatter={inText} />}
          {series.map(({ key, name, tone }) => (
            <Bar
              key={key}
              dataKey={key}
              name={name}
              {...(unit ? { unit } : {})}
              stackId="all"
              fill={tones[tone]}
              isAnimationActive={false}
              barSize={14}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

/** Names stand in the colour of text, for bars' colours are too pale to read on some grounds. */
function inText(name: unknown) {
  return <span style={{ color: 'var(--lw-text)' }}>{String(name)}</span>;
}

function dayInWords(day: string): string {
  return new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(new Date(day));
}
