/** Campaigns as rows; on a narrow screen as cards, each figure under its name. */
import type { ReactNode, Ref } from 'react';
import { Link } from 'wouter';
import type { CampaignOverviewView } from '../../../http/contracts/brief-routes.ts';
import { requestPath } from '../../navigation/addresses.ts';
import { ShareBar } from '../../shell/share-bar.tsx';
import { StateChip } from '../../shell/state-chip.tsx';
import { costOf } from '../../words/costs.ts';
import { count } from '../../words/counts.ts';
import { dateHere } from '../../words/dates.ts';
import { requestStates } from '../../words/states.ts';
import styles from './campaign-list.module.css';

/** `names` are those of the brands by id. */
export function CampaignList(props: {
  readonly campaigns: readonly CampaignOverviewView[];
  readonly names: ReadonlyMap<string, string>;
  readonly isStale: boolean;
  readonly ref: Ref<HTMLUListElement>;
}) {
  return (
    <div className={styles.table} data-stale={props.isStale || undefined}>
      <div className={styles.columns} aria-hidden="true">
        <span>Campaign</span>
        <span>State</span>
        <span>Cohorts ready</span>
        <span>Waiting</span>
        <span>Cost so far</span>
        <span>Next date</span>
      </div>
      <ul ref={props.ref}>
        {props.campaigns.map((campaign) => (
          <li key={campaign.id} className={styles.row} data-tour="campaign">
            <Name campaign={campaign} brand={props.names.get(campaign.brandId) ?? campaign.brandId} />
            <span>
              <StateChip words={requestStates[campaign.state]} />
            </span>
            <Ready campaign={campaign} />
            <Cell label="Waiting">{campaign.pending === 0 ? 'nothing' : count(campaign.pending, 'line')}</Cell>
            <Cell label="Cost so far">{costOf(campaign.usage)}</Cell>
            <Cell label="Next date">
              <NextDate campaign={campaign} />
            </Cell>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Name({ campaign, brand }: { readonly campaign: CampaignOverviewView; readonly brand: string }) {
  return (
    <span className={styles.name}>
      <Link href={requestPath(campaign.requestId)}>
        <bdi>{campaign.name}</bdi>
      </Link>
      <span className={styles.quiet}>
        {brand} · {count(campaign.briefs, 'brief')}
        {campaign.sandbox && ' · sandbox'}
      </span>
    </span>
  );
}

function Ready({ campaign: { cohorts } }: { readonly campaign: CampaignOverviewView }) {
  return (
    <Cell label="Cohorts ready">
      <span className={styles.ready}>
        {cohorts.ready} of {cohorts.total}
        <ShareBar part={cohorts.ready} whole={cohorts.total} />
        {cohorts.stuck > 0 && <span className={styles.stuck}>{cohorts.stuck} stuck</span>}
      </span>
    </Cell>
  );
}

function NextDate({ campaign: { needBy, sendAt } }: { readonly campaign: CampaignOverviewView }) {
  if (needBy) {
    const isPast = Date.parse(needBy) < Date.now();
    return (
      <span className={isPast ? styles.late : undefined}>
        {isPast ? 'was needed' : 'needed'} {dateHere(needBy)}
      </span>
    );
  }
  return sendAt ? `sends ${dateHere(sendAt)}` : 'none set';
}

function Cell({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <span className={styles.cell}>
      <span className={styles.label}>{label}</span>
      <span>{children}</span>
    </span>
  );
}
