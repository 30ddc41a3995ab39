/** A chart with the table behind it: nobody has to read colours or bars. */
import { Button } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import styles from './home.module.css';

/** Shows the one or the other; the table has every number the chart is drawn from. */
export function ChartFigure(props: {
  readonly title: string;
  readonly isEmpty: boolean;
  readonly empty: string;
  readonly chart: ReactNode;
  readonly table: ReactNode;
}) {
  const id = useId();
  const [isTable, setIsTable] = useState(false);
  return (
    <section className={styles.card} aria-labelledby={id}>
      <div className={styles.head}>
        <h3 id={id}>{props.title}</h3>
        {!props.isEmpty && (
          <Button size="compact-sm" variant="default" aria-pressed={isTable} onClick={() => setIsTable(!isTable)}>
            Table
          </Button>
        )}
      </div>
      {props.isEmpty ? <p className={styles.quiet}>{props.empty}</p> : isTable ? props.table : props.chart}
    </section>
  );
}
