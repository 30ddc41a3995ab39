/** The figures of a request: what is ready, what waits, what it cost, when people can have decided it. */
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { RequestView } from '../../../http/contracts/campaign-routes.ts';
import { linesPath } from '../../navigation/addresses.ts';
import { ShareBar } from '../../shell/share-bar.tsx';
import { costOf, usageInWords } from '../../words/costs.ts';
import { count } from '../../words/counts.ts';
import { dateHere } from '../../words/dates.ts';
import styles from './request-page.module.css';

/** Cancelled cohorts do not count. */
export function RequestFigures({ request }: { readonly request: RequestView }) {
  const cohorts = request.cohorts.filter(({ state }) => state !== 'cancelled');
  const ready = cohorts.filter(({ state }) => state === 'ready').length;
  const sum = (of: 'approved' | 'approvedOnce' | 'pending' | 'blocked') =>
    cohorts.reduce((total, { counts }) => total + counts[of], 0);
  const { review, usage } = request;
  const waiting = sum('pending') + sum('approvedOnce');
  const to = (tab: 'waiting' | 'blocked' | 'approved', lines: number) =>
    lines === 0 ? null : linesPath(request.campaignId, tab);
  return (
    <dl className={styles.figures} aria-label="Figures">
      <Figure
        name="Cohorts ready"
        value={`${ready.toLocaleString('en-US')} of ${cohorts.length.toLocaleString('en-US')}`}
      >
        <ShareBar part={ready} whole={cohorts.length} />
      </Figure>
      <Figure name="Approved" value={count(sum('approved'), 'line')} to={to('approved', sum('approved'))} />
      <Figure name="Waiting for a decision" value={count(waiting, 'line')} to={to('waiting', waiting)} />
      <Figure
        name="Held back by the policy"
        value={count(sum('blocked'), 'draft')}
        to={to('blocked', sum('blocked'))}
      />
      <Figure name="Cost so far" value={costOf(usage)}>
        {usage.calls > 0 && <small>{usageInWords(usage)}</small>}
      </Figure>
      <Figure
        name="Can be decided by"
        value={review.reviewableAt ? dateHere(review.reviewableAt) : 'nothing to decide'}
      >
        <small>
          at {Math.round(review.linesPerHour)} lines an hour{review.isMeasured ? '' : ', a guess until more is decided'}
        </small>
      </Figure>
    </dl>
  );
}

/** `to` leads to the lines that are counted. */
function Figure(props: {
  readonly name: string;
  readonly value: string;
  readonly to?: string | null;
  readonly children?: ReactNode;
}) {
  return (
    <div className={styles.figure}>
      <dt>{props.name}</dt>
      <dd>
        {props.to ? <Link href={props.to}>{props.value}</Link> : props.value}
        {props.children}
      </dd>
    </div>
  );
}
