/** The queue as a list: every line of a tab, narrowed, page by page, and several of them decided at once. */
import { Skeleton } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useRef } from 'react';
import { useLineList } from '../../api/use-line-list.ts';
import { useQueueCounts } from '../../api/use-queue-counts.ts';
import type { PageProps } from '../../navigation/page-props.ts';
import { FailureNotice } from '../../shell/failure-notice.tsx';
import { Page } from '../../shell/page.tsx';
import { ViewSwitch } from '../view-switch.tsx';
import { EmptyList } from './empty-list.tsx';
import { ListFilters } from './list-filters.tsx';
import { ListLines } from './list-lines.tsx';
import styles from './list-page.module.css';
import { ListPager } from './list-pager.tsx';
import { ListTabs } from './list-tabs.tsx';
import { tabs, useListAddress } from './use-list-address.ts';

const noFilter = { campaign: null, cohort: null, rule: null, risk: null, age: null, search: null } as const;

/** `/queue/list` */
export function ListPage({ session }: PageProps) {
  const address = useListAddress();
  const { tab, page } = address;
  const counts = useQueueCounts(address.brand);
  const list = useLineList(address.asked);
  const search = useRef<HTMLInputElement>(null);
  // Cursors lead forward only; those that led here are kept for the way back.
  const cursors = useRef(new Map<number, string | null>([[1, null]]));
  const { name, says } = tabs.find((each) => each.tab === tab) ?? tabs[0];
  const cohort = address.filter('cohort');
  const isEmpty = list.lines.length === 0 && !list.isLoading && !list.failure;
  useDocumentTitle(`${name} lines · Linewright`);

  const goTo = (number: number, cursor: string | null) => {
    cursors.current.set(number, cursor);
    address.goTo(number, cursor);
    window.scrollTo({ top: 0 });
  };
  const previous = cursors.current.get(page - 1);
  return (
    <Page width="table">
      <div className={styles.head}>
        <h1>Queue</h1>
        <ViewSwitch view="list" />
      </div>
      <ListTabs
        tab={tab}
        counts={counts}
        onChoose={(chosen) => address.choose({ tab: chosen === 'waiting' ? null : chosen })}
      />
      <ListFilters
        address={address}
        cohortName={list.lines.find((line) => line.cohort.id === cohort)?.cohort.name ?? null}
        searchRef={search}
      />
      {list.failure && <FailureNotice error={list.failure} onRetry={() => void list.refresh()} />}
      {list.isLoading && <Skeleton height={320} aria-label="Loading the lines" />}
      {isEmpty ? (
        <EmptyList tab={tab} isNarrowed={address.isNarrowed || page > 1} onShowAll={() => address.choose(noFilter)} />
      ) : (
        !list.isLoading && <p className={styles.note}>{says}</p>
      )}
      <ListLines
        key={JSON.stringify(address.asked)}
        address={address}
        name={`${name} lines`}
        list={list}
        session={session}
        searchRef={search}
      />
      <ListPager
        page={page}
        size={address.size}
        shown={list.lines.length}
        total={address.isNarrowed || !counts ? null : counts[tab]}
        onSize={(size) => address.choose({ size: size === '25' ? null : size })}
        onFirst={page > 1 ? () => goTo(1, null) : null}
        onPrevious={page > 1 && previous !== undefined ? () => goTo(page - 1, previous) : null}
        onNext={list.next === null ? null : () => goTo(page + 1, list.next)}
      />
    </Page>
  );
}
