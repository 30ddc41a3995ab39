/** The lines of a page as a table; on a narrow screen each line is a card. */
import { VisuallyHidden } from '@mantine/core';
import { useCallback, useEffect, useRef } from 'react';
import type { QueueTab } from '../../../domain/queue-tab.ts';
import type { QueueLineView } from '../../../http/contracts/queue-routes.ts';
import { LineRow, type RowActs } from './line-row.tsx';
import styles from './line-table.module.css';
import type { LineResult } from './use-bulk.ts';
import type { useSelection } from './use-selection.ts';

/** `actsOf` says what can be done with a row. */
export function LineTable(props: {
  readonly lines: readonly QueueLineView[];
  readonly tab: QueueTab;
  readonly name: string;
  readonly nowMs: number;
  readonly canChoose: boolean;
  /** Whether whoever looks may ask for an override of a line. */
  readonly mayAsk: (line: QueueLineView) => boolean;
  readonly isStale: boolean;
  readonly me: string | null;
  readonly selection: ReturnType<typeof useSelection>;
  readonly results: ReadonlyMap<string, LineResult>;
  readonly actsOf: (line: QueueLineView) => RowActs;
}) {
  const { tab, selection, lines } = props;
  const latest = useRef(props.actsOf);
  useEffect(() => {
    latest.current = props.actsOf;
  });
  const actsOf = useCallback((line: QueueLineView) => latest.current(line), []);
  const isWaiting = tab === 'waiting';
  const isWhole = selection.selected.length === lines.length;
  return (
    <table className={styles.table} aria-label={props.name} data-stale={props.isStale || undefined}>
      <thead>
        <tr>
          {props.canChoose && (
            <th scope="col" className={styles.choose}>
              <label className={styles.box}>
                <span className={styles.all} aria-hidden="true">
                  All on this page
                </span>
                <input
                  type="checkbox"
                  aria-label="Choose all lines on this page"
                  checked={isWhole}
                  ref={(box) => {
                    if (box) box.indeterminate = !isWhole && selection.selected.length > 0;
                  }}
                  onChange={isWhole ? selection.clear : selection.all}
                />
              </label>
            </th>
          )}
          <th scope="col">Line</th>
          <th scope="col">Cohort and campaign</th>
          <th scope="col">Findings</th>
          {!isWaiting && <th scope="col">{tab === 'blocked' ? 'Override' : 'Decision'}</th>}
          <th scope="col">{isWaiting ? 'Waits' : 'Ago'}</th>
          <th scope="col">Send</th>
          {isWaiting && (
            <th scope="col">
              <VisuallyHidden>Held by</VisuallyHidden>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <LineRow
            key={line.id}
            line={line}
            tab={tab}
            nowMs={props.nowMs}
            isActive={line.id === selection.active}
            isSelected={props.canChoose && selection.isSelected(line.id)}
            canChoose={props.canChoose}
            mayAsk={props.mayAsk(line)}
            me={props.me}
            result={props.results.get(line.id)}
            actsOf={actsOf}
          />
        ))}
      </tbody>
    </table>
  );
}
