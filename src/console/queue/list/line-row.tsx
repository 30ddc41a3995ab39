/** One line of the list. */
import { memo } from 'react';
import type { QueueTab } from '../../../domain/queue-tab.ts';
import { isOpen } from '../../../domain/review-states.ts';
import type { QueueLineView } from '../../../http/contracts/queue-routes.ts';
import { Icon } from '../../shell/icon.tsx';
import { SubjectText } from '../../text/subject-text.tsx';
import { ageOf, isNear, whenSent } from '../../words/age.ts';
import { inZone, timeHere } from '../../words/dates.ts';
import styles from './line-table.module.css';
import { OverrideCell } from './override-cell.tsx';
import { DecisionCell, FindingsCell } from './row-cells.tsx';
import type { LineResult } from './use-bulk.ts';
import { rowId } from './use-selection.ts';

/** What is done with a row. */
export type RowActs = {
  readonly onTake: () => void;
  readonly onOpen: () => void;
  readonly onToggle: (isRange: boolean) => void;
  readonly onAskOverride: () => void;
  readonly onCohort: () => void;
  readonly onCampaign: () => void;
};

/** A row. Drawn again only when something of it changed: a page may hold a hundred, and moving on changes two. */
export const LineRow = memo(function LineRow(props: {
  readonly line: QueueLineView;
  readonly tab: QueueTab;
  readonly nowMs: number;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly canChoose: boolean;
  readonly mayAsk: boolean;
  readonly me: string | null;
  readonly result: LineResult | undefined;
  /** The same function each time; asked when something is done with the row. */
  readonly actsOf: (line: QueueLineView) => RowActs;
}) {
  const { line, nowMs, result } = props;
  const acts = () => props.actsOf(line);
  const { candidate, item } = line;
  const isWaiting = props.tab === 'waiting';
  const holder = item?.claim && item.claim.userId !== props.me ? line.claimedBy : null;
  return (
    <tr
      id={rowId(line.id)}
      className={styles.row}
      data-active={props.isActive || undefined}
      data-selected={props.isSelected || undefined}
      data-result={result?.outcome}
      tabIndex={props.isActive ? 0 : -1}
      onFocus={() => acts().onTake()}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.target !== event.currentTarget) return;
        event.preventDefault();
        acts().onOpen();
      }}
    >
      {props.canChoose && (
        <td className={styles.choose}>
          <label className={styles.box}>
            <input
              type="checkbox"
              checked={props.isSelected}
              aria-label={`Choose “${candidate.text}”`}
              onChange={() => undefined}
              onClick={(event) => acts().onToggle(event.shiftKey)}
            />
          </label>
        </td>
      )}
      <td className={styles.line}>
        <button type="button" className={styles.text} onClick={() => acts().onOpen()}>
          <SubjectText
            text={candidate.text}
            locale={line.locale}
            findings={candidate.verdict.findings.filter(({ field }) => field === undefined)}
            numbers={[]}
          />
        </button>
        {result && (
          <p className={styles.result} data-outcome={result.outcome}>
            <Icon name={result.outcome === 'done' ? 'check' : 'info'} />
            {result.outcome === 'done' ? result.verb : `Not ${result.verb.toLowerCase()}: ${result.detail}`}
          </p>
        )}
      </td>
      <td className={styles.where} data-label="Cohort">
        <button type="button" onClick={() => acts().onCohort()} title="Show this cohort alone">
          {line.cohort.name}
        </button>
        <button
          type="button"
          onClick={() => acts().onCampaign()}
          className={styles.quiet}
          title="Show this campaign alone"
        >
          {line.campaign.name}
        </button>
      </td>
      <td className={styles.findings} data-none={candidate.verdict.findings.length === 0 || undefined}>
        <FindingsCell findings={candidate.verdict.findings} />
      </td>
      {item && line.decision && !isWaiting && (
        <td data-label="Decision">
          <DecisionCell line={line} />
        </td>
      )}
      {!isWaiting && !line.decision && props.tab !== 'blocked' && <td data-label="Decision">Taken back</td>}
      {props.tab === 'blocked' && (
        <td className={styles.override}>
          <OverrideCell line={line} onAsk={props.mayAsk ? () => acts().onAskOverride() : null} />
        </td>
      )}
      <td className={styles.when} data-label={isWaiting ? 'Waits' : 'When'}>
        <time dateTime={sinceOf(line, isWaiting)} title={inZone(sinceOf(line, isWaiting), line.timeZone)}>
          {ageOf(sinceOf(line, isWaiting), nowMs)}
        </time>
      </td>
      <td className={styles.when} data-label="Send" data-near={isNearHere(line, nowMs) || undefined}>
        {line.sendAt === null ? (
          'triggered'
        ) : (
          <time dateTime={line.sendAt} title={inZone(line.sendAt, line.timeZone)}>
            {whenSent(line.sendAt, line.timeZone, nowMs)}
          </time>
        )}
      </td>
      {isWaiting && (
        <td className={styles.holder} data-label="Held by">
          {holder && item?.claim ? (
            <>
              <Icon name="hand" /> {holder} <span className={styles.quiet}>until {timeHere(item.claim.until)}</span>
            </>
          ) : null}
        </td>
      )}
    </tr>
  );
});

function sinceOf({ candidate, item, decision }: QueueLineView, isWaiting: boolean): string {
  return (isWaiting ? item?.createdAt : decision?.decidedAt) ?? candidate.createdAt;
}

function isNearHere({ sendAt, item }: QueueLineView, nowMs: number): boolean {
  return sendAt !== null && item !== null && isOpen(item.state) && isNear(sendAt, nowMs);
}
